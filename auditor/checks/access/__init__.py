"""Checks of the section `access`; one file, one question."""

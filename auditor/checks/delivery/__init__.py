"""Checks of the section `delivery`; one file, one question."""

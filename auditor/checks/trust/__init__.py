"""Checks of the section `trust`; one file, one question."""

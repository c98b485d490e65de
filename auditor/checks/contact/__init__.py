"""Checks of the section `contact`; one file, one question."""

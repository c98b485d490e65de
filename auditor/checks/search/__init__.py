"""Checks of the section `search`; one file, one question."""

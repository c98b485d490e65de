"""Checks of the section `returns`; one file, one question."""

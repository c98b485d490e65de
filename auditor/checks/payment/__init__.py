"""Checks of the section `payment`; one file, one question."""

"""Checks of the section `answers`; one file, one question."""

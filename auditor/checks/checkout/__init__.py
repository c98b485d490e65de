"""Checks of the section `checkout`; one file, one question."""

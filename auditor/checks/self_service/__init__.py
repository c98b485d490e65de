"""Checks of the section `self_service`; one file, one question."""

"""Checks of the section `after_order`; one file, one question."""

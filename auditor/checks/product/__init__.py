"""Checks of the section `product`; one file, one question."""

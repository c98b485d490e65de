"""Checks of the section `cart`; one file, one question."""

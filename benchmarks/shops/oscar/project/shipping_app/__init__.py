"""Shipping with two methods in place of the engine's free one."""

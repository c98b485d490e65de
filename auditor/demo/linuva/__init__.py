"""Linuva: a Lithuanian maker of linen clothes, with sizes, an account wall and a checkout page by page."""

from auditor.demo.linuva.front import STOREFRONT

__all__ = ["STOREFRONT"]

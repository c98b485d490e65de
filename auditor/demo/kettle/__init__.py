"""Kettle & Crumb: an English kitchen shop of classic pages, with a guest checkout in four screens."""

from auditor.demo.kettle.front import STOREFRONT

__all__ = ["STOREFRONT"]

"""Papierhain: a German stationer whose pages are mostly script, with a one-page checkout that unfolds."""

from auditor.demo.papierhain.front import STOREFRONT

__all__ = ["STOREFRONT"]

"""Three shops of our own to audit, as different as real ones, each with its truth and an order ledger.

The shops share how a request is answered and nothing that a visitor can see: no template, style, script
or name is used by two of them, so that whoever walks all three has learnt nothing by heart.
"""

from auditor.demo.server import DemoShop, DemoShops, serve

__all__ = ["DemoShop", "DemoShops", "serve"]

"""Spiders: fetch a shop's service pages over plain HTTP, keep them as evidence, judge nothing."""

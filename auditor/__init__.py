"""Mystery-shopping audits and benchmarks for online shops, with evidence for every verdict."""

__version__ = "0.1.0"

"""Small shops made from a seed, each with its truth, its ledger and a probe of what the server knows."""

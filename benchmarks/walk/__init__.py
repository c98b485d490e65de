"""Measures whole walks against the truth: who opens the shops, what is compared, how it is told."""

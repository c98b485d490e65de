"""Walks through shops: the only place where a browser is driven. They leave evidence and judge nothing."""

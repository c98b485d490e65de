"""Measurements that need shops, a browser or more time than a test has."""

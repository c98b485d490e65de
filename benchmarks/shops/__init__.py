"""Third-party shops on this machine, to walk as real ones: `python -m benchmarks.shops start`."""

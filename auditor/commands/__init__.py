"""The commands of `auditor`, one small module each; heavy imports stay inside the functions."""

"""Sentences and pages to facts, pure: hours, durations, money, contacts, identity, policies, questions."""

"""Scorecards and overviews for people: built from plain data, rendered without judging again."""

"""Validate: the tables in, verdicts on them out."""

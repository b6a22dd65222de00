"""Evaluation: gold documents and a reader in, scores and what was wrong out."""

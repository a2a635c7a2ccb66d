"""Formulations and letters: versions, anchored comments, review."""

"""Curricula that providers draft, publish and move people to, and the pages that show them."""

"""A supervision and training workbench for structured talking therapies."""

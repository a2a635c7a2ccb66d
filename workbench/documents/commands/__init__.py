"""What changes on documents: writing, placing, commenting, reviewing."""

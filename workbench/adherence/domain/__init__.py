"""Pure: forms built from a curriculum, scores, and the pass rule."""

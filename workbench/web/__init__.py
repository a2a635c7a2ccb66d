"""The edge that every slice shares: the guard, forms, errors, headers, limits."""

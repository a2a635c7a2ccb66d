"""The edge that every page shares: the guard, forms, filters, plots, errors and headers."""

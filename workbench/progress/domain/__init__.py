"""The engine: facts in, findings out. Pure, exact, and total on lawful facts."""

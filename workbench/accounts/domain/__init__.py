"""Pure: tokens, passwords that will do, and when to slow a guesser down."""

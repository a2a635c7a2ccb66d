"""What happened: who did what to which row, and when. Append-only and hash-chained."""

"""When to slow a guesser down. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta

WINDOW = timedelta(minutes=15)
FREE_TRIES = 5
FIRST_WAIT = timedelta(seconds=30)


def wait_after(failures: Sequence[datetime], at: datetime) -> timedelta:
    """How long the next try must still wait, given the failures so far.

    Five within a quarter of an hour are free. From then on each failure doubles the wait after
    it, from half a minute up to the quarter of an hour after which it is forgotten.
    """
    recent = [failure for failure in failures if at - WINDOW < failure <= at]
    if len(recent) < FREE_TRIES:
        return timedelta(0)
    doublings: int = min(len(recent) - FREE_TRIES, 10)
    wait = min(FIRST_WAIT * (1 << doublings), WINDOW)
    return max(max(recent) + wait - at, timedelta(0))

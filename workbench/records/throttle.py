"""Slows down whoever asks about records by the hundred. Kept in memory, for each process alone."""

from collections import OrderedDict, deque
from datetime import datetime, timedelta

WINDOW = timedelta(minutes=1)
CHECKS = 30
"""How many checks one address may make in a window."""
MOST_ADDRESSES = 10_000
"""Beyond that the address that has been quiet for longest is forgotten."""


class Throttle:
    """Counts the checks of each network address in the last minute."""

    def __init__(self) -> None:
        """Nobody has asked yet."""
        self._asked: OrderedDict[str, deque[datetime]] = OrderedDict()

    def lets(self, address: str, at: datetime) -> bool:
        """Whether one more check may be made, which then counts."""
        asked = self._asked.setdefault(address, deque())
        self._asked.move_to_end(address)
        while asked and at - asked[0] >= WINDOW:
            asked.popleft()
        if len(self._asked) > MOST_ADDRESSES:
            self._asked.popitem(last=False)
        if len(asked) >= CHECKS:
            return False
        asked.append(at)
        return True

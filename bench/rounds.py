"""Interleaved rounds: the two sides take turns, so that a busy machine slows both."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

ROUNDS = 9


@dataclass(frozen=True, slots=True)
class Line:
    """One result."""

    what: str
    ratio: float
    asked: str
    measured: str


def rates(one: Callable[[], None], other: Callable[[], None], times: int) -> tuple[float, float]:
    """The median rate of each, in calls a second."""
    for deed in (one, other):
        _rate(deed, times)
    found = [(_rate(one, times), _rate(other, times)) for _ in range(ROUNDS)]
    return median(first for first, _ in found), median(second for _, second in found)


def _rate(deed: Callable[[], None], times: int) -> float:
    started = perf_counter()
    for _ in range(times):
        deed()
    return times / (perf_counter() - started)

"""Long texts that were rewritten through and through: placing a comment, and the word diff."""

from collections.abc import Callable, Iterator
from statistics import median
from time import process_time

from bench.rounds import Line
from workbench.documents.domain.diff import word_diff
from workbench.documents.domain.reanchor import Placer

TIMES = 5


def run() -> Iterator[Line]:
    """The time of each as a share of what it may take."""
    old = " ".join(f"Word{n % 977} feels {n % 13} and so. " for n in range(1600))
    new = " ".join(f"Then {n % 11} felt word{n % 911} it. " for n in range(1600))
    yield _line("Place a comment", 2.0, len(old), lambda: Placer(old, new).place(0, 40))
    old = " ".join(f"word{n % 700} the {n % 13}" for n in range(1800))
    new = " ".join(f"word{n % 711} the {n % 11}" for n in range(1800))
    yield _line("Show what changed", 1.0, len(old), lambda: word_diff(old, new))


def _line(what: str, seconds: float, size: int, deed: Callable[[], object]) -> Line:
    took = median(_took(deed) for _ in range(TIMES))
    return Line(
        what=f"{what} in {size} characters, all rewritten",
        ratio=took / seconds,
        asked=f"at most 1: {seconds:.0f} s",
        measured=f"{took * 1000:.0f} ms of processor time",
    )


def _took(deed: Callable[[], object]) -> float:
    started = process_time()
    deed()
    return process_time() - started

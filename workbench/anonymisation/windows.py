"""The stretches of a text with something near them: the rest need not be read. Pure."""

import re
from collections.abc import Iterator

DIGIT = re.compile(r"\d")


def near(text: str, anchor: re.Pattern[str], reach: int) -> Iterator[tuple[int, int]]:
    """From so far before to so far behind each anchor, at spaces, without overlaps, in order."""
    first, last = 0, 0
    for found in anchor.finditer(text):
        if found.start() < last:
            last = max(last, _at_space(text, found.end() + reach, reach))
            continue
        if last:
            yield first, last
        first = max(last, _before_space(text, found.start() - reach, reach))
        last = _at_space(text, found.end() + reach, reach)
    if last:
        yield first, last


def _at_space(text: str, at: int, reach: int) -> int:
    found = text.find(" ", at, at + reach)
    return found if found >= 0 else min(at, len(text))


def _before_space(text: str, at: int, reach: int) -> int:
    if at <= 0:
        return 0
    found = text.rfind(" ", max(0, at - reach), at)
    return found if found >= 0 else at

"""The passage that a comment is about, in a form that outlives the version. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

CONTEXT = 32
"""How many code points before and after a passage an anchor remembers."""

_FIRST_ASTRAL = 0x10000


class PlaceStatus(StrEnum):
    """Whether a passage stands in a version: made there, carried over, to be checked, or gone."""

    MADE = "made"
    CARRIED = "carried"
    MOVED = "moved"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage by its place (code points), its exact words, and what stands round it."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


def make_anchor(text: str, start: int, end: int) -> Anchor:
    """The anchor of a passage. Raises ValueError unless the passage is a real, unempty one."""
    if not 0 <= start < end <= len(text):
        message = f"No passage from {start} to {end} in a text of {len(text)} characters."
        raise ValueError(message)
    return Anchor(
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def as_web_annotation(anchor: Anchor) -> list[dict[str, Any]]:
    """The two selectors of the W3C Web Annotation model, sections 4.2.4 and 4.2.5."""
    return [
        {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
        {
            "type": "TextQuoteSelector",
            "exact": anchor.exact,
            "prefix": anchor.prefix,
            "suffix": anchor.suffix,
        },
    ]


def code_points(text: str, start: int, end: int) -> tuple[int, int]:
    """A pair of UTF-16 offsets, as JavaScript counts, in code points.

    An offset inside a surrogate pair means the character that the pair spells. The browser
    converts before it sends; this is the same reckoning, for tests and imports.
    """
    return _code_point(text, start), _code_point(text, end)


def _code_point(text: str, unit: int) -> int:
    seen = 0
    for index, character in enumerate(text):
        seen += 2 if ord(character) >= _FIRST_ASTRAL else 1
        if seen > unit:
            return index
    return len(text)

"""What every requirement has in common, whatever its type. Pure."""

from enum import StrEnum
from typing import Annotated, TypeAlias

import msgspec

Key: TypeAlias = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9_]*$")]
Words: TypeAlias = Annotated[str, msgspec.Meta(min_length=1, pattern=r"\S")]
AtLeastOne: TypeAlias = Annotated[int, msgspec.Meta(ge=1)]
NoneOrMore: TypeAlias = Annotated[int, msgspec.Meta(ge=0)]
Percent: TypeAlias = Annotated[int, msgspec.Meta(ge=1, le=100)]
Some: TypeAlias = Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
"""Keys of other parts of the file, at least one."""


class Said(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Anything that a curriculum file says. A field the format does not know is refused."""


class Asked(Said, frozen=True, kw_only=True, tag_field="type"):
    """What every requirement has, whatever its type."""

    key: Key
    title: Words
    words: Words
    """The rule in plain words, for the trainee."""
    sources: tuple[str, ...] = ()
    """Keys of the curriculum's sources."""
    uncertain: str = ""
    """What the source leaves open, and the reading that is taken. Empty when nothing is."""


class Month(StrEnum):
    """What a month is, for a rule that holds in each of them."""

    CALENDAR = "calendar"
    BLOCK = "block"
    """Stretches of ``month_days`` days one after another, from the first day of practice."""
    SLIDING = "sliding"
    """Every stretch of ``month_days`` days that begins on a day of practice."""


class RaterRole(StrEnum):
    """Whose rating of a recording counts."""

    SELF = "self"
    SUPERVISOR = "supervisor"
    SECOND = "second"


class Stretch(Said, frozen=True, kw_only=True):
    """From when until when a requirement looks. Both days belong to it; none is an open end.

    A milestone that has not happened yet opens nothing: until it has, nothing counts from it, and
    everything counts until it.
    """

    from_milestone: str | None = None
    from_next_day: bool = False
    """Whether the day of the milestone itself lies before the stretch."""
    to_milestone: str | None = None

"""What a body's text leaves open: the reading that a file takes, and the others by name. Pure."""

from typing import Annotated, TypeAlias

import msgspec

from workbench.curricula.asked import Key, Said, Words

Sets: TypeAlias = dict[str, dict[str, object]]
"""For each requirement or activity by its key, the fields that are read otherwise."""


class Reading(Said, frozen=True, kw_only=True):
    """One way of reading what is left open.

    ``sets`` names, for each requirement or activity by its key, the fields that it reads otherwise
    than the file stands. The reading that the file takes sets nothing.
    """

    key: Key
    words: Words
    sets: Sets = msgspec.field(default_factory=dict)


class Question(Said, frozen=True, kw_only=True):
    """Something that the sources leave open, with all its readings, the taken one first."""

    key: Key
    asks: Words
    readings: Annotated[tuple[Reading, ...], msgspec.Meta(min_length=2)]
    sources: tuple[str, ...] = ()

    @property
    def taken(self) -> Reading:
        """The reading that the file takes."""
        return self.readings[0]

"""Something that can be seen coming. Pure."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One thing that lies ahead of a requirement, with the day by which it matters."""

    gate: str
    key: str
    by: date
    what: str
    why: str
    falls_short: bool
    """Whether something will fall short at this pace, or only a date is told."""

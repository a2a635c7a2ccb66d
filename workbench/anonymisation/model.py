"""What the gate says about a text: spans, their tiers, and warnings. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from workbench.anonymisation.page import Page


class Tier(IntEnum):
    """How a span stands in the way of a submission."""

    MUST_GO = 1
    LOOK = 2


class Label(StrEnum):
    """What kind of detail a span is."""

    PERSON = "person"
    CONTACT = "contact"
    NUMBER = "number"
    ADDRESS = "address"
    DATE = "date"
    FILE = "file"
    PLACE = "place"
    ORGANISATION = "organisation"
    AGE = "age"
    JOB = "job"
    PEOPLE = "people"
    FAMILY = "family"
    EVENT = "event"
    QUOTATION = "quotation"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Span:
    """One passage that may tell who somebody is. Offsets count code points of the text given."""

    start: int
    end: int
    label: Label
    tier: Tier
    reason: str
    replacement: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything found in one text. `counts` is what may be kept: it repeats no word of it."""

    spans: tuple[Span, ...]
    warnings: tuple[str, ...]
    counts: Mapping[str, int]

    @property
    def must_go(self) -> int:
        """How many spans bar a submission."""
        return sum(span.tier is Tier.MUST_GO for span in self.spans)


class Recogniser(Protocol):
    """Finds one kind of detail. What it finds may overlap with what others find."""

    def __call__(self, page: "Page", /) -> Iterable[Span]:
        """The spans in a page, in any order."""
        ...

"""The facts in the order in which requirements ask for them, read once for all of them. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import accumulate
from math import ceil, lcm
from typing import TypedDict

from workbench.curricula.asked import Asked
from workbench.curricula.model import Curriculum
from workbench.progress.domain.credit import HOUR, IN_ORDER, Credit, Place
from workbench.progress.domain.crediting import credits_of
from workbench.progress.domain.facts import Facts
from workbench.progress.domain.findings import Finding, LeftOut, Unit

SIGNED, AWAITED = Place.COUNTERSIGNED, Place.WAITING


class Heading(TypedDict):
    """What every finding says of the requirement that it is about."""

    gate: str
    key: str
    title: str
    words: str


class InHours(TypedDict):
    """What a finding says of sums that are asked for in hours."""

    unit: Unit
    needed: Fraction
    have: Fraction
    waiting: Fraction
    draft: Fraction


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known on a day. `found` holds what the same gate has found so far."""

    curriculum: Curriculum
    facts: Facts
    on: date
    every: tuple[Credit, ...]
    """All entries by day and number, each with its credit."""
    credited: Mapping[str, tuple[Credit, ...]]
    """The same by activity."""
    gate: str = ""
    found: Mapping[str, Finding] = field(default_factory=dict)
    gathered: dict[frozenset[str], tuple[Credit, ...]] = field(default_factory=dict)
    """The entries of several activities together, kept for the next requirement that asks."""

    def heading(self, asked: Asked) -> Heading:
        """The requirement that a finding is about, in the gate that is looked at."""
        return {
            "gate": self.gate,
            "key": asked.key,
            "title": asked.title,
            "words": asked.words,
        }

    def of(self, activities: Iterable[str]) -> tuple[Credit, ...]:
        """The entries of some activities by day and number, counting or not."""
        asked = frozenset(activities)
        if len(asked) == 1:
            return self.credited.get(next(iter(asked)), ())
        if asked not in self.gathered:
            self.gathered[asked] = tuple(one for one in self.every if one.entry.activity in asked)
        return self.gathered[asked]

    def handed_in(self, activities: Iterable[str]) -> tuple[Credit, ...]:
        """The counting entries that are countersigned or wait for it."""
        return tuple(credit for credit in self.of(activities) if credit.place >= AWAITED)


@dataclass(frozen=True, slots=True)
class Tally:
    """Credited minutes by how far they have come, with what makes them up.

    `amounts` are the minutes of each entry as whole numbers, so many `parts` to a minute.
    """

    credited: tuple[Credit, ...]
    parts: int
    amounts: Sequence[int]
    have: Fraction
    waiting: Fraction
    draft: Fraction

    @property
    def counted(self) -> tuple[int, ...]:
        """The entries whose credit is countersigned."""
        return tuple(
            credit.entry.id
            for credit in self.credited
            if credit.place == SIGNED and not credit.is_letter
        )

    @property
    def letters(self) -> tuple[int, ...]:
        """The letters about earlier years that are verified and count."""
        return tuple(
            credit.entry.id
            for credit in self.credited
            if credit.is_letter and credit.place == SIGNED
        )

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The minutes that do not count, each entry with its reason."""
        return left_out(self.credited)

    def in_hours(self, needed: Fraction) -> InHours:
        """How far the minutes have come of so many that are needed."""
        return {
            "unit": Unit.HOURS,
            "needed": needed / HOUR,
            "have": self.have / HOUR,
            "waiting": self.waiting / HOUR,
            "draft": self.draft / HOUR,
        }

    def reached(self, minutes: Fraction) -> date | None:
        """The day of the entry with which the countersigned minutes came to so many."""
        if self.have < minutes:
            return None
        enough = ceil(minutes * self.parts)
        signed = [
            (credit.entry.on, amount)
            for credit, amount in zip(self.credited, self.amounts, strict=True)
            if credit.place == SIGNED
        ]
        so_far = accumulate(amount for _, amount in signed)
        days = (day for (day, _), sum_ in zip(signed, so_far, strict=True) if sum_ >= enough)
        return next(days, None)


def evidence(curriculum: Curriculum, facts: Facts, *, on: date) -> Evidence:
    """The facts sorted by activity, with every entry's credit worked out once."""
    every = credits_of(curriculum, facts, on=on)
    by_activity: dict[str, list[Credit]] = {}
    for credit in every:
        by_activity.setdefault(credit.entry.activity, []).append(credit)
    credits_by_key = {key: tuple(found) for key, found in by_activity.items()}
    return Evidence(curriculum, facts, on, every, credits_by_key)


def tally(credited: tuple[Credit, ...]) -> Tally:
    """The sums, exact, in one pass."""
    parts, amounts = in_parts(credited)
    sums = [0] * len(Place)
    for credit, amount in zip(credited, amounts, strict=True):
        sums[credit.place] += amount
    have, waiting, draft = (Fraction(sums[place], parts) for place in IN_ORDER)
    return Tally(credited, parts, amounts, have, waiting, draft)


def in_parts(credited: Sequence[Credit]) -> tuple[int, list[int]]:
    """The credited minutes as whole numbers of a part of a minute, which add up fast and exactly.

    Answers how many such parts make a minute, and the amounts.
    """
    ratios = [credit.minutes.as_integer_ratio() for credit in credited]
    parts = lcm(*{denominator for _, denominator in ratios})
    return parts, [numerator * (parts // denominator) for numerator, denominator in ratios]


def left_out(credited: Iterable[Credit]) -> tuple[LeftOut, ...]:
    """The part of each entry that does not count, with the reason in words."""
    return tuple(
        LeftOut(
            credit.entry.id,
            credit.entry.on,
            credit.left_out,
            credit.reason.words,
            is_letter=credit.is_letter,
        )
        for credit in credited
        if credit.reason is not None
    )

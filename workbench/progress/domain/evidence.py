"""The facts in the order in which requirements ask for them, read once for all of them. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import accumulate
from math import ceil, lcm

from workbench.curricula.model import Curriculum
from workbench.progress.domain.credit import IN_ORDER, Credit, Place
from workbench.progress.domain.crediting import credits_of
from workbench.progress.domain.facts import Facts
from workbench.progress.domain.findings import Finding, LeftOut


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

    def of(self, activities: Iterable[str]) -> tuple[Credit, ...]:
        """The entries of some activities by day and number, counting or not."""
        asked = frozenset(activities)
        if len(asked) == 1:
            return self.credited.get(next(iter(asked)), ())
        return tuple(credit for credit in self.every if credit.entry.activity in asked)

    def handed_in(self, activities: Iterable[str]) -> tuple[Credit, ...]:
        """The counting entries that are countersigned or wait for it."""
        return tuple(credit for credit in self.of(activities) if credit.place >= Place.WAITING)


@dataclass(frozen=True, slots=True)
class Tally:
    """Credited minutes by how far they have come, with what makes them up."""

    credited: tuple[Credit, ...]
    have: Fraction
    waiting: Fraction
    draft: Fraction

    @property
    def counted(self) -> tuple[int, ...]:
        """The entries whose credit is countersigned."""
        return tuple(
            credit.entry.id
            for credit in self.credited
            if credit.place is Place.COUNTERSIGNED and not credit.is_letter
        )

    @property
    def letters(self) -> tuple[int, ...]:
        """The letters about earlier years that are verified and count."""
        return tuple(
            credit.entry.id
            for credit in self.credited
            if credit.is_letter and credit.place is Place.COUNTERSIGNED
        )

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The minutes that do not count, each entry with its reason."""
        return left_out(self.credited)

    def reached(self, minutes: Fraction) -> date | None:
        """The day of the entry with which the countersigned minutes came to so many."""
        signed = [one for one in self.credited if one.place is Place.COUNTERSIGNED]
        parts, amounts = in_parts(signed)
        enough = ceil(minutes * parts)
        for credit, reached in zip(signed, accumulate(amounts), strict=True):
            if reached >= enough:
                return credit.entry.on
        return None


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
    sums = dict.fromkeys(Place, 0)
    for credit, amount in zip(credited, amounts, strict=True):
        sums[credit.place] += amount
    have, waiting, draft = (Fraction(sums[place], parts) for place in IN_ORDER)
    return Tally(credited, have, waiting, draft)


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

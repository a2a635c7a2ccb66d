"""The facts in the order in which requirements ask for them, read once for all of them. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from workbench.curricula.model import Curriculum
from workbench.progress.domain.credit import Credit, Place
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
        if self.have < minutes:
            return None
        missing = self.have - minutes
        last = None
        for credit in reversed(self.credited):
            if credit.place is Place.COUNTERSIGNED:
                last = credit.entry.on
                missing -= credit.minutes
                if missing < 0:
                    break
        return last


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
    parts: Counter[tuple[Place, int]] = Counter()
    for credit in credited:
        numerator, denominator = credit.minutes.as_integer_ratio()
        parts[credit.place, denominator] += numerator
    sums = dict.fromkeys(Place, Fraction(0))
    for (place, denominator), numerator in parts.items():
        sums[place] += Fraction(numerator, denominator)
    return Tally(credited, sums[Place.COUNTERSIGNED], sums[Place.WAITING], sums[Place.DRAFT])


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

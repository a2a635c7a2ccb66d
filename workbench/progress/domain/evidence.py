"""The facts in the order in which requirements ask for them, read once for all of them. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from workbench.curricula.model import Curriculum
from workbench.progress.domain.credit import Credit, Place, credits_of
from workbench.progress.domain.facts import Facts
from workbench.progress.domain.findings import Finding, LeftOut


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known on a day. `found` holds what the same gate has found so far."""

    curriculum: Curriculum
    facts: Facts
    on: date
    credited: Mapping[str, tuple[Credit, ...]]
    gate: str = ""
    found: Mapping[str, Finding] = field(default_factory=dict)

    def of(self, activities: Iterable[str]) -> tuple[Credit, ...]:
        """The entries of some activities by day and number, counting or not."""
        asked = tuple(dict.fromkeys(activities))
        if len(asked) == 1:
            return self.credited.get(asked[0], ())
        gathered = [credit for key in asked for credit in self.credited.get(key, ())]
        return tuple(sorted(gathered, key=lambda credit: (credit.entry.on, credit.entry.id)))

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
            credit.entry.id for credit in self.credited if credit.place is Place.COUNTERSIGNED
        )

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The minutes that do not count, each entry with its reason."""
        return left_out(self.credited)

    def reached(self, minutes: Fraction) -> date | None:
        """The day of the entry with which the countersigned minutes came to so many."""
        so_far = Fraction(0)
        for credit in self.credited:
            if credit.place is Place.COUNTERSIGNED:
                so_far += credit.minutes
                if so_far >= minutes:
                    return credit.entry.on
        return None


def evidence(curriculum: Curriculum, facts: Facts, *, on: date) -> Evidence:
    """The facts sorted by activity, with every entry's credit worked out once."""
    by_activity: dict[str, list[Credit]] = {}
    for credit in credits_of(curriculum, facts, on=on):
        by_activity.setdefault(credit.entry.activity, []).append(credit)
    credits_by_key = {key: tuple(found) for key, found in by_activity.items()}
    return Evidence(curriculum, facts, on, credits_by_key)


def tally(credited: tuple[Credit, ...]) -> Tally:
    """The sums, exact, in one pass."""
    sums = dict.fromkeys(Place, Fraction(0))
    for credit in credited:
        sums[credit.place] += credit.minutes
    return Tally(credited, sums[Place.COUNTERSIGNED], sums[Place.WAITING], sums[Place.DRAFT])


def left_out(credited: Iterable[Credit]) -> tuple[LeftOut, ...]:
    """The part of each entry that does not count, with the reason in words."""
    return tuple(
        LeftOut(credit.entry.id, credit.entry.on, credit.left_out, credit.reason.words)
        for credit in credited
        if credit.reason is not None
    )

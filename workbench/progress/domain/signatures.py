"""The requirement "everything that counts is signed for": each entry, month or placement. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeVar

from workbench.curricula.asked_standing import Signatory, Signatures, SignedEach
from workbench.progress.domain import words
from workbench.progress.domain.credit import Credit, Place
from workbench.progress.domain.evidence import Evidence
from workbench.progress.domain.explaining import explained
from workbench.progress.domain.facts import AttestationFact
from workbench.progress.domain.findings import (
    Finding,
    Link,
    NextMove,
    Standing,
    Unit,
    Whose,
    Window,
)
from workbench.progress.domain.months import add_days
from workbench.progress.domain.windows import Days, calendar_month

UNITS = {
    SignedEach.ENTRY: Unit.ENTRIES,
    SignedEach.MONTH: Unit.WINDOWS,
    SignedEach.PLACEMENT: Unit.PLACEMENTS,
}
NAMES = {
    Signatory.SUPERVISOR: "the supervisor",
    Signatory.TRAINEE: "the trainee",
    Signatory.PLACEMENT_MANAGER: "the placement manager",
}
WHOSE = {
    Signatory.SUPERVISOR: Whose.SUPERVISOR,
    Signatory.TRAINEE: Whose.TRAINEE,
    Signatory.PLACEMENT_MANAGER: Whose.PROVIDER,
}


_K = TypeVar("_K")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a set of signatures is about: the entries on it, and whose signature is missing."""

    name: str
    days: Days
    credits: tuple[Credit, ...]
    missing: tuple[Signatory, ...]
    last_day: date | None = None
    """The last day on which it may still be signed, where there is one."""

    @property
    def is_signed(self) -> bool:
        """Whether everybody has signed."""
        return not self.missing


def signatures(asked: Signatures, evidence: Evidence) -> Finding:
    """Each sheet with an entry that counts is signed by everybody who must; a month once over."""
    sheets = _sheets(asked, evidence)
    unsigned = [one for one in sheets if not one.is_signed]
    late = [one for one in unsigned if one.last_day is not None and one.last_day < evidence.on]
    standing = _standing(sheets, unsigned, late)
    shortfalls = tuple(_shortfall(one) for one in unsigned)
    return Finding(
        **evidence.heading(asked),
        unit=UNITS[asked.each],
        needed=Fraction(len(sheets)),
        have=Fraction(len(sheets) - len(unsigned)),
        waiting=Fraction(len(unsigned) - len(late)),
        standing=standing,
        explanation=explained(
            _so_far(asked, sheets, unsigned),
            *words.the_first(shortfalls),
            "it is too late to sign" if late else "",
        ),
        counted=tuple(credit.entry.id for one in sheets if one.is_signed for credit in one.credits),
        shortfalls=shortfalls,
        windows=tuple(_window(asked, one) for one in unsigned)
        if asked.each is SignedEach.MONTH
        else (),
        next_move=_next_move(unsigned, late),
        met_on=_met_on(asked, evidence, sheets) if standing is Standing.MET else None,
    )


def _sheets(asked: Signatures, evidence: Evidence) -> list[Sheet]:
    credited = evidence.handed_in(asked.activities)
    match asked.each:
        case SignedEach.ENTRY:
            signed = _signed(evidence)
            return [_of_entry(asked, signed, credit) for credit in credited]
        case SignedEach.MONTH:
            months = _grouped((credit.entry.on.replace(day=1), credit) for credit in credited)
            sheets = [_of_month(asked, evidence, *month) for month in months.items()]
            return [one for one in sheets if one.days.last < evidence.on]
        case _:
            where = _grouped((credit.entry.placement or "", credit) for credit in credited)
            return [_of_placement(asked, evidence, *place) for place in sorted(where.items())]


def _grouped(pairs: Iterable[tuple[_K, Credit]]) -> dict[_K, tuple[Credit, ...]]:
    groups: dict[_K, list[Credit]] = {}
    for key, credit in pairs:
        groups.setdefault(key, []).append(credit)
    return {key: tuple(credited) for key, credited in groups.items()}


def _of_entry(asked: Signatures, given: Sequence[AttestationFact], credit: Credit) -> Sheet:
    """A countersignature is the supervisor's; handing in is the trainee's own."""
    signed = {Signatory.TRAINEE}
    if credit.place is Place.COUNTERSIGNED:
        signed.add(Signatory.SUPERVISOR)
    manager = Signatory.PLACEMENT_MANAGER
    if manager in asked.by and _all_attested(manager, [credit], given):
        signed.add(manager)
    missing = tuple(one for one in asked.by if one not in signed)
    name = f"the entry of {words.day(credit.entry.on)}"
    return Sheet(name, Days(credit.entry.on, credit.entry.on), (credit,), missing)


def _of_month(
    asked: Signatures, evidence: Evidence, first: date, credited: tuple[Credit, ...]
) -> Sheet:
    days = calendar_month(first)
    last = add_days(days.last, asked.within_days) if asked.within_days else None
    signed = [
        one
        for one in _signed(evidence)
        if one.start <= days.last
        and (one.end is None or one.end >= days.first)
        and (last is None or one.signed_on <= last)
    ]
    missing = tuple(by for by in asked.by if not _all_attested(by, credited, signed))
    return Sheet(f"{first:%B %Y}", days, credited, missing, last)


def _of_placement(
    asked: Signatures, evidence: Evidence, placement: str, credited: tuple[Credit, ...]
) -> Sheet:
    """Only signatures for the placement itself count, and not those for a stretch of the log."""
    signed = [one for one in _signed(evidence) if (one.placement or "") == placement]
    missing = tuple(by for by in asked.by if not _all_attested(by, credited, signed))
    days = Days(credited[0].entry.on, credited[-1].entry.on)
    return Sheet(placement or "work at no named placement", days, credited, missing)


def _signed(evidence: Evidence) -> list[AttestationFact]:
    return [one for one in evidence.facts.attestations if one.signed_on <= evidence.on]


def _all_attested(
    by: Signatory, credited: Sequence[Credit], signed: Sequence[AttestationFact]
) -> bool:
    """Whether one signature or another holds each entry; none is for a day still to come."""
    own = [one for one in signed if one.by is by]
    return all(any(_holds(one, credit) for one in own) for credit in credited)


def _holds(attestation: AttestationFact, credit: Credit) -> bool:
    here = attestation.placement in {None, credit.entry.placement}
    day = credit.entry.on
    return here and attestation.holds(day) and day <= attestation.signed_on


def _standing(
    sheets: Sequence[Sheet], unsigned: Sequence[Sheet], late: Sequence[Sheet]
) -> Standing:
    if late:
        return Standing.SHORT
    if unsigned:
        return Standing.UNDER_WAY
    return Standing.MET if sheets else Standing.NOT_BEGUN


THINGS: Mapping[SignedEach, tuple[str, str]] = {
    SignedEach.ENTRY: ("entry", "entries"),
    SignedEach.MONTH: ("month", "months"),
    SignedEach.PLACEMENT: ("placement", "placements"),
}


def _so_far(asked: Signatures, sheets: Sequence[Sheet], unsigned: Sequence[Sheet]) -> str:
    if not sheets:
        return "Nothing to sign yet"
    singular, plural = THINGS[asked.each]
    thing = singular if len(sheets) == 1 else plural
    by = words.listed([NAMES[one] for one in asked.by])
    return f"{len(sheets) - len(unsigned)} of {len(sheets)} {thing} signed by {by}"


def _shortfall(sheet: Sheet) -> str:
    by = words.listed([NAMES[one] for one in sheet.missing])
    until = f", by {words.day(sheet.last_day)}" if sheet.last_day else ""
    return f"{sheet.name} lacks a signature of {by}{until}"


def _window(asked: Signatures, sheet: Sheet) -> Window:
    """A month with how many of its signatures are there."""
    needed = len(asked.by)
    have = needed - len(sheet.missing)
    return Window(
        sheet.days.first, sheet.days.last, Fraction(needed), Fraction(have), Unit.SIGNATURES
    )


def _next_move(unsigned: Sequence[Sheet], late: Sequence[Sheet]) -> NextMove | None:
    open_still = [one for one in unsigned if one not in late]
    if open_still:
        by = open_still[0].missing[0]
        return NextMove(WHOSE[by], f"Sign for {open_still[0].name}", Link.LOG)
    if late:
        return NextMove(Whose.PROVIDER, f"Say what follows for {late[0].name}", Link.ENROLMENT)
    return None


def _met_on(asked: Signatures, evidence: Evidence, sheets: Sequence[Sheet]) -> date:
    """The day of the last entry, or of the last signature of those who must sign."""
    if asked.each is SignedEach.ENTRY:
        every = (credit.entry for one in sheets for credit in one.credits)
        return min(max(entry.countersigned_on or entry.on for entry in every), evidence.on)
    return max(one.signed_on for one in _signed(evidence) if one.by in asked.by)

"""How one requirement was worked out: what counted, what did not, with why, and read otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy.orm import Session

from workbench.curricula.model import Curriculum, Gate, Source
from workbench.curricula.requirements import Requirement
from workbench.progress.domain import words
from workbench.progress.domain.evaluate import evaluate
from workbench.progress.domain.facts import DocumentFact, EntryFact, Facts, RatingFact
from workbench.progress.domain.findings import Finding, Link, Unit, Whose, Window
from workbench.progress.domain.otherwise import LeftOpen, read_otherwise
from workbench.progress.domain.units import asked_for, reached
from workbench.progress.facts import facts_of
from workbench.training.models import Enrolment

WHOSE = {
    Whose.TRAINEE: "the trainee",
    Whose.SUPERVISOR: "the supervisor",
    Whose.PROVIDER: "the provider",
}


@dataclass(frozen=True, slots=True)
class LeftOutLine:
    """An entry, or a part of one, that did not count; a letter about earlier years has no entry."""

    on: date
    entry: EntryFact | None
    what: str
    minutes: Fraction
    reason: str


@dataclass(frozen=True, slots=True)
class WindowLine:
    """A stretch that falls short, its amounts in words."""

    first: date
    last: date
    needed: str
    have: str
    waiting: str


@dataclass(frozen=True, slots=True)
class Workings:
    """One finding with the rule it follows, what is behind it, and what else it might be."""

    finding: Finding
    rule: Requirement
    gate: str
    amounts: tuple[tuple[str, str], ...]
    move: str
    whose: str
    windows: tuple[WindowLine, ...]
    counted: tuple[EntryFact, ...]
    others: tuple[str, ...]
    """Documents, ratings and letters that counted, in words."""
    left_out: tuple[LeftOutLine, ...]
    sources: tuple[Source, ...]
    left_open: tuple[LeftOpen, ...]


def workings_of(  # noqa: PLR0913 - whose, by which rules, which requirement, when
    db: Session, enrolment: Enrolment, curriculum: Curriculum, *, gate: str, key: str, on: date
) -> Workings | None:
    """The workings of one requirement on a day, or None where the curriculum has no such one."""
    asked = curriculum.gate(gate)
    rule = next((one for one in asked.requirements if one.key == key), None) if asked else None
    if asked is None or rule is None:
        return None
    return worked_through(curriculum, facts_of(db, enrolment), asked, rule, on=on)


def worked_through(
    curriculum: Curriculum, facts: Facts, gate: Gate, rule: Requirement, *, on: date
) -> Workings:
    """The workings of one requirement of a gate, from facts alone."""
    gates = evaluate(curriculum, facts, on=on)
    found = next(
        one
        for each in gates
        for one in each.findings
        if (one.gate, one.key) == (gate.key, rule.key)
    )
    entries = {entry.id: entry for entry in facts.entries}
    counted = _counted(found, entries)
    move = found.next_move
    return Workings(
        finding=found,
        rule=rule,
        gate=gate.name,
        amounts=(*_amounts(found), *_by_the_clock(found, counted)),
        move=words.sentence(move.what) if move else "",
        whose=WHOSE[move.whose] if move else "",
        windows=tuple(_window(one) for one in found.windows),
        counted=counted,
        others=tuple(_others(found, facts)),
        left_out=tuple(_left_out(found, entries)),
        sources=tuple(source for source in curriculum.sources if source.key in rule.sources),
        left_open=read_otherwise(curriculum, facts, found, on=on),
    )


def _is(finding: Finding, gate: str, key: str) -> bool:
    return (finding.gate, finding.key) == (gate, key)


def _amounts(finding: Finding) -> Iterator[tuple[str, str]]:
    """Needed, there, waiting and drafted, as far as there is something to say; then the days."""
    unit = finding.unit
    if finding.needed and unit is Unit.WINDOWS:
        yield "In order", f"{words.amount(finding.have)} of {words.plain(finding.needed)}"
        if finding.waiting:
            yield "In order once signed", words.amount(finding.waiting)
    elif finding.needed and unit is not Unit.MILESTONES:
        yield "Needed", asked_for(finding.needed, unit)
        yield "Vouched for", reached(finding.have, unit)
        if finding.waiting:
            yield "Waiting for somebody else", reached(finding.waiting, unit)
        if finding.draft:
            yield "Not handed in yet", reached(finding.draft, unit)
    if finding.met_on is not None:
        yield "Met on", words.day(finding.met_on)
    if finding.due is not None:
        yield "Last day", words.day(finding.due)


def _by_the_clock(finding: Finding, counted: Sequence[EntryFact]) -> Iterator[tuple[str, str]]:
    """What the minutes listed come to, where a session of fewer than sixty is an hour."""
    clock = Fraction(sum(entry.minutes for entry in counted), 60)
    if finding.unit is Unit.HOURS and not finding.letters and clock < finding.have:
        yield "The same by the clock", reached(clock, Unit.HOURS)


def _window(window: Window) -> WindowLine:
    most = "at most " if window.unit is Unit.DAYS else ""
    return WindowLine(
        window.first,
        window.last,
        f"{most}{asked_for(window.needed, window.unit)}",
        reached(window.have, window.unit),
        reached(window.waiting, window.unit) if window.waiting else "",
    )


def _counted(finding: Finding, entries: Mapping[int, EntryFact]) -> tuple[EntryFact, ...]:
    """The entries that counted, by day; what else counted is told in words."""
    if finding.of is not Link.ENTRY:
        return ()
    counted = (entries[number] for number in finding.counted if number in entries)
    return tuple(sorted(counted, key=lambda entry: (entry.on, entry.id)))


def _others(finding: Finding, facts: Facts) -> Iterator[str]:
    counted = frozenset(finding.counted)
    if finding.of is Link.RATING:
        yield from (_rating(one) for one in facts.ratings if one.id in counted)
    if finding.of is Link.DOCUMENT:
        yield from (_document(one) for one in facts.documents if one.id in counted)
    for letter in facts.prior:
        if letter.id in finding.letters:
            yield f"{letter.document}, {words.span(letter.start, letter.end or letter.start)}"


def _rating(rating: RatingFact) -> str:
    signed = f", signed on {words.day(rating.signed_on)}" if rating.signed_on else ""
    by = f" by {rating.rater}" if rating.rater else ""
    return f"{rating.case}, session {rating.session}{signed}{by}"


def _document(document: DocumentFact) -> str:
    which = f"{document.case}, " if document.case else ""
    return f"{which}version {document.version}, {document.stage} on {words.day(document.on)}"


def _left_out(finding: Finding, entries: Mapping[int, EntryFact]) -> Iterator[LeftOutLine]:
    for one in finding.left_out:
        entry = None if one.is_letter else entries.get(one.id)
        what = "Letter about earlier years" if one.is_letter else ""
        if one.is_letter or entry is not None:
            yield LeftOutLine(one.on, entry, what, one.minutes, one.reason)

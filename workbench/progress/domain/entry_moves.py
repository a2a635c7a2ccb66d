"""The moves that the hours log asks for: changes, answers, submissions, countersignatures. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from workbench.progress.domain import words
from workbench.progress.domain.crediting import replaced_entries
from workbench.progress.domain.facts import EntryFact, EntryStanding, Facts
from workbench.progress.domain.findings import Link
from workbench.progress.domain.move import PROVIDER, YOU, Move, MoveKind, supervisor_on


def entry_moves(facts: Facts, *, on: date) -> Iterator[Move]:
    """What is to be done about the entries, one line for each person and kind."""
    replaced = replaced_entries(facts.entries)
    live = [entry for entry in facts.entries if entry.id not in replaced]
    yield from _came_back(_of(live, EntryStanding.RETURNED), on)
    yield from _questions(_of(live, EntryStanding.QUERIED), on)
    yield from _drafts(_of(live, EntryStanding.DRAFT), on)
    waiting = _of(live, EntryStanding.SUBMITTED)
    supervisor = supervisor_on(facts, on)
    if supervisor is None:
        yield _no_supervisor(facts, waiting, on)
    else:
        yield from _to_countersign(waiting, supervisor, on)


def waits_since(entry: EntryFact) -> date:
    """The day of its last change of standing, or its own day where that is not known."""
    return entry.moved_on or entry.on


def _of(entries: Sequence[EntryFact], standing: EntryStanding) -> list[EntryFact]:
    chosen = [entry for entry in entries if entry.standing is standing]
    return sorted(chosen, key=lambda entry: (waits_since(entry), entry.id))


def _by_supervisor(entries: Sequence[EntryFact]) -> Iterator[tuple[str | None, list[EntryFact]]]:
    for name in dict.fromkeys(entry.supervisor for entry in entries):
        yield name, [entry for entry in entries if entry.supervisor == name]


def _came_back(entries: Sequence[EntryFact], on: date) -> Iterator[Move]:
    for name, group in _by_supervisor(entries):
        yield Move(
            YOU,
            MoveKind.RETURNED,
            words.sentence_start(f"{words.entries(len(group))} came back"),
            _said(name, group, on),
            _where(group, EntryStanding.RETURNED),
            waits_since(group[0]),
        )


def _questions(entries: Sequence[EntryFact], on: date) -> Iterator[Move]:
    for name, group in _by_supervisor(entries):
        verb = "has" if len(group) == 1 else "have"
        yield Move(
            YOU,
            MoveKind.QUERIED,
            words.sentence_start(f"{words.entries(len(group))} {verb} a question to answer"),
            _said(name, group, on),
            _where(group, EntryStanding.QUERIED),
            waits_since(group[0]),
        )


def _said(name: str | None, group: Sequence[EntryFact], on: date) -> str:
    """Who said what, and when: `Dr Ahmed, Tuesday: “Which supervisor covered the 3rd?”`."""
    speaking = next((entry for entry in group if entry.note), group[0])
    said = f"{name or 'Your supervisor'}, {words.lately(waits_since(speaking), on)}"
    return f"{said}: “{speaking.note}”" if speaking.note else said


def _where(group: Sequence[EntryFact], standing: EntryStanding) -> tuple[Link, int | str]:
    return (Link.ENTRY, group[0].id) if len(group) == 1 else (Link.LOG, standing.value)


def _drafts(drafts: Sequence[EntryFact], on: date) -> Iterator[Move]:
    if drafts:
        verb = "is" if len(drafts) == 1 else "are"
        oldest = min(entry.on for entry in drafts)
        yield Move(
            YOU,
            MoveKind.DRAFTS,
            words.sentence_start(
                f"{words.counted(len(drafts), 'draft')}, {_hours(drafts)}, {verb} not submitted"
            ),
            f"The oldest is from {words.lately(oldest, on)}",
            (Link.LOG, EntryStanding.DRAFT.value),
            oldest,
        )


def _to_countersign(waiting: Sequence[EntryFact], supervisor: str, on: date) -> Iterator[Move]:
    for name, group in _by_supervisor(waiting):
        since = waits_since(group[0])
        yield Move(
            name or supervisor,
            MoveKind.COUNTERSIGN,
            words.sentence_start(f"{words.entries(len(group))}, {_hours(group)}, to countersign"),
            waited(since, on),
            _where(group, EntryStanding.SUBMITTED),
            since,
        )


def waited(since: date, on: date) -> str:
    """How long the oldest has waited, in words."""
    days = (on - since).days
    return f"Oldest has waited {words.counted(days, 'day')}" if days > 0 else "Sent today"


def _no_supervisor(facts: Facts, waiting: Sequence[EntryFact], on: date) -> Move:
    """Nobody can sign: it is the provider's move to appoint somebody."""
    ends = [one.end for one in facts.supervisions if one.end is not None and one.end < on]
    since = max(ends) + timedelta(days=1) if ends else facts.enrolment.started_on
    what = f"No supervisor since {words.lately(since, on)}" if ends else "No supervisor yet"
    why = f"{_hours(waiting)} cannot be countersigned" if waiting else "Nobody can countersign"
    return Move(PROVIDER, MoveKind.NO_SUPERVISOR, what, why, (Link.ENROLMENT, None), since)


def _hours(entries: Sequence[EntryFact]) -> str:
    minutes = sum(entry.minutes for entry in entries)
    return f"{words.one_decimal(Fraction(minutes, 60))} h"

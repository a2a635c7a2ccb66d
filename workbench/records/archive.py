"""A trainee's own archive: all facts of an enrolment, its hours as a table, its findings."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy.orm import Session

from workbench.progress.domain.facts import EntryFact, Facts
from workbench.progress.domain.outside import outside
from workbench.progress.domain.telling import told
from workbench.progress.facts import facts_of
from workbench.publishing.domain.moves import Stay
from workbench.publishing.queries import stays_of
from workbench.records.domain.drafting import gates_of
from workbench.records.domain.table import written
from workbench.records.drafts import Pinned
from workbench.records.files import bundled_files
from workbench.records.queries import files_of, records_of
from workbench.training.models import Enrolment

READ_ME = """\
Your archive, taken on {day}.

One folder for each programme:
  facts.json         everything that happened, in a form that can be read in elsewhere
  findings.json      what the curriculum asks, and how far each requirement was met on that day
  curriculum.txt     which curriculum version, with the SHA-256 of its file, and those before it
  hours.csv          the hours log as a table
  records/           the competency records issued to you, byte for byte

The words of other people are not in it: neither comments nor questions nor reasons.
"""


def archive_of(db: Session, mine: Sequence[tuple[Enrolment, Pinned]], at: datetime) -> bytes:
    """The ZIP of a trainee's own enrolments, each with its curriculum version.

    The guard or the query has already kept it to the trainee's own.
    """
    members = [("README.txt", READ_ME.format(day=at.date().isoformat()).encode())]
    for place, (enrolment, pinned) in enumerate(mine, start=1):
        folder = f"{place}-{pinned.curriculum.key}"
        members += [
            (f"{folder}/{name}", content)
            for name, content in _folder(db, enrolment, pinned, at).items()
        ]
    return bundled_files(members)


def _folder(db: Session, enrolment: Enrolment, pinned: Pinned, at: datetime) -> dict[str, bytes]:
    on = at.astimezone(ZoneInfo(enrolment.trainee.zone)).date()
    facts = without_words_of_others(facts_of(db, enrolment))
    gates = gates_of(pinned.curriculum, facts, on=on)
    found = told(pinned.curriculum, gates, outside(pinned.curriculum, facts), on=on)
    curriculum = f"{pinned.curriculum.key} {pinned.curriculum.version}\n{pinned.digest}\n"
    curriculum += _earlier(stays_of(db, enrolment))
    return {
        "facts.json": msgspec.json.format(msgspec.json.encode(facts)),
        "findings.json": msgspec.json.format(msgspec.json.encode(found)),
        "curriculum.txt": curriculum.encode(),
        "hours.csv": hours_table(pinned, facts),
    } | {
        f"records/{file.name}": file.content
        for record in records_of(db, enrolment)
        for file in files_of(db, record)
    }


def _earlier(stays: Sequence[tuple[Stay, str]]) -> str:
    """The versions that the training was under before, where it was moved, a line each."""
    return "".join(
        f"before: {stay.key} {stay.version}, from {stay.since} until {stay.until}\n"
        for stay, _ in stays
        if stay.until is not None
    )


def without_words_of_others(facts: Facts) -> Facts:
    """The facts without a supervisor's questions and reasons."""
    entries = tuple(msgspec.structs.replace(entry, note=None) for entry in facts.entries)
    return msgspec.structs.replace(facts, entries=entries)


def hours_table(pinned: Pinned, facts: Facts) -> bytes:
    """The hours log for a spreadsheet, formulas made harmless."""
    names = {activity.key: activity.name for activity in pinned.curriculum.activities}
    head = (
        *("Number", "Date", "Activity", "Minutes", "Standing", "Case", "Session", "How"),
        *("In a group of", "Supervisor", "Countersigned on", "Corrects number"),
        *("Began at", "Placement", "Belonging to the group"),
    )
    return written([head, *(_row(entry, names) for entry in facts.entries)])


def _row(entry: EntryFact, names: dict[str, str]) -> tuple[object, ...]:
    return (
        *(entry.id, entry.on, names.get(entry.activity, entry.activity), entry.minutes),
        *(entry.standing, entry.case, entry.session, entry.mode, entry.group_size),
        *(entry.supervisor, entry.countersigned_on, entry.corrects),
        *(entry.starts, entry.placement, entry.group_contracted),
    )

"""What a competency record says, in the form in which it is frozen. Pure.

No words of a client, no case code, no note, question, comment or reason ever comes here: cases are
numbered, documents and ratings are named by their kind, their day and their standing.
"""

from datetime import date, datetime
from fractions import Fraction
from typing import Literal

import msgspec


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A plain value of a record."""


class CurriculumLine(Line, frozen=True, kw_only=True):
    """The curriculum version, pinned by the digest of its file."""

    key: str
    version: str
    title: str
    treatment: str
    body: str
    digest: str


class VersionLine(Line, frozen=True, kw_only=True):
    """A stretch of the training under one curriculum version, where there was more than one."""

    key: str
    version: str
    since: date
    until: date | None
    """The day of the move to the next; none for the one that holds."""


class GateLine(Line, frozen=True, kw_only=True):
    """The step that was taken."""

    key: str
    name: str
    meaning: str


class RequirementLine(Line, frozen=True, kw_only=True):
    """One requirement as it stood. Amounts are exact, in the unit named."""

    key: str
    title: str
    words: str
    unit: str
    needed: str
    have: str
    standing: str
    met_on: date | None
    advised: bool
    """Whether it was only advised, so that the step stood open without it."""


class ActivityLine(Line, frozen=True, kw_only=True):
    """The countersigned time of one activity: by the clock, and as the curriculum credits it."""

    activity: str
    name: str
    is_practice: bool
    """Whether it is work with clients."""
    entries: int
    minutes: int
    credited: str
    """Credited minutes, exact."""

    @property
    def credited_minutes(self) -> Fraction:
        """The credited minutes as a number."""
        return Fraction(self.credited)


class EntryLine(Line, frozen=True, kw_only=True):
    """One countersigned entry. One without credit stays in sight, with the reason."""

    row: int
    on: date
    activity: str
    name: str
    minutes: int
    credited: str
    reason: str
    """Why all or part of it earns nothing, in the workbench's own words; empty where all counts."""
    standing: str
    """Countersigned; or replaced, where a correction stands in its place."""
    countersigned_by: str
    countersigned_on: date | None
    corrects: int | None
    """The row that this one replaces."""


class CaseLine(Line, frozen=True, kw_only=True):
    """A training case, by its place in the order of opening."""

    case: int
    standing: str
    opened_on: date
    closed_on: date | None
    attended: int
    """Attended therapy sessions."""


class RatingLine(Line, frozen=True, kw_only=True):
    """One signed rating by somebody other than the trainee."""

    case: int
    session: int
    phase: str
    rater: str
    signed_on: date
    verdict: str


class DocumentLine(Line, frozen=True, kw_only=True):
    """A document: what kind and how far it came, never what it says."""

    kind: str
    name: str
    case: int | None
    standing: str
    on: date


class MilestoneLine(Line, frozen=True, kw_only=True):
    """Something that happened once."""

    key: str
    name: str
    on: date


class PriorLine(Line, frozen=True, kw_only=True):
    """Hours of earlier years that a letter attests, once somebody has looked at the letter."""

    activity: str
    minutes: int
    since: date
    until: date
    document: str
    verified_by: str
    verified_on: date


class AttestationLine(Line, frozen=True, kw_only=True):
    """A signature for a whole stretch of the log, at one placement or at all of them."""

    by: str
    since: date
    until: date
    placement: str
    signed_on: date


class Content(Line, frozen=True, kw_only=True, omit_defaults=True):
    """What would be issued on a day: everything but the act of issuing.

    A field with a default came later: left out where it says nothing, so that what was issued
    before keeps its fingerprint.
    """

    holder: str
    """The holder's name as printed."""
    provider: str
    curriculum: CurriculumLine
    gate: GateLine
    requirements: tuple[RequirementLine, ...]
    hours: tuple[ActivityLine, ...]
    entries: tuple[EntryLine, ...]
    cases: tuple[CaseLine, ...]
    ratings: tuple[RatingLine, ...]
    documents: tuple[DocumentLine, ...]
    milestones: tuple[MilestoneLine, ...]
    versions: tuple[VersionLine, ...] = ()
    """Every curriculum version that the training was under, if it was moved at all."""
    prior: tuple[PriorLine, ...] = ()
    attestations: tuple[AttestationLine, ...] = ()

    @property
    def certifies(self) -> str:
        """What the holder is shown to have done, in one line."""
        title, step = self.curriculum.title, self.gate.name
        named = title if title.startswith(step) else f"{step}: {title}"
        return f"{named}, curriculum {self.curriculum.version}"

    @property
    def is_met(self) -> bool:
        """Whether the step stands open."""
        return all(line.standing == "met" or line.advised for line in self.requirements)

    @property
    def practice(self) -> Fraction:
        """The credited minutes of work with clients, every one countersigned."""
        lines = (line.credited_minutes for line in self.hours if line.is_practice)
        return sum(lines, Fraction(0))

    @property
    def missing(self) -> tuple[RequirementLine, ...]:
        """The requirements that keep the step shut."""
        return tuple(
            line for line in self.requirements if line.standing != "met" and not line.advised
        )


class Statement(Line, frozen=True, kw_only=True):
    """The payload of an issued record: its content, and who issued it under which number."""

    format: Literal["workbench-competency-record/1"] = "workbench-competency-record/1"
    number: str
    public_id: str
    address: str
    """Where anybody can check it."""
    issued_at: datetime
    issued_on: date
    """The day of issue in the provider's zone."""
    zone: str
    issued_by: str
    replaces: str | None
    """The number of the record that this one supersedes."""
    content: Content


def read_statement(payload: bytes | str) -> Statement:
    """A statement from its JSON. Raises msgspec.MsgspecError where it is none."""
    return msgspec.json.decode(payload, type=Statement)

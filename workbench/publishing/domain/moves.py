"""What putting people under another version changes for each of them. Pure."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from hashlib import sha256
from typing import TypeVar

from workbench.curricula.model import Curriculum
from workbench.errors import Refusal
from workbench.progress.domain.facts import Facts
from workbench.progress.domain.findings import Finding, GateFindings
from workbench.progress.domain.words import amount, counted, listed, plain

_K = TypeVar("_K")
_V = TypeVar("_V")

NOT_ASKED = "not asked"
ADVISED = "advised only"
ONE = {"entries": "entry"}
"""One of a unit that does not simply lose its last letter."""


class NothingToMove(Refusal):
    """Everybody is under that version already, has ended, or is the person who asks."""


class Effect(StrEnum):
    """What a requirement of the other version means for somebody."""

    GAINS = "gains"
    FALLS_SHORT = "falls short"
    AS_BEFORE = "as before"


@dataclass(frozen=True, slots=True)
class Change:
    """One requirement, before and after, held against the same facts."""

    gate: str
    title: str
    effect: Effect
    before: str
    after: str
    by: str
    """How much is missing under the other version; nothing, where nothing is."""


@dataclass(frozen=True, slots=True)
class Step:
    """One gate, before and after: how much of it is met, and whether it stands open."""

    title: str
    before: str
    after: str
    opens: bool
    shuts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Everything that a move means for one person."""

    changes: tuple[Change, ...]
    steps: tuple[Step, ...]
    unknown: tuple[str, ...]
    """What they have done that the other version has no word for."""

    def with_effect(self, effect: Effect) -> list[Change]:
        """The changes of one effect."""
        return [change for change in self.changes if change.effect is effect]

    @property
    def gains(self) -> list[Change]:
        """What comes nearer, is met, or is asked no more."""
        return self.with_effect(Effect.GAINS)

    @property
    def falls_short(self) -> list[Change]:
        """What is asked anew or more of, and is not there."""
        return self.with_effect(Effect.FALLS_SHORT)


def outcome(
    before: Sequence[GateFindings],
    after: Sequence[GateFindings],
    *,
    facts: Facts,
    old: Curriculum,
    new: Curriculum,
) -> Outcome:
    """What a move means, from the findings of both versions over the same facts."""
    return Outcome(
        changes=tuple(_changes(before, after)),
        steps=tuple(_steps(before, after)),
        unknown=tuple(_unknown(facts, old, new)),
    )


def _changes(before: Sequence[GateFindings], after: Sequence[GateFindings]) -> Iterator[Change]:
    titles = {gate.key: gate.title for gate in (*before, *after)}
    old, new = _by_place(before), _by_place(after)
    for place, told in _either(new, old).items():
        was, comes = old.get(place), new.get(place)
        yield Change(
            gate=titles[place[0]],
            title=told.title,
            effect=_effect(was, comes),
            before=_said(was),
            after=_said(comes),
            by=_missing_in_words(comes),
        )


def _either(new: Mapping[_K, _V], old: Mapping[_K, _V]) -> dict[_K, _V]:
    """Everything of the new version in its order, then what only the old one has."""
    return {**new, **{key: one for key, one in old.items() if key not in new}}


def _by_place(gates: Sequence[GateFindings]) -> dict[tuple[str, str], Finding]:
    return {(gate.key, one.key): one for gate in gates for one in gate.findings}


def _effect(was: Finding | None, comes: Finding | None) -> Effect:
    """More missing is falling short, less is a gain. What is only advised keeps nobody back."""
    before, after = _lack(was), _lack(comes)
    if after == before:
        return Effect.AS_BEFORE
    if before[0] and after[0] and was and comes and was.unit is not comes.unit:
        return Effect.AS_BEFORE  # missing in both, in amounts that cannot be compared
    return Effect.FALLS_SHORT if after > before else Effect.GAINS


def _lack(finding: Finding | None) -> tuple[bool, Fraction]:
    """Whether something keeps the gate shut here, and how much is missing."""
    if finding is None or finding.is_met or not finding.blocks:
        return False, Fraction(0)
    return True, max(Fraction(0), finding.needed - finding.have)


def _said(finding: Finding | None) -> str:
    if finding is None:
        return NOT_ASKED
    reached = f"{amount(finding.have)} of {_in_unit(finding.needed, finding.unit)}"
    standing = finding.standing.replace("_", " ")
    return ", ".join(filter(None, (reached, standing, "" if finding.blocks else ADVISED)))


def _missing_in_words(finding: Finding | None) -> str:
    is_short, missing = _lack(finding)
    if finding is None or not is_short or not missing:
        return ""
    return _in_unit(missing, finding.unit)


def _in_unit(number: Fraction, unit: str) -> str:
    """An amount asked for, with its unit: 1 hour, 12 hours, 5.5 hours."""
    return f"{plain(number)} {ONE.get(unit, unit[:-1]) if number == 1 else unit}"


def _steps(before: Sequence[GateFindings], after: Sequence[GateFindings]) -> Iterator[Step]:
    old, new = ({gate.key: gate for gate in gates} for gates in (before, after))
    for key, told in _either(new, old).items():
        was, comes = old.get(key), new.get(key)
        stood, stands = (gate is not None and gate.is_met for gate in (was, comes))
        yield Step(
            title=told.title,
            before=_how_far(was),
            after=_how_far(comes),
            opens=stands and not stood,
            shuts=stood and not stands,
        )


def _how_far(gate: GateFindings | None) -> str:
    if gate is None:
        return NOT_ASKED
    return f"{gate.met} of {len(gate.findings)} met{', open' if gate.is_met else ''}"


def _unknown(facts: Facts, old: Curriculum, new: Curriculum) -> Iterator[str]:
    """What was done under a key that the other version does not have."""
    yield from _nameless(
        "entry",
        "entries",
        (one.activity for one in facts.entries),
        {one.key: one.name for one in old.activities},
        {one.key for one in new.activities},
    )
    yield from _nameless(
        "document",
        "documents",
        (one.kind for one in facts.documents),
        {one.key: one.name for one in old.document_kinds},
        {one.key for one in new.document_kinds},
    )
    yield from _nameless(
        "milestone",
        "milestones",
        (one.key for one in facts.milestones),
        {one.key: one.name for one in old.milestones},
        {one.key for one in new.milestones},
    )


def _nameless(
    one: str, many: str, used: Iterable[str], names: Mapping[str, str], known: Collection[str]
) -> Iterator[str]:
    for key, times in Counter(used).items():
        if key not in known:
            yield f"{counted(times, one, many)} of “{names.get(key, key)}”"


def unknown_in_words(unknown: Sequence[str]) -> str:
    """What the other version has no word for, in one sentence; nothing, where it has all."""
    if not unknown:
        return ""
    return f"The other version has no word for {listed(unknown)}: kept, but counted for nothing."


@dataclass(frozen=True, slots=True)
class Seen:
    """The state of one enrolment as a preview showed it."""

    enrolment_id: int
    counter: int
    key: str
    version: str
    on: date


def token(target_digest: str, seen: Iterable[Seen]) -> str:
    """Names exactly what a preview showed: it changes with every fact, version and day."""
    lines = sorted(f"{s.enrolment_id} {s.counter} {s.key} {s.version} {s.on}" for s in seen)
    return sha256("\n".join((target_digest, *lines)).encode()).hexdigest()


def why_left_alone(*, is_ended: bool, is_there: bool, is_own: bool) -> str:
    """Why somebody is not moved with the others; nothing, for one who is."""
    if is_own:
        return "Your own training: another administrator moves you."
    if is_there:
        return "Under that version already."
    return "Ended: kept under its version." if is_ended else ""


@dataclass(frozen=True, slots=True)
class Stay:
    """A stretch under one version. The days are those on which it began and ended."""

    key: str
    version: str
    since: date
    until: date | None
    """The day of the move away; none, while it holds."""


def stays(
    started_on: date,
    moves: Sequence[tuple[date, tuple[str, str], tuple[str, str]]],
    now: tuple[str, str],
) -> tuple[Stay, ...]:
    """The versions that an enrolment was under, the first one first.

    Each move is its day, the key and version it led from, and those it led to.
    """
    if not moves:
        return (Stay(*now, started_on, None),)
    begins = [started_on, *(on for on, _, _ in moves)]
    ends = [*(on for on, _, _ in moves), None]
    under = [moves[0][1], *(to for _, _, to in moves)]
    return tuple(
        Stay(*version, since, until)
        for version, since, until in zip(under, begins, ends, strict=True)
    )

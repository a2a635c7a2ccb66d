"""Reads the entry line: `50 A7 yesterday`, `1:15 supervision mon`, `A7 dna 12/11`. Pure."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from workbench.curricula.activities import Attendance, Mode
from workbench.hours.domain.quick_words import day_at, duration

_WORD = re.compile(r"[^\s,;]+")

ATTENDANCE = {
    "dna": Attendance.DID_NOT_ATTEND,
    "missed": Attendance.DID_NOT_ATTEND,
    "cancelled": Attendance.CANCELLED_LATE,
    "canc": Attendance.CANCELLED_LATE,
    "late": Attendance.CANCELLED_LATE,
    "attended": Attendance.ATTENDED,
}
MODES = {
    "video": Mode.VIDEO,
    "online": Mode.VIDEO,
    "phone": Mode.TELEPHONE,
    "telephone": Mode.TELEPHONE,
    "person": Mode.IN_PERSON,
    "f2f": Mode.IN_PERSON,
}
FILLERS = frozenset({"with", "on", "at", "by", "in", "min", "mins", "minutes", "session", "for"})
SHORTEST_PREFIX = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words that mean something to one trainee, all in small letters."""

    codes: Mapping[str, str]
    """Small letters to the code as it is written."""
    activities: Mapping[str, str]
    measures: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Unread:
    """A word that was not understood, and where it stands in the text."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the line says; what it does not say is None."""

    minutes: int | None = None
    day: date | None = None
    code: str | None = None
    activity: str | None = None
    attendance: Attendance | None = None
    mode: Mode | None = None
    totals: tuple[tuple[str, int], ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def is_certain(self) -> bool:
        """Every word was understood, and it says what was done."""
        return not self.unread and (self.code is not None or self.activity is not None)


Step = tuple[Reading, int]
"""The reading with one thing more, and how many words that took."""


def vocabulary(
    codes: Sequence[str], activities: Sequence[str], measures: Mapping[str, str]
) -> Vocabulary:
    """Words from the trainee's cases and the curriculum: keys of activities, names of measures.

    A part of an activity's key stands for it where no other activity has that part.
    """
    parts = [(part, key) for key in activities for part in key.split("_")]
    several = {part for part, key in parts if any(p == part and k != key for p, k in parts)}
    words = {part: key for part, key in parts if part not in several}
    names = {key.lower(): key for key in measures}
    for key, name in measures.items():
        names[name.lower()] = key
        names[name.lower().rstrip("0123456789").rstrip("-")] = key
    return Vocabulary(
        codes={code.lower(): code for code in codes},
        activities=words | {key: key for key in activities},
        measures=names,
    )


def read(text: str, words: Vocabulary, today: date) -> Reading:
    """Read a line. Each thing is said once; a second time it counts as not understood."""
    found = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    tokens = [word.lower().strip(".") or word for word, _, _ in found]
    reading, at = Reading(), 0
    while at < len(tokens):
        step = _step(reading, tokens[at:], words, today)
        if step is None:
            reading = replace(reading, unread=(*reading.unread, Unread(*found[at])))
            at += 1
        else:
            reading, taken = step
            at += taken
    return reading


def _step(reading: Reading, tokens: Sequence[str], words: Vocabulary, today: date) -> Step | None:
    readers: tuple[Callable[[], Step | None], ...] = (
        lambda: _total(reading, tokens, words),
        lambda: _code(reading, tokens[0], words),
        lambda: _day(reading, tokens, today),
        lambda: _minutes(reading, tokens[0]),
        lambda: _manner(reading, tokens[0]),
        lambda: _activity(reading, tokens[0], words),
        lambda: (reading, 1) if tokens[0] in FILLERS else None,
    )
    return next((step for step in (reader() for reader in readers) if step is not None), None)


def _total(reading: Reading, tokens: Sequence[str], words: Vocabulary) -> Step | None:
    measure = words.measures.get(tokens[0])
    taken = {key for key, _ in reading.totals}
    if measure is None or measure in taken or len(tokens) < 2:  # noqa: PLR2004 - name and number
        return None
    if not re.fullmatch(r"[0-9]{1,3}", tokens[1]):
        return None
    return replace(reading, totals=(*reading.totals, (measure, int(tokens[1])))), 2


def _code(reading: Reading, token: str, words: Vocabulary) -> Step | None:
    code = words.codes.get(token)
    if code is None or reading.code is not None:
        return None
    return replace(reading, code=code), 1


def _day(reading: Reading, tokens: Sequence[str], today: date) -> Step | None:
    found = day_at(tokens, today)
    if found is None or reading.day is not None:
        return None
    day, taken = found
    return replace(reading, day=day), taken


def _minutes(reading: Reading, token: str) -> Step | None:
    minutes = duration(token)
    if minutes is None or reading.minutes is not None:
        return None
    return replace(reading, minutes=minutes), 1


def _manner(reading: Reading, token: str) -> Step | None:
    """How people met, or whether the client came."""
    if token in ATTENDANCE and reading.attendance is None:
        return replace(reading, attendance=ATTENDANCE[token]), 1
    if token in MODES and reading.mode is None:
        return replace(reading, mode=MODES[token]), 1
    return None


def _activity(reading: Reading, token: str, words: Vocabulary) -> Step | None:
    if reading.activity is not None:
        return None
    key = words.activities.get(token) or _by_prefix(token, words.activities)
    return None if key is None else (replace(reading, activity=key), 1)


def _by_prefix(token: str, activities: Mapping[str, str]) -> str | None:
    if len(token) < SHORTEST_PREFIX:
        return None
    meant = {key for word, key in activities.items() if word.startswith(token)}
    return meant.pop() if len(meant) == 1 else None

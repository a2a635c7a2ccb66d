"""Where the marks of a chart stand, from plain figures. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

LETTER = 7
"""How wide a letter under a row of dots is at most, in units of its view box."""

Figure = int | float | Fraction
"""A total, a mean or a share: whatever can be drawn."""

LEFT, RIGHT, TOP, FLOOR = 24.0, 318.0, 10.0, 110.0
"""The frame that the curve and the adherence dots share, in units of their view box."""

NAME, ROOM = 70.0, 20.0
"""How long the name of the caseness line is, and how high with some air."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a bar in per cent of its length; kind is the class that colours it."""

    kind: str
    start: float
    width: float


def segments(needed: Figure, done: Figure, waiting: Figure = 0, draft: Figure = 0) -> list[Segment]:
    """The parts of a bar, in this order, never past its end."""
    parts: list[Segment] = []
    start = 0.0
    for kind, amount in (("a", done), ("b", waiting), ("c", draft)):
        width = min(_share(amount, needed), 100.0 - start)
        if width > 0:
            parts.append(Segment(kind, round(start, 2), round(width, 2)))
            start += width
    return parts


def _share(amount: Figure, whole: Figure) -> float:
    return max(0.0, float(amount) / float(whole) * 100) if whole else 100.0


def percent(amount: Figure, whole: Figure) -> float:
    """A place along a bar, in per cent, between its ends."""
    return round(min(100.0, _share(amount, whole)), 2)


@dataclass(frozen=True, slots=True)
class Point:
    """One measured session of a curve."""

    session: int
    score: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A number under the axis and where it stands."""

    session: int
    x: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A measure by session: the line, its gaps, the caseness line, the ends of the phases."""

    points: tuple[Point, ...]
    line: str
    gaps: str
    caseness_y: float | None
    borders: tuple[float, ...]
    ticks: tuple[Tick, ...]

    @property
    def caseness_left(self) -> bool:
        """Whether the caseness line is named beneath its left end: the curve runs at its right."""
        line = self.caseness_y or FLOOR
        return self._runs(RIGHT - NAME, RIGHT, line - ROOM, line + ROOM) and not self._runs(
            LEFT, LEFT + NAME, line, line + ROOM
        )

    def _runs(self, start: float, end: float, top: float, foot: float) -> bool:
        return any(start <= p.x <= end and top <= p.y <= foot for p in self.points)


def curve(
    scores: Iterable[tuple[int, int | None]],
    *,
    top: int,
    sessions: int,
    phase_ends: Sequence[int] = (),
    caseness: int | None = None,
) -> Curve:
    """The curve of (session, total) pairs; a total of None, or a session left out, is a gap."""
    taken = sorted((number, score) for number, score in scores if score is not None)
    last = max([sessions, 2, *(number for number, _ in taken)])
    points = tuple(Point(n, s, _across(n, last), _height(s, top)) for n, s in taken)
    return Curve(
        points=points,
        line=_line(points),
        gaps=_gaps(points),
        caseness_y=None if caseness is None else _height(caseness, top),
        borders=tuple(_across(end + 0.5, last) for end in phase_ends if end < last),
        ticks=tuple(Tick(n, _across(n, last)) for n in _tick_numbers(last)),
    )


def _across(session: float, last: int) -> float:
    return round(LEFT + (session - 1) * (RIGHT - LEFT) / (last - 1), 1)


def _height(value: Figure, top: Figure) -> float:
    return round(FLOOR - float(value) / float(top) * (FLOOR - TOP), 1)


def _line(points: Sequence[Point]) -> str:
    """A path that is broken wherever a session is missing."""
    path = ""
    before: int | None = None
    for point in points:
        move = "L" if before == point.session - 1 else "M"
        path += f"{move}{point.x} {point.y}"
        before = point.session
    return path


def _gaps(points: Sequence[Point]) -> str:
    """A path across the sessions that are missing between two that are there."""
    return "".join(
        f"M{left.x} {left.y}L{right.x} {right.y}"
        for left, right in pairwise(points)
        if right.session - left.session > 1
    )


def _tick_numbers(last: int) -> list[int]:
    step = 4 if last <= 20 else 6 * (1 + last // 60)  # noqa: PLR2004  # wider apart where more must fit
    near = step / 2
    return [n for n in range(1, last, step) if last - n > near] + [last]


@dataclass(frozen=True, slots=True)
class Rated:
    """One rated session in its phase's panel; a rating not there, or not to be seen, is None."""

    label: str
    x: float
    self_y: float | None
    supervisor_y: float | None


@dataclass(frozen=True, slots=True)
class Panel:
    """One phase of the adherence plot."""

    phase: str
    x: float
    width: float
    rated: tuple[Rated, ...]


Ratings = Sequence[tuple[str, Figure | None, Figure | None]]
"""Label of the session, own mean, supervisor's mean."""


def panels(phases: Sequence[tuple[str, Ratings]], *, top: int) -> list[Panel]:
    """A panel a phase, its rated sessions spread evenly in it."""
    count = max(1, len(phases))
    width = round((296.0 - 13 * (count - 1)) / count, 1)
    return [
        Panel(phase, x, width, _rated(ratings, x, width, top))
        for index, (phase, ratings) in enumerate(phases)
        for x in [round(LEFT + index * (width + 13), 1)]
    ]


def _rated(ratings: Ratings, x: float, width: float, top: int) -> tuple[Rated, ...]:
    apart = width / (len(ratings) + 1)
    return tuple(
        Rated(
            label,
            round(x + apart * place, 1),
            None if own is None else _height(own, top),
            None if theirs is None else _height(theirs, top),
        )
        for place, (label, own, theirs) in enumerate(ratings, start=1)
    )


@dataclass(frozen=True, slots=True)
class Dot:
    """One session of the treatment: done, miss, next or todo."""

    kind: str
    x: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A phase under its dots."""

    name: str
    start: int
    end: int
    is_now: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class Dots:
    """The row of sessions with its phases; width is that of the view box."""

    dots: tuple[Dot, ...]
    stretches: tuple[Stretch, ...]
    width: int


def session_dots(
    kinds: Sequence[str], phases: Sequence[tuple[str, int, int]], *, now: int | None = None
) -> Dots:
    """A dot for each session in order; phases are (name, first, last) and part the row."""
    starts = [first for _, first, _ in phases]
    places = [
        8 + 17 * index + 14 * sum(1 for start in starts if 1 < start <= index + 1)
        for index in range(len(kinds))
    ]
    shown = [(name, first, min(last, len(kinds))) for name, first, last in phases]
    return Dots(
        dots=tuple(Dot(kind, x) for kind, x in zip(kinds, places, strict=True)),
        stretches=tuple(
            Stretch(
                _fitting(name, places[last - 1] - places[first - 1] + 12),
                places[first - 1] - 6,
                places[last - 1] + 6,
                is_now=now is not None and first <= now <= last,
                is_last=last == len(kinds),
            )
            for name, first, last in shown
            if first <= last
        ),
        width=places[-1] + 13 if places else 13,
    )


def _fitting(name: str, width: int) -> str:
    """The name, or its first word where the whole would run into the next one."""
    return name if len(name) * LETTER <= width else name.partition(" ")[0]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two ratings of one task on one line, in per cent of its length."""

    own: float | None
    theirs: float | None
    is_same: bool
    is_wide: bool


def pair(own: Figure | None, theirs: Figure | None, *, top: int, wide: int = 2) -> Pair:
    """Where the two stand; a gap of `wide` points or more is worth talking about."""
    gap = None if own is None or theirs is None else abs(float(own) - float(theirs))
    return Pair(
        own=None if own is None else _along(own, top),
        theirs=None if theirs is None else _along(theirs, top),
        is_same=gap == 0,
        is_wide=gap is not None and gap >= wide,
    )


def _along(value: Figure, top: int) -> float:
    return round(4 + float(value) / top * 92, 1)

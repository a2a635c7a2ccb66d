"""Stretches of days: a supervision, a pause, a membership, an enrolment. Pure.

Every last day still counts, and a stretch without one has no end yet.
"""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from workbench.errors import Refusal


class Stretch(Protocol):
    """Anything with a first day and perhaps a last one."""

    @property
    def started_on(self) -> date:
        """The first day on which it held."""

    @property
    def ended_on(self) -> date | None:
        """The last day on which it held; none while it goes on."""


class OutOfOrder(Refusal):
    """A last day before the first, or a day outside what it must lie in."""


class Overlapping(Refusal):
    """A stretch that would run beside another of its kind."""


def holds(stretch: Stretch, on: date) -> bool:
    """Whether a stretch holds on a day."""
    return stretch.started_on <= on and (stretch.ended_on is None or stretch.ended_on >= on)


def overlap(one: Stretch, other: Stretch) -> bool:
    """Whether there is a day on which both hold."""
    return (one.ended_on is None or one.ended_on >= other.started_on) and (
        other.ended_on is None or other.ended_on >= one.started_on
    )


def refuse_overlap(new: Stretch, others: Iterable[Stretch], words: str) -> None:
    """Raise Overlapping, in the words given, if the new stretch shares a day with another."""
    if any(overlap(new, other) for other in others):
        raise Overlapping(words, field="started_on")


def last_day(stretch: Stretch, on: date, *, field: str = "ended_on") -> date:
    """The last day, if the stretch can end on it. Raises OutOfOrder."""
    if on < stretch.started_on:
        message = f"It began on {said(stretch.started_on)}, so it cannot end before that."
        raise OutOfOrder(message, field=field)
    return on


def within(enrolment: Stretch, on: date, *, field: str = "started_on") -> date:
    """The day, if it lies within the enrolment. Raises OutOfOrder."""
    if on < enrolment.started_on:
        message = f"The enrolment began on {said(enrolment.started_on)}. Choose that day or later."
        raise OutOfOrder(message, field=field)
    if enrolment.ended_on is not None and on > enrolment.ended_on:
        message = f"The enrolment ended on {said(enrolment.ended_on)}. Choose that day or earlier."
        raise OutOfOrder(message, field=field)
    return on


def not_after(today: date, on: date, *, field: str) -> date:
    """The day, if it has come. Raises OutOfOrder."""
    if on > today:
        message = f"{said(on)} has not come yet. Choose today or an earlier day."
        raise OutOfOrder(message, field=field)
    return on


def said(on: date) -> str:
    """A day as it is said in a refusal: 12 February 2027."""
    return f"{on.day} {on:%B} {on.year}"

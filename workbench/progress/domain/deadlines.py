"""The requirement "something by so many months after something else". Pure."""

from datetime import date
from fractions import Fraction

from workbench.curricula.asked_standing import Deadline, DeadlineForce, Pauses
from workbench.progress.domain import words
from workbench.progress.domain.evidence import Evidence
from workbench.progress.domain.findings import Finding, Link, NextMove, Standing, Unit, Whose
from workbench.progress.domain.milestones import first_of_milestone, last_of_milestone
from workbench.progress.domain.months import add_months
from workbench.progress.domain.pausing import extended, rests


def deadline(asked: Deadline, evidence: Evidence) -> Finding:
    """Met when the clock stopped on the last day or before.

    Not due while there is time, or while nothing has started the clock; overdue from the day after
    the last; short where it was done too late.
    """
    started = _started(asked, evidence)
    stopped = _stopped(asked, evidence)
    due = _due(asked, started, evidence) if started else None
    standing = standing_of(due, stopped, on=evidence.on)
    return Finding(
        **evidence.heading(asked),
        unit=Unit.MILESTONES,
        needed=Fraction(1),
        have=Fraction(standing is Standing.MET),
        standing=standing,
        explanation=words.sentence(_explanation(asked, standing, due, stopped)),
        next_move=_next_move(asked, standing),
        met_on=stopped if standing is Standing.MET else None,
        due=due,
        blocks=asked.force is DeadlineForce.REQUIRED,
    )


def standing_of(due: date | None, stopped: date | None, *, on: date) -> Standing:
    """Where a deadline stands. What is done before its clock ever started is in time."""
    if stopped is not None:
        return Standing.MET if due is None or stopped <= due else Standing.SHORT
    return Standing.NOT_DUE if due is None or on <= due else Standing.OVERDUE


def _due(asked: Deadline, started: date, evidence: Evidence) -> date:
    """The last day, moved on by the days of pauses where the file says that they extend it."""
    last = add_months(started, asked.months)
    if asked.pauses is Pauses.IGNORED:
        return last
    return extended(rests(evidence.facts.pauses, on=evidence.on), started, last)


def _started(asked: Deadline, evidence: Evidence) -> date | None:
    """When the clock began, or ran anew. What restarts a clock that never ran starts nothing."""
    first = _first_started(asked, evidence)
    if first is None or asked.restarted_by is None:
        return first
    anew = last_of_milestone(evidence, asked.restarted_by)
    return max(first, anew.on) if anew else first


def _first_started(asked: Deadline, evidence: Evidence) -> date | None:
    if asked.from_milestone is not None:
        happened = first_of_milestone(evidence, asked.from_milestone)
        return happened.on if happened else None
    return _first_of(asked.from_first_of, evidence)


def _stopped(asked: Deadline, evidence: Evidence) -> date | None:
    if asked.until_first_of:
        return _first_of(asked.until_first_of, evidence)
    found = [evidence.found.get(key) for key in asked.until_met]
    days = [one.met_on for one in found if one is not None and one.met_on is not None]
    return max(days) if days and len(days) == len(found) else None


def _first_of(activities: tuple[str, ...], evidence: Evidence) -> date | None:
    """The day of the first entry that counts or will once it is countersigned; no draft does."""
    return next((credit.entry.on for credit in evidence.handed_in(activities)), None)


def _explanation(
    asked: Deadline, standing: Standing, due: date | None, stopped: date | None
) -> str:
    last = words.day(due) if due else ""
    match standing:
        case Standing.MET if due is None and stopped is not None:
            return f"done on {words.day(stopped)}"
        case Standing.MET if stopped is not None:
            return f"done on {words.day(stopped)}; the last day was {last}"
        case Standing.SHORT if stopped is not None:
            return f"done on {words.day(stopped)}, after the last day, {last}. {asked.otherwise}"
        case Standing.OVERDUE:
            return f"the last day was {last}. {asked.otherwise}"
        case _:
            return f"to be done by {last}" if due else "nothing has started this clock yet"


def _next_move(asked: Deadline, standing: Standing) -> NextMove | None:
    match standing:
        case Standing.OVERDUE:
            return NextMove(Whose.TRAINEE, asked.otherwise, Link.ENROLMENT)
        case Standing.SHORT:
            return NextMove(Whose.PROVIDER, "Say what follows", Link.ENROLMENT)
        case _:
            return None

"""Plain facts for golden cases of the shipped curricula, and what one requirement says of them."""

from datetime import date, timedelta
from itertools import count

from workbench.curricula.activities import Attendance
from workbench.curricula.asked import RaterRole
from workbench.curricula.library import Library
from workbench.curricula.taking import taking
from workbench.progress.domain.evaluate import evaluate
from workbench.progress.domain.facts import (
    CaseFact,
    CaseStanding,
    EnrolmentFact,
    EntryFact,
    EntryStanding,
    Facts,
    MilestoneFact,
    RatingFact,
    SessionFact,
    Verdict,
)
from workbench.progress.domain.findings import Finding

LIBRARY = Library()
numbers = count(1)


def finding_in(key, requirement, known: Facts, *, on, **readings) -> Finding:
    """The finding of one requirement of a shipped file, with the readings that are named."""
    curriculum = taking(LIBRARY.latest(key), readings)
    gates = evaluate(curriculum, known, on=on)
    [finding] = [one for gate in gates for one in gate.findings if one.key == requirement]
    return finding


def entry(activity, on, minutes=60, **fields):
    """A countersigned entry of the log, of an hour where nothing else is said."""
    fields = {"standing": EntryStanding.COUNTERSIGNED, "countersigned_on": on, **fields}
    return EntryFact(id=next(numbers), activity=activity, on=on, minutes=minutes, **fields)


def facts(*entries, started_on=date(2020, 1, 1), **known):
    """Facts of these entries and whatever else is named."""
    known = {name: tuple(values) for name, values in known.items()}
    return Facts(enrolment=EnrolmentFact(started_on=started_on), entries=entries, **known)


def spread(activity, first, last, number, minutes):
    """So many entries of equal length from the first day to the last, both of which have one."""
    days = (last - first).days
    return [
        entry(activity, first + timedelta(days=days * one // (number - 1)), minutes)
        for one in range(number)
    ]


def therapy(case, opened_on, attended=16, *, standing="completed", activity="dit_therapy", **more):
    """A case with so many weekly therapy sessions, each attended, logged and countersigned."""
    mode = more.pop("mode", None)
    days = [opened_on + timedelta(weeks=number) for number in range(attended)]
    entries = [
        entry(activity, day, 50, case=case, session=number, mode=mode)
        for number, day in enumerate(days, start=1)
    ]
    sessions = [
        SessionFact(
            id=next(numbers),
            case=case,
            number=number,
            on=day,
            attendance=Attendance.ATTENDED,
            minutes=50,
            mode=mode,
            phase="middle",
        )
        for number, day in enumerate(days, start=1)
    ]
    closed_on = days[-1] if standing == "completed" else None
    known = CaseFact(
        code=case,
        opened_on=opened_on,
        closed_on=closed_on,
        standing=CaseStanding(standing),
        **more,
    )
    return known, sessions, entries


def treated(*therapies, entries=(), **known):
    """The facts of some cases with all that belongs to them."""
    logged = [one for _, _, own in therapies for one in own]
    sessions = [one for _, own, _ in therapies for one in own]
    return facts(
        *logged, *entries, cases=[case for case, _, _ in therapies], sessions=sessions, **known
    )


def rating(case, session, *, passed=True, by="supervisor", chosen="supervisor", **fields):
    """A signed rating of one therapy session."""
    fields = {"phase": "middle", "signed_on": date(2025, 12, 1), **fields}
    verdict = Verdict.PASSED if passed else Verdict.NOT_PASSED
    return RatingFact(
        id=next(numbers),
        case=case,
        session=session,
        by=RaterRole(by),
        verdict=verdict,
        selected_by=chosen,
        **fields,
    )


def happened(**days):
    """Milestones by their keys, each with its day."""
    return [MilestoneFact(key=key, on=day) for key, day in days.items()]

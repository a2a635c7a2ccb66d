"""When a case can have its sessions, at one a week. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from workbench.curricula.asked_cases import Cases
from workbench.progress.domain import words
from workbench.progress.domain.case_work import CaseWork, case_work
from workbench.progress.domain.evidence import Evidence
from workbench.progress.domain.facts import CaseStanding
from workbench.progress.domain.foreseen import Foreseen

WEEK = timedelta(days=7)


def case_ahead(asked: Cases, known: Evidence) -> Iterator[Foreseen]:
    """Every open case that lacks sessions, with the first day on which it can have them."""
    if known.found[asked.key].is_met:
        return
    for work in case_work(asked, known):
        first = earliest(asked, work, on=known.on)
        if first is not None and first > known.on:
            yield Foreseen(
                gate=known.gate,
                key=asked.key,
                by=first,
                what=f"The earliest day for {asked.sessions} sessions of {work.case.code}",
                why=words.sentence(f"{_to_go(asked, work)} to go, one a week"),
                falls_short=False,
            )


def earliest(asked: Cases, work: CaseWork, *, on: date) -> date | None:
    """The first day on which a case can have its sessions, none where it ended without them.

    An open one goes on with one session a week from its last.
    """
    missing, standing = _missing(asked, work), work.case.standing
    if missing <= 0 and standing is not CaseStanding.DROPPED_OUT:
        return work.last_day()
    if standing is not CaseStanding.OPEN:
        return None
    last = max(work.held.attended.values(), default=work.case.opened_on)
    return max(last + WEEK, on) + (missing - 1) * WEEK


def too_late(asked: Cases, due: date, known: Evidence) -> Iterator[str]:
    """Whether fewer cases than are asked for can be done by a day, in a sentence.

    A case that is opened today and sees its patient every week makes up for one that is missing.
    """
    if known.on + (asked.sessions - 1) * WEEK <= due:
        return
    days = [earliest(asked, work, on=known.on) for work in case_work(asked, known)]
    can = sum(day is not None and day <= due for day in days)
    if can < asked.cases:
        yield (
            f"{words.number(can).capitalize() if can else 'None'} of the cases can have "
            f"{asked.sessions} sessions by then, at one a week."
        )


def _to_go(asked: Cases, work: CaseWork) -> str:
    return words.counted(_missing(asked, work), "session")


def _missing(asked: Cases, work: CaseWork) -> int:
    return asked.sessions - len(work.sessions(asked))

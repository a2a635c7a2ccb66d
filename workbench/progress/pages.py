"""Turns an overview into what a page shows to one reader: whose move, and where it is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import url_for
from flask_login import current_user

from workbench.clock import today
from workbench.db import session, transaction
from workbench.policy import Permission
from workbench.progress.commands import keep
from workbench.progress.domain.case_lines import CaseLine, RatedSession
from workbench.progress.domain.overview import MoveLine, Overview
from workbench.progress.queries import kept_overview, worked_out
from workbench.training.models import Enrolment
from workbench.web.curriculum import curriculum_of
from workbench.web.guard import may

STATES = {
    "returned": "returned",
    "queried": "queried",
    "overdue": "stuck",
    "lagging": "behind",
    "short": "behind",
    "comments": "queried",
    "document_due": "behind",
    "rate_yourself": "waiting",
    "drafts": "draft",
    "no_supervisor": "stuck",
}
"""The shape and colour of a move, from the table of standings; what waits for others is waiting."""

ACTS = {
    "returned": "Fix",
    "queried": "Answer",
    "lagging": "Log it",
    "comments": "Answer",
    "document_due": "Write",
    "rate_yourself": "Rate",
    "drafts": "Send",
}

SAID = frozenset({"returned", "queried"})
"""Moves whose reason quotes a supervisor's words on an entry."""

TITLES = frozenset({"Dr", "Prof"})


@dataclass(frozen=True, slots=True)
class MoveShown:
    """A move as one reader sees it."""

    state: str
    whose: str
    what: str
    why: str
    quote: str | None
    url: str | None
    act: str
    is_readers: bool


@dataclass(frozen=True, slots=True)
class RatingsShown:
    """A case's ratings by phase, with only those means that the reader may know."""

    phases: tuple[tuple[str, tuple[tuple[str, float | None, float | None], ...]], ...]
    sentence: str


def overview_of(enrolment: Enrolment) -> Overview:
    """The overview of an enrolment today in its trainee's zone, kept or worked out anew."""
    day = today(enrolment.trainee.zone)
    kept = kept_overview(session(), enrolment, day)
    if kept is not None:
        return kept
    found = worked_out(session(), enrolment, curriculum_of(enrolment), day)
    with transaction() as db:
        keep(db, enrolment, found)
    return found


def moves_for(enrolment: Enrolment, shown: Overview) -> list[MoveShown]:
    """The moves, in the reader's own words: "Your move", or a name."""
    return [_move(enrolment, shown, line) for line in shown.moves]


def ratings_for(enrolment: Enrolment, case: CaseLine) -> RatingsShown | None:
    """The ratings of a case, or None for a reader who may not see ratings."""
    if not may(Permission.RATINGS_READ, enrolment):
        return None
    is_own = enrolment.trainee_id == current_user.actor.person_id
    seen = [_seen(one, is_own=is_own) for one in case.ratings]
    phases = tuple((name, tuple(_in_phase(seen, first, last))) for name, first, last in case.phases)
    return RatingsShown(phases, _said(seen))


def _in_phase(
    seen: list[RatedSession], first: int, last: int
) -> list[tuple[str, float | None, float | None]]:
    rated = (one for one in seen if first <= one.session <= last)
    shown = (one for one in rated if one.own is not None or one.theirs is not None)
    return [(f"session {one.session}", one.own, one.theirs) for one in shown]


def _seen(one: RatedSession, *, is_own: bool) -> RatedSession:
    """Each sees the other's rating only after signing their own."""
    if one.own is not None and one.theirs is not None:
        return one
    if is_own:
        return RatedSession(session=one.session, phase=one.phase, own=one.own)
    return RatedSession(session=one.session, phase=one.phase, theirs=one.theirs)


def _said(seen: list[RatedSession]) -> str:
    rated = [one for one in seen if one.own is not None or one.theirs is not None]
    if not rated:
        return "Not rated yet."
    last = rated[-1]
    own = "not in yet" if last.own is None else str(last.own)
    theirs = "not in yet" if last.theirs is None else str(last.theirs)
    return f"Session {last.session}: self {own}, supervisor {theirs}."


def _move(enrolment: Enrolment, shown: Overview, line: MoveLine) -> MoveShown:
    is_own_page = enrolment.trainee_id == current_user.actor.person_id
    is_readers = (not line.whose and is_own_page) or line.whose == current_user.name
    why, quote = _why(enrolment, line)
    return MoveShown(
        state="waiting" if line.whose else STATES.get(line.kind, "waiting"),
        whose="Your move" if is_readers else called(line.whose or enrolment.trainee.name),
        what=line.what,
        why=why,
        quote=quote,
        url=_url(enrolment, shown, line),
        act=ACTS.get(line.kind, "See") if is_readers else "See",
        is_readers=is_readers,
    )


def called(name: str) -> str:
    """How somebody is called in a narrow place: "Dr Ahmed" for "Dr Anwar Ahmed"."""
    title, *rest = name.split()
    return f"{title} {rest[-1]}" if title in TITLES and rest else name


def _why(enrolment: Enrolment, line: MoveLine) -> tuple[str, str | None]:
    """The reason, with what was said about an entry for those alone who may read its words."""
    why, quote = _quoted(line.why)
    if line.kind in SAID and not may(Permission.CASES_READ, enrolment):
        return why.removesuffix(":"), None
    return why, quote


def _quoted(why: str) -> tuple[str, str | None]:
    """A person's own words at the end of a reason stand apart: they are set in serif."""
    said, mark, words = why.partition("“")
    return (said.strip(), words.removesuffix("”")) if mark else (why, None)


def entry_url(entry_id: int) -> str:
    """Where one entry is shown."""
    return url_for("hours.entry", row_id=entry_id)


def _url(enrolment: Enrolment, shown: Overview, line: MoveLine) -> str | None:
    """Where the move is made, if the reader may go there."""
    needed, address = LINKS[line.link]
    return address(enrolment, shown, line.target) if may(needed, enrolment) else None


def _case_url(_enrolment: Enrolment, shown: Overview, code: str) -> str | None:
    ids = {case.code: case.id for case in shown.cases}
    return url_for("cases.case", row_id=ids[code]) if code in ids else None


Address = Callable[[Enrolment, Overview, str], str | None]

LINKS: Mapping[str, tuple[Permission, Address]] = {
    "entry": (Permission.HOURS_READ, lambda _e, _s, target: entry_url(int(target))),
    "log": (
        Permission.HOURS_READ,
        lambda e, _s, target: url_for("hours.log", row_id=e.id, standing=target or None),
    ),
    "case": (Permission.CASES_READ, _case_url),
    "document": (
        Permission.DOCUMENTS_READ,
        lambda _e, _s, target: url_for("documents.document", row_id=int(target)),
    ),
    "rating": (Permission.RATINGS_READ, lambda _e, _s, _t: url_for("adherence.index")),
    "enrolment": (
        Permission.TRAINING_ADMINISTER,
        lambda e, _s, _t: url_for("training.arrangements", row_id=e.id),
    ),
}
"""What a move's link needs, and the address it leads to."""

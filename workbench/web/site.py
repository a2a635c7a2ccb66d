"""What the frame of every page shows: who is signed in, where they may go, light or dark."""

from dataclasses import dataclass

from flask import Blueprint, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from workbench.policy import Actor
from workbench.web.guard import public
from workbench.web.targets import safe_target

bp = Blueprint("web", __name__)

THEMES = frozenset({"light", "dark"})
YEAR_SECONDS = 31_536_000

TRAINEE_PAGES = (
    ("Home", "progress.home"),
    ("Hours", "hours.own_log"),
    ("Cases", "cases.own_cases"),
    ("Documents", "documents.index"),
    ("Ratings", "adherence.index"),
)
SUPERVISOR_PAGES = (
    ("Inbox", "progress.inbox"),
    ("Trainees", "progress.trainees"),
    ("Documents", "documents.index"),
    ("Ratings", "adherence.index"),
)
ADMINISTRATOR_PAGES = (
    ("Cohorts", "progress.cohorts"),
    ("People", "training.people"),
    ("Records", "records.index"),
    ("Curricula", "publishing.curricula"),
)

UNDER = {
    "progress.cohort": {"progress.cohorts"},
    "progress.enrolment": {"progress.home", "progress.trainees"},
    "progress.finding": {"progress.home", "progress.trainees"},
    "hours.waiting": {"progress.inbox"},
    "publishing.curricula": {"publishing.curricula"},
    "publishing.curriculum": {"publishing.curricula"},
}
"""Which places a page belongs to, where its blueprint does not say."""


@dataclass(frozen=True, slots=True)
class NavItem:
    """One link of the main navigation."""

    label: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Site:
    """The frame of a page."""

    nav: tuple[NavItem, ...]
    person_name: str | None
    theme: str | None
    shortcuts: bool
    shared: bool


def site() -> Site:
    """The frame for the person who asks."""
    known = bool(current_user.is_authenticated)
    return Site(
        nav=_nav(current_user.actor) if known else (),
        person_name=current_user.name if known else None,
        theme=_theme(),
        shortcuts=not known or current_user.shortcuts,
        shared=known and current_user.shared,
    )


def pages_for(actor: Actor) -> tuple[tuple[str, str], ...]:
    """The pages of every role that the person holds, each once."""
    pages: dict[str, str] = {}
    if actor.trains:
        pages |= TRAINEE_PAGES
    if actor.supervises:
        pages |= SUPERVISOR_PAGES
    if actor.administers:
        pages |= ADMINISTRATOR_PAGES
    return tuple(pages.items())


def _nav(actor: Actor) -> tuple[NavItem, ...]:
    return tuple(
        NavItem(label, url_for(endpoint), current=_is_current(endpoint))
        for label, endpoint in pages_for(actor)
        if endpoint in current_app.view_functions
    )


def _is_current(place: str) -> bool:
    """Whether the page that is asked for is the place, or belongs to it."""
    here = request.endpoint or ""
    blueprint = here.partition(".")[0]
    if here in UNDER or blueprint == "progress":
        return place in UNDER.get(here, {here})
    if blueprint == "training":
        return place == "training.people"
    return place.partition(".")[0] == blueprint


def _theme() -> str | None:
    asked = request.cookies.get("theme")
    return asked if asked in THEMES else None


@bp.post("/theme")
@public
def theme() -> ResponseReturnValue:
    """Keep light or dark in a cookie, so that no page flashes in the other."""
    answer = redirect(safe_target(request.form.get("next")), code=303)
    chosen = request.form.get("theme")
    if chosen in THEMES:
        answer.set_cookie("theme", chosen, max_age=YEAR_SECONDS, samesite="Lax", httponly=True)
    else:
        answer.delete_cookie("theme")
    return answer

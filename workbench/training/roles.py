"""Loads the signed-in person with today's roles: what every request begins with."""

from collections import defaultdict
from datetime import timedelta

from workbench.accounts.commands import SHARED_LASTS
from workbench.accounts.models import Person, WebSession
from workbench.accounts.signed_in import SignedIn
from workbench.clock import now, today
from workbench.db import session, transaction
from workbench.policy import Actor
from workbench.training.queries import web_session_with_roles

SEEN_EVERY = timedelta(minutes=1)


def load_signed_in(token: str) -> SignedIn | None:
    """The person behind a cookie's token, or None once its web session has ended."""
    rows = web_session_with_roles(session(), token, at=now(), today=today("UTC"))
    if not rows:
        return None
    places: defaultdict[str | None, set[int]] = defaultdict(set)
    for row in rows:
        places[row.role].add(row.place_id)
    _mark_seen(rows[0].WebSession)
    return _signed_in(token, rows[0].WebSession, rows[0].Person, places)


def _signed_in(
    token: str,
    web_session: WebSession,
    person: Person,
    places: defaultdict[str | None, set[int]],
) -> SignedIn:
    actor = Actor(
        person_id=person.id,
        administers=frozenset(places["administers"]),
        supervises=frozenset(places["supervises"]),
        trains=frozenset(places["trains"]),
    )
    return SignedIn(
        token=token,
        name=person.name,
        email=person.email,
        zone=person.zone,
        shortcuts=person.shortcuts,
        shared=web_session.shared,
        actor=actor,
    )


def _mark_seen(web_session: WebSession) -> None:
    """Keep a shared computer's session for 20 minutes from now. At most one write a minute."""
    if now() - web_session.seen_at < SEEN_EVERY:
        return
    with transaction():
        web_session.seen_at = now()
        if web_session.shared:
            web_session.expires_at = now() + SHARED_LASTS

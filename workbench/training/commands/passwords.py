"""A new password for somebody whom an administrator looks after."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from workbench.accounts.commands import make_password_link
from workbench.audit.commands import note
from workbench.errors import Refusal
from workbench.policy import Actor
from workbench.training.people import InvolvedPerson, is_known_elsewhere

LASTS = timedelta(days=3)


class NotYoursToRenew(Refusal):
    """An account that also opens what the administrator may not see."""


def make_new_password_link(
    db: Session, actor: Actor, involved: InvolvedPerson, *, at: datetime
) -> str:
    """A one-time link that sets somebody's password. Returns its token.

    Whoever holds the link can become the person, so it is refused for an account that also opens
    something in a provider that the administrator does not administer.
    """
    if is_known_elsewhere(db, actor, involved.person):
        message = (
            "This password can be renewed only by whoever runs the workbench. Ask them for a "
            "link with “workbench accounts link”."
        )
        raise NotYoursToRenew(message)
    token = make_password_link(db, involved.person, lasts=LASTS, at=at)
    note(db, actor, "accounts.password_link", involved.person, place=involved, at=at)
    return token

"""Inviting somebody by a one-time link, and what following it makes of them."""

from datetime import date, datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from workbench.accounts.commands import make_link, make_person, spend_link, withdraw_link
from workbench.accounts.models import OneTimeLink, Person
from workbench.accounts.queries import person_by_email
from workbench.audit.commands import note
from workbench.policy import Actor
from workbench.training.commands.enrolments import enrol, enrolment_in
from workbench.training.commands.providers import make_member
from workbench.training.domain.roles import may_enrol
from workbench.training.models import Cohort, Invitation, InvitedAs, Provider, Role

LASTS = timedelta(days=14)


def invite(  # noqa: PLR0913 - who invites whom to what
    db: Session,
    actor: Actor | None,
    provider: Provider,
    *,
    email: str,
    name: str,
    invited_as: InvitedAs,
    at: datetime,
    cohort: Cohort | None = None,
    registration: str = "",
) -> str:
    """Make a one-time link and return its token. An open invitation to the same is withdrawn.

    It is the same whether the address has an account or not, so it tells the inviter nothing.
    """
    if actor is not None and invited_as is InvitedAs.TRAINEE:
        _refuse_oneself(db, actor, email)
    _withdraw_same(db, provider, cohort, email, invited_as, at=at)
    link, token = make_link(db, email=email, name=name, person=None, lasts=LASTS, at=at)
    invitation = Invitation(
        provider=provider,
        link=link,
        invited_as=invited_as,
        cohort=cohort,
        registration=registration,
        invited_by_id=actor.person_id if actor else None,
    )
    db.add(invitation)
    note(db, actor, "training.invite", invitation, place=provider, at=at, role=invited_as.value)
    return token


def withdraw_invitation(db: Session, actor: Actor, invitation: Invitation, *, at: datetime) -> None:
    """Make an invitation's link worthless. Raises a Refusal once it was followed."""
    withdraw_link(db, invitation.link, at=at)
    note(db, actor, "training.withdraw_invitation", invitation, at=at)


def reissue_invitation(db: Session, actor: Actor, invitation: Invitation, *, at: datetime) -> str:
    """A new link for an open invitation; the old one stops working. Returns the token."""
    old = invitation.link
    withdraw_link(db, old, at=at)
    invitation.link, token = make_link(
        db, email=old.email, name=old.name, person=None, lasts=LASTS, at=at
    )
    note(db, actor, "training.reissue_invitation", invitation, at=at)
    return token


def accept_as_new(  # noqa: PLR0913 - a new person's name and password, and when
    db: Session,
    invitation: Invitation,
    *,
    name: str,
    password: str,
    today: date,
    at: datetime,
) -> Person:
    """Make an account for the invited address and take the role up, all or nothing.

    Raises a Refusal for a weak password and where the address cannot have a new account.
    """
    person = make_person(db, email=invitation.link.email, name=name, password=password, at=at)
    accept_invitation(db, invitation, person, today=today, at=at)
    return person


def accept_invitation(
    db: Session, invitation: Invitation, person: Person, *, today: date, at: datetime
) -> None:
    """Make the person what they were invited as. The link is spent: once, whoever clicks twice.

    A trainee who comes late to a cohort begins with it, so that the weeks before can be logged.
    """
    spend_link(db, invitation.link, at=at)
    actor = Actor(person_id=person.id)
    note(db, actor, "training.accept_invitation", invitation, at=at)
    if invitation.cohort is not None:
        if enrolment_in(db, invitation.cohort, person) is None:
            first = min(today, invitation.cohort.starts_on)
            enrol(db, actor, invitation.cohort, person, started_on=first, at=at)
        return
    make_member(
        db,
        actor,
        invitation.provider,
        person,
        Role(invitation.invited_as),
        on=today,
        at=at,
        registration=invitation.registration,
    )


def _refuse_oneself(db: Session, actor: Actor, email: str) -> None:
    person = person_by_email(db, email)
    if person is not None and person.id == actor.person_id:
        may_enrol(actor_id=actor.person_id, trainee_id=person.id)


def _withdraw_same(  # noqa: PLR0913 - what makes two invitations the same
    db: Session,
    provider: Provider,
    cohort: Cohort | None,
    email: str,
    invited_as: InvitedAs,
    *,
    at: datetime,
) -> None:
    same = select(Invitation.link_id).where(
        Invitation.provider_id == provider.id,
        Invitation.invited_as == invited_as,
        Invitation.cohort_id.is_not_distinct_from(cohort.id if cohort else None),
    )
    db.execute(
        update(OneTimeLink)
        .where(
            OneTimeLink.id.in_(same),
            OneTimeLink.email == email.strip().lower(),
            OneTimeLink.used_at.is_(None),
            OneTimeLink.withdrawn_at.is_(None),
        )
        .values(withdrawn_at=at)
        .execution_options(synchronize_session=False)
    )

"""Providers, who belongs to them, and their cohorts."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, contains_eager

from workbench.accounts.models import Person
from workbench.audit.commands import note
from workbench.curricula.model import Curriculum
from workbench.errors import Refusal
from workbench.policy import Actor
from workbench.training.commands.supervision import cancel_supervision, end_supervision
from workbench.training.domain.roles import may_leave, offered, short_name
from workbench.training.domain.terms import last_day
from workbench.training.models import (
    Cohort,
    Enrolment,
    Membership,
    Programme,
    Provider,
    Role,
    Supervision,
)
from workbench.training.spans import holds_on


def make_provider(db: Session, *, name: str, short: str, zone: str, at: datetime) -> Provider:
    """Add a training body. Raises a Refusal on a short name that cannot begin a number."""
    provider = Provider(name=name, short_name=short_name(short), zone=zone, created_at=at)
    db.add(provider)
    note(db, None, "training.make_provider", provider, at=at)
    return provider


def make_member(  # noqa: PLR0913 - a membership says who is what, where, since when
    db: Session,
    actor: Actor,
    provider: Provider,
    person: Person,
    role: Role,
    *,
    on: date,
    at: datetime,
    registration: str = "",
) -> Membership:
    """Give a person a standing role in a provider. One who holds it already keeps it."""
    held = db.scalars(
        select(Membership).where(
            Membership.provider_id == provider.id,
            Membership.person_id == person.id,
            Membership.role == role,
            holds_on(Membership, on),
        )
    ).first()
    if held is not None:
        held.registration = registration or held.registration
        return held
    member = Membership(
        provider=provider, person=person, role=role, registration=registration, started_on=on
    )
    db.add(member)
    note(db, actor, "training.make_member", member, place=provider, at=at, role=role.value)
    return member


def end_membership(
    db: Session, actor: Actor, membership: Membership, *, ended_on: date, at: datetime
) -> None:
    """Set the last day of a standing role. A supervisor's supervisions end with it.

    Raises a Refusal for the last administrator and for a day before the first.
    """
    last_day(membership, ended_on)
    if membership.role is Role.ADMINISTRATOR:
        may_leave(others=_other_administrators(db, membership, ended_on))
    else:
        _end_supervisions(db, actor, membership, ended_on=ended_on, at=at)
    membership.ended_on = ended_on
    note(db, actor, "training.end_membership", membership, at=at, role=membership.role.value)


def _end_supervisions(
    db: Session, actor: Actor, membership: Membership, *, ended_on: date, at: datetime
) -> None:
    for supervision in _supervisions_by(db, membership, after=ended_on):
        if supervision.started_on > ended_on:
            cancel_supervision(db, actor, supervision, today=ended_on, at=at)
        else:
            end_supervision(db, actor, supervision, ended_on=ended_on, at=at)


def make_cohort(  # noqa: PLR0913 - a cohort is a provider, a name, a curriculum and a day
    db: Session,
    actor: Actor,
    provider: Provider,
    curriculum: Curriculum,
    *,
    name: str,
    starts_on: date,
    at: datetime,
) -> Cohort:
    """Open a cohort under one published version, which it keeps until it is moved."""
    offered(curriculum)
    _refuse_name_twice(db, provider, name)
    cohort = Cohort(
        provider=provider,
        programme=programme_of(db, provider, curriculum),
        name=name,
        curriculum_key=curriculum.key,
        curriculum_version=curriculum.version,
        starts_on=starts_on,
        created_at=at,
    )
    db.add(cohort)
    note(db, actor, "training.make_cohort", cohort, place=provider, at=at)
    return cohort


def programme_of(db: Session, provider: Provider, curriculum: Curriculum) -> Programme:
    """The provider's offering of a curriculum, made the first time that it is needed."""
    kept = db.scalars(
        select(Programme).where(
            Programme.provider_id == provider.id, Programme.curriculum_key == curriculum.key
        )
    ).one_or_none()
    return kept or Programme(
        provider=provider, curriculum_key=curriculum.key, title=curriculum.title[:160]
    )


def _refuse_name_twice(db: Session, provider: Provider, name: str) -> None:
    taken = db.scalar(
        select(func.count()).where(Cohort.provider_id == provider.id, Cohort.name == name)
    )
    if taken:
        message = f"There is a cohort {name} already. Choose another name."
        raise Refusal(message, field="name")


def _other_administrators(db: Session, membership: Membership, on: date) -> int:
    db.execute(select(Provider.id).where(Provider.id == membership.provider_id).with_for_update())
    return (
        db.scalar(
            select(func.count()).where(
                Membership.provider_id == membership.provider_id,
                Membership.role == Role.ADMINISTRATOR,
                Membership.person_id != membership.person_id,
                Membership.ended_on.is_(None),
                Membership.started_on <= on,
            )
        )
        or 0
    )


def _supervisions_by(db: Session, membership: Membership, *, after: date) -> Sequence[Supervision]:
    return db.scalars(
        select(Supervision)
        .join(Supervision.enrolment)
        .where(
            Enrolment.provider_id == membership.provider_id,
            Supervision.supervisor_id == membership.person_id,
            or_(Supervision.ended_on.is_(None), Supervision.ended_on > after),
        )
        .options(contains_eager(Supervision.enrolment))
        .order_by(Supervision.id)
    ).all()

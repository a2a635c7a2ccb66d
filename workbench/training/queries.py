"""Who is signed in with which roles, and the rows that those roles let them reach."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Date,
    Row,
    Select,
    Subquery,
    and_,
    bindparam,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session, contains_eager, joinedload
from sqlalchemy.sql.base import ExecutableOption

from workbench.accounts.domain.tokens import hashed
from workbench.accounts.models import OneTimeLink, Person, WebSession
from workbench.db import Instant
from workbench.policy import Actor
from workbench.training.models import (
    Accreditation,
    Cohort,
    Enrolment,
    GateReport,
    Invitation,
    Membership,
    Milestone,
    Pause,
    Placement,
    PriorHours,
    Provider,
    Role,
    Supervision,
)
from workbench.training.spans import holds_on

_Row = TypeVar("_Row", Supervision, Milestone, Pause, Placement, PriorHours)


def readable_by(actor: Actor) -> ColumnElement[bool]:
    """The SQL twin of policy's trainee, supervisor and administrator rules for an enrolment."""
    return or_(own(actor), supervised_by(actor), administered_by(actor))


def own(actor: Actor) -> ColumnElement[bool]:
    """The SQL twin of `policy.is_trainee`."""
    return Enrolment.trainee_id == actor.person_id


def supervised_by(actor: Actor) -> ColumnElement[bool]:
    """The SQL twin of `policy.supervises`."""
    return and_(Enrolment.id.in_(actor.supervises), Enrolment.trainee_id != actor.person_id)


def administered_by(actor: Actor) -> ColumnElement[bool]:
    """The SQL twin of `policy.administers` for an enrolment."""
    return and_(
        Enrolment.provider_id.in_(actor.administers), Enrolment.trainee_id != actor.person_id
    )


def find_enrolment(db: Session, actor: Actor, enrolment_id: int) -> Enrolment | None:
    """An enrolment that the actor may read something of."""
    return db.scalars(
        select(Enrolment)
        .where(Enrolment.id == enrolment_id, readable_by(actor))
        .options(
            joinedload(Enrolment.trainee),
            joinedload(Enrolment.cohort),
            joinedload(Enrolment.provider),
        )
    ).one_or_none()


def find_provider(db: Session, actor: Actor, provider_id: int) -> Provider | None:
    """A provider that the actor administers."""
    return db.scalars(
        select(Provider).where(Provider.id == provider_id, Provider.id.in_(actor.administers))
    ).one_or_none()


def provider_named(db: Session, name: str) -> Provider | None:
    """A provider by its full or its short name. For the command line, which nobody signs in to."""
    return db.scalars(
        select(Provider).where(or_(Provider.name == name, Provider.short_name == name))
    ).first()


def find_cohort(db: Session, actor: Actor, cohort_id: int) -> Cohort | None:
    """A cohort of a provider that the actor administers."""
    return db.scalars(
        select(Cohort)
        .where(Cohort.id == cohort_id, Cohort.provider_id.in_(actor.administers))
        .options(joinedload(Cohort.provider), joinedload(Cohort.programme))
    ).one_or_none()


def own_enrolments(db: Session, actor: Actor) -> Sequence[Enrolment]:
    """The actor's own enrolments, the latest first."""
    return db.scalars(
        select(Enrolment)
        .where(own(actor))
        .options(
            joinedload(Enrolment.trainee),
            joinedload(Enrolment.cohort),
            joinedload(Enrolment.provider),
        )
        .order_by(Enrolment.started_on.desc(), Enrolment.id.desc())
    ).all()


def supervisors_of(db: Session, enrolment: Enrolment, on: date) -> Sequence[Person]:
    """Who is appointed to supervise an enrolment on a day, by name."""
    return db.scalars(
        select(Person)
        .join(Supervision, Supervision.supervisor_id == Person.id)
        .where(Supervision.enrolment_id == enrolment.id, holds_on(Supervision, on))
        .order_by(Person.name, Person.id)
        .distinct()
    ).all()


def named_in_training(db: Session, enrolment_id: int) -> frozenset[str]:
    """Names that may stand in what the people of a training write to each other.

    The trainee, whoever supervised or supervises them, and where they work: never a patient.
    """
    people = select(Person.name).where(
        or_(
            Person.id.in_(select(Enrolment.trainee_id).where(Enrolment.id == enrolment_id)),
            Person.id.in_(
                select(Supervision.supervisor_id).where(Supervision.enrolment_id == enrolment_id)
            ),
        )
    )
    places = select(Placement.name).where(Placement.enrolment_id == enrolment_id)
    return frozenset([*db.scalars(people), *db.scalars(places)])


def gate_reports(db: Session, subjects: Sequence[str]) -> dict[str, dict[str, Any]]:
    """What the gate said of some rows that the actor was already let reach, by the row's name."""
    rows = db.scalars(select(GateReport).where(GateReport.subject.in_(subjects)))
    return {row.subject: row.report for row in rows}


def placements_of(db: Session, enrolment: Enrolment) -> Sequence[Placement]:
    """Where a trainee works or worked, the latest first."""
    return db.scalars(
        select(Placement)
        .where(Placement.enrolment_id == enrolment.id)
        .order_by(Placement.started_on.desc(), Placement.id.desc())
    ).all()


def find_supervision(db: Session, actor: Actor, supervision_id: int) -> Supervision | None:
    """A supervision on an enrolment that the actor may read something of."""
    return _on_readable(db, actor, Supervision, supervision_id)


def find_milestone(db: Session, actor: Actor, milestone_id: int) -> Milestone | None:
    """A milestone on an enrolment that the actor may read something of."""
    return _on_readable(db, actor, Milestone, milestone_id)


def find_pause(db: Session, actor: Actor, pause_id: int) -> Pause | None:
    """A pause of an enrolment that the actor may read something of."""
    return _on_readable(db, actor, Pause, pause_id)


def find_placement(db: Session, actor: Actor, placement_id: int) -> Placement | None:
    """A placement on an enrolment that the actor may read something of."""
    return _on_readable(db, actor, Placement, placement_id)


def find_prior(db: Session, actor: Actor, prior_id: int) -> PriorHours | None:
    """Hours of earlier years on an enrolment that the actor may read something of."""
    return _on_readable(db, actor, PriorHours, prior_id)


def find_accreditation(db: Session, actor: Actor, accreditation_id: int) -> Accreditation | None:
    """An accreditation in a provider that the actor administers."""
    return db.scalars(
        select(Accreditation).where(
            Accreditation.id == accreditation_id, Accreditation.provider_id.in_(actor.administers)
        )
    ).one_or_none()


def find_membership(db: Session, actor: Actor, membership_id: int) -> Membership | None:
    """A membership of a provider that the actor administers."""
    return db.scalars(
        select(Membership)
        .where(Membership.id == membership_id, Membership.provider_id.in_(actor.administers))
        .options(joinedload(Membership.person), joinedload(Membership.provider))
    ).one_or_none()


def find_invitation(db: Session, actor: Actor, invitation_id: int) -> Invitation | None:
    """An invitation to a provider that the actor administers."""
    return db.scalars(
        select(Invitation)
        .where(Invitation.id == invitation_id, Invitation.provider_id.in_(actor.administers))
        .options(*_with_what_it_says())
    ).one_or_none()


def invitation_by_token(db: Session, token: str, at: datetime) -> Invitation | None:
    """An invitation whose link still works. Whoever brings the token may read it."""
    return db.scalars(
        select(Invitation)
        .join(Invitation.link)
        .where(
            OneTimeLink.token_hash == hashed(token),
            OneTimeLink.expires_at > at,
            OneTimeLink.used_at.is_(None),
            OneTimeLink.withdrawn_at.is_(None),
        )
        .options(*_with_what_it_says())
    ).one_or_none()


def _on_readable(db: Session, actor: Actor, kind: type[_Row], row_id: int) -> _Row | None:
    return db.scalars(
        select(kind)
        .join(kind.enrolment)
        .where(kind.id == row_id, readable_by(actor))
        .options(
            contains_eager(kind.enrolment).options(
                joinedload(Enrolment.trainee),
                joinedload(Enrolment.cohort),
                joinedload(Enrolment.provider),
            )
        )
    ).one_or_none()


def _with_what_it_says() -> tuple[ExecutableOption, ...]:
    return (
        joinedload(Invitation.link),
        joinedload(Invitation.provider),
        joinedload(Invitation.cohort),
    )


def web_session_with_roles(
    db: Session, token: str, *, at: datetime, today: date
) -> Sequence[Row[WebSession, Person, str | None, int | None]]:
    """What a signed-in request begins with, in one statement: a row for each role, or one."""
    asked = {"token_hash": hashed(token), "at": at, "today": today}
    return db.execute(_SIGNED_IN, asked).all()


def _roles() -> Subquery:
    today = bindparam("today", type_=Date())
    return union_all(
        select(
            Membership.person_id.label("person_id"),
            literal("administers").label("role"),
            Membership.provider_id.label("place_id"),
        ).where(Membership.role == Role.ADMINISTRATOR, holds_on(Membership, today)),
        select(Supervision.supervisor_id, literal("supervises"), Supervision.enrolment_id).where(
            holds_on(Supervision, today)
        ),
        select(Enrolment.trainee_id, literal("trains"), Enrolment.id),
    ).subquery()


def _signed_in() -> Select[WebSession, Person, str | None, int | None]:
    roles = _roles()
    return (
        select(WebSession, Person, roles.c.role, roles.c.place_id)
        .join(Person, Person.id == WebSession.person_id)
        .outerjoin(roles, roles.c.person_id == Person.id)
        .where(
            WebSession.token_hash == bindparam("token_hash"),
            WebSession.expires_at > bindparam("at", type_=Instant()),
            Person.disabled_at.is_(None),
        )
    )


_SIGNED_IN = _signed_in()
"""Built once: every request of somebody signed in begins with it."""

"""Drafts and published versions, among those that the actor may read."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, joinedload, undefer

from workbench.policy import Actor
from workbench.publishing.domain.moves import Stay, stays
from workbench.publishing.models import CurriculumDraft, PublishedCurriculum, VersionMove
from workbench.training.models import Cohort, Enrolment, Membership, Provider


def find_draft(db: Session, actor: Actor, draft_id: int) -> CurriculumDraft | None:
    """A draft of a provider that the actor administers, with its text."""
    return db.scalars(
        select(CurriculumDraft)
        .where(CurriculumDraft.id == draft_id, CurriculumDraft.provider_id.in_(actor.administers))
        .options(
            undefer(CurriculumDraft.text),
            joinedload(CurriculumDraft.provider),
            joinedload(CurriculumDraft.saved_by),
        )
    ).one_or_none()


def drafts_of(db: Session, actor: Actor) -> Sequence[CurriculumDraft]:
    """The drafts of every provider that the actor administers, the latest saved first."""
    return db.scalars(
        select(CurriculumDraft)
        .where(CurriculumDraft.provider_id.in_(actor.administers))
        .options(joinedload(CurriculumDraft.provider), joinedload(CurriculumDraft.saved_by))
        .order_by(CurriculumDraft.saved_at.desc(), CurriculumDraft.id.desc())
    ).all()


def published_for(db: Session, actor: Actor) -> Sequence[PublishedCurriculum]:
    """The versions of every provider that the actor has a role in, by title."""
    return db.scalars(
        select(PublishedCurriculum)
        .where(_has_a_role_in(actor))
        .options(joinedload(PublishedCurriculum.provider))
        .order_by(PublishedCurriculum.title, PublishedCurriculum.id)
    ).all()


def find_published(
    db: Session, actor: Actor, key: str, version: str
) -> Sequence[PublishedCurriculum]:
    """A version as each provider published it that the actor has a role in."""
    return db.scalars(
        select(PublishedCurriculum)
        .where(
            PublishedCurriculum.key == key,
            PublishedCurriculum.version == version,
            _has_a_role_in(actor),
        )
        .options(joinedload(PublishedCurriculum.provider))
        .order_by(PublishedCurriculum.id)
    ).all()


def kept_version(
    db: Session, provider_id: int, key: str, version: str
) -> PublishedCurriculum | None:
    """A version of one provider, with its text."""
    return db.scalars(
        select(PublishedCurriculum)
        .where(
            PublishedCurriculum.provider_id == provider_id,
            PublishedCurriculum.key == key,
            PublishedCurriculum.version == version,
        )
        .options(undefer(PublishedCurriculum.text))
    ).one_or_none()


def administered(db: Session, actor: Actor) -> Sequence[Provider]:
    """The providers that the actor administers, by name."""
    return db.scalars(
        select(Provider).where(Provider.id.in_(actor.administers)).order_by(Provider.name)
    ).all()


def stays_of(db: Session, enrolment: Enrolment) -> list[tuple[Stay, str]]:
    """The versions that an enrolment was under, the first one first, each with who moved it there.

    Load the enrolment's trainee with it: the days are those of their zone.
    """
    moves = db.scalars(
        select(VersionMove)
        .where(VersionMove.enrolment_id == enrolment.id)
        .options(joinedload(VersionMove.moved_by))
        .order_by(VersionMove.moved_at, VersionMove.id)
    ).all()
    zone = ZoneInfo(enrolment.trainee.zone)
    days = [move.moved_at.astimezone(zone).date() for move in moves]
    led = [((m.from_key, m.from_version), (m.to_key, m.to_version)) for m in moves]
    told = [(day, before, after) for day, (before, after) in zip(days, led, strict=True)]
    under = (enrolment.curriculum_key, enrolment.curriculum_version)
    names = ["", *(move.moved_by.name for move in moves)]
    return list(zip(stays(enrolment.started_on, told, under), names, strict=True))


def enrolments_to_move(db: Session, cohort: Cohort) -> Sequence[Enrolment]:
    """Everybody in a cohort, by the number of the enrolment."""
    return db.scalars(
        select(Enrolment)
        .where(Enrolment.cohort_id == cohort.id)
        .options(
            joinedload(Enrolment.trainee),
            joinedload(Enrolment.provider),
            joinedload(Enrolment.cohort),
        )
        .order_by(Enrolment.id)
    ).all()


def _has_a_role_in(actor: Actor) -> ColumnElement[bool]:
    """Administrators, and everybody who trains, supervises or holds a standing role there."""
    on = select(Enrolment.provider_id).where(Enrolment.id.in_(actor.trains | actor.supervises))
    held = select(Membership.provider_id).where(
        Membership.person_id == actor.person_id, Membership.ended_on.is_(None)
    )
    place = PublishedCurriculum.provider_id
    return or_(place.in_(actor.administers), place.in_(on), place.in_(held))

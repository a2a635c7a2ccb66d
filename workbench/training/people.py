"""Everybody whom a provider's administrators look after, as the page of people lists them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select, union
from sqlalchemy.orm import Session, contains_eager, joinedload

from workbench.accounts.models import OneTimeLink, Person
from workbench.policy import Actor
from workbench.training.models import (
    Cohort,
    Enrolment,
    Invitation,
    Membership,
    Provider,
    Role,
    Supervision,
)


@dataclass(frozen=True, slots=True)
class InvolvedPerson:
    """A person as one provider knows them (policy.Placed): nobody's work, in that provider."""

    person: Person
    provider_id: int
    enrolment_id: None = None
    trainee_id: None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderPeople:
    """The people of one provider."""

    provider: Provider
    members: Sequence[Membership]
    enrolments: Sequence[Enrolment]
    invitations: Sequence[Invitation]

    def with_role(self, role: Role) -> list[Membership]:
        """Those of one standing role."""
        return [member for member in self.members if member.role == role]


def people_of(
    db: Session, actor: Actor, *, said: str, today: date, at: datetime
) -> list[ProviderPeople]:
    """Everybody of the providers that the actor administers, provider by provider.

    `said` is looked for in names and addresses, whatever its capitals. It is compared here and
    not in SQL, because SQLite knows capitals of plain letters only.
    """
    providers = db.scalars(
        select(Provider)
        .where(Provider.id.in_(actor.administers))
        .order_by(Provider.name, Provider.id)
    ).all()
    members = _members(db, actor, today)
    enrolments = _enrolments(db, actor)
    invitations = open_invitations(db, actor, at)
    return [
        ProviderPeople(
            provider=provider,
            members=[m for m in members if m.provider_id == provider.id and _fits(m.person, said)],
            enrolments=[
                e for e in enrolments if e.provider_id == provider.id and _fits(e.trainee, said)
            ],
            invitations=[
                i for i in invitations if i.provider_id == provider.id and _fits(i.link, said)
            ],
        )
        for provider in providers
    ]


def find_person(db: Session, actor: Actor, person_id: int) -> InvolvedPerson | None:
    """Somebody who holds or held a role in a provider that the actor administers."""
    known_in = _providers_of(db, person_id) & actor.administers
    person = db.get(Person, person_id) if known_in else None
    return InvolvedPerson(person, min(known_in)) if person is not None else None


def is_known_elsewhere(db: Session, actor: Actor, person: Person) -> bool:
    """Whether somebody holds or held a role in a provider that the actor does not administer."""
    return bool(_providers_of(db, person.id) - actor.administers)


def open_invitations(db: Session, actor: Actor, at: datetime) -> Sequence[Invitation]:
    """What nobody has followed yet, the latest first."""
    return db.scalars(
        select(Invitation)
        .join(Invitation.link)
        .where(
            Invitation.provider_id.in_(actor.administers),
            OneTimeLink.used_at.is_(None),
            OneTimeLink.withdrawn_at.is_(None),
            OneTimeLink.expires_at > at,
        )
        .options(contains_eager(Invitation.link), joinedload(Invitation.cohort))
        .order_by(OneTimeLink.created_at.desc(), Invitation.id.desc())
    ).all()


def supervisors_to_choose(db: Session, enrolment: Enrolment, on: date) -> Sequence[Person]:
    """The provider's supervisors of a day, but for the trainee themself, by name."""
    return db.scalars(
        select(Person)
        .join(Membership, Membership.person_id == Person.id)
        .where(
            Membership.provider_id == enrolment.provider_id,
            Membership.role == Role.SUPERVISOR,
            Person.id != enrolment.trainee_id,
            or_(Membership.ended_on.is_(None), Membership.ended_on >= on),
        )
        .order_by(Person.name, Person.id)
        .distinct()
    ).all()


def people_to_enrol(db: Session, actor: Actor, cohort: Cohort) -> Sequence[Person]:
    """Who is known in the cohort's provider and not in the cohort, but for the actor, by name."""
    members = select(Membership.person_id).where(Membership.provider_id == cohort.provider_id)
    trainees = select(Enrolment.trainee_id).where(Enrolment.provider_id == cohort.provider_id)
    inside = select(Enrolment.trainee_id).where(Enrolment.cohort_id == cohort.id)
    return db.scalars(
        select(Person)
        .where(
            Person.id.in_(members.union(trainees)),
            Person.id.not_in(inside),
            Person.id != actor.person_id,
        )
        .order_by(Person.name, Person.id)
    ).all()


def enrolled_in(db: Session, cohort: Cohort) -> Sequence[Enrolment]:
    """Everybody in a cohort, by name."""
    return db.scalars(
        select(Enrolment)
        .join(Enrolment.trainee)
        .where(Enrolment.cohort_id == cohort.id)
        .options(contains_eager(Enrolment.trainee))
        .order_by(Person.name, Enrolment.id)
    ).all()


def cohorts_of(db: Session, provider: Provider) -> Sequence[Cohort]:
    """A provider's cohorts, the latest first."""
    return db.scalars(
        select(Cohort)
        .where(Cohort.provider_id == provider.id)
        .order_by(Cohort.starts_on.desc(), Cohort.id.desc())
    ).all()


def _providers_of(db: Session, person_id: int) -> frozenset[int]:
    member = select(Membership.provider_id).where(Membership.person_id == person_id)
    trainee = select(Enrolment.provider_id).where(Enrolment.trainee_id == person_id)
    supervisor = (
        select(Enrolment.provider_id)
        .join(Supervision, Supervision.enrolment_id == Enrolment.id)
        .where(Supervision.supervisor_id == person_id)
    )
    return frozenset(db.scalars(union(member, trainee, supervisor)))


def _members(db: Session, actor: Actor, today: date) -> Sequence[Membership]:
    return db.scalars(
        select(Membership)
        .join(Membership.person)
        .where(
            Membership.provider_id.in_(actor.administers),
            or_(Membership.ended_on.is_(None), Membership.ended_on >= today),
        )
        .options(contains_eager(Membership.person))
        .order_by(Person.name, Membership.id)
    ).all()


def _enrolments(db: Session, actor: Actor) -> Sequence[Enrolment]:
    return db.scalars(
        select(Enrolment)
        .join(Enrolment.trainee)
        .where(Enrolment.provider_id.in_(actor.administers))
        .options(contains_eager(Enrolment.trainee), joinedload(Enrolment.cohort))
        .order_by(Person.name, Enrolment.id)
    ).all()


def _fits(person: Person | OneTimeLink, said: str) -> bool:
    sought = said.casefold()
    return sought in person.name.casefold() or sought in person.email.casefold()

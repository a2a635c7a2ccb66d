"""Fills an empty database with the demo: one provider, two cohorts, and nine months of work."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.models import Person
from workbench.accounts.passwords import hash_password
from workbench.curricula.model import Curriculum
from workbench.demo.cast import (
    ADMINISTRATOR,
    PASSWORD,
    PROVIDER,
    SHORT_NAME,
    SUPERVISORS,
    TRAINEES,
    Course,
    Supervisor,
    Trainee,
    email,
)
from workbench.demo.living import Life, evening
from workbench.demo.rated import rate_some
from workbench.demo.written import write_all
from workbench.policy import Actor
from workbench.training.commands.enrolments import enrol, pause_enrolment
from workbench.training.commands.milestones import record_milestone
from workbench.training.commands.placements import open_placement
from workbench.training.commands.providers import make_cohort, make_member, make_provider
from workbench.training.commands.supervision import appoint_supervisor
from workbench.training.models import Cohort, Enrolment, Provider, Role

SEED = 1
MONTHS = timedelta(weeks=39)
LONGER = timedelta(weeks=60)
BEFORE = ("theory", "diploma", "registration", "experience")
"""What everybody brings when they start."""


class NotEmpty(RuntimeError):
    """The database holds somebody already; the demo is only ever loaded into an empty one."""


@dataclass(frozen=True, slots=True)
class House:
    """The provider with its people, before any trainee has begun."""

    provider: Provider
    administrator: Actor
    supervisors: Sequence[Person]
    cohorts: dict[str, Cohort]


def load(db: Session, curriculum: Curriculum, today: date, tell: Callable[[str], None]) -> None:
    """Make everything in the transaction that `db` is in. `tell` hears whose turn it is."""
    if db.scalars(select(Person.id).limit(1)).first() is not None:
        message = "There are people in this database already."
        raise NotEmpty(message)
    house = _house(db, curriculum, today)
    for number, trainee in enumerate(TRAINEES):
        tell(trainee.name)
        _live(db, house, curriculum, trainee, today, Random(SEED + number))  # noqa: S311 - a demo's dice
    tell("")


def _house(db: Session, curriculum: Curriculum, today: date) -> House:
    began = today - LONGER
    at = evening(began, 9)
    provider = make_provider(db, name=PROVIDER, short=SHORT_NAME, zone="Europe/London", at=at)
    db.flush()  # the provider's number is where its people belong
    jo = _person(db, ADMINISTRATOR, began)
    actor = Actor(person_id=jo.id, administers=frozenset({provider.id}))
    make_member(db, actor, provider, jo, Role.ADMINISTRATOR, on=began, at=at)
    supervisors = [_supervisor(db, actor, provider, one, began) for one in SUPERVISORS]
    starts = {"2025b": began, "2026a": today - MONTHS}
    cohorts = {
        name: make_cohort(db, actor, provider, curriculum, name=name, starts_on=day, at=at)
        for name, day in starts.items()
    }
    db.flush()  # the cohorts' numbers, for those who enrol
    return House(provider, actor, supervisors, cohorts)


def _supervisor(db: Session, actor: Actor, provider: Provider, one: Supervisor, on: date) -> Person:
    person = _person(db, one.name, on)
    make_member(
        db,
        actor,
        provider,
        person,
        Role.SUPERVISOR,
        registration=one.registration,
        on=on,
        at=evening(on, 9),
    )
    return person


_HASH = hash_password(PASSWORD)


def _person(db: Session, name: str, on: date) -> Person:
    person = Person(name=name, email=email(name), password_hash=_HASH, created_at=evening(on, 9))
    db.add(person)
    db.flush()  # the number that every deed is signed with
    return person


def _live(  # noqa: PLR0913, PLR0917 - where, under what, who, until when, with which luck
    db: Session, house: House, curriculum: Curriculum, trainee: Trainee, today: date, dice: Random
) -> None:
    enrolment = _enrolled(db, house, curriculum, trainee, today)
    placement = open_placement(
        db,
        Actor(person_id=enrolment.trainee_id),
        enrolment,
        name=trainee.placement,
        started_on=enrolment.started_on,
        at=evening(enrolment.started_on),
    )
    db.flush()  # the placement's number is named by every entry
    supervisor = house.supervisors[trainee.supervisor]
    life = Life(db, curriculum, enrolment, trainee, supervisor, placement, today, dice)
    cases = life.live()
    rate_some(life, cases)
    write_all(life, cases)
    if trainee.course is Course.PAUSED:
        since = today - timedelta(weeks=6)
        pause_enrolment(db, house.administrator, enrolment, started_on=since, at=evening(since))


def _enrolled(
    db: Session, house: House, curriculum: Curriculum, trainee: Trainee, today: date
) -> Enrolment:
    is_early = trainee.course is Course.COMPLETE
    cohort = house.cohorts["2025b" if is_early else "2026a"]
    start = today - timedelta(weeks=6) if trainee.course is Course.NEW else cohort.starts_on
    at = evening(start, 9)
    person = _person(db, trainee.name, start)
    enrolment = enrol(db, house.administrator, cohort, person, started_on=start, at=at)
    db.flush()  # the enrolment's number, for the appointment
    supervisor = house.supervisors[trainee.supervisor]
    appoint_supervisor(db, house.administrator, enrolment, supervisor, started_on=start, at=at)
    _milestones(db, house, curriculum, enrolment, trainee, today)
    return enrolment


def _milestones(  # noqa: PLR0913, PLR0917 - where, under what, whose, until when
    db: Session,
    house: House,
    curriculum: Curriculum,
    enrolment: Enrolment,
    trainee: Trainee,
    today: date,
) -> None:
    course = enrolment.started_on + timedelta(weeks=19)
    days = dict.fromkeys(BEFORE, enrolment.started_on)
    days |= {"course_completed": course, "role_play_passed": course + timedelta(weeks=1)}
    if trainee.course is Course.COMPLETE:
        days["case_study_passed"] = today - timedelta(weeks=2)
    for kind in curriculum.milestones:
        if days.get(kind.key, date.max) <= today:
            record_milestone(
                db,
                house.administrator,
                enrolment,
                kind,
                happened_on=days[kind.key],
                evidence="Seen by the programme office (HCPC)",
                today=today,
                at=evening(days[kind.key], 10),
            )

"""What a list shows is what the policy allows: each SQL twin against its rule."""

from itertools import product

import pytest
from sqlalchemy import select
from support.make import DAY

from workbench.clock import now, today
from workbench.policy import Actor, Permission, administers, allows, is_trainee, supervises
from workbench.training.models import Enrolment, Role
from workbench.training.queries import (
    administered_by,
    own,
    readable_by,
    supervised_by,
    web_session_with_roles,
)
from workbench.training.roles import load_signed_in

TWINS = {
    own: is_trainee,
    supervised_by: supervises,
    administered_by: administers,
    readable_by: lambda actor, place: allows(actor, Permission.PROGRESS_READ, place),
}


@pytest.fixture
def everybody(make):
    """Three people, each a trainee in two providers and a supervisor of every one, too."""
    providers = [make.provider(), make.provider()]
    cohorts = [make.cohort(provider) for provider in providers]
    people = [make.person(f"Person {number}") for number in range(3)]
    for trainee, cohort in product(people, cohorts):
        enrolment = make.enrolment(trainee, cohort)
        for supervisor in people[1:]:
            make.supervision(enrolment, supervisor)
    make.membership(Role.ADMINISTRATOR, provider=providers[0], person=people[0])
    make.membership(Role.ADMINISTRATOR, provider=providers[1], person=people[2])
    make.membership(Role.ADMINISTRATOR, provider=providers[1], person=people[0], ended_on=DAY)
    make.membership(Role.SUPERVISOR, provider=providers[0], person=people[1])
    return [*people, make.person("Hana Brandt")]


@pytest.fixture
def actor_of(app, db, signed_in):
    """The actor that a request of a person is made by."""

    def actor(person):
        browser = signed_in(person)
        with browser.client.session_transaction() as cookie:
            token = cookie["_user_id"]
        with app.app_context():
            return load_signed_in(token).actor

    return actor


@pytest.mark.parametrize("twin", TWINS)
def test_a_twin_finds_what_its_rule_allows(db, everybody, actor_of, twin):
    enrolments = db.scalars(select(Enrolment)).all()

    for person in everybody:
        actor = actor_of(person)
        in_sql = set(db.scalars(select(Enrolment).where(twin(actor))))

        assert in_sql == {place for place in enrolments if TWINS[twin](actor, place)}


def test_roles_that_have_ended_or_not_begun_give_nothing(make, actor_of):
    person = make.person()
    enrolment = make.enrolment(trainee=make.person("Hana Brandt"))
    make.supervision(enrolment, person, ended_on=DAY)
    make.supervision(enrolment, person, started_on=today("UTC").replace(year=2099))
    make.membership(provider=enrolment.provider, person=person, ended_on=DAY)

    actor = actor_of(person)

    assert actor == Actor(person_id=person.id)


def test_a_token_that_is_not_known_loads_nobody(db):
    rows = web_session_with_roles(db, "noise", at=now(), today=today("UTC"))

    assert rows == []

"""Who may do what: every permission for every kind of person, from a table to be read."""

from dataclasses import dataclass

import pytest

from workbench.permissions import permissions_page
from workbench.policy import RULES, Actor, Permission, allows

KINDS = (
    "trainee",
    "supervisor",
    "administrator",
    "both",
    "peer trainee",
    "other supervisor",
    "other administrator",
    "stranger",
)
"""The first four of the enrolment itself; "both" supervises and administers it."""
MATRIX = """
cases.keep                | trainee
cases.keep_own_list       | trainee
cases.read                | trainee, supervisor, both
cases.vouch               | supervisor, both
curricula.draft           | administrator, both
curricula.move            | administrator, both
curricula.publish         | administrator, both
documents.read            | trainee, supervisor, both
documents.review          | supervisor, both
documents.send_back       | supervisor, both
documents.write           | trainee
hours.attest              | trainee, supervisor, administrator, both
hours.countersign         | supervisor, both
hours.log                 | trainee
hours.read                | trainee, supervisor, administrator, both
progress.read             | trainee, supervisor, administrator, both
ratings.rate              | trainee, supervisor, both
ratings.read              | trainee, supervisor, both
records.issue             | administrator, both
records.read              | trainee, administrator, both
records.take_archive      | trainee
training.administer       | administrator, both
training.keep_milestones  | administrator, both
training.keep_placements  | trainee
training.keep_prior       | administrator, both
"""
GRANTS = {
    name.strip(): {kind.strip() for kind in kinds.split(",")}
    for name, kinds in (line.split("|") for line in MATRIX.strip().splitlines())
}

TRAINEE, ENROLMENT, PROVIDER = 1, 10, 100


@dataclass(frozen=True)
class Place:
    enrolment_id: int | None = ENROLMENT
    trainee_id: int | None = TRAINEE
    provider_id: int = PROVIDER


ACTORS = {
    "trainee": Actor(person_id=TRAINEE, trains=frozenset({ENROLMENT})),
    "supervisor": Actor(person_id=2, supervises=frozenset({ENROLMENT})),
    "administrator": Actor(person_id=3, administers=frozenset({PROVIDER})),
    "both": Actor(
        person_id=4, administers=frozenset({PROVIDER}), supervises=frozenset({ENROLMENT})
    ),
    "peer trainee": Actor(person_id=5, trains=frozenset({11})),
    "other supervisor": Actor(person_id=6, supervises=frozenset({11})),
    "other administrator": Actor(person_id=7, administers=frozenset({101})),
    "stranger": Actor(person_id=8),
}


def test_the_table_names_every_permission_and_only_known_kinds():
    assert list(GRANTS) == [permission.value for permission in Permission]
    assert set(RULES) == set(Permission)
    assert set(ACTORS) == set(KINDS)
    assert set().union(*GRANTS.values()) <= set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("permission", Permission)
def test_every_permission_is_held_by_those_in_the_table(permission, kind):
    assert allows(ACTORS[kind], permission, Place()) == (kind in GRANTS[permission.value])


@pytest.mark.parametrize("permission", Permission)
def test_all_roles_at_once_give_nothing_over_ones_own_work(permission):
    everything = Actor(
        person_id=TRAINEE,
        administers=frozenset({PROVIDER}),
        supervises=frozenset({ENROLMENT}),
        trains=frozenset({ENROLMENT}),
    )

    assert allows(everything, permission, Place()) == ("trainee" in GRANTS[permission.value])


@pytest.mark.parametrize("permission", Permission)
def test_what_belongs_to_a_provider_alone_is_its_administrators(permission):
    room = Place(enrolment_id=None, trainee_id=None)
    holders = {kind for kind in KINDS if allows(ACTORS[kind], permission, room)}

    is_theirs = "administrator" in GRANTS[permission.value]
    assert holders == ({"administrator", "both"} if is_theirs else set())


def test_the_page_says_every_permission_in_the_words_of_its_rules():
    page = permissions_page()

    for permission, rules in RULES.items():
        assert f"`{permission}`" in page
        assert all(rule.__doc__ in page for rule in rules)

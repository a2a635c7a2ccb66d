"""Slowing a guesser down."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select
from support.make import PASSWORD

from workbench.accounts.domain.throttle import WINDOW, wait_after
from workbench.accounts.models import SignInAttempt

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


def failures(count, ago=0):
    return [AT - timedelta(seconds=ago)] * count


@pytest.mark.parametrize(
    ("count", "seconds"), [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (9, 480), (30, 900)]
)
def test_each_failure_after_the_fifth_doubles_the_wait(count, seconds):
    assert wait_after(failures(count), AT) == timedelta(seconds=seconds)


def test_a_wait_passes():
    assert wait_after(failures(5, ago=10), AT) == timedelta(seconds=20)
    assert wait_after(failures(5, ago=30), AT) == timedelta(0)


def test_what_is_older_than_the_window_is_forgotten():
    assert wait_after(failures(40, ago=900), AT) == timedelta(0)


@given(st.lists(st.integers(0, 2_000), max_size=40))
def test_no_wait_is_longer_than_the_window(ages):
    wait = wait_after([AT - timedelta(seconds=age) for age in ages], AT)

    assert timedelta(0) <= wait <= WINDOW


def fail(browser, email, times):
    for _ in range(times):
        browser.post("/sign-in", {"email": email, "password": "wrong"})


def test_the_sixth_try_waits_even_with_the_right_password(make, anonymous):
    person = make.person()
    fail(anonymous, person.email, 5)

    response = anonymous.post("/sign-in", {"email": person.email, "password": PASSWORD})

    assert response.status_code == 429
    assert 0 < int(response.headers["Retry-After"]) <= 30
    assert "Too many tries" in response.text
    assert person.email in response.text


def test_an_unknown_address_is_slowed_down_in_the_same_words(make, anonymous):
    known = make.person()
    pages = []
    for email in (known.email, "nobody1@example.org"):
        fail(anonymous, email, 5)
        response = anonymous.post("/sign-in", {"email": email, "password": "wrong"})
        pages.append((response.status_code, "Too many tries" in response.text))

    assert pages == [(429, True), (429, True)]


def test_one_network_address_cannot_try_many_people(make, anonymous):
    people = [make.person() for _ in range(6)]
    for person in people[:5]:
        fail(anonymous, person.email, 1)

    response = anonymous.post("/sign-in", {"email": people[5].email, "password": PASSWORD})

    assert response.status_code == 429


def test_signing_in_forgives_the_address_but_not_the_network(db, make, anonymous):
    person = make.person()
    fail(anonymous, person.email, 3)

    anonymous.post("/sign-in", {"email": person.email, "password": PASSWORD})

    assert db.scalar(select(func.count()).select_from(SignInAttempt)) == 3


def test_old_attempts_are_swept_away(db, make, anonymous):
    db.add(SignInAttempt(key="k" * 64, at=AT - timedelta(days=400)))
    db.commit()

    fail(anonymous, make.person().email, 1)

    assert db.scalar(select(func.count()).where(SignInAttempt.key == "k" * 64)) == 0


def test_no_attempt_names_whom_it_was_made_against(db, make, anonymous):
    person = make.person()
    fail(anonymous, person.email, 1)

    kept = db.scalars(select(SignInAttempt.key)).all()

    assert all(person.email not in key and len(key) == 64 for key in kept)

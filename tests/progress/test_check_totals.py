"""Proving what is kept: no difference, or every one by its place."""

import pytest
from sqlalchemy import text

from workbench.cli import main
from workbench.hours.domain.entry import Standing


@pytest.fixture
def checked(app):
    """What the command says, and how it ends."""

    def run():
        result = app.test_cli_runner().invoke(main, ["progress", "check-totals"])
        return result.exit_code, result.output

    return run


@pytest.fixture
def logged(make, signed_in):
    """An enrolment with two entries, and its home page looked at."""
    enrolment = make.enrolment()
    for minutes in (50, 60):
        make.entry(enrolment, Standing.COUNTERSIGNED, activity="dit_therapy", minutes=minutes)
    signed_in(enrolment.trainee).open("/")
    return enrolment


def tamper(db, statement):
    db.execute(text(statement))
    db.commit()


def test_what_is_kept_is_what_happened(checked, logged):
    assert checked() == (0, "Everything that is kept is what happened.\n")


def test_a_total_that_was_changed_is_named_with_both_numbers(db, checked, logged):
    tamper(db, "UPDATE hour_totals SET minutes = 111")

    code, said = checked()

    assert code == 1
    assert f"Enrolment {logged.id}, " in said
    assert "countersigned: kept 111 min in 2 entries, worked out 110 min in 2." in said


def test_a_total_that_is_missing_is_named(db, checked, logged):
    tamper(db, "DELETE FROM hour_totals")

    assert "kept 0 min in 0 entries, worked out 110 min in 2." in checked()[1]


def test_a_finding_that_is_not_what_the_rules_find_is_named(db, checked, logged):
    tamper(db, "UPDATE hours_entries SET minutes = minutes + 60")

    code, said = checked()

    assert code == 1
    assert "“headline” is worked out otherwise." in said


def test_what_is_kept_of_before_the_last_change_is_not_held_against_it(db, checked, logged):
    tamper(db, "UPDATE enrolments SET counter = counter + 1")
    tamper(db, "UPDATE kept_findings SET page = '{}'")

    assert checked()[0] == 0

"""The audit trail is append-only and shows where it was tampered with."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from workbench.audit.commands import note, note_refusal
from workbench.audit.queries import length, trail, verify
from workbench.policy import Actor

AT = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)


@pytest.fixture
def three_lines(db, make):
    enrolment = make.enrolment()
    actor = Actor(person_id=enrolment.trainee_id)
    for minutes in (50, 60):
        note(db, actor, "hours.log", enrolment, at=AT, minutes=minutes)
    note_refusal(db, None, "hours.log", 403, AT)
    db.commit()
    return enrolment


def test_an_untouched_trail_holds(db, three_lines):
    assert (verify(db), length(db)) == (None, 3)


def test_the_trail_of_an_enrolment_is_its_own_newest_first(db, three_lines):
    assert [line.details["minutes"] for line in trail(db, three_lines)] == [60, 50]


@pytest.mark.parametrize(
    "tampering", ["UPDATE audit_lines SET deed = 'x'", "DELETE FROM audit_lines"]
)
def test_no_line_is_changed_or_taken_out(db, three_lines, tampering):
    with pytest.raises(DBAPIError, match="append-only"):
        db.execute(text(tampering))
    db.rollback()


def test_a_head_that_was_set_back_is_seen(db, three_lines):
    db.execute(text("UPDATE audit_head SET number = 2"))
    db.commit()
    db.expire_all()

    assert "the chain ends at line 3" in verify(db).words

"""What a signature says and covers."""

from datetime import UTC, date, datetime, timedelta

import pytest

from workbench.hours.domain.signing import Sealed, SignedRow, check_undo, digest, statement

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)


def row(**values):
    given = {
        "entry": 1,
        "enrolment": 2,
        "activity": "supervision",
        "session": None,
        "worked_on": date(2026, 11, 3),
        "minutes": 60,
        "mode": "video",
        "group_size": None,
        "corrects": None,
    }
    return SignedRow(**given | values)


def test_the_statement_names_the_count():
    assert "this entry is a true account" in statement(1)
    assert "these 11 entries are a true account" in statement(11)


def test_the_digest_does_not_depend_on_the_order_of_the_rows():
    rows = [row(), row(entry=2)]

    assert digest("x", 7, AT, rows) == digest("x", 7, AT, reversed(rows))


@pytest.mark.parametrize("changed", [{"minutes": 61}, {"worked_on": date(2026, 11, 4)}])
def test_any_change_of_a_row_changes_the_digest(changed):
    assert digest("x", 7, AT, [row()]) != digest("x", 7, AT, [row(**changed)])


def test_a_signature_can_be_taken_back_within_its_minute():
    check_undo(AT, None, AT + timedelta(seconds=60))


@pytest.mark.parametrize(
    ("undone_at", "after", "words"), [(AT, 1, "taken back already"), (None, 61, "so it stands")]
)
def test_a_sealed_signature_stands(undone_at, after, words):
    with pytest.raises(Sealed, match=words):
        check_undo(AT, undone_at, AT + timedelta(seconds=after))

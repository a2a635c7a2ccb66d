"""Sending back for an identifying detail: what may be named, where it leads, how long it takes."""

from datetime import UTC, datetime

import pytest

from workbench.documents.domain.review import Stage
from workbench.documents.domain.withholding import (
    NotThere,
    after_withholding,
    correct_by,
    details_in,
)

AT = datetime(2026, 11, 1, 9, tzinfo=UTC)


def test_each_line_is_a_detail_as_it_stands_in_the_text():
    detail = details_in("She keeps the light. Her boat is the Loom.", " keeps the light \n\nLoom")

    assert detail.blank("the Loom") == "the ████"
    assert detail.is_in("keeps the light")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Write the words"),
        (" \n ", "Write the words"),
        ("x" * 201, "At most 20 details"),
        ("a\n" * 21, "At most 20 details"),
        ("light\nSkerrow", "Line 2 does not stand"),
    ],
)
def test_what_is_not_there_is_refused_and_not_repeated(typed, said):
    with pytest.raises(NotThere, match=said) as refused:
        details_in("She keeps the light.", typed)

    assert refused.value.field == "words"
    assert "Skerrow" not in refused.value.message


@pytest.mark.parametrize(
    ("stage", "is_latest", "after"),
    [
        (Stage.SUBMITTED, True, Stage.REVIEWED),
        (Stage.AGREED, True, Stage.REVIEWED),
        (Stage.REVIEWED, True, Stage.REVIEWED),
        (Stage.SUBMITTED, False, Stage.SUBMITTED),
    ],
)
def test_a_document_whose_latest_version_is_withheld_is_the_trainees_again(stage, is_latest, after):
    assert after_withholding(stage, is_latest=is_latest) is after


def test_the_clock_runs_for_as_many_hours_as_the_curriculum_says_or_not_at_all():
    assert correct_by(AT, 48) == datetime(2026, 11, 3, 9, tzinfo=UTC)
    assert correct_by(AT, None) is None

"""What may be said of a case beside its code."""

from datetime import date

import pytest

from workbench.cases.domain.about import consent_ended, problems_named
from workbench.errors import Refusal

OPENED, TODAY = date(2026, 3, 2), date(2026, 11, 26)


def test_problems_are_kinds_in_small_letters_each_once():
    assert problems_named(" Depression,  social   Anxiety;depression\npost-natal low mood,") == (
        "depression",
        "social anxiety",
        "post-natal low mood",
    )
    assert problems_named("  ") == ()
    assert problems_named("Crohn\u2019s disease, IBS/pain") == ("crohn\u2019s disease", "ibs/pain")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("she lost her job and then her mother died", "too long"),
        ("x" * 41, "too long"),
        ("well-being-in-old-age at home", "too long"),
        ("panic since 2019", "letters only"),
        ("low. very low", "letters only"),
        ("a, b, c, d, e, f, g", "there are 7"),
    ],
)
def test_a_story_is_no_problem(text, words):
    with pytest.raises(Refusal, match=words) as refused:
        problems_named(text)

    assert refused.value.field == "problems"


def test_consent_is_withdrawn_on_a_day_of_the_case():
    for day in (OPENED, TODAY):
        assert consent_ended(day, opened_on=OPENED, today=TODAY) == day
    with pytest.raises(Refusal, match="still to come"):
        consent_ended(date(2026, 11, 27), opened_on=OPENED, today=TODAY)
    with pytest.raises(Refusal, match="opened after"):
        consent_ended(date(2026, 3, 1), opened_on=OPENED, today=TODAY)

"""What can be said of a letter's way to the patient."""

import pytest

from workbench.documents.domain.handing_over import CannotBeHanded, Handing, check_handing
from workbench.documents.domain.review import Stage

AGREED = {"stage": Stage.AGREED, "held": (13, 14)}


def test_an_agreed_letter_is_given_in_a_session_that_took_place():
    assert check_handing(Handing.GIVEN, 14, **AGREED) == 14


@pytest.mark.parametrize("session", [None, 15])
def test_no_letter_is_given_in_a_session_that_was_not(session):
    with pytest.raises(CannotBeHanded, match="one that took place") as refusal:
        check_handing(Handing.GIVEN, session, **AGREED)

    assert refusal.value.field == "session"


def test_no_letter_is_given_before_it_is_agreed():
    with pytest.raises(CannotBeHanded, match="not agreed yet"):
        check_handing(Handing.GIVEN, 14, stage=Stage.SUBMITTED, held=(14,))


@pytest.mark.parametrize("why", [one for one in Handing if one is not Handing.GIVEN])
@pytest.mark.parametrize("stage", Stage)
def test_a_letter_that_was_not_given_has_no_session(why, stage):
    assert check_handing(why, 14, stage=stage, held=(14,)) is None

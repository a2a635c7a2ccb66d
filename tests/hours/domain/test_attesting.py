"""Whose signature somebody may record, and for which days."""

from dataclasses import dataclass
from datetime import date

import pytest

from workbench.curricula.asked_standing import Signatory
from workbench.errors import Refusal
from workbench.hours.domain.attesting import (
    NotYoursToRecord,
    Signed,
    check_signed,
    check_take_back,
    last_month,
    signatories,
    signs_on_paper,
)
from workbench.policy import Actor

TODAY = date(2026, 11, 26)


@dataclass(frozen=True)
class Place:
    enrolment_id: int = 10
    trainee_id: int = 1
    provider_id: int = 100


TRAINEE = Actor(person_id=1, trains=frozenset({10}))
SUPERVISOR = Actor(person_id=2, supervises=frozenset({10}))
PROVIDER = Actor(person_id=3, administers=frozenset({100}))
STRANGER = Actor(person_id=4)


def signed(**values):
    given = {
        "signatory": Signatory.SUPERVISOR,
        "name": "Dr Anwar Ahmed",
        "started_on": date(2026, 10, 1),
        "ended_on": date(2026, 10, 31),
        "signed_on": TODAY,
    }
    return Signed(**given | values)


def test_one_records_ones_own_signature_and_a_provider_those_on_paper():
    assert signatories(TRAINEE, Place()) == (Signatory.TRAINEE,)
    assert signatories(SUPERVISOR, Place()) == (Signatory.SUPERVISOR,)
    assert signatories(PROVIDER, Place()) == (Signatory.PLACEMENT_MANAGER, Signatory.SUPERVISOR)
    assert signatories(STRANGER, Place()) == ()
    assert [signs_on_paper(one, Place()) for one in (TRAINEE, SUPERVISOR, PROVIDER)] == [
        False,
        False,
        True,
    ]


def test_a_signature_in_order_is_taken_up_to_today():
    check_signed(signed(ended_on=TODAY), (Signatory.SUPERVISOR,), today=TODAY)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"signatory": Signatory.PLACEMENT_MANAGER}, "signatory"),
        ({"name": ""}, "name"),
        ({"signed_on": date(2026, 11, 27)}, "signed_on"),
        ({"ended_on": date(2026, 9, 30)}, "ended_on"),
        ({"signed_on": date(2026, 10, 30)}, "ended_on"),
    ],
)
def test_what_cannot_be_so_is_refused_at_its_field(values, field):
    with pytest.raises(Refusal) as refused:
        check_signed(signed(**values), (Signatory.SUPERVISOR,), today=TODAY)

    assert refused.value.field == field


def test_whoever_recorded_it_or_the_provider_takes_it_back():
    check_take_back(SUPERVISOR, Place(), recorded_by_id=2)
    check_take_back(PROVIDER, Place(), recorded_by_id=2)
    with pytest.raises(NotYoursToRecord):
        check_take_back(TRAINEE, Place(), recorded_by_id=2)


def test_the_month_that_is_over_is_offered():
    assert last_month(TODAY) == (date(2026, 10, 1), date(2026, 10, 31))
    assert last_month(date(2026, 1, 31)) == (date(2025, 12, 1), date(2025, 12, 31))

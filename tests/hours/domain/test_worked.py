"""Whether what a trainee says they did can be so."""

from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from workbench.curricula.activities import Format, Mode
from workbench.errors import Refusal
from workbench.hours.domain.worked import Span, Worked, check, check_words


@dataclass
class Supervision:
    name: str = "Supervision"
    modes: tuple = (Mode.IN_PERSON, Mode.VIDEO)
    formats: tuple = field(default=(Format.INDIVIDUAL, Format.GROUP))


SPAN = Span(today=date(2026, 11, 21), started_on=date(2026, 3, 2), ended_on=date(2026, 11, 20))
WORKED = Worked(worked_on=date(2026, 11, 3), minutes=60, mode=Mode.VIDEO)


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"minutes": 1},
        {"minutes": 720},
        {"group_size": 1},
        {"group_size": 2},
        {"group_size": 60},
        {"worked_on": date(2026, 3, 2)},
        {"worked_on": date(2026, 11, 20)},
        {"note": "x" * 500},
    ],
)
def test_what_can_be_so_passes(changed):
    check(replace(WORKED, **changed), Supervision(), SPAN)


@pytest.mark.parametrize(
    ("changed", "at", "words"),
    [
        ({"minutes": 0}, "minutes", "at least 1 minute"),
        ({"minutes": 721}, "minutes", "721 minutes is more than the 12 hours"),
        ({"mode": Mode.TELEPHONE}, "mode", "not counted"),
        ({"group_size": 0}, "group_size", "between 2 and 60"),
        ({"group_size": 61}, "group_size", "between 2 and 60"),
        ({"worked_on": date(2026, 11, 22)}, "worked_on", "still to come"),
        ({"worked_on": date(2026, 3, 1)}, "worked_on", "began on 2 March 2026"),
        ({"worked_on": date(2026, 11, 21)}, "worked_on", "ended on 20 November 2026"),
        ({"note": "x" * 501}, "note", "501 characters"),
    ],
)
def test_what_cannot_be_so_is_refused_at_its_field(changed, at, words):
    with pytest.raises(Refusal, match=words) as refused:
        check(replace(WORKED, **changed), Supervision(), SPAN)

    assert refused.value.field == at


def test_what_is_done_alone_is_not_logged_for_a_group():
    with pytest.raises(Refusal, match="not logged for a group"):
        check(replace(WORKED, group_size=3), Supervision(formats=(Format.INDIVIDUAL,)), SPAN)


def test_words_that_are_needed_are_asked_for():
    with pytest.raises(Refusal, match="Say why"):
        check_words("", field="words", needed="Say why.")

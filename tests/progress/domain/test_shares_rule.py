"""At least, or at most, so much of a total is of some activities."""

from datetime import date

import msgspec
import pytest
from made_facts import START, entry, facts, found, milestone

from workbench.curricula.activities import Mode
from workbench.curricula.asked import Stretch
from workbench.curricula.asked_hours import HoursShare
from workbench.progress.domain.findings import Link, Standing, Whose
from workbench.progress.domain.reasons import Reason

MOST = HoursShare(
    key="young",
    title="Young people",
    words="At most.",
    activities=("own_therapy",),
    most_hours=50,
)
LEAST = msgspec.structs.replace(MOST, most_hours=None, least_hours=50)
WHOLE = ("therapy", "own_therapy")
MOST_PERCENT = msgspec.structs.replace(MOST, most_hours=None, most_percent=50, of=WHOLE)
LEAST_PERCENT = msgspec.structs.replace(MOST, most_hours=None, least_percent=40, of=WHOLE)


def log(part, rest=0, standing="countersigned", **fields):
    """So many minutes of the part and of the rest, an hour at a time."""
    return [
        *(entry("own_therapy", minutes=size, standing=standing, **fields) for size in cut(part)),
        *(entry("therapy", minutes=size, standing=standing, **fields) for size in cut(rest)),
    ]


def cut(minutes):
    return [60] * (minutes // 60) + ([minutes % 60] if minutes % 60 else [])


@pytest.mark.parametrize(
    ("minutes", "standing"),
    [(2999, Standing.UNDER_WAY), (3000, Standing.MET), (3001, Standing.MET)],
)
def test_at_least_so_many_hours(minutes, standing):
    assert found(LEAST, facts(entries=log(minutes))).standing is standing


@pytest.mark.parametrize(
    ("minutes", "standing"), [(2999, Standing.MET), (3000, Standing.MET), (3001, Standing.SHORT)]
)
def test_at_most_so_many_hours(minutes, standing):
    assert found(MOST, facts(entries=log(minutes))).standing is standing


@pytest.mark.parametrize(
    ("part", "rest", "standing"),
    [(2999, 3000, Standing.MET), (3000, 3000, Standing.MET), (3001, 3000, Standing.SHORT)],
)
def test_at_most_such_a_share(part, rest, standing):
    assert found(MOST_PERCENT, facts(entries=log(part, rest))).standing is standing


@pytest.mark.parametrize(
    ("part", "rest", "standing"),
    [(2399, 3600, Standing.UNDER_WAY), (2400, 3600, Standing.MET), (2401, 3600, Standing.MET)],
)
def test_at_least_such_a_share(part, rest, standing):
    assert found(LEAST_PERCENT, facts(entries=log(part, rest))).standing is standing


def test_no_hours_are_no_more_than_may_be_and_a_share_of_nothing_has_not_begun():
    nothing = facts()

    assert found(MOST, nothing).standing is Standing.MET
    assert found(MOST, nothing).met_on == START
    assert found(LEAST, nothing).standing is Standing.NOT_BEGUN
    assert found(MOST_PERCENT, nothing).standing is Standing.NOT_BEGUN
    assert found(LEAST_PERCENT, nothing).explanation == (
        "0.0 of 0 h: at least 40 % of what counts is asked, and nothing counts yet."
    )


def test_none_of_a_whole_is_within_a_most():
    finding = found(MOST_PERCENT, facts(entries=log(0, 60)))

    assert finding.standing is Standing.MET
    assert finding.explanation == (
        "0.0 h, of at most 0.5 h: 0.0 % of 1.0 h, where at most 50 % is asked."
    )


def test_the_sentence_never_rounds_to_a_pass():
    under = found(LEAST_PERCENT, facts(entries=log(2399, 3600)))
    over = found(MOST_PERCENT, facts(entries=log(3001, 3000)))

    assert "39.9 % of 99.9 h, where at least 40 % is asked" in under.explanation
    assert over.explanation.startswith("50.1 h, of at most 50.0 h: 50.1 % of 100.0 h")
    assert over.shortfalls == ("0.1 h too many",)


def test_a_share_that_is_too_much_falls_with_other_work():
    finding = found(MOST_PERCENT, facts(entries=log(3600, 3000)))

    assert finding.next_move.whose is Whose.TRAINEE
    assert finding.next_move.what == "Log 10.0 h more of other work"


def test_hours_that_are_too_many_stay_too_many():
    finding = found(MOST, facts(entries=log(3060)))

    assert finding.next_move.whose is Whose.PROVIDER
    assert finding.next_move.link is Link.ENROLMENT
    assert finding.explanation == "51.0 h, of at most 50 h: 1.0 h too many."


def test_what_would_be_too_much_is_said_before_it_is_signed():
    finding = found(MOST, facts(entries=[*log(3000), *log(30, standing="submitted")]))

    assert finding.standing is Standing.MET
    assert finding.shortfalls == ("0.5 h too many once what waits is countersigned",)


def test_the_lesser_of_two_mosts_and_the_greater_of_two_leasts_holds():
    both = msgspec.structs.replace(MOST_PERCENT, most_hours=10, least_hours=5, least_percent=10)

    under = found(both, facts(entries=log(299, 3000)))
    between = found(both, facts(entries=log(600, 3000)))
    over = found(both, facts(entries=log(601, 3000)))

    assert [one.standing for one in (under, between, over)] == [
        Standing.UNDER_WAY,
        Standing.MET,
        Standing.SHORT,
    ]
    assert over.next_move.whose is Whose.PROVIDER


def test_only_time_in_the_ways_that_are_asked_for_is_the_part():
    rule = msgspec.structs.replace(LEAST, modes=(Mode.IN_PERSON,), least_hours=1)
    met, video, unknown = (
        entry("own_therapy", mode=mode, on=date(2026, 9, day))
        for day, mode in enumerate((Mode.IN_PERSON, Mode.VIDEO, None), start=1)
    )

    finding = found(rule, facts(entries=[met, video, unknown]))

    assert (finding.have, finding.counted) == (1, (met.id,))
    assert {one.reason for one in finding.left_out} == {Reason.OTHER_MODE.words}
    assert finding.met_on == date(2026, 9, 1)


def test_only_time_within_the_stretch_is_the_part():
    rule = msgspec.structs.replace(LEAST, stretch=Stretch(from_milestone="course"))
    known = facts(
        entries=log(3000, on=date(2026, 3, 3)), milestones=[milestone("course", date(2026, 3, 4))]
    )

    assert found(rule, known).have == 0


def test_a_least_in_drafts_is_the_trainees_move():
    assert (
        found(LEAST, facts(entries=log(60, standing="draft"))).next_move.what == "Submit one draft"
    )

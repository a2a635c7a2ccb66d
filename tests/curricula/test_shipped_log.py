"""The log with monthly tiers of ABC Awards at its boundaries, worked by hand."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from tests.curricula.shipped import entry, facts, finding_in, spread
from workbench.curricula.asked_standing import Signatory
from workbench.progress.domain.facts import AttestationFact

LATER = date(2030, 1, 1)
DAY = date(2026, 3, 2)


def abc(requirement, known, **readings):
    """What the file says of one requirement."""
    return finding_in("ctld-log", requirement, known, on=LATER, **readings)


def hours_with(adults, young):
    """So many client hours with adults and with young people."""
    until = DAY + timedelta(days=300)
    return facts(
        *(entry("adults", DAY + timedelta(days=number), 50) for number in range(adults)),
        *(entry("young_people", until + timedelta(days=number), 30) for number in range(young)),
    )


@pytest.mark.parametrize(
    ("activity", "minutes", "readings", "credited"),
    [
        ("adults", 49, {}, 0),
        ("adults", 50, {}, 60),
        ("adults", 60, {}, 60),
        ("adults", 61, {}, 60),
        ("adults", 100, {}, 60),
        ("young_people", 29, {}, 0),
        ("young_people", 30, {}, 60),
        ("young_people", 60, {}, 60),
        ("young_people", 61, {}, 60),
        ("adults", 49, {"under_the_least": "clock"}, 49),
        ("young_people", 29, {"under_the_least": "clock"}, 29),
        ("adults", 61, {"over_60_minutes": "clock"}, 61),
        ("adults", 55, {"over_60_minutes": "clock"}, 60),
        ("young_people", 61, {"over_60_minutes": "clock"}, 61),
        ("adults", 100, {"over_60_minutes": "each_full_session"}, 120),  # 2 x 50
        (
            "adults",
            110,
            {"over_60_minutes": "each_full_session"},
            120,
        ),  # 2 x 50; the 10 over are in them
        ("young_people", 61, {"over_60_minutes": "each_full_session"}, 120),  # 2 x 30
    ],
)
def test_a_client_hour_has_a_least_and_a_most(activity, minutes, readings, credited):
    known = facts(entry(activity, DAY, minutes))

    assert abc("client_hours_100", known, **readings).have == Fraction(credited, 60)


@pytest.mark.parametrize(
    ("adults", "young", "readings", "have"),
    [
        (50, 49, {}, 99),
        (50, 50, {}, 100),
        (49, 51, {}, 99),  # one of 51 is over the 50 of 100
        (60, 60, {}, 110),
        (100, 0, {}, 100),
        (0, 100, {}, 50),
        # half of what counts: with 40 adults no more than 40 young people are half of the whole
        (40, 60, {"half_of_what": "counted"}, 80),
        (60, 60, {"half_of_what": "counted"}, 120),
        (50, 51, {"half_of_what": "counted"}, 100),
        # half of what was logged: 100 hours, 50 of them; 120 hours, 60 of them
        (40, 60, {"half_of_what": "logged"}, 90),
        (60, 60, {"half_of_what": "logged"}, 120),
        (49, 51, {"half_of_what": "logged"}, 99),
    ],
)
def test_no_more_than_half_is_with_young_people(adults, young, readings, have):
    found = abc("client_hours_100", hours_with(adults, young), **readings)

    assert found.have == have
    assert found.is_met is (have >= 100)


def in_a_month(client_minutes, supervised):
    """A month with so much client time, an hour a session and the rest in one of its own."""
    whole, over = divmod(client_minutes, 60)
    sessions = [entry("adults", DAY + timedelta(days=number), 60) for number in range(whole)]
    rest = [entry("adults", DAY, over)] if over else []
    return facts(*sessions, *rest, entry("supervision", DAY + timedelta(days=9), supervised))


CLOCK = {"under_the_least": "clock"}
TIERS = [
    # client time in minutes, supervision that is just enough, readings
    (60, 90, {}),
    (720, 90, {}),  # 12 hours
    (750, 120, CLOCK),  # 12.5 hours lie between two tiers
    (750, 90, CLOCK | {"between_tiers": "lower"}),
    (769, 90, CLOCK | {"between_tiers": "lower"}),  # 12 hours and 49 minutes
    (780, 120, {}),  # 13
    (780, 120, {"between_tiers": "lower"}),
    (960, 120, {}),  # 16
    (990, 150, CLOCK),  # 16.5
    (1020, 150, {}),  # 17
    (1200, 150, {}),  # 20
    (1260, 150, {}),  # 21, with the last tier
    (1260, 180, {"above_20_hours": "next_step"}),  # 21 to 24 hours: half an hour more
    (1440, 180, {"above_20_hours": "next_step"}),
    (1500, 210, {"above_20_hours": "next_step"}),  # 25
]


@pytest.mark.parametrize(("client", "enough", "readings"), TIERS)
def test_supervision_grows_with_the_client_hours_of_a_month(client, enough, readings):
    assert abc("supervised_each_month", in_a_month(client, enough), **readings).is_met
    assert not abc("supervised_each_month", in_a_month(client, enough - 1), **readings).is_met


def test_a_session_that_is_no_client_hour_does_not_lift_the_tier():
    # 12 sessions of 60 minutes and one of 49 are 12 client hours
    assert abc("supervised_each_month", in_a_month(720 + 49, 90)).is_met


@pytest.mark.parametrize(
    ("days", "readings", "is_met"),
    [
        (30, {}, True),  # the 31st day is the last of the month that begins with the first session
        (31, {}, False),
        (29, {"month": "blocks_of_30_days"}, True),
        (30, {"month": "blocks_of_30_days"}, False),
        (27, {"month": "blocks_of_28_days"}, True),
        (28, {"month": "blocks_of_28_days"}, False),
        (29, {"month": "calendar"}, True),  # 31 March
        (30, {"month": "calendar"}, False),  # 1 April
        (30, {"month": "any_31_days"}, True),
        (31, {"month": "any_31_days"}, False),
    ],
)
def test_a_month_begins_with_the_first_session(days, readings, is_met):
    known = facts(entry("adults", DAY), entry("supervision", DAY + timedelta(days=days), 90))

    assert abc("supervised_each_month", known, **readings).is_met is is_met


def test_a_month_without_client_hours_needs_supervision_by_another_reading_only():
    # client work in March and in May; the second 31 days, from 2 April on, are empty
    practice = [entry("adults", DAY), entry("adults", DAY + timedelta(days=62))]
    meetings = [entry("supervision", one.on, 90) for one in practice]
    known = facts(*practice, *meetings, started_on=DAY)

    assert abc("supervised_each_month", known).is_met
    assert not abc("supervised_each_month", known, no_client_hours="yes").is_met


def test_a_group_counts_in_full_unless_it_is_read_as_divided():
    known = facts(entry("adults", DAY), entry("supervision", DAY, 90, group_size=3))

    assert abc("supervised_each_month", known).is_met
    assert not abc("supervised_each_month", known, group_supervision="divided").is_met


def test_the_manager_of_each_placement_signs():
    sessions = spread("adults", DAY, DAY + timedelta(days=20), 4, 60)
    places = ["Harbour House", "Harbour House", "Quay Street", "Quay Street"]
    log = [
        entry("adults", one.on, 60, placement=place)
        for one, place in zip(sessions, places, strict=True)
    ]
    signed = [
        AttestationFact(
            start=DAY,
            end=DAY + timedelta(days=30),
            by=Signatory.PLACEMENT_MANAGER,
            signed_on=DAY + timedelta(days=31),
            placement=place,
        )
        for place in ("Harbour House", "Quay Street")
    ]

    assert not abc("placement_signs", facts(*log)).is_met
    assert not abc("placement_signs", facts(*log, attestations=signed[:1])).is_met
    assert abc("placement_signs", facts(*log, attestations=signed)).is_met

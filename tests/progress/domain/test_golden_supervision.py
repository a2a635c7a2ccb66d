"""Supervision under shipped files, each number worked out by hand from what the bodies publish."""

from datetime import date

import msgspec
import pytest

from workbench.curricula.library import Library
from workbench.curricula.taking import taking
from workbench.progress.domain.evaluate import evaluate
from workbench.progress.domain.facts import CaseFact, EnrolmentFact, EntryFact, Facts
from workbench.progress.domain.findings import Standing

ON = date(2026, 11, 21)


def log(*rows):
    """Countersigned entries: the activity, the day, the minutes, and whatever else is known."""
    return [
        EntryFact(
            id=number,
            activity=activity,
            on=date.fromisoformat(on),
            minutes=minutes,
            standing="countersigned",
            **(rest[0] if rest else {}),
        )
        for number, (activity, on, minutes, *rest) in enumerate(rows, 1)
    ]


def as_read(facts):
    """The same facts as they come out of their JSON."""
    return msgspec.json.decode(msgspec.json.encode(facts), type=Facts)


def finding(file, requirement, entries, *, cases=(), started="2026-01-05", **readings):
    rules = taking(Library().latest(file), readings)
    facts = Facts(
        enrolment=EnrolmentFact(started_on=date.fromisoformat(started)),
        entries=tuple(entries),
        cases=tuple(cases),
    )
    return next(
        one
        for gate in evaluate(rules, as_read(facts), on=ON)
        for one in gate.findings
        if one.key == requirement
    )


def test_bacp_a_group_of_four_claims_half_and_a_group_of_five_a_fifth():
    """2 h in a group of 4: 60 min. 2 h in a group of 5: 24 min. Together 84 of 90 in March."""
    rows = [
        ("practice", "2026-03-02", 60),
        ("supervision", "2026-03-09", 120, {"group_size": 4}),
        ("supervision", "2026-03-23", 120, {"group_size": 5}),
    ]
    six_more = ("supervision", "2026-03-30", 6)

    short = finding("bacp-accreditation", "supervised_each_month", log(*rows))
    enough = finding("bacp-accreditation", "supervised_each_month", log(*rows, six_more))

    assert short.standing is Standing.SHORT
    assert [(w.first, w.have * 60, w.needed * 60) for w in short.windows] == [
        (date(2026, 3, 1), 84, 90)
    ]
    assert enough.standing is Standing.MET


def test_bacp_an_hour_each_third_week_and_two_hours_each_sixth_fail():
    """Each third week from 5 January: 5 and 26 Jan (2 h), 16 Feb (1 h), 9 and 30 Mar (2 h),
    20 Apr (1 h). Each sixth week, 2 h on 5 Jan, 16 Feb and 30 Mar: April has none.
    """
    weekly = [
        ("practice", f"2026-{month:02}-{day:02}", 60) for month in (1, 2, 3, 4) for day in (6, 20)
    ]
    third = [
        ("supervision", day, 60)
        for day in (
            "2026-01-05",
            "2026-01-26",
            "2026-02-16",
            "2026-03-09",
            "2026-03-30",
            "2026-04-20",
        )
    ]
    sixth = [("supervision", day, 120) for day in ("2026-01-05", "2026-02-16", "2026-03-30")]

    an_hour = finding("bacp-accreditation", "supervised_each_month", log(*weekly, *third))
    two_hours = finding("bacp-accreditation", "supervised_each_month", log(*weekly, *sixth))

    assert [w.first.month for w in an_hour.windows] == [2, 4]
    assert [w.first.month for w in two_hours.windows] == [4]


@pytest.mark.parametrize(
    ("reading", "minutes", "is_met"),
    [
        # 20 h of clients: 20 / 8 = 2.5 h = 150 min in proportion; three blocks begun are 180 min
        ("proportion", 150, True),
        ("proportion", 149, False),
        ("started", 179, False),
        ("started", 180, True),
    ],
)
def test_bacp_one_hour_for_eight(reading, minutes, is_met):
    rows = [("practice", f"2026-03-{day:02}", 60) for day in range(1, 21)]
    found = finding(
        "bacp-accreditation",
        "one_to_eight",
        log(*rows, ("supervision", "2026-03-31", minutes)),
        eighths=reading,
    )

    assert found.is_met is is_met


@pytest.mark.parametrize(("second", "is_met"), [("2026-03-16", True), ("2026-03-17", False)])
def test_bacp_every_two_weeks_is_fourteen_days(second, is_met):
    """From 2 March to 16 March are 14 days, to 17 March 15."""
    rows = [
        ("practice", "2026-03-02", 60),
        ("practice", second, 60),
        ("supervision", "2026-03-02", 60),
        ("supervision", second, 60),
    ]

    assert finding("bacp-accreditation", "every_two_weeks", log(*rows)).is_met is is_met


@pytest.mark.parametrize(
    ("sessions", "supervision", "readings", "is_met"),
    [
        (12, 90, {}, True),
        (13, 90, {}, False),
        (13, 120, {}, True),
        (16, 120, {}, True),
        (17, 120, {}, False),
        (17, 150, {}, True),
        (20, 150, {}, True),
        (24, 150, {}, True),
        # half an hour more for each further four: 21 to 24 need 180 minutes
        (24, 150, {"above_20_hours": "next_step"}, False),
        (24, 180, {"above_20_hours": "next_step"}, True),
    ],
)
def test_abc_tiers_of_a_month(sessions, supervision, readings, is_met):
    """Sessions of 50 minutes are client hours; all lie within 31 days of the first."""
    rows = [("adults", f"2026-03-{day:02}", 50) for day in range(1, sessions + 1)]

    found = finding(
        "ctld-log",
        "supervised_each_month",
        log(*rows, ("supervision", "2026-03-31", supervision)),
        **readings,
    )

    assert found.is_met is is_met


def test_abc_a_month_of_31_days_is_no_calendar_month():
    """From 15 March a month of 31 days ends on 14 April: a meeting on that day is in time."""
    rows = [("adults", "2026-03-15", 50), ("supervision", "2026-04-14", 90)]

    assert finding("ctld-log", "supervised_each_month", log(*rows)).is_met
    assert not finding("ctld-log", "supervised_each_month", log(*rows), month="calendar").is_met


def test_babcp_five_hours_for_each_of_eight_cases_three_closely():
    """A meeting of 105 minutes with three people counts 105 / 3 x 2 = 70 minutes. Four of them
    about one case are 280 minutes, 20 short of 5 h; 20 minutes alone make it full.
    """
    codes = [f"C{number}" for number in range(1, 9)]
    cases = [
        CaseFact(code=code, opened_on=date(2026, 1, 5), closely_supervised=number < 3)
        for number, code in enumerate(codes)
    ]
    alone = [("supervision", "2026-05-04", 300, {"case": code}) for code in codes[1:]]
    shared = [
        ("supervision", f"2026-06-{day:02}", 105, {"case": "C1", "group_size": 3})
        for day in (1, 8, 15, 22)
    ]
    rest = ("supervision", "2026-06-29", 20, {"case": "C1"})

    short = finding(
        "babcp-provisional", "five_for_each_of_eight", log(*alone, *shared), cases=cases
    )
    full = finding(
        "babcp-provisional", "five_for_each_of_eight", log(*alone, *shared, rest), cases=cases
    )

    assert (short.have, short.needed) == (7, 8)
    assert full.is_met

"""What bounds a total of hours: milestones, other steps, caps, letters about earlier years."""

from datetime import date
from fractions import Fraction

import msgspec
import pytest
from made_facts import HOURS, entry, facts, found, milestone

from workbench.curricula.asked import Stretch
from workbench.curricula.asked_hours import Cap, Claimed, Prior, ShareOf
from workbench.progress.domain.facts import PriorFact
from workbench.progress.domain.findings import Standing, Whose
from workbench.progress.domain.reasons import Reason

COURSE = milestone("course", on=date(2026, 3, 4))


def asked(**fields):
    return msgspec.structs.replace(HOURS, **fields)


def reasons(finding):
    return {one.id: one.reason for one in finding.left_out}


@pytest.mark.parametrize(
    ("day", "next_day", "reason"),
    [
        (date(2026, 3, 3), False, Reason.BEFORE),
        (date(2026, 3, 4), False, None),
        (date(2026, 3, 4), True, Reason.BEFORE),
        (date(2026, 3, 5), True, None),
    ],
)
def test_a_stretch_opens_on_the_milestones_day_or_on_the_next(day, next_day, reason):
    rule = asked(stretch=Stretch(from_milestone="course", from_next_day=next_day))
    one = entry(on=day)

    finding = found(rule, facts(entries=[one], milestones=[COURSE]))

    assert reasons(finding) == ({one.id: reason.words} if reason else {})
    assert finding.have == (0 if reason else 1)
    word = "after" if next_day else "from"
    assert f"counted {word} 4 March 2026, “Course”" in finding.explanation


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 4), 1), (date(2026, 3, 5), 0)])
def test_a_stretch_closes_at_the_end_of_the_milestones_day(day, hours):
    rule = asked(stretch=Stretch(to_milestone="course"))

    finding = found(rule, facts(entries=[entry(on=day)], milestones=[COURSE]))

    assert finding.have == hours
    assert "counted up to 4 March 2026, “Course”" in finding.explanation


@pytest.mark.parametrize("ahead", [(), (milestone("course", on=date(2027, 1, 1)),)])
def test_what_has_not_happened_opens_nothing_and_closes_nothing(ahead):
    known = facts(entries=[entry()], milestones=ahead)

    opened = found(asked(stretch=Stretch(from_milestone="course")), known)
    closed = found(asked(stretch=Stretch(to_milestone="course")), known)

    assert (opened.have, closed.have) == (0, 1)
    assert "nothing counts until “Course” has happened" in opened.explanation
    assert closed.explanation == "1.0 of 150 h."


def test_a_milestone_that_the_curriculum_lost_is_named_by_its_key():
    rule = asked(stretch=Stretch(from_milestone="gone"))

    assert "“gone”" in found(rule, facts()).explanation


@pytest.mark.parametrize(
    ("claimed", "gate", "hours"),
    [
        (Claimed.MAY, "other", 1),
        (Claimed.MAY_NOT, "other", 0),
        (Claimed.MAY_NOT, "gate", 1),
        (Claimed.MAY_NOT, None, 1),
    ],
)
def test_time_claimed_for_another_step_may_count_once_only(claimed, gate, hours):
    one = entry(claimed_for=gate)

    finding = found(asked(claimed=claimed), facts(entries=[one]))

    assert finding.have == hours
    assert reasons(finding) == ({} if hours else {one.id: Reason.CLAIMED.words})


BOTH = {"activities": ("therapy", "own_therapy"), "hours": 100}


def log(therapy, own, **fields):
    days = {"on": date(2026, 9, 1), **fields}
    return [
        *(entry(minutes=60, **days) for _ in range(therapy)),
        *(entry("own_therapy", minutes=60, **days) for _ in range(own)),
    ]


@pytest.mark.parametrize(
    ("cap", "therapy", "own", "hours"),
    [
        ({"hours": 50}, 40, 50, 90),
        ({"hours": 50}, 40, 51, 90),
        ({"hours": 0}, 40, 1, 40),
        ({"percent": 50}, 50, 50, 100),
        ({"percent": 50}, 50, 60, 100),
        ({"percent": 50, "share_of": ShareOf.COUNTED}, 40, 60, 80),
        ({"percent": 50, "share_of": ShareOf.COUNTED}, 60, 40, 100),
        ({"percent": 50, "share_of": ShareOf.COUNTED}, 0, 60, 0),
        ({"percent": 25, "share_of": ShareOf.COUNTED}, 30, 60, 40),
        ({"percent": 100, "share_of": ShareOf.COUNTED}, 0, 60, 60),
        ({"percent": 50, "share_of": ShareOf.LOGGED}, 50, 60, 105),
        ({"percent": 50, "share_of": ShareOf.LOGGED}, 55, 55, 110),
    ],
)
def test_a_cap_is_a_number_of_hours_or_a_share_of_what_is_named(cap, therapy, own, hours):
    rule = asked(**BOTH, caps=(Cap(activities=("own_therapy",), **cap),))

    finding = found(rule, facts(entries=log(therapy, own)))

    assert finding.have == hours
    left = sum(one.minutes for one in finding.left_out)
    assert left == 60 * (therapy + own - hours)


def test_what_is_over_is_left_out_from_the_latest_backwards_and_in_part():
    early, late = (entry("own_therapy", minutes=60, on=date(2026, 9, day)) for day in (1, 2))
    rule = asked(**BOTH, caps=(Cap(activities=("own_therapy",), percent=1),))
    rule = msgspec.structs.replace(rule, hours=150)

    finding = found(rule, facts(entries=[late, early]))

    assert finding.have == Fraction(3, 2)
    assert [(one.id, one.minutes) for one in finding.left_out] == [(late.id, 30)]
    assert finding.explanation == (
        "1.5 of 150 h: one entry counts in part, up to the most that may count."
    )
    assert finding.next_move.what == "Log 148.5 h more of other work"


def test_what_is_countersigned_fills_a_cap_before_what_waits():
    signed = entry("own_therapy", minutes=120, on=date(2026, 9, 2))
    waits = entry("own_therapy", minutes=120, on=date(2026, 9, 1), standing="submitted")
    rule = asked(**BOTH, caps=(Cap(activities=("own_therapy",), hours=3),))

    finding = found(rule, facts(entries=[signed, waits]))

    assert (finding.have, finding.waiting) == (2, 1)
    assert [(one.id, one.minutes) for one in finding.left_out] == [(waits.id, 60)]


def test_a_share_of_what_counts_is_held_against_what_another_cap_leaves():
    rule = asked(
        activities=("therapy", "own_therapy", "supervision"),
        caps=(
            Cap(activities=("own_therapy",), percent=50, share_of=ShareOf.COUNTED),
            Cap(activities=("supervision",), hours=10),
        ),
    )
    seen = [entry("supervision", minutes=60) for _ in range(30)]

    finding = found(rule, facts(entries=[*log(5, 40), *seen]))

    assert finding.have == 5 + 10 + 15


def letter(number=1, hours=50, start=date(2024, 1, 1), end=date(2024, 12, 31), **fields):
    fields = {"verified_by": "M. Vane", "verified_on": date(2026, 2, 1), **fields}
    return PriorFact(
        id=number,
        activity="therapy",
        minutes=hours * 60,
        document="Letter of the service",
        start=start,
        end=end,
        **fields,
    )


COUNTS = asked(prior=Prior.COUNTS, hours=51)


def test_hours_of_a_verified_letter_count_beside_the_log():
    finding = found(COUNTS, facts(entries=[entry()], prior=[letter()]))

    assert finding.standing is Standing.MET
    assert (finding.have, finding.letters) == (51, (1,))
    assert len(finding.counted) == 1
    assert finding.explanation == "51.0 of 51 h: 50.0 h of them are of earlier years."


@pytest.mark.parametrize(
    "fields",
    [{"verified_by": None, "verified_on": None}, {"verified_on": date(2026, 11, 22)}],
)
def test_a_letter_that_nobody_has_verified_waits_for_the_provider(fields):
    finding = found(COUNTS, facts(entries=[entry()], prior=[letter(**fields)]))

    assert (finding.have, finding.waiting) == (1, 50)
    assert finding.next_move.whose is Whose.PROVIDER
    assert finding.next_move.what == "Verify one letter about earlier years"
    assert finding.explanation == "1.0 of 51 h: 50.0 h are in a letter to be verified."


def test_a_letter_with_a_name_and_no_day_is_verified():
    known = facts(prior=[letter(verified_on=None)])

    assert found(COUNTS, known).have == 50


def test_letters_and_entries_that_are_left_out_are_both_named():
    known = facts(entries=[entry(standing="withdrawn")], prior=[letter()])

    finding = found(HOURS, known)

    assert finding.have == 0
    assert [one.is_letter for one in finding.left_out] == [True, False]
    assert finding.explanation == (
        "0.0 of 150 h: one entry and one letter, 51.0 h, are left out: one is withdrawn "
        "and one attests earlier years, which do not count here."
    )


@pytest.mark.parametrize(
    ("day", "standing", "hours"),
    [
        (date(2023, 12, 31), "countersigned", 51),
        (date(2024, 1, 1), "countersigned", 1),
        (date(2024, 12, 31), "countersigned", 1),
        (date(2024, 12, 31), "submitted", 0),
        (date(2024, 12, 31), "draft", 50),
        (date(2025, 1, 1), "countersigned", 51),
    ],
)
def test_a_letter_beside_entries_of_the_log_is_left_out_whole(day, standing, hours):
    known = facts(entries=[entry(on=day, standing=standing)], prior=[letter()])

    finding = found(COUNTS, known)

    assert finding.have == hours
    if hours in {0, 1}:
        assert [one.reason for one in finding.left_out] == [Reason.BESIDE_THE_LOG.words]


@pytest.mark.parametrize(
    ("start", "hours"), [(date(2024, 12, 31), 50), (date(2025, 1, 1), 80), (date(2024, 1, 1), 50)]
)
def test_of_two_letters_about_the_same_time_the_later_is_left_out(start, hours):
    second = letter(2, 30, start=start, end=date(2025, 6, 30))

    finding = found(COUNTS, facts(prior=[second, letter()]))

    assert finding.have == hours
    out = [one.reason for one in finding.left_out]
    assert out == ([] if hours == 80 else [Reason.BESIDE_A_LETTER.words])


def test_a_letter_about_another_activity_overlaps_nothing():
    rule = asked(**BOTH, prior=Prior.COUNTS)
    other = msgspec.structs.replace(letter(2, 30), activity="own_therapy")

    assert found(rule, facts(prior=[letter(), other])).have == 80


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"start": date(2026, 11, 22), "end": None}, Reason.AHEAD),
        ({"end": date(2026, 11, 22)}, Reason.AHEAD),
        ({"end": date(2026, 3, 5)}, Reason.AFTER),
        ({"end": None}, Reason.AFTER),
        ({"end": date(2026, 3, 4)}, None),
    ],
)
def test_a_letter_lies_within_the_stretch_or_is_left_out(fields, reason):
    rule = asked(prior=Prior.COUNTS, stretch=Stretch(to_milestone="course"))

    finding = found(rule, facts(prior=[letter(**fields)], milestones=[COURSE]))

    assert [one.reason for one in finding.left_out] == ([reason.words] if reason else [])


def test_no_more_of_earlier_years_counts_than_may():
    rule = asked(prior=Prior.COUNTS, prior_most=60)
    later = letter(2, 30, start=date(2025, 1, 1), end=date(2025, 6, 30))
    last = letter(3, 30, start=date(2025, 7, 1), end=date(2025, 8, 30))

    finding = found(rule, facts(prior=[last, later, letter()]))

    assert (finding.have, finding.letters) == (60, (1, 2))
    assert [(one.id, one.minutes) for one in finding.left_out] == [(2, 20 * 60), (3, 30 * 60)]

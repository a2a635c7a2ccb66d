"""What another version means for somebody, from the findings of both over the same facts."""

from datetime import date
from fractions import Fraction

import pytest
from publishing.conftest import SMALL

from workbench.curricula.library import load_text
from workbench.progress.domain.facts import (
    DocumentFact,
    EnrolmentFact,
    EntryFact,
    EntryStanding,
    Facts,
    MilestoneFact,
)
from workbench.progress.domain.findings import Finding, GateFindings, Standing, Unit
from workbench.publishing.domain.moves import (
    Effect,
    Seen,
    Stay,
    outcome,
    stays,
    token,
    unknown_in_words,
    why_left_alone,
)

DAY = date(2026, 3, 2)
NOTHING = Facts(enrolment=EnrolmentFact(started_on=DAY))
CURRICULUM = load_text(SMALL)


def finding(have, needed=10, *, key="hours", unit=Unit.HOURS, blocks=True, met=None):
    is_met = have >= needed if met is None else met
    return Finding(
        gate="done",
        key=key,
        title="Hours",
        words="Ten hours.",
        unit=unit,
        needed=Fraction(needed),
        have=Fraction(have),
        standing=Standing.MET if is_met else Standing.UNDER_WAY,
        explanation="",
        blocks=blocks,
    )


def gates(*findings):
    return [GateFindings("done", "Done", findings)]


def between(before, after, facts=NOTHING, new=CURRICULUM):
    return outcome(before, after, facts=facts, old=CURRICULUM, new=new)


@pytest.mark.parametrize(
    ("was", "comes", "effect", "by"),
    [
        (finding(11), finding(11, 12), Effect.FALLS_SHORT, "1 hour"),
        (finding(11, 12), finding(11), Effect.GAINS, ""),
        (finding(5), finding(5, 8), Effect.GAINS, "3 hours"),
        (finding(5), finding(5, Fraction(21, 2)), Effect.FALLS_SHORT, "5.5 hours"),
        (finding(5), finding(5), Effect.AS_BEFORE, "5 hours"),
        (finding(11), finding(11, 9), Effect.AS_BEFORE, ""),
        (None, finding(0, 1), Effect.FALLS_SHORT, "1 hour"),
        (None, finding(3, 1), Effect.AS_BEFORE, ""),
        (finding(0, 1), None, Effect.GAINS, ""),
        (finding(1, 1), None, Effect.AS_BEFORE, ""),
        (finding(1, blocks=False), finding(1), Effect.FALLS_SHORT, "9 hours"),
        (finding(1), finding(1, blocks=False), Effect.GAINS, ""),
        (finding(1), finding(1, 4, unit=Unit.CASES), Effect.AS_BEFORE, "3 cases"),
        (finding(9), finding(9, 4, unit=Unit.CASES, met=False), Effect.AS_BEFORE, ""),
        (finding(11), finding(1, 4, unit=Unit.CASES), Effect.FALLS_SHORT, "3 cases"),
        (finding(10), finding(10, met=False), Effect.FALLS_SHORT, ""),
    ],
)
def test_more_missing_is_falling_short_and_less_is_a_gain(was, comes, effect, by):
    before, after = (gates(*([one] if one else [])) for one in (was, comes))

    [change] = between(before, after).changes

    assert (change.effect, change.by) == (effect, by)


def test_a_change_says_how_it_stands_now_and_then():
    [change] = between(gates(finding(11)), gates(finding(11, 12, blocks=False))).changes
    [asked] = between(gates(), gates(finding(0))).changes

    assert change.before == "11 of 10 hours, met"
    assert change.after == "11 of 12 hours, under way, advised only"
    assert (asked.before, asked.gate) == ("not asked", "Done")


def test_changes_are_told_apart_by_their_effect():
    found = between(
        gates(finding(11), finding(1, key="b"), finding(2, key="c")),
        gates(finding(11, 12), finding(1, 1, key="b"), finding(2, key="c")),
    )

    assert [len(found.falls_short), len(found.gains), len(found.changes)] == [1, 1, 3]


def test_a_gate_says_whether_it_would_open_or_shut():
    [shuts] = between(gates(finding(11)), gates(finding(11, 12))).steps
    [opens] = between(gates(finding(11, 12)), gates(finding(11))).steps
    [added] = between([], gates(finding(1))).steps
    [dropped] = between(gates(finding(11)), []).steps

    assert (shuts.shuts, shuts.before, shuts.after) == (True, "1 of 1 met, open", "0 of 1 met")
    assert (opens.opens, opens.shuts) == (True, False)
    assert (added.before, added.opens) == ("not asked", False)
    assert (dropped.after, dropped.shuts) == ("not asked", True)


def test_what_the_other_version_has_no_word_for_is_named():
    entry = EntryFact(
        id=1, activity="therapy", on=DAY, minutes=50, standing=EntryStanding.COUNTERSIGNED
    )
    done = Facts(
        enrolment=NOTHING.enrolment,
        entries=(entry, EntryFact(id=2, activity="gone", on=DAY, minutes=5, standing="draft")),
        documents=(DocumentFact(id=1, kind="letter", stage="draft", on=DAY),),
        milestones=(MilestoneFact(key="course", on=DAY),),
    )
    other = load_text(
        SMALL.replace('key = "therapy"', 'key = "analysis"')
        .replace('["therapy"]', '["analysis"]')
        .replace('activity = "therapy"', 'activity = "analysis"')
    )

    unknown = between((), (), facts=done, new=other).unknown

    assert unknown == ("one entry of “Therapy”", "one entry of “gone”")
    assert unknown_in_words(unknown) == (
        "The other version has no word for one entry of “Therapy” and one entry of “gone”: "
        "kept, but counted for nothing."
    )
    assert unknown_in_words(()) == ""


def test_a_preview_is_named_by_every_state_it_showed_in_any_order():
    one, two = Seen(1, 0, "small", "2026.1", DAY), Seen(2, 5, "small", "2026.1", DAY)

    assert token("d", [one, two]) == token("d", [two, one])
    others = [
        token("e", [one, two]),
        token("d", [one]),
        token("d", [one, Seen(2, 6, "small", "2026.1", DAY)]),
        token("d", [one, Seen(2, 5, "small", "2026.2", DAY)]),
        token("d", [one, Seen(2, 5, "small", "2026.1", DAY.replace(day=3))]),
    ]
    assert token("d", [one, two]) not in others
    assert len(set(others)) == len(others)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ((False, False, False), ""),
        ((True, False, False), "Ended"),
        ((True, True, False), "Under that version already"),
        ((True, True, True), "Your own training"),
    ],
)
def test_whoever_is_left_alone_is_told_why(given, words):
    ended, there, own = given

    assert why_left_alone(is_ended=ended, is_there=there, is_own=own).startswith(words)
    assert bool(why_left_alone(is_ended=ended, is_there=there, is_own=own)) == bool(words)


def test_the_versions_follow_one_another():
    first, second, third = ("a", "1"), ("a", "2"), ("b", "1")
    later, last = date(2026, 4, 1), date(2026, 5, 1)

    assert stays(DAY, [], first) == (Stay("a", "1", DAY, None),)
    assert stays(DAY, [(later, first, second), (last, second, third)], third) == (
        Stay("a", "1", DAY, later),
        Stay("a", "2", later, last),
        Stay("b", "1", last, None),
    )

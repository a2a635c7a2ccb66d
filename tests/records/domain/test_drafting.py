"""What a record would say, from facts alone."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from progress.domain.made_facts import (
    CASE_STUDY,
    FORMULATIONS,
    HOURS,
    RECORDINGS,
    SUPERVISED,
    TODAY,
    case,
    curriculum,
    document,
    entry,
    facts,
    milestone,
    rating,
    session,
    shuffled,
)

from workbench.progress.domain.facts import Stage
from workbench.records.domain.canonical import canonical
from workbench.records.domain.drafting import Names, drafted, gates_of

NAMES = Names(holder="Daniel Achebe", provider="Harbour Institute", curriculum_digest="0" * 64)
ASKED = curriculum(HOURS, SUPERVISED, RECORDINGS, FORMULATIONS, CASE_STUDY)
EARLY, LATE = date(2026, 1, 5), date(2026, 2, 2)


def draft(known, on=TODAY):
    [gate] = gates_of(ASKED, known, on=on)
    return drafted(ASKED, known, gate, NAMES, on=on)


def test_cases_are_numbered_in_the_order_of_opening_and_never_named():
    known = facts(
        cases=[case("B2", opened_on=LATE), case("Z9", opened_on=EARLY)],
        sessions=[session("Z9", 1), session("Z9", 2), session("B2", 1)],
    )

    content = draft(known)

    assert [(line.case, line.opened_on, line.attended) for line in content.cases] == [
        (1, EARLY, 2),
        (2, LATE, 1),
    ]
    assert b"Z9" not in canonical(content)
    assert b"B2" not in canonical(content)


def test_only_signed_ratings_by_others_are_in_it():
    known = facts(
        cases=[case("A7")],
        ratings=[
            rating("A7", 6, rater="Dr Anwar Ahmed"),
            rating("A7", 3, verdict=None, rater="Dr Anwar Ahmed", phase="gone"),
            rating("A7", 7, by="self"),
            rating("A7", 8, signed_on=None),
            rating("A7", 9, signed_on=TODAY + timedelta(days=1)),
        ],
    )

    content = draft(known)

    assert [(r.case, r.session, r.phase, r.rater, r.verdict) for r in content.ratings] == [
        (1, 3, "gone", "Dr Anwar Ahmed", "not_said"),
        (1, 6, "Middle", "Dr Anwar Ahmed", "passed"),
    ]


def test_only_agreed_or_passed_documents_are_in_it_by_kind_and_standing():
    known = facts(
        cases=[case("A7")],
        documents=[
            document("ipaf", "A7", Stage.AGREED),
            document("letter", "A7", Stage.SUBMITTED),
            document("case_study", None, Stage.PASSED),
            document("unheard_of", "A7", Stage.AGREED),
        ],
    )

    content = draft(known)

    assert [(d.name, d.case, d.standing) for d in content.documents] == [
        ("CASE_STUDY", None, "passed"),
        ("IPAF", 1, "agreed"),
        ("unheard_of", 1, "agreed"),
    ]


def test_a_milestone_is_named_by_its_day_and_without_its_evidence():
    ahead = milestone("course", on=TODAY + timedelta(days=1))

    content = draft(facts(milestones=[milestone("role_play", evidence="canary"), ahead]))

    assert [line.name for line in content.milestones] == ["Role play"]
    assert b"canary" not in canonical(content)


def test_a_corrected_entry_stays_in_sight_without_credit():
    old = entry(id=1, minutes=60)
    new = entry(id=2, minutes=50, corrects=1)

    content = draft(facts(entries=[old, new]))

    first, second = content.entries
    assert (first.standing, first.credited) == ("replaced", "0")
    assert (second.standing, second.credited, second.corrects) == ("countersigned", "60", 1)
    assert "Replaced" in first.reason
    assert content.hours[0].entries == 1


def test_only_what_was_countersigned_up_to_the_day_is_in_it():
    known = facts(
        entries=[
            entry(standing="submitted"),
            entry(standing="draft", note="canary"),
            entry(on=TODAY + timedelta(days=1)),
            entry(activity="unheard_of"),
        ]
    )

    content = draft(known)

    assert [line.name for line in content.entries] == ["unheard_of"]
    assert content.hours == ()
    assert content.practice == 0


ENTRIES = st.lists(
    st.builds(
        entry,
        activity=st.sampled_from(["therapy", "supervision", "own_therapy", "assessment"]),
        minutes=st.integers(1, 1440),
        standing=st.sampled_from(["countersigned", "submitted", "returned"]),
        group_size=st.none() | st.integers(1, 5),
    ),
    max_size=12,
)


@given(ENTRIES, st.randoms(use_true_random=False))
def test_the_numbers_agree_and_the_order_of_facts_has_no_meaning(logged, random):
    known = facts(entries=logged)

    content = draft(known)

    [practice] = [line for line in content.requirements if line.key == "hours"]
    credited = {line.activity: Fraction(line.credited) for line in content.hours}
    assert Fraction(practice.have) * 60 == credited.get("therapy", 0)
    assert sum(Fraction(line.credited) for line in content.entries) == sum(credited.values())
    assert draft(shuffled(known, random)) == content

"""What holds of every evaluation, whatever the facts."""

from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_facts import EVERYTHING, START, facts, shuffled

from workbench.curricula.asked import RaterRole
from workbench.curricula.library import load_text, shipped_directory
from workbench.curricula.requirements import Requirement
from workbench.progress.domain.evaluate import RULES, evaluate
from workbench.progress.domain.evidence import evidence, tally
from workbench.progress.domain.facts import (
    CaseFact,
    DocumentFact,
    EntryFact,
    EntryStanding,
    MilestoneFact,
    PauseFact,
    RatingFact,
    SessionFact,
    SupervisionFact,
)
from workbench.progress.domain.findings import Unit
from workbench.progress.domain.month import month_so_far
from workbench.progress.domain.moves import moves
from workbench.progress.domain.standing import cohort_standing

TODAY = date(2026, 11, 21)
SHIPPED = [load_text(path.read_bytes()) for path in sorted(shipped_directory().glob("*.toml"))]
CURRICULA = {curriculum.key: curriculum for curriculum in (EVERYTHING, *SHIPPED)}
TOTALS = (Unit.HOURS, Unit.MONTHS)

days = st.dates(START - timedelta(days=400), TODAY + timedelta(days=20))
codes = st.sampled_from(["A7", "B2", "C3"])
session_numbers = st.integers(1, 18)
activities = st.sampled_from(
    ["therapy", "supervision", "own_therapy", "assessment", "dit_therapy", "personal_therapy"]
)


def lists(kind, most, /, **known):
    """A list of one kind of fact with numbers that name one each."""
    known = {"on": days, **known} if "on" in kind.__struct_fields__ else known
    if "id" not in kind.__struct_fields__:
        return st.lists(st.builds(kind, **known), max_size=most)
    made = st.lists(st.builds(kind, id=st.just(0), **known), max_size=most)
    return made.map(
        lambda values: [msgspec.structs.replace(one, id=n) for n, one in enumerate(values, 1)]
    )


entries = lists(
    EntryFact,
    25,
    activity=activities,
    minutes=st.integers(1, 240),
    standing=st.sampled_from(EntryStanding),
    case=st.none() | codes,
    session=st.none() | session_numbers,
    group_size=st.none() | st.integers(1, 7),
    corrects=st.none() | st.integers(1, 25),
)
everything = st.builds(
    facts,
    entries=entries,
    sessions=lists(
        SessionFact, 10, case=codes, number=session_numbers, phase=st.just("middle")
    ).map(lambda held: list({(one.case, one.number): one for one in held}.values())),
    cases=lists(CaseFact, 3, code=codes, opened_on=days).map(
        lambda cases: list({one.code: one for one in cases}.values())
    ),
    documents=lists(
        DocumentFact, 5, kind=st.sampled_from(["ipaf", "letter", "case_study"]), case=codes
    ),
    ratings=lists(
        RatingFact,
        8,
        case=codes,
        session=session_numbers,
        by=st.sampled_from(RaterRole),
        phase=st.just("middle"),
        signed_on=st.none() | days,
    ),
    milestones=lists(MilestoneFact, 3, key=st.sampled_from(["course", "role_play"])),
    pauses=st.lists(st.builds(PauseFact, start=days, end=st.none() | days), max_size=2),
    supervisions=st.lists(
        st.builds(SupervisionFact, supervisor=st.just("Dr Ahmed"), start=days), max_size=2
    ),
)


def test_every_type_of_requirement_has_its_rule():
    assert set(RULES) == set(get_args(Requirement))


@pytest.mark.parametrize("name", CURRICULA)
@settings(max_examples=30)  # each is a whole enrolment under every curriculum
@given(known=everything)
def test_evaluation_is_total_and_every_reader_of_it_too(name, known):
    curriculum = CURRICULA[name]
    gates = evaluate(curriculum, known, on=TODAY)
    told = moves(curriculum, known, gates, on=TODAY)
    month_so_far(curriculum, known, on=TODAY)

    standing = cohort_standing(curriculum, known, gates, told, on=TODAY)

    assert standing.why
    assert all(finding.explanation for gate in gates for finding in gate.findings)


@settings(max_examples=30)  # each is a whole enrolment, evaluated twice
@given(everything, st.integers())
def test_the_order_of_the_facts_does_not_matter(known, seed):
    mixed = shuffled(known, Random(seed))  # noqa: S311 - a shuffle for a test, no secret

    assert evaluate(EVERYTHING, known, on=TODAY) == evaluate(EVERYTHING, mixed, on=TODAY)


@given(entries)
def test_every_logged_minute_is_counted_or_left_out_with_a_reason(log):
    known = evidence(EVERYTHING, facts(entries=log), on=TODAY)

    sums = [tally(credited) for credited in known.credited.values()]

    kept = sum(credit.kept for one in sums for credit in one.credited)
    out = sum(left.minutes for one in sums for left in one.left_out)
    assert kept + out == sum(entry.minutes for entry in log)
    assert all(left.reason for one in sums for left in one.left_out)
    assert all(credit.left_out == 0 or credit.reason for one in sums for credit in one.credited)


@given(entries, entries)
def test_more_countersigned_time_never_undoes_a_total(before, added):
    more = [
        msgspec.structs.replace(
            entry, id=100 + entry.id, standing=EntryStanding.COUNTERSIGNED, corrects=None
        )
        for entry in added
    ]

    earlier = totals(before)
    later = totals([*before, *more])

    assert all(later[key] >= amount for key, amount in earlier.items())


def totals(log):
    [gate] = evaluate(EVERYTHING, facts(entries=log), on=TODAY)
    return {one.key: one.have for one in gate.findings if one.unit in TOTALS}


@settings(max_examples=50)  # each is a whole enrolment
@given(everything)
def test_met_means_that_what_is_had_reaches_what_is_needed(known):
    [gate] = evaluate(EVERYTHING, known, on=TODAY)

    for finding in gate.findings:
        assert finding.is_met is (finding.have >= finding.needed), finding.key
        assert finding.is_met is (finding.met_on is not None), finding.key
        assert finding.have >= 0 <= finding.waiting


@given(st.integers(1, 240), st.integers(1, 9))
def test_a_shared_meeting_adds_up_to_what_was_met(minutes, people):
    log = [
        EntryFact(
            id=number,
            activity="supervision",
            on=START,
            minutes=minutes,
            standing=EntryStanding.COUNTERSIGNED,
            group_size=people,
        )
        for number in range(people)
    ]

    assert totals(log)["supervised"] == Fraction(minutes, 60)

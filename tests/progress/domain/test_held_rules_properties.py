"""What holds of rules that judge stretches, persons and places, whatever the facts."""

from datetime import date, timedelta
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_facts import START, curriculum, facts, shuffled
from made_supervision import MONTHLY, TIERS
from test_gaps_rule import FORTNIGHT, PERIODS
from test_graduated_rule import SAME, THREE_THEN_ONE
from test_per_case_rule import TWO
from test_persons_rule import ACCREDITED, NEW, RATERS, SIGNATURE
from test_ratio_rule import EACH_MONTH, EIGHTH, STARTED
from test_recordings_rule import CHOSEN
from test_signatures_rule import EACH_ENTRY, PLACEMENT, WITHIN_A_WEEK
from test_strata_rule import STRATA

from workbench.curricula.activities import Attendance, Mode
from workbench.curricula.asked import Month, RaterRole
from workbench.curricula.asked_cases import Cases
from workbench.curricula.asked_standing import Deadline, Milestone, Pauses, Signatory
from workbench.curricula.asked_supervision import PracticeIs
from workbench.progress.domain.evaluate import evaluate
from workbench.progress.domain.facts import (
    AttestationFact,
    CaseFact,
    CaseStanding,
    EntryFact,
    EntryStanding,
    MilestoneFact,
    PauseFact,
    PersonFact,
    RatingFact,
    SessionFact,
    SpanFact,
    SupervisionFact,
    Verdict,
)
from workbench.progress.domain.findings import Standing, Unit

TODAY = date(2026, 11, 21)


def changed(asked, key, **fields):
    return msgspec.structs.replace(asked, key=key, **fields)


def keyed(*asked):
    return [changed(one, f"rule_{number}") for number, one in enumerate(asked)]


DIVERSE = Cases(
    key="cases",
    title="Cases",
    words="Diverse.",
    activity="therapy",
    cases=2,
    sessions=2,
    concurrent=True,
    modes=(Mode.IN_PERSON, Mode.VIDEO),
    problems=2,
    placements=2,
)
CLOCK = Deadline(
    key="clock",
    title="Clock",
    words="Six months.",
    months=6,
    from_milestone="course",
    until_first_of=("therapy",),
    pauses=Pauses.EXTEND,
    restarted_by="role_play",
    otherwise="Again.",
)
HELD = curriculum(
    *keyed(
        *(changed(MONTHLY, "m", month=month, month_days=28) for month in Month),
        changed(MONTHLY, "m", practice_is=PracticeIs.PLANNED),
        changed(TIERS, "t", without_practice=True),
        changed(TIERS, "t", month=Month.BLOCK, without_practice=True),
        *(EIGHTH, STARTED, EACH_MONTH, FORTNIGHT, PERIODS, TWO, DIVERSE),
        *(CHOSEN, STRATA, THREE_THEN_ONE, SAME, ACCREDITED, SIGNATURE, NEW, RATERS),
        *(EACH_ENTRY, WITHIN_A_WEEK, PLACEMENT),
        Milestone(key="m", title="Course", words="The course.", milestone="course"),
        CLOCK,
    )
)

days = st.dates(START - timedelta(days=90), TODAY + timedelta(days=20))
maybe = st.none() | days
codes = st.sampled_from(["A7", "B2", "C3"])
numbers = st.integers(1, 4)
people = st.none() | st.sampled_from([7, 8])
places = st.none() | st.sampled_from(["Harbour", "Quay"])
modes = st.none() | st.sampled_from(Mode)


def several(kind, most, /, **known):
    made = st.lists(st.builds(kind, **known), max_size=most)
    if "id" not in kind.__struct_fields__:
        return made
    return made.map(
        lambda values: [msgspec.structs.replace(one, id=n) for n, one in enumerate(values, 1)]
    )


def one_each(name):
    return lambda values: list({getattr(one, name): one for one in values}.values())


everything = st.builds(
    facts,
    entries=several(
        EntryFact,
        20,
        id=st.just(0),
        activity=st.sampled_from(["therapy", "supervision"]),
        on=days,
        minutes=st.integers(1, 240),
        standing=st.sampled_from(EntryStanding),
        case=st.none() | codes,
        session=st.none() | numbers,
        mode=modes,
        placement=places,
        supervisor_id=people,
        countersigned_on=maybe,
    ),
    sessions=several(
        SessionFact,
        8,
        id=st.just(0),
        case=codes,
        number=numbers,
        on=days,
        attendance=st.sampled_from(Attendance),
        minutes=st.just(50),
        phase=st.just("middle"),
        mode=modes,
    ).map(lambda held: list({(one.case, one.number): one for one in held}.values())),
    cases=several(
        CaseFact,
        3,
        code=codes,
        opened_on=days,
        closed_on=maybe,
        standing=st.sampled_from(CaseStanding),
        patient=st.none() | st.sampled_from(["P1", "P2"]),
        problems=st.sampled_from([(), ("panic",), ("panic", "grief")]),
        placement=places,
        closely_supervised=st.booleans(),
        consent_withdrawn_on=maybe,
    ).map(one_each("code")),
    ratings=several(
        RatingFact,
        8,
        id=st.just(0),
        case=codes,
        session=numbers,
        by=st.sampled_from(RaterRole),
        phase=st.sampled_from(["initial", "middle", "ending"]),
        signed_on=maybe,
        verdict=st.none() | st.sampled_from(Verdict),
        selected_by=st.none() | st.sampled_from(["supervisor", "random", "trainee"]),
        rater_id=people,
        contents=st.sampled_from([(), ("ipaf",)]),
        in_doubt=st.booleans(),
    ),
    milestones=several(
        MilestoneFact,
        3,
        key=st.sampled_from(["course", "role_play"]),
        on=days,
        until=maybe,
    ),
    pauses=several(PauseFact, 2, start=days, end=maybe),
    supervisions=several(
        SupervisionFact, 2, supervisor=st.just("Dr Ahmed"), supervisor_id=people, start=days
    ),
    people=several(
        PersonFact,
        2,
        id=st.sampled_from([7, 8]),
        name=st.just("Dr Ahmed"),
        accredited=st.none() | st.tuples(st.builds(SpanFact, start=days, end=maybe)),
        own_therapist=st.none() | st.booleans(),
    ).map(one_each("id")),
    attestations=several(
        AttestationFact,
        4,
        by=st.sampled_from(Signatory),
        start=days,
        end=maybe,
        signed_on=days,
        placement=places,
    ),
)


def findings(known, on=TODAY):
    [gate] = evaluate(HELD, known, on=on)
    return gate.findings


@settings(max_examples=60)  # each is a whole enrolment under 27 rules, twice
@given(everything, st.integers(), days)
def test_every_rule_answers_and_the_order_of_the_facts_does_not_matter(known, seed, on):
    mixed = shuffled(known, Random(seed))  # noqa: S311 - a shuffle for a test, no secret

    assert findings(known, on) == findings(mixed, on)


@settings(max_examples=60)  # each is a whole enrolment under 27 rules
@given(everything)
def test_what_is_met_has_what_it_needs_and_what_has_it_is_met_or_says_why_not(known):
    for one in findings(known):
        assert one.explanation.endswith(".")
        assert one.is_met is (one.met_on is not None), one.key
        assert one.have >= 0
        assert one.waiting >= 0
        assert one.draft >= 0
        if one.is_met:
            assert one.have >= one.needed
        elif one.needed and one.have >= one.needed:
            assert one.shortfalls, one.key


@settings(max_examples=60)  # each is a whole enrolment under 27 rules
@given(everything)
def test_stretches_that_fall_short_are_those_that_are_missing(known):
    for one in findings(known):
        if one.unit is Unit.WINDOWS:
            assert len(one.windows) == one.needed - one.have
            assert list(one.windows) == sorted(one.windows, key=lambda window: window.first)
            assert all(window.first <= window.last <= TODAY for window in one.windows)
        if one.standing is Standing.MET:
            assert not one.windows


@settings(max_examples=60)  # each is a whole enrolment under 27 rules, twice
@given(everything, days, st.integers(1, 240))
def test_one_more_meeting_that_is_countersigned_never_takes_a_stretch_away(known, on, minutes):
    more = EntryFact(
        id=99,
        activity="supervision",
        on=on,
        minutes=minutes,
        standing=EntryStanding.COUNTERSIGNED,
        case="A7",
    )

    before = findings(known)
    after = findings(msgspec.structs.replace(known, entries=(*known.entries, more)))

    of_supervision = ("supervision_per_month", "supervision_tiers", "supervision_per_case")
    kinds = {asked.key: asked.__struct_config__.tag for asked in HELD.gates[0].requirements}
    for earlier, later in zip(before, after, strict=True):
        if kinds[earlier.key] in of_supervision:
            assert later.have >= earlier.have, earlier.key


@pytest.mark.parametrize("on", [date.min, date(2024, 2, 29), date.max])
def test_the_ends_of_the_calendar_are_no_trouble(on):
    known = facts(
        entries=[
            EntryFact(
                id=number,
                activity=activity,
                on=on,
                minutes=60,
                standing=EntryStanding.COUNTERSIGNED,
            )
            for number, activity in enumerate(["therapy", "supervision"], 1)
        ],
        milestones=[MilestoneFact(key="course", on=on)],
        pauses=[PauseFact(start=on)],
    )

    started = msgspec.structs.replace(known.enrolment, started_on=on)
    known = msgspec.structs.replace(known, enrolment=started)

    assert all(one.explanation for one in findings(known, on))

"""What a curriculum answers to the slices that ask it."""

from fractions import Fraction

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.curricula.activities import Activity, ActivityKind, GroupCredit, Unit
from workbench.curricula.asked_cases import Documents, DocumentStanding
from workbench.curricula.asked_hours import HoursTotal
from workbench.curricula.asked_standing import Milestone
from workbench.curricula.asked_supervision import Supervision
from workbench.curricula.materials import DocumentKind, Measure, Point, Scale, Scope, Task
from workbench.curricula.model import Curriculum, Gate, MilestoneKind, Phase, Status, Treatment


def task(key, **more):
    return Task(key=key, label=key, meaning="Does it.", looks_for="It is done.", **more)


SCALE = Scale(
    key="skill",
    name="Skill",
    meaning="How well.",
    points=(Point(value=0, label="0", anchor="not"), Point(value=1, label="1", anchor="well")),
)
LETTER = msgspec.convert(
    {
        "key": "letter",
        "name": "Letter",
        "owner": "case",
        "introduction": "Plainly.",
        "anonymised": "I have disguised it.",
        "sections": [{"key": "goodbye", "title": "Goodbye", "called": "a goodbye", "prompt": "?"}],
    },
    DocumentKind,
)
MEASURE = msgspec.convert(
    {
        "key": "low",
        "name": "LOW",
        "full_name": "Low mood",
        "measures": "low mood",
        "items": 3,
        "minimum": 0,
        "maximum": 9,
        "bands": [
            {"name": "none", "first": 0, "last": 4},
            {"name": "some", "first": 5, "last": 9},
        ],
        "caseness": 5,
        "reliable_change": 3,
        "licence": "free",
        "attribution": "ours",
    },
    Measure,
)
CURRICULUM = Curriculum(
    format=1,
    key="small",
    version="2026.1",
    title="Small",
    language="en-GB",
    body="Harbour Institute",
    status=Status.DRAFT,
    notice="Our words.",
    sources=(),
    treatment=Treatment(
        name="Small",
        sessions=6,
        usual_minutes=50,
        phases=(
            Phase(key="opening", name="Opening", first=1, last=2),
            Phase(key="closing", name="Closing", first=3, last=6),
        ),
        extra_session="It belongs to the last phase.",
        early_ending="It counts as far as it went.",
    ),
    activities=(
        Activity(
            key="work", name="Work", kind=ActivityKind.CLIENT_WORK, meaning="Work.", unit=Unit.CLOCK
        ),
    ),
    milestones=(MilestoneKind(key="course", name="Course", evidence="Letter"),),
    scales=(SCALE,),
    tasks=(
        task("A1", phase="opening", core=True, anchors={"skill": ("no", "yes")}),
        task("A2", phase="opening"),
        task("C1", phase="closing"),
        task("G1", scope=Scope.CROSS_PHASE),
        task("X1", scope=Scope.OFF_MODEL),
    ),
    short_form=("A1", "G1"),
    document_kinds=(LETTER,),
    measures=(MEASURE,),
    gates=(
        Gate(
            key="done",
            name="Done",
            meaning="All done.",
            requirements=(Milestone(key="m", title="M", words="M.", milestone="course"),),
        ),
    ),
)


@pytest.mark.parametrize(
    ("session", "phase"), [(1, "opening"), (2, "opening"), (3, "closing"), (6, "closing")]
)
def test_a_session_is_in_the_phase_that_holds_its_number(session, phase):
    assert CURRICULUM.phase_of(session).key == phase


@given(st.integers(min_value=7, max_value=500))
def test_a_session_after_the_last_stretches_the_last_phase(session):
    assert CURRICULUM.phase_of(session).key == "closing"


@pytest.mark.parametrize(
    ("asks", "key"),
    [
        (CURRICULUM.phase, "opening"),
        (CURRICULUM.activity, "work"),
        (CURRICULUM.milestone, "course"),
        (CURRICULUM.scale, "skill"),
        (CURRICULUM.task, "X1"),
        (CURRICULUM.document_kind, "letter"),
        (CURRICULUM.measure, "low"),
        (CURRICULUM.gate, "done"),
    ],
)
def test_a_thing_is_found_by_its_key_and_a_stranger_is_not(asks, key):
    assert asks(key).key == key
    assert asks("nobody") is None


def test_a_phase_is_rated_on_its_own_tasks_and_then_those_of_every_session():
    assert [task.key for task in CURRICULUM.tasks_for("opening")] == ["A1", "A2", "G1"]
    assert [task.key for task in CURRICULUM.short_form_for("opening")] == ["A1", "G1"]
    assert [task.key for task in CURRICULUM.off_model] == ["X1"]


def test_a_task_has_its_own_anchors_or_those_of_the_scale():
    first, second, *_ = CURRICULUM.tasks

    assert CURRICULUM.anchors(first, SCALE) == ("no", "yes")
    assert CURRICULUM.anchors(second, SCALE) == ("not", "well")


def test_a_scale_knows_its_ends():
    assert (SCALE.lowest, SCALE.highest) == (0, 1)


def test_a_section_is_found_by_its_key():
    assert LETTER.section("goodbye").called == "a goodbye"
    assert LETTER.section("hello") is None


def test_a_score_falls_in_one_band_and_a_score_out_of_range_in_none():
    assert MEASURE.band(4).name == "none"
    assert MEASURE.band(5).name == "some"
    assert MEASURE.band(10) is None


def activity(unit, **more):
    return Activity(
        key="a", name="A", kind=ActivityKind.CLIENT_WORK, meaning="A.", unit=unit, **more
    )


@pytest.mark.parametrize(("minutes", "credited"), [(49, 49), (50, 60), (60, 60), (61, 61)])
def test_a_long_enough_session_is_an_hour_and_a_longer_one_is_not_cut(minutes, credited):
    hourly = activity(Unit.SESSION_IS_AN_HOUR, session_minutes=50)

    assert hourly.credit(minutes) == credited


def test_clock_time_is_clock_time_and_nothing_is_nothing():
    assert activity(Unit.CLOCK).credit(50) == 50
    assert activity(Unit.NOTHING).credit(50) == 0


def test_a_session_of_no_stated_length_is_clock_time():
    assert activity(Unit.SESSION_IS_AN_HOUR).credit(50) == 50


@given(st.integers(min_value=1, max_value=600), st.integers(min_value=1, max_value=12))
def test_divided_time_adds_up_to_the_meeting_exactly(minutes, members):
    shared = activity(Unit.CLOCK, group_credit=GroupCredit.DIVIDED)

    assert shared.credit(minutes, sharing=members) * members == Fraction(minutes)
    assert activity(Unit.CLOCK).credit(minutes, sharing=members) == minutes


ASKED = {"key": "k", "title": "T", "words": "W."}


def test_hours_are_asked_in_minutes():
    assert HoursTotal(**ASKED, activities=("work",), hours=150).minutes == 9000


@pytest.mark.parametrize(("sessions", "minutes"), [(0, 960), (32, 960), (33, 990)])
def test_more_therapy_sessions_need_more_supervision_and_fewer_do_not_need_less(sessions, minutes):
    asked = Supervision(
        **ASKED, activities=("s",), hours=16, minutes_per_session=30, sessions_of=("work",)
    )

    assert asked.minutes_for(sessions) == minutes


def test_a_document_is_asked_for_each_case_or_once():
    once = Documents(**ASKED, kind="study", standing=DocumentStanding.PASSED)
    each = Documents(**ASKED, kind="letter", standing=DocumentStanding.AGREED, cases=2)

    assert (once.needed, each.needed) == (1, 2)

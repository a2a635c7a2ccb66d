"""Activities that have the shape of the format and yet count in no way that makes sense."""

import pytest

from tests.curricula.test_refusals import broken, said_of
from workbench.curricula.library import load_text

HOURLY = 'unit = "session_is_an_hour"\nsession_minutes = 50\n'
CLOCK = 'kind = "supervision"\nmeaning = "Supervision."\nunit = "clock"\n'
GROUP = f'{CLOCK}formats = ["group"]\n'

WHOLE = {
    "nothing below a length": (
        HOURLY,
        'unit = "nothing_below"\nsession_minutes = 30\n',
    ),
    "one hour at most and nothing below": (
        HOURLY,
        f'{HOURLY}shorter = "nothing"\nlonger = "one_hour"\nassessment_sessions = 2\n',
    ),
    "half up to four": (
        CLOCK,
        (
            f'{GROUP}group_credit = "half_or_divided"\nhalf_up_to = 4\ngroup_most = 12\n'
            'group_is = "contracted"\nleader_shares = true\n'
        ),
    ),
}


@pytest.mark.parametrize(("old", "new"), WHOLE.values(), ids=WHOLE.keys())
def test_what_makes_sense_is_taken(old, new):
    assert load_text(broken(old, new)).key == "small"


UNFIT = {
    "a shortest meeting of no length": (
        HOURLY,
        'unit = "nothing_below"\n',
        "therapy > session_minutes: is missing: how long must a session be to count?",
    ),
    "too short for clock time": (
        CLOCK,
        f'{CLOCK}shorter = "nothing"\n',
        "supervision > shorter: says nothing with the unit “clock”; leave it out",
    ),
    "too long for clock time": (
        CLOCK,
        f'{CLOCK}longer = "sessions"\n',
        "supervision > longer: says nothing with the unit “clock”; leave it out",
    ),
    "assessment in supervision": (
        CLOCK,
        f"{CLOCK}assessment_sessions = 1\n",
        ("supervision > assessment_sessions: supervision has no sessions of a case; leave it out"),
    ),
    "half up to nobody": (
        CLOCK,
        f'{GROUP}group_credit = "half_or_divided"\n',
        "supervision > half_up_to: is missing: up to how many claim half of the time?",
    ),
    "half of what is divided": (
        CLOCK,
        f'{GROUP}group_credit = "divided"\nhalf_up_to = 4\n',
        ("supervision > half_up_to: says nothing with the group_credit “divided”; leave it out"),
    ),
    "a largest group of one": (
        CLOCK,
        f"{CLOCK}group_most = 4\n",
        "supervision > group_most: says nothing without the format “group”; leave it out",
    ),
    "a leader of a group that claims the whole": (
        CLOCK,
        f"{GROUP}leader_shares = true\n",
        (
            "supervision > leader_shares: "
            "says nothing where everybody claims the whole; leave it out"
        ),
    ),
}


@pytest.mark.parametrize(("old", "new", "said"), UNFIT.values(), ids=UNFIT.keys())
def test_what_makes_no_sense_is_refused(old, new, said):
    assert said_of(broken(old, new)) == [f"activities > {said}"]

"""Requirements of hours that have the shape of the format and yet ask for nothing possible."""

import pytest

from tests.curricula.test_refusals import REQUIREMENT, SMALL, said_of
from workbench.curricula.library import load_text

ASKED = 'key = "more"\ntitle = "More"\nwords = "More."\nactivities = ["therapy", "supervision"]\n'
TOTAL = f'type = "hours_total"\n{ASKED}hours = 10\n'
SPAN = f'type = "hours_in_span"\n{ASKED}hours = 10\nmost_months = 12\n'
SHARE = f'type = "hours_share"\n{ASKED}'
YEARLY = f'type = "hours_per_year"\n{ASKED}hours = 10\nyears = 4\n'


def with_requirement(text):
    return f"{SMALL}\n[[gates.requirements]]\n{text}"


WHOLE = {
    "a cap by hours": f'{TOTAL}caps = [{{ activities = ["therapy"], hours = 5 }}]\n',
    "a cap on everything that leaves enough": (
        f'{TOTAL}caps = [{{ activities = ["therapy", "supervision"], hours = 10 }}]\n'
    ),
    "a share of what is logged": (
        f'{TOTAL}caps = [{{ activities = ["therapy", "supervision"], percent = 50, '
        'share_of = "logged" }]\n'
    ),
    "earlier years": f'{TOTAL}prior = "counts"\nprior_most = 5\n',
    "a stretch": f'{TOTAL}stretch = {{ from_milestone = "course", from_next_day = true }}\n',
    "a span of one length": f"{SPAN}least_months = 12\n",
    "a share in a mode": f'{SHARE}least_hours = 5\nmodes = ["in_person"]\n',
    "a share of a whole": (
        f'{SHARE}least_percent = 40\nmost_percent = 40\nof = ["therapy", "supervision"]\n'
    ),
    "years": YEARLY,
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE.keys())
def test_what_fits_together_is_taken(text):
    assert load_text(with_requirement(text)).gate("done").requirements[-1].key == "more"


UNFIT = {
    "a stretch from nowhere": (
        f'{TOTAL}stretch = {{ from_milestone = "curse" }}\n',
        "hours_total",
        "from_milestone: nothing is called “curse”; did you mean “course”?",
    ),
    "a stretch to nowhere": (
        f'{SPAN}stretch = {{ to_milestone = "curse" }}\n',
        "hours_in_span",
        "to_milestone: nothing is called “curse”; did you mean “course”?",
    ),
    "a next day of nothing": (
        f"{TOTAL}stretch = {{ from_next_day = true }}\n",
        "hours_total",
        "from_next_day: says nothing without a from_milestone; leave it out",
    ),
    "a cap on something else": (
        f'{TOTAL}caps = [{{ activities = ["assessment"], hours = 5 }}]\n',
        "hours_total",
        (
            "caps, number 1 > activities: "
            "nothing is called “assessment”; there is supervision, therapy"
        ),
    ),
    "a cap of nothing": (
        f'{TOTAL}caps = [{{ activities = ["therapy"] }}]\n',
        "hours_total",
        "caps, number 1: give one of hours and percent: how much may count?",
    ),
    "a cap of two things": (
        f'{TOTAL}caps = [{{ activities = ["therapy"], hours = 5, percent = 50 }}]\n',
        "hours_total",
        "caps, number 1: give one of hours and percent: how much may count?",
    ),
    "hours as a share": (
        f'{TOTAL}caps = [{{ activities = ["therapy"], hours = 5, share_of = "logged" }}]\n',
        "hours_total",
        "caps, number 1: share_of says nothing without percent; leave it out",
    ),
    "a cap by hours that shuts the door": (
        f'{TOTAL}caps = [{{ activities = ["therapy", "supervision"], hours = 9 }}]\n',
        "hours_total",
        "caps, number 1: leaves nothing with which 10 hours could be reached",
    ),
    "a cap by percent that shuts the door": (
        f'{TOTAL}caps = [{{ activities = ["therapy", "supervision"], percent = 50 }}]\n',
        "hours_total",
        "caps, number 1: leaves nothing with which 10 hours could be reached",
    ),
    "two shares of what counts": (
        (
            f'{TOTAL}caps = [{{ activities = ["therapy"], percent = 50, share_of = "counted" }}, '
            '{ activities = ["supervision"], percent = 50, share_of = "counted" }]\n'
        ),
        "hours_total",
        "caps: only one of them can be a share of what counts",
    ),
    "a most of earlier years that do not count": (
        f"{TOTAL}prior_most = 5\n",
        "hours_total",
        "prior_most: says nothing where earlier years do not count; leave it out",
    ),
    "a span that is longer than it may be": (
        f"{SPAN}least_months = 13\n",
        "hours_in_span",
        "least_months: 13 is more than most_months, 12",
    ),
    "a share of no size": (
        SHARE,
        "hours_share",
        (
            "least_hours: "
            "give at least one of least_hours, most_hours, least_percent and most_percent"
        ),
    ),
    "a percent of nothing": (
        f"{SHARE}most_percent = 50\n",
        "hours_share",
        "of: is missing: a percent of the hours of which activities?",
    ),
    "a whole without a percent": (
        f'{SHARE}least_hours = 5\nof = ["therapy"]\n',
        "hours_share",
        "of: says nothing without a percent; leave it out",
    ),
    "hours between bounds that cross": (
        f"{SHARE}least_hours = 6\nmost_hours = 5\n",
        "hours_share",
        "least_hours: 6 is more than most_hours, 5",
    ),
    "percents between bounds that cross": (
        f'{SHARE}least_percent = 60\nmost_percent = 50\nof = ["therapy"]\n',
        "hours_share",
        "least_percent: 60 is more than most_percent, 50",
    ),
    "years of something that never counts": (
        YEARLY.replace('"supervision"', '"assessment"'),
        "hours_per_year",
        "activities: “assessment” is an activity that never counts",
    ),
}


@pytest.mark.parametrize(("text", "kind", "said"), UNFIT.values(), ids=UNFIT.keys())
def test_what_asks_for_nothing_possible_is_refused(text, kind, said):
    assert said_of(with_requirement(text)) == [f"{REQUIREMENT} 11 ({kind}) > {said}"]

"""Requirements of supervision, cases, persons and signatures that ask for nothing possible."""

import pytest

from tests.curricula.test_refusals import REQUIREMENT, SMALL, said_of
from workbench.curricula.library import load_text

ASKED = 'key = "more"\ntitle = "More"\nwords = "More."\n'
HELD = f'{ASKED}activities = ["supervision"]\npractice = ["therapy"]\n'
MONTHLY = f'type = "supervision_per_month"\n{HELD}minutes = 90\n'
RATIO = f'type = "supervision_ratio"\n{HELD}one_to = 8\n'
GAP = f'type = "greatest_gap"\n{HELD}days = 14\n'
TIER = "{ up_to_hours = 12, minutes = 90 }"
TIERS = f'type = "supervision_tiers"\n{HELD}tiers = [{TIER}'
PER_CASE = f'type = "supervision_per_case"\n{ASKED}activities = ["supervision"]\nhours = 5\n'
CASES = f'type = "cases"\n{ASKED}activity = "therapy"\ncases = 2\nsessions = 6\n'
RATED = (
    f'type = "rated_recordings"\n{ASKED}recordings = 4\ncases = 2\nper_case = 2\nscale = "skill"\n'
)
GRADUATED = f'type = "graduated_recordings"\n{ASKED}per_case = [3, 1]\n'
DEADLINE = (
    f'type = "deadline"\n{ASKED}months = 6\nfrom_milestone = "course"\n'
    'until_first_of = ["therapy"]\notherwise = "Again."\n'
)
PERSON = f'type = "person"\n{ASKED}work = "supervising"\n'
SIGNED = f'type = "signatures"\n{ASKED}activities = ["therapy"]\nby = ["supervisor"]\n'
STRATA = f"{RATED}strata = ["
LETTER_OF_EACH = '{ content = "letter", each_case = true }'


def with_requirement(text):
    return f"{SMALL}\n[[gates.requirements]]\n{text}"


WHOLE = {
    "a month": f'{MONTHLY}month = "sliding"\nmonth_days = 28\npractice_is = "planned"\n',
    "tiers": f"{TIERS}, {{ up_to_hours = 16, minutes = 120 }}]\n",
    "tiers that step on": (
        f'{TIERS}, {{ up_to_hours = 16, minutes = 120 }}]\nabove = "next_step"\n'
        "without_practice = true\n"
    ),
    "a ratio in blocks": f'{RATIO}over = "each_month"\nblocks = "started"\n',
    "a gap in periods": f'{GAP}gap = "periods"\n',
    "supervision of every case closely": f"{PER_CASE}cases = 8\nclosely = 8\n",
    "cases after a milestone": f'{CASES}from_milestone = "course"\nplacements = 2\nproblems = 3\n',
    "strata that alternate": (
        f'{STRATA}{LETTER_OF_EACH}, {{ phase = "opening" }}, '
        '{ phase = "closing", other_case_than = "opening" }]\n'
    ),
    "a graduated sample": f'{GRADUATED}scale = "skill"\nin_doubt = 2\n',
    "a clock that restarts": f'{DEADLINE}restarted_by = "course"\npauses = "extend"\n',
    "an accredited supervisor": (
        f'{PERSON}activities = ["supervision"]\nperson_is = "accredited"\n'
    ),
    "a new rater": (
        f'type = "person"\n{ASKED}work = "rating"\nperson_is = "new_at_this_stage"\n'
        'since = "course"\n'
    ),
    "a signature for each month": f'{SIGNED}each = "month"\nwithin_days = 7\n',
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE.keys())
def test_what_fits_together_is_taken(text):
    assert load_text(with_requirement(text)).gate("done").requirements[-1].key == "more"


UNFIT = {
    "practice that supervises itself": (
        MONTHLY.replace('practice = ["therapy"]', 'practice = ["supervision"]'),
        "supervision_per_month",
        "practice: “supervision” cannot be supervised by itself",
    ),
    "supervision that is therapy": (
        RATIO.replace('activities = ["supervision"]', 'activities = ["therapy"]').replace(
            'practice = ["therapy"]', 'practice = ["supervision"]'
        ),
        "supervision_ratio",
        "activities: “therapy” is client_work: expected supervision",
    ),
    "practice of nothing": (
        GAP.replace('practice = ["therapy"]', 'practice = ["assessment"]'),
        "greatest_gap",
        "practice: “assessment” is an activity that never counts",
    ),
    "tiers that do not rise": (
        f"{TIERS}, {{ up_to_hours = 12, minutes = 120 }}]\n",
        "supervision_tiers",
        "tiers: 12 hours follow 12: expected more",
    ),
    "tiers that ask for less": (
        f"{TIERS}, {{ up_to_hours = 16, minutes = 60 }}]\n",
        "supervision_tiers",
        "tiers: 60 minutes follow 90: more practice needs more",
    ),
    "a step of one tier": (
        f'{TIERS}]\nabove = "next_step"\n',
        "supervision_tiers",
        "above: one tier shows no step; name two, or take “last_tier”",
    ),
    "a sliding month without practice": (
        f'{TIERS}]\nmonth = "sliding"\nwithout_practice = true\n',
        "supervision_tiers",
        "without_practice: a sliding month begins on a day of practice; leave it out",
    ),
    "more close supervision than cases": (
        f"{PER_CASE}cases = 2\nclosely = 3\n",
        "supervision_per_case",
        "closely: 3 of 2 cases: expected no more",
    ),
    "cases at more placements than there are cases": (
        f"{CASES}placements = 3\n",
        "cases",
        "placements: 2 cases cannot be at 3",
    ),
    "cases after no milestone": (
        f'{CASES}from_milestone = "curse"\n',
        "cases",
        "from_milestone: nothing is called “curse”; did you mean “course”?",
    ),
    "a stratum of nothing": (
        f"{STRATA}{{ recordings = 1 }}]\n",
        "rated_recordings",
        "strata: give a phase, a content or both: what does it show?",
    ),
    "a stratum of no phase": (
        f'{STRATA}{{ phase = "open" }}]\n',
        "rated_recordings",
        "strata: nothing is called “open”; did you mean “opening”?",
    ),
    "a stratum of no content": (
        f'{STRATA}{{ content = "lettr" }}]\n',
        "rated_recordings",
        "strata: nothing is called “lettr”; did you mean “letter”?",
    ),
    "strata of more recordings than there are": (
        f'{STRATA}{LETTER_OF_EACH}, {{ phase = "opening", recordings = 3 }}]\n',
        "rated_recordings",
        "strata: they ask for 5 recordings of 4",
    ),
    "a stratum of another case than its own": (
        f'{STRATA}{{ phase = "closing", other_case_than = "closing" }}]\n',
        "rated_recordings",
        "strata: other_case_than names the phase of another of the strata",
    ),
    "a stratum of another case than of nothing": (
        f'{STRATA}{{ phase = "closing", other_case_than = "opening" }}]\n',
        "rated_recordings",
        "strata: other_case_than names the phase of another of the strata",
    ),
    "each case another than itself": (
        (
            f'{STRATA}{{ phase = "opening", each_case = true }}, '
            '{ phase = "closing", other_case_than = "opening" }]\n'
        ),
        "rated_recordings",
        "strata: what each case shows cannot come from another case",
    ),
    "a graduated sample that nothing can pass": (
        f'{GRADUATED}scale = "extent"\n',
        "graduated_recordings",
        "scale: “extent” has no pass rule, so nothing can pass on it",
    ),
    "a clock that restarts on nothing": (
        f'{DEADLINE}restarted_by = "curse"\n',
        "deadline",
        "restarted_by: nothing is called “curse”; did you mean “course”?",
    ),
    "a person who does nothing": (
        f'{PERSON}person_is = "accredited"\n',
        "person",
        "activities: is missing: of what?",
    ),
    "a rater of an activity": (
        (
            f'type = "person"\n{ASKED}work = "rating"\nperson_is = "accredited"\n'
            'activities = ["supervision"]\n'
        ),
        "person",
        "activities: says nothing about rating; leave it out",
    ),
    "a stage that never begins": (
        f'{PERSON}activities = ["supervision"]\nperson_is = "new_at_this_stage"\n',
        "person",
        "since: is missing: with which milestone does the stage begin?",
    ),
    "a stage that says nothing": (
        f'{PERSON}activities = ["supervision"]\nperson_is = "accredited"\nsince = "course"\n',
        "person",
        "since: says nothing with “accredited”; leave it out",
    ),
    "days for something else than a month": (
        f'{SIGNED}each = "entry"\nwithin_days = 7\n',
        "signatures",
        "within_days: says nothing of each entry; leave it out",
    ),
}


@pytest.mark.parametrize(("text", "kind", "said"), UNFIT.values(), ids=UNFIT.keys())
def test_what_asks_for_nothing_possible_is_refused(text, kind, said):
    assert said_of(with_requirement(text)) == [f"{REQUIREMENT} 11 ({kind}) > {said}"]

"""What is asked for and does not fit what there is, or contradicts itself, is refused."""

import pytest

from tests.curricula.test_refusals import REQUIREMENT, broken, said_of

ONE_OF = "give one of from_milestone and from_first_of: when does the clock start?"
UNTIL = "give one of until_first_of and until_met: what must have happened?"

FIT = {
    "a requirement from nowhere": (
        'hours = 10\nsources = ["handbook"]',
        'hours = 10\nsources = ["web"]',
        f"{REQUIREMENT} 1 (hours_total) > sources: nothing is called “web”; there is handbook",
    ),
    "hours of an activity that is not": (
        'activities = ["therapy"]\nhours',
        'activities = ["terapy"]\nhours',
        (
            f"{REQUIREMENT} 1 (hours_total) > activities: "
            "nothing is called “terapy”; did you mean “therapy”?"
        ),
    ),
    "hours of an activity that never counts": (
        'activities = ["therapy"]\nhours',
        'activities = ["assessment"]\nhours',
        (
            f"{REQUIREMENT} 1 (hours_total) > activities: "
            "“assessment” is an activity that never counts"
        ),
    ),
    "a deadline without a start": (
        'from_milestone = "course"\n',
        "",
        f"{REQUIREMENT} 3 (deadline): {ONE_OF}",
    ),
    "a deadline with two starts": (
        'from_milestone = "course"\n',
        'from_milestone = "course"\nfrom_first_of = ["therapy"]\n',
        f"{REQUIREMENT} 3 (deadline): {ONE_OF}",
    ),
    "a deadline without an end": (
        'until_met = ["cases"]\n',
        "",
        f"{REQUIREMENT} 3 (deadline): {UNTIL}",
    ),
    "a deadline for another deadline": (
        'until_met = ["cases"]',
        'until_met = ["later"]',
        (
            f"{REQUIREMENT} 3 (deadline) > until_met: "
            "nothing is called “later”; did you mean “letters”?"
        ),
    ),
    "cases of something that is no work with clients": (
        'activity = "therapy"',
        'activity = "supervision"',
        f"{REQUIREMENT} 5 (cases) > activity: “supervision” is supervision: expected client_work",
    ),
    "a case longer than the treatment": (
        "sessions = 6\nconcurrent",
        "sessions = 7\nconcurrent",
        f"{REQUIREMENT} 5 (cases) > sessions: 7 of a treatment of 6 sessions",
    ),
    "one case at the same time as itself": (
        "cases = 2\nsessions = 6",
        "cases = 1\nsessions = 6",
        f"{REQUIREMENT} 5 (cases) > concurrent: one case cannot be concurrent; leave it out",
    ),
    "supervision that is therapy": (
        'activities = ["supervision"]\nhours',
        'activities = ["therapy"]\nhours',
        (
            f"{REQUIREMENT} 6 (supervision) > activities: "
            "“therapy” is client_work: expected supervision"
        ),
    ),
    "recordings on a scale that is not": (
        'scale = "skill"\n',
        'scale = "skil"\n',
        (
            f"{REQUIREMENT} 7 (rated_recordings) > scale: "
            "nothing is called “skil”; did you mean “skill”?"
        ),
    ),
    "recordings that nothing can pass": (
        'scale = "skill"\n',
        'scale = "extent"\n',
        (
            f"{REQUIREMENT} 7 (rated_recordings) > scale: "
            "“extent” has no pass rule, so nothing can pass on it"
        ),
    ),
    "fewer recordings than the cases need": (
        "recordings = 4",
        "recordings = 3",
        (
            f"{REQUIREMENT} 7 (rated_recordings) > recordings: "
            "2 on each of 2 cases are 4: expected at least that"
        ),
    ),
    "a document of no kind": (
        'kind = "study"',
        'kind = "essay"',
        f"{REQUIREMENT} 9 (documents) > kind: nothing is called “essay”; there is letter, study",
    ),
    "a document on no number of cases": (
        'standing = "agreed"\ncases = 2\n',
        'standing = "agreed"\n',
        (
            f"{REQUIREMENT} 8 (documents) > cases: "
            "is missing: on how many cases is a “letter” asked for?"
        ),
    ),
    "a document of the training on a case": (
        'standing = "passed"\n',
        'standing = "passed"\ncases = 2\n',
        f"{REQUIREMENT} 9 (documents) > cases: a “study” is about no single case; leave it out",
    ),
    "a milestone that is not": (
        'milestone = "course"\n',
        'milestone = "curse"\n',
        (
            f"{REQUIREMENT} 3 (deadline) > from_milestone: "
            "nothing is called “curse”; did you mean “course”?"
        ),
    ),
}


@pytest.mark.parametrize("case", FIT.values(), ids=FIT.keys())
def test_a_requirement_that_does_not_fit_is_refused(case):
    old, new, *said = case

    assert said_of(broken(old, new)) == said


def test_where_there_is_nothing_to_name_the_refusal_says_so():
    text = broken('[[milestones]]\nkey = "course"\nname = "Course"\nevidence = "Certificate"\n', "")

    assert said_of(text) == [
        f"{REQUIREMENT} 3 (deadline) > from_milestone: nothing is called “course”; there are none",
        f"{REQUIREMENT} 10 (milestone) > milestone: nothing is called “course”; there are none",
    ]

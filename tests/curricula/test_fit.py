"""What has the shape of a curriculum and yet does not fit together is refused."""

import pytest

from tests.curricula.test_refusals import broken, said_of

OPENING = "first = 1, last = 2 },"
CLOSING = "first = 3, last = 6 },"
NONE = 'name = "none", first = 0, last = 4'
SOME = 'name = "some", first = 5, last = 9'
POINT = '{ value = 1, label = "1", anchor = "well" }'

FIT = {
    "a version that succeeds itself": (
        'succeeds = "2025.1"',
        'succeeds = "2026.1"',
        "succeeds: a version cannot succeed itself",
    ),
    "a key used twice": (
        'key = "X1"',
        'key = "A1"',
        "tasks > A1: the key “A1” is used 2 times",
    ),
    "a requirement's key used twice": (
        'key = "later"',
        'key = "soon"',
        "gates > requirements > soon: the key “soon” is used 2 times",
    ),
    "a section's key used twice": (
        'key = "hello"',
        'key = "goodbye"',
        "document_kinds > letter > sections > goodbye: the key “goodbye” is used 2 times",
    ),
    "a gap between phases": (
        CLOSING,
        "first = 4, last = 6 },",
        (
            "treatment > phases > closing: "
            "first: expected 3, so that no session is left out or in twice"
        ),
    ),
    "phases that overlap": (
        CLOSING,
        "first = 2, last = 6 },",
        (
            "treatment > phases > closing: "
            "first: expected 3, so that no session is left out or in twice"
        ),
    ),
    "a phase that ends before it begins": (
        CLOSING,
        "first = 3, last = 1 },",
        "treatment > phases > closing: last: 1 lies before the first session, 3",
        "treatment > phases: they end at session 1, but the treatment has 6",
    ),
    "phases that end too early": (
        CLOSING,
        "first = 3, last = 5 },",
        "treatment > phases: they end at session 5, but the treatment has 6",
    ),
    "an activity from nowhere": (
        'session_minutes = 50\nsources = ["handbook"]',
        'session_minutes = 50\nsources = ["handbok"]',
        "activities > therapy > sources: nothing is called “handbok”; did you mean “handbook”?",
    ),
    "an hour of no length": (
        "session_minutes = 50\n",
        "",
        (
            "activities > therapy > session_minutes: "
            "is missing: how long must a session be to be an hour?"
        ),
    ),
    "a length without a use": (
        'unit = "clock"',
        'unit = "clock"\nsession_minutes = 50',
        (
            "activities > supervision > session_minutes: "
            "says nothing with the unit “clock”; leave it out"
        ),
    ),
    "points with a gap": (
        POINT,
        POINT.replace("value = 1", "value = 2"),
        "scales > skill > points: 2 follows 0: expected 1",
    ),
    "an answer that counts more than the best": (
        "scores = 0",
        "scores = 2",
        "scales > extent > answers > not_done: 2 is not on the scale, which runs from 0 to 1",
    ),
    "an answer given twice": (
        "scores = 0 }",
        'scores = 0 }, { kind = "not_done", label = "No", meaning = "No." }',
        "scales > extent > answers > not_done: the key “not_done” is used 2 times",
    ),
    "a floor above the scale": (
        "floor = 1",
        "floor = 7",
        "scales > skill > pass_rule > floor: 7 is not on the scale, which runs from 0 to 1",
    ),
    "a scale that waits for itself": (
        'scale = "extent", least = 1',
        'scale = "skill", least = 1',
        "scales > skill > only_after > scale: nothing is called “skill”; there is extent",
    ),
    "a scale that waits for a value out of reach": (
        'scale = "extent", least = 1',
        'scale = "extent", least = 2',
        "scales > skill > only_after > least: 2 is not on the scale, which runs from 0 to 1",
    ),
    "a task in no phase": (
        'phase = "opening"\n',
        "",
        (
            "tasks > A1 > phase: is missing: "
            "name a phase, or give the scope “cross_phase” or “off_model”"
        ),
    ),
    "a task in a phase that is not": (
        'phase = "opening"',
        'phase = "openning"',
        "tasks > A1 > phase: nothing is called “openning”; did you mean “opening”?",
    ),
    "an off-model marker in a phase": (
        'scope = "off_model"',
        'scope = "off_model"\nphase = "opening"',
        "tasks > X1 > phase: a task of the scope “off_model” belongs to no phase; leave it out",
    ),
    "a first session without a last": (
        "first = 1\nlast = 2\n",
        "first = 1\n",
        "tasks > A1 > first: give both the first and the last usual session, or neither",
    ),
    "a last session without a first": (
        "first = 1\nlast = 2\n",
        "last = 2\n",
        "tasks > A1 > first: give both the first and the last usual session, or neither",
    ),
    "a task due outside its phase": (
        "first = 1\nlast = 2\n",
        "first = 1\nlast = 3\n",
        "tasks > A1 > first: 1 to 3 does not lie within sessions 1 to 2",
    ),
    "a marker due after the end": (
        'scales = ["extent"]',
        'scales = ["extent"]\nfirst = 6\nlast = 7',
        "tasks > X1 > first: 6 to 7 does not lie within sessions 1 to 6",
    ),
    "a task on a scale that is not": (
        'scales = ["extent"]',
        'scales = ["reach"]',
        "tasks > X1 > scales: nothing is called “reach”; there is extent, skill",
    ),
    "anchors for a scale that the task is not rated on": (
        "anchors.skill",
        "anchors.skull",
        "tasks > A1 > anchors: nothing is called “skull”; did you mean “skill”?",
    ),
    "an anchor too few": (
        '["slams it", "opens it"]',
        '["slams it"]',
        "tasks > A1 > anchors > skill: 1 anchors for the 2 points of the scale",
    ),
    "a short form with a stranger": (
        'short_form = ["A1"]',
        'short_form = ["A2"]',
        "short_form: nothing is called “A2”; did you mean “A1”?",
    ),
    "a least length above the most": (
        "least_words = 10",
        "least_words = 30",
        "document_kinds > letter > least_words: 30 is more than most_words, 20",
    ),
    "shares that do not make a whole": (
        "share = 60",
        "share = 50",
        (
            "document_kinds > letter > sections: "
            "the shares add up to 90 percent: expected 100, or no shares"
        ),
    ),
    "a level without a meaning": (
        'levels = [{ value = 1, words = "warm" }]',
        'levels = [{ value = 2, words = "warm" }]',
        (
            "document_kinds > letter > criteria > L1 > levels: "
            "2 has no meaning in criterion_levels, which end at 1"
        ),
    ),
    "a snippet for a criterion that is not": (
        'criterion = "L1"',
        'criterion = "L2"',
        (
            "document_kinds > letter > snippets > LF1 > criterion: "
            "nothing is called “L2”; did you mean “L1”?"
        ),
    ),
    "a document due in no phase": (
        'phase = "closing", draft',
        'phase = "end", draft',
        (
            "document_kinds > letter > when > phase: "
            "nothing is called “end”; there is closing, opening"
        ),
    ),
    "a document due after the end": (
        "share_by_session = 6",
        "share_by_session = 7",
        "document_kinds > letter > when > share_by_session: 7 is after the last of 6 sessions",
    ),
    "a range upside down": (
        "maximum = 9",
        "maximum = 0",
        "measures > low > maximum: 0 is not above the minimum, 0",
        "measures > low > caseness: 5 lies outside the range 0 to 0",
        "measures > low > bands: they end at 9, but the measure goes up to 0",
    ),
    "caseness out of range": (
        "caseness = 5",
        "caseness = 28",
        "measures > low > caseness: 28 lies outside the range 0 to 9",
    ),
    "a gap between bands": (
        SOME,
        'name = "some", first = 6, last = 9',
        "measures > low > bands > some: first: expected 5, so that every score has one band",
    ),
    "a band that ends before it begins": (
        f"{{ {NONE} }}, {{ {SOME} }}",
        '{ name = "all", first = 0, last = 9 }, { name = "more", first = 10, last = 9 }',
        "measures > low > bands > more: last: 9 lies before the first score, 10",
    ),
    "bands that end too early": (
        SOME,
        'name = "some", first = 5, last = 8',
        "measures > low > bands: they end at 8, but the measure goes up to 9",
    ),
    "a measure from nowhere": (
        'attribution = "Ours."',
        'attribution = "Ours."\nsources = ["web"]',
        "measures > low > sources: nothing is called “web”; there is handbook",
    ),
}


@pytest.mark.parametrize("case", FIT.values(), ids=FIT.keys())
def test_what_does_not_fit_together_is_refused(case):
    old, new, *said = case

    assert said_of(broken(old, new)) == said

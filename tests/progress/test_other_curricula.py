"""A trainee on another curriculum, with a rating form or without, reaches only sound pages."""

from collections import deque
from urllib.parse import urljoin, urlsplit

import pytest
from support.pages import hold_to_the_rules

from workbench.curricula.activities import ActivityKind
from workbench.curricula.library import Library

SHIPPED = [
    Library().latest(key) for key in ("bacp-accreditation", "ctld-log", "dit-complex-care-uk")
]
LIMIT = 40


def activity(curriculum, kind):
    """The first activity of a kind that may be logged."""
    return next(one.key for one in curriculum.activities if one.kind is kind)


def inside(page, path):
    """The links of a page that lead on within the workbench."""
    for anchor in page.select("main a[href]"):
        parts = urlsplit(urljoin(f"http://localhost{path}", anchor["href"]))
        if parts.netloc == "localhost" and not parts.path.startswith("/records/archive"):
            yield parts.path


def all_within_reach(browser, start):
    """Every page that is reached from one, each held to the rules."""
    queue, seen = deque([start]), {start}
    while queue and len(seen) < LIMIT:
        path = queue.popleft()
        answer = browser.get(path, follow_redirects=True)
        assert answer.status_code == 200, f"{path}: {answer.status}"
        if answer.mimetype == "text/html":
            found = set(inside(hold_to_the_rules(answer.text), path)) - seen
            seen |= found
            queue.extend(sorted(found))
    return seen


@pytest.mark.parametrize("curriculum", SHIPPED, ids=[one.key for one in SHIPPED])
def test_every_page_of_a_trainee_is_sound_on_another_curriculum(make, signed_in, curriculum):
    cohort = make.cohort(curriculum=(curriculum.key, curriculum.version))
    supervisor = make.person("Dr Anwar Ahmed")
    enrolment = make.enrolment(cohort=cohort, supervisor=supervisor)
    practice = activity(curriculum, ActivityKind.CLIENT_WORK)
    case = make.case(enrolment, activity=practice)
    make.therapy_session(case, phase=curriculum.treatment.phases[0].key)
    make.entry(enrolment, activity=activity(curriculum, ActivityKind.SUPERVISION))

    own = all_within_reach(signed_in(enrolment.trainee), "/")
    asked = {
        f"/enrolments/{enrolment.id}/requirements/{gate.key}/{one.key}"
        for gate in curriculum.gates
        for one in gate.requirements
    }

    assert f"/cases/{case.id}" in own
    assert f"/enrolments/{enrolment.id}/hours" in own or "/hours" in own
    assert asked & own
    assert all_within_reach(signed_in(supervisor), "/")

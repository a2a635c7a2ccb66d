"""Two administrators at once: one version, one move for each trainee, no text lost unseen."""

import pytest
from hours.test_races import at_once, with_token
from publishing.conftest import SMALL, of_version
from sqlalchemy import func, select

from workbench.publishing.models import CurriculumDraft, PublishedCurriculum, VersionMove


@pytest.fixture
def both(make, provider, administrator, signed_in):
    """Two administrators, each with a form open."""
    people = (administrator, make.administrator(provider))
    return [with_token(signed_in(person)) for person in people]


def count(db, kind):
    db.rollback()
    return db.scalar(select(func.count(kind.id)))


def test_a_draft_is_published_once(db, both, drafted):
    draft = drafted()
    path, form = f"/curricula/drafts/{draft.id}/publish", {"revision": draft.revision}

    statuses = at_once(*(lambda s=s: s(path, form) for s in both))

    assert statuses[0] == 303
    assert statuses[1] in {404, 409}
    assert count(db, PublishedCurriculum) == 1


def test_two_drafts_of_one_version_make_one(db, both, drafted):
    drafts = [drafted(), drafted(SMALL.replace("Small therapy", "Other therapy"))]
    paths = [f"/curricula/drafts/{draft.id}/publish" for draft in drafts]
    form = {"revision": drafts[0].revision}

    statuses = at_once(
        *(lambda s=s, path=path: s(path, form) for s, path in zip(both, paths, strict=True))
    )

    assert statuses == [303, 409]
    assert count(db, PublishedCurriculum) == 1
    assert count(db, CurriculumDraft) == 1


def test_one_of_two_texts_is_saved_and_the_other_told(db, both, drafted):
    draft = drafted()
    path = f"/curricula/drafts/{draft.id}"
    forms = [{"revision": draft.revision, "text": f"# {n}\n{SMALL}"} for n in (1, 2)]

    statuses = at_once(
        *(lambda s=s, form=form: s(path, form) for s, form in zip(both, forms, strict=True))
    )

    assert statuses == [303, 409]


def test_a_cohort_is_moved_once(db, make, provider, both, publish, desk):
    publish(of_version("2026.1"))
    publish(of_version("2026.2", "2026.1"))
    cohort = make.cohort(provider, ("small", "2026.1"))
    make.enrolment(cohort=cohort)
    path = f"/cohorts/{cohort.id}/version"
    read = desk.open(f"{path}?to=small/2026.2").select_one("input[name=read]")["value"]
    form = {"to": "small/2026.2", "read": read}

    statuses = at_once(*(lambda s=s: s(path, form) for s in both))

    assert statuses[0] in {200, 303}
    assert 303 in statuses
    assert count(db, VersionMove) == 1

"""A detail that was sent back is taken out of every copy."""

import io
import zipfile

import pytest
from documents.slips import DETAIL, SECOND, Slip
from sqlalchemy import select

from workbench.adherence.models import Rating, Score
from workbench.anonymisation.gate import Deed
from workbench.audit.models import AuditLine
from workbench.cases.models import Pseudonym
from workbench.documents.models import (
    Comment,
    DocumentVersion,
    DraftDecision,
    Thread,
)
from workbench.hours.models import HoursEntry, Verdict
from workbench.training.models import Milestone


@pytest.fixture
def scene(db, make, signed_in):
    return Slip(db, make, signed_in)


def test_a_detail_is_nowhere_any_more_once_it_is_sent_back(scene):
    """Version 1, a comment that quotes it, version 2, an export, and every other copy."""
    scene.comment(f"“{DETAIL}”: there is one such woman.")
    scene.comment("And this?", quote="Her mother")
    scene.review()
    scene.send(self=SECOND)
    copies(scene)
    assert [table for table, rows in scene.held().items() if any(DETAIL in row for row in rows)]

    assert scene.send_back("keeps the light\nSkerrow", number=2).status_code == 303

    for table, rows in scene.held().items():
        assert not [row for row in rows if "Skerrow" in row or "keeps the light" in row], table
    for browser in (scene.supervisor, scene.other, scene.administrator):
        for page in pages(scene):
            answer = browser.get(page, follow_redirects=True)
            assert "Skerrow" not in answer.text, page
    for name, content in exported(scene.trainee).items():
        assert b"Skerrow" not in content, name
    [line] = scene.db.scalars(select(AuditLine).where(AuditLine.deed == "documents.send_back"))
    scene.db.commit()
    assert line.details == {"version": 2, "versions": 2, "copies": 7, "hours": 48}


def copies(scene):
    """The detail where else somebody may have put it."""
    make, db = scene.make, scene.db
    held = make.therapy_session(scene.case)
    entry = make.entry(scene.enrolment, note=DETAIL, reason=DETAIL)
    at = entry.logged_at
    said = {"author_id": scene.person.id, "at": at}
    rating = {
        "enrolment": scene.enrolment,
        "therapy_session": held,
        "rater_id": scene.person.id,
        "by": "supervisor",
        "selected_by": "supervisor",
        "curriculum_key": "x",
        "curriculum_version": "1",
        "phase": "initial",
        "started_at": at,
        "saved_at": at,
    }
    db.add_all(
        [
            Verdict(entry=entry, kind="query", words=DETAIL, **said),
            Rating(**rating, scores=[Score(task="A1", evidence=DETAIL)]),
            Milestone(
                enrolment=scene.enrolment,
                key="x",
                happened_on=entry.worked_on,
                evidence=DETAIL,
                recorded_by_id=scene.person.id,
                recorded_at=at,
            ),
            Pseudonym(
                enrolment=scene.enrolment, case_id=scene.case.id, words="Skerrow", agreed_at=at
            ),
        ]
    )
    db.commit()


def pages(scene):
    [entry] = scene.rows(HoursEntry)
    yield from ("/", "/documents", "/inbox", "/hours/waiting", "/ratings")
    yield from (scene.path, f"{scene.path}/versions/1", f"{scene.path}/versions/2")
    yield from (f"/hours/entries/{entry.id}", f"/cases/{scene.case.id}")
    yield from (f"/enrolments/{scene.enrolment.id}", f"/enrolments/{scene.enrolment.id}/hours")
    for thread in scene.rows(Thread):
        yield f"/documents/threads/{thread.id}/answers"


def exported(browser):
    answer = browser.get("/records/archive.zip")
    assert answer.status_code == 200, answer.status
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_another_document_that_holds_the_detail_is_withheld_with_it(scene):
    location = scene.trainee.post(f"/enrolments/{scene.enrolment.id}/documents/case_study").location
    study = location.removesuffix("/draft")
    scene.send(path=study, setting=f"Her mother {DETAIL}.")
    assert DETAIL in scene.supervisor.open(study).text

    scene.send_back()

    assert DETAIL not in scene.supervisor.open(study).text
    assert scene.document(study).stage == "reviewed"
    assert [one.deed for one in scene.rows(DraftDecision)] == [Deed.SENT_BACK, Deed.SENT_BACK]


def test_what_was_withheld_before_is_blacked_out_further_and_its_clock_runs_on(scene):
    scene.send_back("Skerrow")
    first = scene.rows(DocumentVersion)[0].correct_by
    scene.send(self="She copes, and rows out to her every Sunday.")

    scene.send_back("every Sunday", number=2)

    before, after = scene.rows(DocumentVersion)
    assert "Sunday" not in before.text + after.text
    assert before.correct_by == first
    assert after.correct_by > first


def test_a_document_without_the_detail_stays_as_it_was(scene):
    location = scene.trainee.post(f"/enrolments/{scene.enrolment.id}/documents/case_study").location
    study = location.removesuffix("/draft")
    scene.send(path=study, setting="A clinic in primary care.")

    scene.send_back()

    assert "A clinic in primary care" in scene.supervisor.open(study).text
    assert scene.document(study).stage == "submitted"


def test_a_thread_keeps_its_place_and_says_no_more_than_the_version(scene):
    scene.comment("Who says so?", quote="Her mother keeps")

    scene.send_back()

    [thread] = scene.rows(Thread)
    assert thread.quote == "Her mother █████"
    assert "Skerrow" not in thread.suffix
    assert [one.words for one in scene.rows(Comment)] == ["Who says so?"]

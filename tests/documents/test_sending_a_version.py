"""Sending a version: declared, read before, and not twice."""

import pytest
from documents.drafting import declaration, sent, started, stored, written
from sqlalchemy import select

from workbench.audit.models import AuditLine
from workbench.documents.models import DocumentVersion


def test_checking_and_sending_saves_first(db, scene, signed_in):
    case, trainee, _ = scene
    browser = signed_in(trainee)
    document = started(db, browser, case)

    response = browser.post(
        f"/documents/{document.id}/draft",
        {"version": document.draft_version, "part_self": "I cope.", "do": "send"},
    )

    assert response.location.endswith("/submit")
    assert "I cope." in browser.open(response.location).text


def test_a_version_like_the_last_one_is_not_sent(db, scene, signed_in):
    case, trainee, supervisor = scene
    browser = signed_in(trainee)
    document = started(db, browser, case)
    document = written(db, browser, document, self="I cope.")
    sent(browser, document)
    signed_in(supervisor).post(
        f"/documents/{document.id}/review", {"version": 1, "verdict": "fine"}
    )
    browser.open(f"/documents/{document.id}/draft")
    browser.post(f"/documents/{document.id}/reopen")

    response = sent(browser, stored(db, document.id))

    assert response.status_code == 409
    assert "Nothing has changed since the last version" in response.text


def test_a_version_is_sent_with_its_text_and_the_method_declared(db, make, scene, signed_in):
    case, trainee, _ = scene
    make.therapy_session(case, 4)
    browser = signed_in(trainee)
    document = started(db, browser, case)
    document = written(db, browser, document, self="I *cope*. <b>Always</b>")

    response = sent(browser, document, method="composite")

    [version] = db.scalars(select(DocumentVersion)).all()
    assert response.status_code == 303
    assert (version.number, version.after_session, version.anonymised_by) == (1, 4, "composite")
    assert "I cope. <b>Always</b>" in version.text
    assert stored(db, document.id).stage == "submitted"
    [line] = db.scalars(select(AuditLine).where(AuditLine.deed == "documents.submit")).all()
    assert line.details == {"version": 1}


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("method", "how you made it"),
        ("recognised", "no program can answer"),
        ("declared", "Read the statement"),
    ],
)
def test_nothing_is_sent_without_the_declaration(db, scene, signed_in, missing, words):
    case, trainee, _ = scene
    browser = signed_in(trainee)
    document = started(db, browser, case)
    document = written(db, browser, document, self="I cope.")

    status, page = browser.submit(
        f"/documents/{document.id}/submit",
        declaration(document) | {missing: ""},
    )

    assert status == 422
    assert words in page.select_one(".summary").text
    assert not db.scalars(select(DocumentVersion)).all()


def test_a_second_click_sends_nothing_twice(db, scene, signed_in):
    case, trainee, _ = scene
    browser = signed_in(trainee)
    document = started(db, browser, case)
    document = written(db, browser, document, self="I cope.")
    sent(browser, document)

    response = sent(browser, document)

    assert response.status_code == 409
    assert "with your supervisor" in response.text
    assert len(db.scalars(select(DocumentVersion)).all()) == 1


def test_an_empty_draft_is_not_sent(db, scene, signed_in):
    case, trainee, _ = scene
    browser = signed_in(trainee)
    document = started(db, browser, case)

    response = sent(browser, document)

    assert response.status_code == 409
    assert "every part is empty" in response.text


def test_what_was_not_read_is_not_sent(db, scene, signed_in):
    case, trainee, _ = scene
    browser = signed_in(trainee)
    document = started(db, browser, case)
    before = document.draft_version
    document = written(db, browser, document, self="I cope.")

    response = sent(browser, document, version=before)

    assert response.status_code == 409
    assert "Read it again" in response.text

"""A document that an issued record counts is sent back: both places say so."""

import pytest
from records.conftest import AT, SIGNED_AT

from workbench.documents.domain.review import Stage
from workbench.documents.models import Document, DocumentVersion, Review

WORDS = "Her mother keeps the light at Skerrow."


@pytest.fixture
def agreed(db, make, qualified):
    """An enrolment with an agreed IPAF, its supervisor, and the administrator who issues."""
    enrolment, administrator = qualified()
    case = make.case(enrolment)
    supervisor = make.supervision(enrolment, make.person("Dr Other")).supervisor
    version = DocumentVersion(
        number=1,
        source={"self": WORDS},
        html={"self": f"<p>{WORDS}</p>"},
        text=WORDS,
        submitted_at=SIGNED_AT,
        anonymised_by="disguise",
    )
    version.reviews = [
        Review(supervisor=supervisor, started_at=SIGNED_AT, sent_at=SIGNED_AT, verdict="fine")
    ]
    document = Document(
        enrolment_id=enrolment.id,
        case_id=case.id,
        kind="ipaf",
        stage=Stage.AGREED,
        started_at=SIGNED_AT,
        draft={"self": WORDS},
        draft_saved_at=SIGNED_AT,
        versions=[version],
    )
    db.add(document)
    db.commit()
    return document, supervisor, enrolment, administrator


def send_back(browser, document, words="Skerrow"):
    return browser.post(f"/documents/{document.id}/versions/1/send-back", {"words": words})


def test_sending_back_names_the_records_that_count_the_document(agreed, issued, signed_in):
    document, supervisor, enrolment, administrator = agreed
    first, _ = issued(enrolment, administrator)
    second, _ = issued(enrolment, administrator)
    browser = signed_in(supervisor)
    path = f"/documents/{document.id}"

    before = browser.open(f"{path}/versions/1/send-back").text
    send_back(browser, document)
    said = browser.open(path).select_one(".flash").text

    assert f"Record {second.number}, issued before, counts this document" in before
    assert f"Record {second.number}, issued before, counts this document" in said
    assert first.number not in said


def test_a_record_says_that_a_document_it_counts_was_sent_back(agreed, issued, signed_in):
    document, supervisor, enrolment, administrator = agreed
    record, _ = issued(enrolment, administrator)
    reader = signed_in(administrator)
    path = f"/records/{record.id}"
    assert "sent back" not in reader.open(path).text

    send_back(signed_in(supervisor), document)

    said = reader.open(path).select_one("p.odd").text
    assert "of case 1, which this record counts, was sent back on" in said
    assert "none of its words" in said


def test_a_record_that_counts_no_such_document_is_not_named(agreed, issued, signed_in, db):
    document, supervisor, enrolment, administrator = agreed
    document.stage = Stage.REVIEWED
    db.commit()
    record, _ = issued(enrolment, administrator, at=AT)
    browser = signed_in(supervisor)

    send_back(browser, document)

    assert record.number not in browser.open(f"/documents/{document.id}").text
    assert "sent back" not in signed_in(administrator).open(f"/records/{record.id}").text

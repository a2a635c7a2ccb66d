"""Beginning a document, writing it, and sending a version, through the door."""

import pytest
from sqlalchemy import select

from workbench.audit.models import AuditLine
from workbench.documents.models import Document, DocumentVersion

SECRET = "canary words of a draft"


@pytest.fixture
def scene(make):
    supervisor = make.person("Dr Anwar Ahmed")
    enrolment = make.enrolment(supervisor=supervisor)
    return make.case(enrolment), enrolment.trainee, supervisor


def started(db, browser, case, kind="ipaf"):
    response = browser.post(f"/cases/{case.id}/documents/{kind}")
    assert response.status_code == 303, response.text
    return stored(db, int(response.location.split("/")[2]))


def stored(db, document_id):
    """The document as it stands now; the test's own session keeps no transaction open."""
    document = db.get(Document, document_id, populate_existing=True)
    db.commit()
    return document


def written(db, browser, document, **texts):
    data = {f"part_{key}": text for key, text in texts.items()}
    path = f"/documents/{document.id}/draft"
    response = browser.post(path, data | {"version": document.draft_version})
    assert response.status_code == 303, response.text
    return stored(db, document.id)


def declaration(document):
    said = {"method": "disguise", "recognised": "no", "declared": "y"}
    return said | {"version": document.draft_version}


def sent(browser, document, **more):
    return browser.post(f"/documents/{document.id}/submit", declaration(document) | more)


def test_a_document_is_begun_once_whatever_the_clicks(db, scene, signed_in):
    case, trainee, _ = scene
    browser = signed_in(trainee)

    first = started(db, browser, case)
    second = started(db, browser, case)

    assert first.id == second.id


def test_what_was_typed_is_there_again(db, scene, signed_in):
    case, trainee, _ = scene
    browser = signed_in(trainee)
    document = started(db, browser, case)

    written(db, browser, document, self="I am the one who copes.\r\n\r\nAlways.")

    page = browser.open(f"/documents/{document.id}/draft")
    assert page.select_one("#part_self").text.strip() == "I am the one who copes.\n\nAlways."


def test_a_script_saves_with_the_version_and_hears_the_next(db, scene, signed_in):
    case, trainee, _ = scene
    browser = signed_in(trainee)
    document = started(db, browser, case)

    before = document.draft_version

    response = browser.post(
        f"/documents/{document.id}/draft",
        {"version": before, "part_self": "I cope."},
        headers={"Accept": "application/json"},
    )

    assert response.status_code == 200
    assert response.json["version"] == before + 1
    assert stored(db, document.id).draft["self"] == "I cope."


def test_a_stale_tab_overwrites_nothing_and_shows_both_texts(db, scene, signed_in):
    case, trainee, _ = scene
    browser = signed_in(trainee)
    document = started(db, browser, case)
    before = document.draft_version
    written(db, browser, document, self="The first tab.")

    status, page = browser.submit(
        f"/documents/{document.id}/draft",
        {"version": before, "part_self": "The second tab."},
    )

    assert status == 409
    assert [area.text.strip() for area in page.select("textarea")] == [
        "The first tab.",
        "The second tab.",
    ]
    assert stored(db, document.id).draft["self"] == "The first tab."


def test_a_stale_script_is_told_in_words_and_keeps_its_text(db, scene, signed_in):
    case, trainee, _ = scene
    browser = signed_in(trainee)
    document = started(db, browser, case)
    before = document.draft_version
    written(db, browser, document, self="The first tab.")

    response = browser.post(
        f"/documents/{document.id}/draft",
        {"version": before, "part_self": "The second tab."},
        headers={"Accept": "application/json"},
    )

    assert response.status_code == 409
    assert "Press Save" in response.json["words"]


@pytest.mark.parametrize(
    ("choice", "text"),
    [("mine", "Second."), ("saved", "First."), ("both", "First.\n\nSecond."), ("", "Second.")],
)
def test_either_text_or_both_can_be_chosen(db, scene, signed_in, choice, text):
    case, trainee, _ = scene
    browser = signed_in(trainee)
    document = started(db, browser, case)
    document = written(db, browser, document, self="First.")

    browser.post(
        f"/documents/{document.id}/draft/choice",
        {
            "version": document.draft_version,
            "part_self": "Second.",
            "choice_self": choice,
        },
    )

    assert stored(db, document.id).draft["self"] == text


def test_a_choice_that_is_stale_itself_is_shown_again(db, scene, signed_in):
    case, trainee, _ = scene
    browser = signed_in(trainee)
    document = started(db, browser, case)
    before = document.draft_version
    written(db, browser, document, self="First.")

    status, page = browser.submit(
        f"/documents/{document.id}/draft/choice",
        {"version": before, "part_self": "Second.", "choice_self": "mine"},
    )

    assert status == 409
    assert "Second." in page.text


def test_the_same_words_twice_are_no_conflict(db, scene, signed_in):
    case, trainee, _ = scene
    browser = signed_in(trainee)
    document = started(db, browser, case)
    before = document.draft_version
    written(db, browser, document, self="Once.")

    response = browser.post(
        f"/documents/{document.id}/draft", {"version": before, "part_self": "Once."}
    )

    assert response.status_code == 303


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


def test_a_case_study_is_begun_on_the_training_once(db, make, signed_in):
    enrolment = make.enrolment()
    browser = signed_in(enrolment.trainee)
    path = f"/enrolments/{enrolment.id}/documents/case_study"
    stranger = signed_in(make.enrolment().trainee)

    locations = {browser.post(path).location for _ in range(2)}

    assert len(locations) == 1
    assert stranger.post(path).status_code == 404
    assert "Case study" in browser.open("/documents").text


def test_a_section_of_20000_characters_is_kept_and_one_more_is_refused_with_its_text(
    db, scene, signed_in
):
    case, trainee, _ = scene
    browser = signed_in(trainee)
    document = started(db, browser, case)
    longest = "ä" * 19_999 + "🌧"

    document = written(db, browser, document, self=longest)
    status, page = browser.submit(
        f"/documents/{document.id}/draft",
        {"version": document.draft_version, "part_self": longest + "x"},
    )

    assert status == 422
    assert page.select_one("#part_self").text.strip() == longest + "x"
    assert "20,000 characters" in page.select_one(".summary").text
    assert stored(db, document.id).draft["self"] == longest


def test_a_script_hears_which_section_is_too_long(db, scene, signed_in):
    case, trainee, _ = scene
    browser = signed_in(trainee)
    document = started(db, browser, case)

    response = browser.post(
        f"/documents/{document.id}/draft",
        {"version": document.draft_version, "part_self": "x" * 20_001},
        headers={"Accept": "application/json"},
    )

    assert response.status_code == 422
    assert "How the patient sees themselves" in response.json["words"]


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


def test_the_letter_opens_with_its_phase(db, make, scene, signed_in):
    case, trainee, _ = scene
    browser = signed_in(trainee)
    make.therapy_session(case, 8)

    refused = browser.post(f"/cases/{case.id}/documents/goodbye_letter")
    make.therapy_session(case, 12)
    begun = browser.post(f"/cases/{case.id}/documents/goodbye_letter")

    assert (refused.status_code, begun.status_code) == (409, 303)
    assert "opens when session 13 is next" in refused.text


def test_a_case_study_belongs_to_the_enrolment(db, scene, signed_in):
    case, trainee, _ = scene
    browser = signed_in(trainee)
    path = f"/enrolments/{case.enrolment_id}/documents"

    assert browser.post(f"{path}/ipaf").status_code == 404
    assert browser.post(f"{path}/nothing").status_code == 404


def test_the_list_offers_what_may_be_begun(scene, signed_in):
    _, trainee, supervisor = scene
    browser = signed_in(trainee)

    page = browser.open("/documents")

    assert page.select("form[action$='/documents/ipaf']")
    assert "Opens with session 13" in page.text
    assert "Nothing waits for you" in signed_in(supervisor).open("/documents").text


def test_a_draft_is_the_trainees_alone(db, make, scene, signed_in, anonymous):
    case, trainee, supervisor = scene
    browser = signed_in(trainee)
    document = started(db, browser, case)
    document = written(db, browser, document, self=SECRET)
    administrator = make.administrator(case.enrolment.provider)
    peer = make.enrolment(cohort=case.enrolment.cohort).trainee
    paths = [f"/documents/{document.id}{end}" for end in ("", "/draft", "/submit")]

    for person in (supervisor, administrator, peer):
        for path in [*paths, "/documents"]:
            response = signed_in(person).get(path)
            assert response.status_code == (200 if path == "/documents" else 404), path
            assert SECRET not in response.text
        for path in (paths[1], paths[2], f"{paths[0]}/draft/choice", f"{paths[0]}/reopen"):
            assert signed_in(person).post(path).status_code == 404
    assert anonymous.get(paths[1]).status_code == 303


def test_nobody_else_begins_a_document(make, scene, signed_in):
    case, _, supervisor = scene
    stranger = make.enrolment().trainee
    administrator = make.administrator(case.enrolment.provider)
    path = f"/cases/{case.id}/documents/ipaf"

    assert signed_in(supervisor).post(path).status_code == 403
    assert signed_in(stranger).post(path).status_code == 404
    assert signed_in(administrator).post(path).status_code == 404

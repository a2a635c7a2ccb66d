"""Writing a draft: saved with its version, told where it is stale, its trainee's alone."""

import pytest
from documents.drafting import started, stored, written

SECRET = "canary words of a draft"


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

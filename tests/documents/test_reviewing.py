"""Reading, commenting, reviewing: a document's rounds through the door."""

import pytest
from documents.rounds import QUOTE, SELF, Round
from sqlalchemy import select

from workbench.audit.models import AuditLine
from workbench.documents.models import Review, Thread

SECRET = "canary of an unsent comment"


@pytest.fixture
def scene(db, make, signed_in):
    return Round(db, make, signed_in)


def test_a_comment_on_a_selected_passage_is_marked_there_and_seen_by_its_author_only(
    scene, make, signed_in
):
    other = make.supervision(scene.enrolment, make.person("Dr Other")).supervisor

    response = scene.comment(SECRET)

    assert response.status_code == 303
    page = scene.supervisor.open(scene.path)
    assert page.select_one("[data-passage=self] mark").text == QUOTE
    assert SECRET in page.select_one("#t1").text
    for browser in (scene.trainee, signed_in(other)):
        text = browser.open(scene.path).text
        assert SECRET not in text
        assert "mark" not in [tag.name for tag in browser.open(scene.path).select("main mark")]


@pytest.mark.parametrize("quote", ["one who copes 🌧️ e\u0301 every", "🌧️", "e\u0301"])
def test_offsets_count_code_points(scene, quote):
    scene.comment(quote=quote)

    [thread] = scene.rows(Thread)
    assert thread.quote == quote
    assert scene.supervisor.open(scene.path).select_one("mark").text == quote


@pytest.mark.parametrize(
    "sent",
    [
        {"quote": "another text"},
        {"start": -1},
        {"end": 100_000},
        {"start": 7, "end": 7, "quote": ""},
        {"start": "", "end": "", "quote": ""},
        {"start": "x"},
        {"passage": "0-99999"},
        {"passage": "rubbish"},
    ],
)
def test_a_passage_that_is_not_there_is_asked_for_again_and_the_words_are_kept(scene, sent):
    response = scene.comment("Kept words.", sent=sent)

    assert response.status_code == 422
    assert "Kept words." in response.text
    assert not scene.rows(Thread)


def test_a_passage_is_chosen_by_keyboard_among_its_sentences(scene):
    path = f"{scene.path}/versions/1/comments"
    page = scene.supervisor.open(f"{path}/new?section=self")
    [whole, first, second] = page.select("input[name=passage]")

    response = scene.supervisor.post(
        path, {"section": "self", "passage": second["value"], "words": "Yes."}
    )

    assert response.status_code == 303
    [thread] = scene.rows(Thread)
    assert thread.quote.startswith("In her own words")
    assert first["value"].startswith("0-")
    assert whole["value"] == f"0-{len(SELF)}"


def test_a_starting_text_is_added_to_what_was_typed(scene):
    status, page = scene.supervisor.submit(
        f"{scene.path}/versions/1/comments",
        {"section": "self", "do": "snippet", "snippet": "IF1", "words": "First."},
    )

    assert status == 200
    text = page.select_one("#words").text
    assert text.strip().startswith("First.")
    assert "This names a problem." in text


def test_an_unknown_section_or_version_is_not_there(scene):
    for path in ("versions/1/comments/new?section=none", "versions/9/comments/new?section=self"):
        assert scene.supervisor.get(f"{scene.path}/{path}").status_code == 404
    assert scene.supervisor.get(f"{scene.path}/versions/9").status_code == 404


def test_a_review_sends_every_comment_at_once_with_its_verdict(scene):
    scene.comment("One.")
    scene.comment("Two.", quote="every day")

    response = scene.review()

    assert response.status_code == 303
    page = scene.trainee.open(scene.path)
    assert [thread.select_one(".wrote").text for thread in page.select("article.thread")] == [
        "One.",
        "Two.",
    ]
    assert scene.document.stage == "reviewed"
    [line] = scene.db.scalars(select(AuditLine).where(AuditLine.deed == "documents.review")).all()
    assert line.details == {"version": 1}


def test_a_fine_version_is_agreed_and_a_further_one_needs_it_opened_again(scene):
    scene.review("fine")

    refused = scene.trainee.post(
        f"{scene.path}/submit",
        {
            "version": scene.document.draft_version,
            "method": "consent",
            "recognised": "no",
            "declared": "y",
        },
    )
    scene.trainee.post(f"{scene.path}/reopen")

    assert refused.status_code == 409
    assert scene.document.stage == "reviewed"
    assert "Agreed by Dr Anwar Ahmed" in scene.trainee.open(scene.path).text


@pytest.mark.parametrize(("verdict", "words"), [("", "Say whether"), ("revise", "at least one")])
def test_a_review_that_says_nothing_is_not_sent(scene, verdict, words):
    response = scene.review(verdict)

    assert response.status_code == 409
    assert words in response.text
    assert not scene.rows(Review)


def test_a_review_is_sent_once(scene):
    scene.comment()
    scene.review()

    again = scene.review()

    assert again.status_code == 409
    assert len(scene.rows(Review)) == 1


def test_a_second_supervisor_sends_a_review_of_their_own_that_moves_nothing(scene, make, signed_in):
    other = signed_in(make.supervision(scene.enrolment, make.person("Dr Other")).supervisor)
    scene.comment("From the second.", browser=other)
    scene.review("fine")

    response = scene.review("revise", browser=other)

    assert response.status_code == 303
    assert scene.document.stage == "agreed"
    assert "From the second." in scene.trainee.open(scene.path).text


def test_a_version_that_came_meanwhile_is_not_reviewed_unread(scene, make, signed_in):
    scene.comment()
    scene.review()
    scene.send(self=SELF + " More.")

    response = scene.review("fine", version=1)

    assert response.status_code == 409
    assert "Version 2 came while you read version 1" in response.text


def test_the_wrong_people_reach_nothing(scene, make, signed_in, anonymous):
    scene.comment()
    scene.review()
    thread = scene.rows(Thread)[0].id
    strangers = [
        make.administrator(scene.enrolment.provider),
        make.enrolment(cohort=scene.enrolment.cohort).trainee,
        make.enrolment(supervisor=make.person("Dr Elsewhere")).trainee,
    ]
    reading = [scene.path, f"{scene.path}/versions/1", f"{scene.path}/versions/1/letter"]
    reading += [f"/documents/threads/{thread}/answers", f"/documents/threads/{thread}/attach"]
    writing = [f"/documents/threads/{thread}/{deed}" for deed in ("resolve", "reopen", "place")]
    writing += [f"{scene.path}/review", f"{scene.path}/versions/1/comments"]

    for person in strangers:
        browser = signed_in(person)
        for path in reading:
            response = browser.get(path)
            assert response.status_code == 404, path
            assert QUOTE not in response.text
        for path in writing:
            assert browser.post(path).status_code == 404, path
        assert QUOTE not in browser.get("/documents").text
    for path in reading:
        assert anonymous.get(path).status_code == 303
    for path in writing:
        assert anonymous.post(path).status_code == 401


def test_the_trainee_reviews_and_comments_nothing(scene):
    path = f"{scene.path}/versions/1/comments"

    assert scene.review(browser=scene.trainee).status_code == 403
    assert scene.comment(browser=scene.trainee).status_code == 403
    assert scene.trainee.get(f"{path}/new?section=self").status_code == 403


def test_the_letter_is_read_as_one_text(scene):
    page = scene.trainee.open(f"{scene.path}/versions/1/letter")

    assert "a self who must please" in page.select_one(".letter").text


def test_what_waits_comes_first_in_the_list(scene):
    waiting = scene.supervisor.open("/documents")
    scene.review("fine")
    rest = scene.supervisor.open("/documents")

    assert "IPAF, case A7" in waiting.select_one("[aria-labelledby=waiting]").text
    assert "IPAF, case A7" in rest.select_one("[aria-labelledby=others]").text

"""Reading, commenting, reviewing, answering: a document's rounds through the door."""

import pytest
from sqlalchemy import select

from workbench.audit.models import AuditLine
from workbench.documents.models import Comment, Document, Review, Thread, ThreadPlace

SECRET = "canary of an unsent comment"
SELF = (
    "A7 takes herself to be kept on only while she is useful: a self who must please. "
    "In her own words, I am the one who copes 🌧️ e\u0301 every day."
)
QUOTE = "a self who must please"


@pytest.fixture
def scene(db, make, signed_in):
    return Round(db, make, signed_in)


class Round:
    """An IPAF with one version sent, its trainee and its supervisor, both signed in."""

    def __init__(self, db, make, signed_in):
        self.db = db
        self.person = make.person("Dr Anwar Ahmed")
        self.enrolment = make.enrolment(supervisor=self.person)
        self.case = make.case(self.enrolment)
        self.trainee = signed_in(self.enrolment.trainee)
        self.supervisor = signed_in(self.person)
        location = self.trainee.post(f"/cases/{self.case.id}/documents/ipaf").location
        self.id = int(location.split("/")[2])
        self.path = f"/documents/{self.id}"
        self.send(self=SELF)

    @property
    def document(self):
        return self.row(Document, self.id)

    def row(self, kind, row_id):
        row = self.db.get(kind, row_id, populate_existing=True)
        self.db.commit()
        return row

    def rows(self, kind):
        rows = self.db.scalars(
            select(kind).order_by(kind.id).execution_options(populate_existing=True)
        ).all()
        self.db.commit()
        return rows

    def send(self, /, **texts):
        data = {f"part_{key}": text for key, text in texts.items()}
        version = {"version": self.document.draft_version}
        self.trainee.post(f"{self.path}/draft", data | version)
        version = {"version": self.document.draft_version}
        declared = {"method": "disguise", "recognised": "no", "declared": "y"}
        response = self.trainee.post(f"{self.path}/submit", declared | version)
        assert response.status_code == 303, response.text

    def comment(
        self, words="Whose word is this?", quote=QUOTE, text=SELF, browser=None, sent=(), **more
    ):
        start = text.index(quote)
        data = {"section": "self", "start": start, "end": start + len(quote), "quote": quote}
        path = f"{self.path}/versions/{more.pop('on', 1)}/comments"
        return (browser or self.supervisor).post(path, data | {"words": words} | more | dict(sent))

    def review(self, verdict="revise", version=1, browser=None):
        data = {"verdict": verdict, "version": version}
        return (browser or self.supervisor).post(f"{self.path}/review", data)


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


def test_threads_are_carried_moved_or_orphaned_in_plain_sight(scene):
    other = "Others are busy and easily burdened, and they look away when she falters."
    scene.review("fine")
    scene.trainee.post(f"{scene.path}/reopen")
    scene.send(other=other, affect="A flat resentment that she can feel in the arms.")
    scene.comment("Carried.", on=2)
    scene.comment(
        "Moved.", text=other, quote="they look away when she falters", section="other", on=2
    )
    scene.comment(
        "Gone.",
        text="A flat resentment that she can feel in the arms.",
        quote="A flat resentment that she can feel in the arms",
        section="affect",
        on=2,
    )
    scene.review(version=2)

    scene.send(
        other="Others are busy and easily burdened, and they look far away whenever she falters.",
        affect="Shame.",
    )

    page = scene.trainee.open(scene.path)
    statuses = [place.status for place in scene.rows(ThreadPlace) if place.document_version_id == 3]
    assert statuses == ["carried", "moved", "orphaned"]
    assert page.select_one("mark.moved").text == "they look far away whenever she falters"
    gone = page.select_one(".thread-gone")
    assert "Passage no longer here" in gone.text
    assert "A flat resentment that she can feel in the arms" in gone.text
    assert gone.select_one("a[href$='/versions/2']")
    assert page.select_one("#diff")
    scene.supervisor.open(f"{scene.path}/versions/2")
    scene.supervisor.open(f"{scene.path}/versions/1")


@pytest.fixture
def moved(scene):
    scene.comment(quote="I am the one who copes")
    scene.review()
    scene.send(self=SELF.replace("am the one who copes", "am the only one here who copes"))
    [thread] = scene.rows(Thread)
    assert [place.status for place in scene.rows(ThreadPlace)] == ["made", "moved"]
    return thread


@pytest.mark.parametrize(("said", "status"), [("right", "carried"), ("wrong", "orphaned")])
def test_a_guess_is_settled_once_by_a_person(scene, moved, said, status):
    path = f"/documents/threads/{moved.id}/place"

    response = scene.supervisor.post(path, {"is": said})

    [_, place] = scene.rows(ThreadPlace)
    assert response.status_code == 303
    assert (place.status, place.confirmed_by_id) == (status, scene.person.id)
    assert scene.trainee.post(path, {"is": said}).status_code == 409


def test_a_guess_stays_a_guess_until_it_is_checked(scene, moved):
    scene.comment("Further.", on=2, quote="A7")
    scene.review(version=2)

    scene.send(other="Something else altogether.")

    places = [place for place in scene.rows(ThreadPlace) if place.thread_id == moved.id]
    assert places[-1].status == "moved"


def test_an_orphan_is_attached_by_hand(scene, moved):
    scene.supervisor.post(f"/documents/threads/{moved.id}/place", {"is": "wrong"})
    path = f"/documents/threads/{moved.id}/attach"
    page = scene.supervisor.open(f"{path}?section=self")
    [_, first, _] = page.select("input[name=passage]")

    unchosen = scene.supervisor.post(path, {"section": "self"})
    attached = scene.supervisor.post(path, {"section": "self", "passage": first["value"]})
    again = scene.supervisor.post(path, {"section": "self", "passage": first["value"]})

    assert (unchosen.status_code, attached.status_code, again.status_code) == (422, 303, 409)
    assert "attached by hand" in scene.supervisor.open(scene.path).select_one("#t1").text


def test_the_trainee_answers_at_once_and_the_supervisor_in_the_next_review(scene):
    scene.comment()
    scene.review()
    path = f"/documents/threads/{scene.rows(Thread)[0].id}/answers"

    scene.trainee.open(path)
    scene.trainee.post(path, {"words": "It is hers."})
    scene.supervisor.post(path, {"words": SECRET})

    assert "It is hers." in scene.supervisor.open(scene.path).text
    assert SECRET in scene.supervisor.open(path).text
    assert SECRET not in scene.trainee.open(scene.path).text
    assert SECRET not in scene.trainee.open(path).text
    scene.send(self=SELF + " More.")
    scene.review("fine", version=2)
    assert SECRET in scene.trainee.open(scene.path).text


@pytest.mark.parametrize(("words", "status"), [("", 422), ("   ", 422), ("x" * 4001, 422)])
def test_an_answer_has_words_and_not_too_many(scene, words, status):
    scene.comment()
    scene.review()
    thread = scene.rows(Thread)[0].id

    response = scene.trainee.post(f"/documents/threads/{thread}/answers", {"words": words})

    assert response.status_code == status
    assert len(scene.rows(Comment)) == 1


def test_a_thread_is_resolved_and_opened_again_and_keeps_what_was_said(scene):
    scene.comment()
    scene.review()
    path = f"/documents/threads/{scene.rows(Thread)[0].id}"

    assert scene.trainee.post(f"{path}/resolve").status_code == 303
    assert scene.trainee.post(f"{path}/resolve").status_code == 409
    assert scene.trainee.post(f"{path}/answers", {"words": "Late."}).status_code == 409
    page = scene.supervisor.open(scene.path)
    assert "Whose word is this?" in page.select_one(".thread-resolved").text
    scene.send(self=SELF + " More.")
    assert scene.supervisor.post(f"{path}/place", {"is": "right"}).status_code == 409
    assert scene.supervisor.get(f"{path}/attach").status_code == 409
    assert scene.supervisor.post(f"{path}/reopen").status_code == 303
    assert scene.supervisor.post(f"{path}/reopen").status_code == 409
    assert scene.supervisor.open(scene.path).select_one("mark").text == QUOTE


def test_a_comment_on_an_older_version_is_carried_into_the_later_ones(scene):
    scene.comment()
    scene.review()
    scene.send(self="New words first. " + SELF)

    scene.comment("Late.", on=1, quote="every day")

    page = scene.supervisor.open(scene.path)
    assert [mark.text for mark in page.select("mark")] == [QUOTE, "every day"]


def test_an_unsent_comment_is_edited_or_discarded_by_its_author_only(scene, make, signed_in):
    scene.comment(SECRET)
    [comment] = scene.rows(Comment)
    path = f"/documents/comments/{comment.id}"
    other = signed_in(make.supervision(scene.enrolment, make.person("Dr Other")).supervisor)

    for browser in (scene.trainee, other):
        assert browser.get(path).status_code == 404
        assert browser.post(f"{path}/discard").status_code == 404
        assert browser.post(f"/documents/threads/{comment.thread_id}/resolve").status_code == 404
    unsent = scene.supervisor.post(f"/documents/threads/{comment.thread_id}/resolve")
    assert unsent.status_code == 409
    scene.supervisor.open(path)
    assert scene.supervisor.post(path, {"words": ""}).status_code == 422
    assert scene.supervisor.post(path, {"words": "Better."}).status_code == 303
    assert scene.row(Comment, comment.id).words == "Better."
    assert scene.supervisor.post(f"{path}/discard").status_code == 303
    assert not scene.rows(Thread)


def test_discarding_a_reply_leaves_the_thread(scene):
    scene.comment()
    scene.review()
    thread = scene.rows(Thread)[0].id
    kept = scene.supervisor.post(f"/documents/threads/{thread}/answers", {"words": "Hm."})
    [_, reply] = scene.rows(Comment)

    assert kept.status_code == 303
    scene.supervisor.post(f"/documents/comments/{reply.id}/discard")

    assert [comment.words for comment in scene.rows(Comment)] == ["Whose word is this?"]


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

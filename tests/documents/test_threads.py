"""Threads through the door: carried, attached, answered, resolved, edited, discarded."""

import pytest
from documents.rounds import QUOTE, SELF, Round

from workbench.documents.models import Comment, Thread, ThreadPlace

SECRET = "canary of an unsent comment"


@pytest.fixture
def scene(db, make, signed_in):
    return Round(db, make, signed_in)


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

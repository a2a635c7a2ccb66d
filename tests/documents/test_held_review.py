"""A review is scanned when it is sent: what the gate finds now holds it, and nothing is lost."""

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import delete
from support.fresh import fresh_rows

from workbench.cases.models import Pseudonym
from workbench.documents.domain.sending import is_held
from workbench.documents.models import Comment, Document, Review

PASSAGE = {"section": "self", "start": 0, "end": 9, "quote": "She copes"}
NAMED = "Ask Joan Whitfield."
REASON = "an author of the field"


@pytest.fixture
def scene(db, make, signed_in):
    return Scene(db, make, signed_in)


class Scene:
    """An IPAF that waits for a review."""

    def __init__(self, db, make, signed_in):
        self.db = db
        person = make.person("Dr Anwar Ahmed")
        case = make.case(make.enrolment(supervisor=person))
        trainee = signed_in(case.enrolment.trainee)
        self.path = trainee.post(f"/cases/{case.id}/documents/ipaf").location[: -len("/draft")]
        declared = {"method": "disguise", "recognised": "no", "declared": "y"}
        for step, data in (("draft", {"part_self": "She copes."}), ("submit", declared)):
            version = self.rows(Document)[0].draft_version
            trainee.post(f"{self.path}/{step}", data | {"version": version})
        self.senior = signed_in(person)

    def rows(self, kind):
        return fresh_rows(self.db, kind)

    def comment(self, words, **more):
        path = f"{self.path}/versions/1/comments"
        return self.senior.post(path, PASSAGE | {"words": words} | more)

    def now_says(self, words):
        """As if the rules that let it pass had changed since."""
        [comment] = self.rows(Comment)
        comment.words = words
        self.db.commit()

    def review(self):
        return self.senior.post(f"{self.path}/review", {"version": 1, "verdict": "revise"})


def finding(nth=0, **more):
    named = {"gate-1-field": "words", "gate-1-passage": "Joan Whitfield", "gate-1-nth": nth}
    return named | more


def test_what_the_gate_finds_by_now_holds_the_review_and_nothing_is_lost(scene):
    scene.comment("Ask somebody.")
    scene.now_says(NAMED)

    response = scene.review()

    assert response.status_code == 409
    page = BeautifulSoup(response.text, "html.parser")
    assert "Nothing was sent, and every comment is kept" in page.select_one(".summary").text
    assert page.select_one(".summary a")["href"] == "#t1"
    assert "was not decided" in page.select_one("#t1 .err").text
    assert page.select_one("input[name=verdict][value=revise]").has_attr("checked")
    assert not scene.rows(Review)
    assert [one.sent_at for one in scene.rows(Comment)] == [None]


def test_the_comment_in_question_leads_to_what_was_found_and_then_the_review_goes(scene):
    scene.comment("Ask somebody.")
    scene.now_says(NAMED)
    page = BeautifulSoup(scene.review().text, "html.parser")
    form = page.select_one("#t1 form:has(input[name=words])")

    shown = scene.senior.post(form["action"], {"words": form.select_one("[name=words]")["value"]})
    kept = scene.senior.post(
        form["action"], {"words": NAMED} | finding(**{"gate-1-reason": REASON})
    )

    assert "One detail must go" in shown.text
    assert kept.status_code == 303
    assert scene.review().status_code == 303


def test_a_pseudonym_that_is_agreed_no_more_is_asked_about(scene):
    words = {"gate": "replace:1", "gate-1-words": "Blake Hartley"}
    scene.comment(NAMED, **finding(**words))
    scene.db.execute(delete(Pseudonym))
    scene.db.commit()

    assert scene.review().status_code == 409


def test_what_was_dismissed_or_looked_at_when_it_was_kept_goes(scene):
    scene.comment(NAMED, **finding(**{"gate-1-reason": REASON}))
    scene.comment("Ask about the trip to Leeds.", gate="as_it_is")

    assert len(scene.rows(Comment)) == 2
    assert scene.review().status_code == 303


def test_a_detail_that_nobody_has_looked_at_holds_too():
    assert is_held("Ask about the trip to Leeds.", None, frozenset())
    assert is_held(NAMED, None, frozenset())
    assert not is_held(NAMED, None, frozenset({"Joan Whitfield"}))
    assert not is_held("Who says so?", None, frozenset())

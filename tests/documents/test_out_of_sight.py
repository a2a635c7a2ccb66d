"""A patient no longer agrees to be written about: their texts go out of everybody's sight."""

import pytest
from sqlalchemy import select

from workbench.audit.models import AuditLine
from workbench.cases.models import Case
from workbench.documents.models import Document, DocumentVersion

DECLARED = {"method": "consent", "recognised": "no", "declared": "y"}


@pytest.fixture
def scene(db, make, signed_in):
    return Scene(db, make, signed_in)


class Scene:
    """An IPAF with its supervisor, who has commented on it."""

    def __init__(self, db, make, signed_in):
        self.db = db
        self.person = make.person("Dr Anwar Ahmed")
        self.case = make.case(make.enrolment(supervisor=self.person))
        self.trainee = signed_in(self.case.enrolment.trainee)
        self.senior = signed_in(self.person)
        begun = self.trainee.post(f"/cases/{self.case.id}/documents/ipaf")
        self.path = begun.location.removesuffix("/draft")
        self.send("She copes.")
        passage = {"section": "self", "start": 0, "end": 9, "quote": "She copes"}
        self.senior.post(f"{self.path}/versions/1/comments", passage | {"words": "Who says so?"})

    def one(self, kind):
        [row] = self.db.scalars(select(kind).execution_options(populate_existing=True)).all()
        self.db.commit()
        return row

    def send(self, words):
        self.post("draft", {"part_self": words})
        return self.post("submit", DECLARED)

    def post(self, step, data):
        version = {"version": self.one(Document).draft_version}
        return self.trainee.post(f"{self.path}/{step}", data | version)

    def consent(self, deed, browser=None):
        return (browser or self.trainee).post(f"/cases/{self.case.id}/texts/{deed}")


def test_nobody_but_the_trainee_opens_a_text_or_a_comment_on_it(scene):
    assert "IPAF" in scene.senior.open("/inbox?tab=documents").select_one("main").text

    assert scene.consent("withdraw").status_code == 303

    for path in (scene.path, f"{scene.path}/versions/1", "/documents/threads/1/answers"):
        assert scene.senior.get(path).status_code == 404
    for path in ("/documents", "/inbox?tab=documents", "/trainees"):
        assert "IPAF" not in scene.senior.open(path).select_one("main").text
    assert "only you can open it" in scene.trainee.open(scene.path).text


def test_both_see_at_the_case_what_was_done_and_what_is_left(scene):
    scene.consent("withdraw")
    where = f"/cases/{scene.case.id}"

    own, senior = (one.open(where).text for one in (scene.trainee, scene.senior))

    assert "Nobody but you can open it" in own
    assert "Delete what you printed or copied of it" in senior
    assert "look through the rest yourself" in scene.trainee.open(f"{where}/consent").text


def test_nothing_more_is_sent_and_the_draft_stays(scene):
    scene.consent("withdraw")
    scene.senior.post(f"{scene.path}/review", {"version": 1, "verdict": "revise"})

    response = scene.send("She copes less.")

    assert response.status_code == 409
    assert "no longer agrees that others read" in response.text
    assert "this cannot be sent" in scene.trainee.open(f"{scene.path}/draft").text
    assert scene.one(Document).draft["self"] == "She copes less."
    assert scene.one(DocumentVersion)


def test_the_home_page_asks_nobody_to_move_it(scene):
    before = scene.trainee.open("/").select_one("main").text
    scene.consent("withdraw")

    assert "IPAF, case A7" in before
    assert "IPAF, case A7" not in scene.trainee.open("/").select_one("main").text


def test_a_mistake_is_taken_back_and_the_trail_has_both(scene):
    scene.consent("withdraw")

    assert scene.consent("restore").status_code == 303

    assert scene.one(Case).texts_withdrawn_on is None
    assert scene.senior.open(scene.path)
    deeds = [one.deed for one in scene.db.scalars(select(AuditLine).order_by(AuditLine.number))]
    assert deeds[-2:] == ["cases.take_out_of_sight", "cases.put_in_sight"]


def test_it_is_done_and_taken_back_once(scene):
    assert scene.consent("restore").status_code == 409
    scene.consent("withdraw")
    assert scene.consent("withdraw").status_code == 409


@pytest.mark.parametrize("deed", ["withdraw", "restore"])
def test_a_supervisor_says_nothing_for_the_patient(scene, deed):
    assert scene.consent(deed, scene.senior).status_code == 403

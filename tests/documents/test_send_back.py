"""An identifying detail slipped through: send back, every copy, the clock, who sees what."""

import io
import zipfile

import pytest
from sqlalchemy import inspect, select, text

from workbench.adherence.models import Rating, Score
from workbench.anonymisation.gate import Deed
from workbench.audit.models import AuditLine
from workbench.cases.models import Pseudonym
from workbench.documents.models import (
    Comment,
    Document,
    DocumentVersion,
    DraftDecision,
    Thread,
)
from workbench.hours.models import HoursEntry, Verdict
from workbench.training.models import Milestone

DETAIL = "keeps the light at Skerrow"
FIRST = f"She copes. Her mother {DETAIL}, and she rows out to her every Sunday."
SECOND = f"She copes, she says. Her mother {DETAIL}, and nobody else ever did."


@pytest.fixture
def scene(db, make, signed_in):
    return Slip(db, make, signed_in)


class Slip:
    """An IPAF sent with a detail in it, and the people who can read it."""

    def __init__(self, db, make, signed_in):
        self.db, self.make = db, make
        self.person = make.person("Dr Anwar Ahmed")
        self.enrolment = make.enrolment(supervisor=self.person)
        other = make.supervision(self.enrolment, make.person("Dr Other")).supervisor
        self.case = make.case(self.enrolment)
        self.trainee = signed_in(self.enrolment.trainee)
        self.supervisor, self.other = signed_in(self.person), signed_in(other)
        self.administrator = signed_in(make.administrator(self.enrolment.provider))
        self.path = self.begun("ipaf")
        self.send(self=FIRST)

    def begun(self, kind):
        location = self.trainee.post(f"/cases/{self.case.id}/documents/{kind}").location
        return location.removesuffix("/draft")

    def rows(self, kind):
        rows = self.db.scalars(
            select(kind).order_by(kind.id).execution_options(populate_existing=True)
        ).all()
        self.db.commit()
        return rows

    def document(self, path=None):
        number = int((path or self.path).rsplit("/", 1)[1])
        document = self.db.get(Document, number, populate_existing=True)
        self.db.commit()
        return document

    def save(self, /, path=None, **texts):
        data = {f"part_{key}": words for key, words in texts.items()}
        version = {"version": self.document(path).draft_version}
        response = self.trainee.post(f"{path or self.path}/draft", data | version)
        assert response.status_code == 303, response.text

    def send(self, /, path=None, **texts):
        """Send it past the gate as somebody would who thinks that nothing is wrong."""
        path = path or self.path
        self.save(path=path, **texts)
        page = self.trainee.open(f"{path}/submit")
        while found := page.select_one("article[data-finding]"):
            form = found.select("form")[-1]
            data = {field["name"]: field["value"] for field in form.select("input[type=hidden]")}
            do = form.select("button[value=dismiss], button[value=acknowledge]")[-1]["value"]
            sent = {"do": do, "reason": "an island in a story"}
            answer = self.trainee.post(f"{path}/findings", data | sent)
            assert answer.status_code == 303, answer.text
            page = self.trainee.open(f"{path}/submit")
        said = {"method": "disguise", "recognised": "no", "declared": "y"}
        version = {"version": self.document(path).draft_version}
        response = self.trainee.post(f"{path}/submit", said | version)
        assert response.status_code == 303, response.text

    def comment(self, words, quote=DETAIL, number=1):
        start = FIRST.index(quote)
        data = {"section": "self", "start": start, "end": start + len(quote), "quote": quote}
        sent = data | {"words": words} | dismissing(words)
        response = self.supervisor.post(f"{self.path}/versions/{number}/comments", sent)
        assert response.status_code == 303, response.text

    def review(self, verdict="revise", number=1):
        data = {"version": number, "verdict": verdict}
        assert self.supervisor.post(f"{self.path}/review", data).status_code == 303

    def send_back(self, words=DETAIL, number=1, browser=None, path=None):
        url = f"{path or self.path}/versions/{number}/send-back"
        return (browser or self.supervisor).post(url, {"words": words})

    def held(self):
        """Every text in the database, by table, but for drafts, which only the trainee reads."""
        held = {}
        for table in inspect(self.db.connection()).get_table_names():
            for row in self.db.execute(text(f'SELECT * FROM "{table}"')).mappings():  # noqa: S608
                kept = {name: value for name, value in row.items() if name != "draft"}
                held.setdefault(table, []).append(str(kept))
        self.db.commit()
        return held


def dismissing(words):
    """What lets a name stand in a comment, where the gate finds one."""
    return {
        "gate": "as_it_is",
        "gate-1-field": "words",
        "gate-1-passage": "Skerrow",
        "gate-1-nth": "0",
        "gate-1-reason": "an island in a story" if "Skerrow" in words else "",
    }


def test_the_version_is_closed_to_everybody_but_its_trainee_at_once(scene):
    response = scene.send_back()

    assert response.status_code == 303
    for browser in (scene.supervisor, scene.other):
        assert browser.get(f"{scene.path}/versions/1").status_code == 404
        assert browser.get(f"{scene.path}/versions/1/letter").status_code == 404
        assert browser.get(f"{scene.path}/versions/1/comments/new?section=self").status_code == 404
        page = browser.open(scene.path)
        assert "Sent back: identifying detail" in page.text
        assert "She copes" not in page.text
    assert scene.trainee.open(f"{scene.path}/versions/1")


def test_the_trainee_sees_the_marked_place_the_clock_and_what_to_do(scene):
    scene.send_back()

    page = scene.trainee.open(scene.path)
    assert "To be corrected by" in page.select_one(".withheld").text
    assert "Dr Anwar Ahmed found" in page.select_one(".withheld").text
    assert "█" in page.select_one("[data-passage=self]").text
    marked = scene.trainee.open(f"{scene.path}/submit")
    assert [one.text for one in marked.select("mark.must-go")] == [DETAIL]
    assert "your supervisor marked it" in marked.text


def test_the_marked_place_is_neither_dismissed_nor_kept_only_replaced(scene):
    scene.send_back()
    start = FIRST.index(DETAIL)
    where = {"section": "self", "start": start, "end": start + len(DETAIL)}

    def decided(**sent):
        version = {"version": scene.document().draft_version}
        return scene.trainee.post(f"{scene.path}/findings", where | version | sent)

    assert decided(do="dismiss", reason="a story").status_code == 409
    assert decided(do="acknowledge").status_code == 409
    assert decided(do="reconsider").status_code == 303
    assert [one.deed for one in scene.rows(DraftDecision)] == [Deed.SENT_BACK]
    assert decided(do="replace", words="works alone").status_code == 303
    assert not scene.rows(DraftDecision)


def test_a_corrected_version_is_read_again_and_the_clock_is_gone(scene):
    scene.send_back()

    scene.send(self="She copes. Her mother works alone.")

    page = scene.supervisor.open(scene.path)
    assert page.select_one(".withheld") is None
    assert "works alone" in page.text
    assert scene.supervisor.get(f"{scene.path}/versions/1").status_code == 404
    assert scene.supervisor.open(f"{scene.path}/versions/2")


def test_the_document_is_the_trainees_again_and_waits_for_nobody(scene):
    scene.send_back()

    assert "an identifying detail to take out" in scene.trainee.open("/").text
    assert "Sent back: identifying detail" in scene.trainee.open("/documents").text
    assert scene.document().stage == "reviewed"
    assert "Nothing waits for you" in scene.supervisor.open("/documents").text


def test_without_a_clock_in_the_curriculum_none_is_shown(scene, db):
    scene.send_back()
    [version] = scene.rows(DocumentVersion)
    version.correct_by = None
    db.commit()

    assert "To be corrected by" not in scene.trainee.open(scene.path).text


def test_a_clock_that_ran_out_says_so(scene, db):
    scene.send_back()
    [version] = scene.rows(DocumentVersion)
    version.correct_by = version.withheld_at
    db.commit()

    assert "was over on" in scene.trainee.open(scene.path).text


def test_a_version_without_the_detail_stays_open(scene):
    scene.review("fine")
    scene.trainee.post(f"{scene.path}/reopen")
    scene.send(self="She copes. Her mother works alone.")

    scene.send_back()

    assert scene.document().stage == "submitted"
    assert "works alone" in scene.supervisor.open(scene.path).text
    assert [bool(one.withheld_at) for one in scene.rows(DocumentVersion)] == [True, False]


def test_sent_back_twice_the_first_clock_runs_on(scene):
    scene.send_back()
    [before] = scene.rows(DocumentVersion)
    first = before.correct_by

    again = scene.send_back("Sunday")

    assert again.location.endswith(scene.path)
    assert "Sunday" in scene.rows(DocumentVersion)[0].text
    assert scene.rows(DocumentVersion)[0].correct_by == first


@pytest.mark.parametrize(
    ("words", "said"), [("", "Write the words"), ("Skerrow\nWhitfield", "Line 2 does not stand")]
)
def test_words_that_are_not_there_withhold_nothing_and_stay_in_the_field(scene, words, said):
    response = scene.send_back(words)

    assert response.status_code == 409
    assert said in response.text
    assert words in response.text.replace("\r\n", "\n")
    assert scene.rows(DocumentVersion)[0].withheld_at is None


def test_only_a_supervisor_of_the_trainee_sends_back(scene, make, signed_in):
    peer = signed_in(make.enrolment().trainee)

    assert scene.send_back(browser=scene.trainee).status_code == 403
    for browser in (scene.administrator, peer):
        assert scene.send_back(browser=browser).status_code == 404
    assert scene.send_back(number=9).status_code == 404
    assert scene.rows(DocumentVersion)[0].withheld_at is None


def test_the_page_says_what_will_happen_and_how_long_the_correction_may_take(scene):
    page = scene.supervisor.open(f"{scene.path}/versions/1/send-back")

    assert "nobody but Mina Parry can open it" in page.text
    assert "within 48 hours" in page.text


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

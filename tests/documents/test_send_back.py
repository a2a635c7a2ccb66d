"""An identifying detail slipped through: send back, the clock, who sees what."""

import pytest
from documents.slips import DETAIL, FIRST, Slip

from workbench.anonymisation.gate import Deed
from workbench.documents.models import (
    DocumentVersion,
    DraftDecision,
)


@pytest.fixture
def scene(db, make, signed_in):
    return Slip(db, make, signed_in)


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

"""The gate before a version is sent, through the door: refuse, replace, dismiss, keep."""

import pytest
from documents.gates import NAMED, Gate

from workbench.cases.models import Pseudonym
from workbench.documents.models import DocumentVersion, DraftDecision


@pytest.fixture
def scene(db, make, signed_in):
    return Gate(db, make, signed_in)


def test_a_draft_that_names_somebody_is_not_sent_and_its_words_are_not_repeated_above(scene):
    response = scene.send()

    assert response.status_code == 409
    assert "3 details must go and 1 wants a look" in response.text
    assert not scene.rows(DocumentVersion)


def test_each_finding_is_marked_in_the_text_and_listed_beside_it(scene):
    page = scene.page()

    assert [mark.text for mark in page.select("mark.must-go")] == [
        "Sarah Whitcombe",
        "Sarah",
        "Joan",
    ]
    assert [mark.text for mark in page.select("mark.look-at")] == ["nurse"]
    assert len(page.select("article[data-finding]")) == 4
    for one in page.select("article[data-finding]"):
        assert page.select_one(one.select_one("a.ref")["href"])


def test_other_words_go_wherever_the_same_person_is_meant_and_are_agreed_for_the_case(scene):
    response = scene.decide("replace", "Sarah Whitcombe", words="Alex")

    assert response.status_code == 303
    assert scene.document.draft["self"] == "Alex copes. Alex's sister Joan, a nurse, does not."
    assert [one.words for one in scene.rows(Pseudonym)] == ["Alex"]
    assert "Alex" not in [mark.text for mark in scene.page().select("mark")]


def test_a_name_that_comes_back_gets_the_pseudonym_that_was_agreed(scene):
    scene.decide("replace", "Sarah Whitcombe", words="Alex")
    scene.write(self="Alex copes. Sarah Whitcombe does not.")

    scene.decide("replace", "Sarah Whitcombe", words="Alex")

    assert scene.document.draft["self"] == "Alex copes. Alex does not."
    assert [one.words for one in scene.rows(Pseudonym)] == ["Alex"]


def test_after_each_decision_the_next_open_finding_has_its_turn(scene):
    first = scene.decide("replace", "Sarah Whitcombe", words="Alex").location
    second = scene.decide("replace", "Joan", words="Blake").location
    last = scene.decide("acknowledge", "nurse").location

    assert [one.partition("#")[2] for one in (first, second, last)] == ["f1", "f1", "declare"]


def test_the_last_finding_leads_back_to_one_that_was_left_open(scene):
    assert scene.decide("acknowledge", "nurse").location.endswith("#f1")


def test_a_script_that_decides_in_place_gets_the_page_with_what_follows(scene):
    response = scene.decide("acknowledge", "nurse", in_place="y")

    assert response.status_code == 200
    assert 'data-following="f1"' in response.text
    assert "3 must go" in response.text


def test_a_section_in_which_nothing_is_left_is_folded_until_everything_is_decided(scene):
    scene.write(self="Joan copes.", other="Others are busy.", affect="She went to Leeds.")
    scene.decide("acknowledge", "Leeds", section="affect")

    folded = [one.text for one in scene.page().select(".fold > summary .got")]
    scene.decide("agree", "Joan")
    page = scene.page()

    assert folded == ["nothing found", "one finding decided"]
    assert not page.select(".fold")
    assert "Others are busy." in page.text


def test_the_bar_at_the_foot_leads_to_the_first_open_finding(scene):
    link = scene.page().select_one(".bottom a")

    assert link["href"] == "#f1"
    assert scene.page().select_one(".bottom [role=status]").text == "3 must go, 1 to look at"


def test_once_everything_is_decided_it_is_sent_and_the_report_says_how(scene):
    scene.decide("replace", "Sarah Whitcombe", words="Alex")
    scene.decide("dismiss", "Joan", reason="It is the name of a boat")
    scene.decide("acknowledge", "nurse")

    assert scene.send().status_code == 303

    [version] = scene.rows(DocumentVersion)
    assert version.gate["found"] == {"must go": {"person": 1}, "look at": {"job": 1}}
    assert version.gate["acknowledged"] == 1
    [dismissed] = version.gate["dismissed"]
    assert dismissed["reason"] == "It is the name of a boat"
    assert version.gate["rules"]
    assert "Joan" not in str(version.gate)


def test_the_supervisor_sees_what_was_dismissed_and_why_and_who_stands_for_whom(scene):
    scene.decide("replace", "Sarah Whitcombe", words="Alex")
    scene.decide("dismiss", "Joan", reason="It is the name of a boat")
    scene.decide("acknowledge", "nurse")
    scene.send()

    said = scene.signed_in(scene.supervisor).open(scene.path).select_one(".gate")

    assert "Disguised" in said.text
    assert "One detail was looked at and kept" in said.text
    assert "Pseudonyms: Alex" in said.text
    assert "“Joan” It is the name of a boat" in said.select_one("li").get_text(" ", strip=True)


def test_a_decision_stays_with_its_passage_when_something_else_is_written(scene):
    scene.decide("dismiss", "Joan", reason="It is the name of a boat")

    scene.write(self="These days " + NAMED, other="Others are busy.")

    [row] = scene.rows(DraftDecision)
    assert scene.document.draft["self"][row.start : row.end] == "Joan"
    assert "the name of a boat" in scene.page().text


def test_a_decision_never_holds_for_another_name_in_the_same_place(scene):
    scene.decide("dismiss", "Joan", reason="It is the name of a boat")

    scene.write(self=NAMED.replace("Joan", "Dora"))

    assert not scene.rows(DraftDecision)
    assert "Dora" in [mark.text for mark in scene.page().select("mark.must-go")]


def test_each_decision_moves_with_its_own_passage(scene):
    scene.write(self="Leeds is cold in winter. She went to Bristol, which is no nearer to Leeds.")
    scene.decide("acknowledge", "Leeds")
    scene.decide("acknowledge", "Bristol")

    scene.write(
        self="Then Leeds is cold in winter. She went to Bristol, which is no nearer to Leeds."
    )

    kept = {scene.document.draft["self"][one.start : one.end] for one in scene.rows(DraftDecision)}
    assert kept == {"Leeds", "Bristol"}


def test_a_decision_is_taken_back(scene):
    scene.decide("dismiss", "Joan", reason="It is the name of a boat")

    scene.decide("reconsider", "Joan")

    assert not scene.rows(DraftDecision)
    assert scene.decide("reconsider", "Joan").status_code == 303


def test_a_second_click_decides_the_same_once(scene):
    for _ in range(2):
        assert scene.decide("dismiss", "Joan", reason="a boat").status_code == 303

    assert len(scene.rows(DraftDecision)) == 1


def test_a_name_that_is_a_pseudonym_already_is_asked_about_no_more(scene):
    scene.decide("agree", "Joan")
    scene.decide("agree", "Sarah Whitcombe")

    marks = [mark.text for mark in scene.page().select("mark.must-go")]
    assert marks == []
    assert "Joan, Sarah Whitcombe" in scene.page().text


def test_pseudonyms_of_a_case_hold_for_each_document_of_it_and_for_no_other_case(scene, make):
    scene.decide("agree", "Joan")
    other = make.case(scene.enrolment, code="B2")
    paths = []
    for case, kind in ((scene.case, "goodbye_letter"), (other, "ipaf")):
        for number in range(1, 13):
            make.therapy_session(case, number)
        location = scene.trainee.post(f"/cases/{case.id}/documents/{kind}").location
        path = location.removesuffix("/draft")
        key = "opening" if kind == "goodbye_letter" else "self"
        page = scene.trainee.open(location)
        version = page.select_one("#draft input[name=version]")["value"]
        scene.trainee.post(f"{path}/draft", {f"part_{key}": "Dear Joan,", "version": version})
        paths.append(f"{path}/submit")

    [same, another] = [[m.text for m in scene.trainee.open(p).select("mark")] for p in paths]

    assert same == []
    assert another == ["Joan"]

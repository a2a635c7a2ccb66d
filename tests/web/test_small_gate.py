"""Short texts at the gate, through the door: comments, answers, notes, questions, evidence."""

import pytest
from web.gated import Scene, travelling

from workbench.cases.models import Pseudonym
from workbench.documents.models import Comment, Thread
from workbench.hours.domain.entry import Standing
from workbench.hours.models import HoursEntry, Verdict
from workbench.training.models import GateReport, Milestone

NAMED = "Ask Joan Whitfield about it."


@pytest.fixture
def scene(db, make, signed_in):
    return Scene(db, make, signed_in)


@pytest.fixture
def path(scene):
    scene.path = scene.sent_document()
    return scene.path


def test_a_comment_that_names_somebody_is_not_kept_and_shows_its_finding(scene, path):
    response = scene.comment(NAMED)

    assert response.status_code == 409
    assert '<mark class="must-go">Joan Whitfield</mark>' in response.text
    assert "One detail must go" in response.text
    assert NAMED in response.text
    assert not scene.rows(Comment)


def test_other_words_are_put_in_and_the_comment_is_kept_at_once(scene, path):
    refused = scene.comment(NAMED)

    sent = scene.comment(**travelling(refused, gate="replace:1", gate_1_words="Blake"))

    assert sent.status_code == 303
    assert [one.words for one in scene.rows(Comment)] == ["Ask Blake about it."]
    assert [one.words for one in scene.rows(Pseudonym)] == ["Blake"]
    assert scene.comment("Ask Blake again.").status_code == 303


def test_a_reason_lets_a_name_stand_and_is_kept_without_it(scene, path):
    refused = scene.comment(NAMED)

    sent = scene.comment(**travelling(refused, gate_1_reason="an author of the field"))

    assert sent.status_code == 303
    [report] = scene.rows(GateReport)
    assert report.subject.startswith("comments:")
    assert report.report["dismissed"][0]["reason"] == "an author of the field"
    assert "Joan" not in str(report.report)
    scene.senior.post(f"{path}/review", {"version": 1, "verdict": "revise"})
    assert "“Joan Whitfield” an author of the field" in scene.trainee.open(path).text.replace(
        "\n", " "
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"gate_1_reason": "Joan is an author"}, "without repeating"),
        ({"gate": "replace:1", "gate_1_words": "Joan"}, "repeats a part"),
        ({"gate": "replace:1", "gate_1_words": "Jo"}, "begins like"),
        ({"gate": "replace:1", "gate_1_words": ""}, "Write what should stand"),
        ({"gate": "replace:9"}, "must go"),
        ({"gate_1_nth": "x", "gate_1_reason": "an author"}, "must go"),
    ],
)
def test_what_does_not_settle_it_is_said_and_nothing_typed_is_lost(scene, path, typed, said):
    refused = scene.comment(NAMED)

    again = scene.comment(**travelling(refused, **typed))

    assert again.status_code == 409
    assert said in again.text
    assert NAMED in again.text
    assert not scene.rows(Comment)


def test_a_reason_survives_an_edit_elsewhere_and_never_holds_for_another_name(scene, path):
    data = travelling(scene.comment(NAMED), gate_1_reason="an author of the field")

    other = scene.comment(**data | {"words": "Please ask Dora Whitfield about it."})
    same = scene.comment(**data | {"words": "Please " + NAMED.lower().replace("joan w", "Joan W")})

    assert other.status_code == 409
    assert same.status_code == 303


def test_of_two_names_the_one_settled_first_stays_settled(scene, path):
    refused = scene.comment("Ask Joan. Then ask Sarah.")
    first = scene.comment(**travelling(refused, gate_1_reason="an author of the field"))

    assert "One detail must go" in first.text

    sent = scene.comment(**travelling(first, gate="replace:2", gate_2_words="Blake"))
    assert sent.status_code == 303, sent.text
    assert [one.words for one in scene.rows(Comment)] == ["Ask Joan. Then ask Blake."]


def test_a_pseudonym_that_was_put_in_is_not_asked_about_while_another_name_is(scene, path):
    refused = scene.comment("Ask Joan. Then ask Sarah.")

    first = scene.comment(**travelling(refused, gate="replace:1", gate_1_words="Blake"))

    assert "One detail must go" in first.text
    assert not scene.rows(Pseudonym)
    scene.comment(**travelling(first, gate="replace:1", gate_1_words="Casey"))
    assert {one.words for one in scene.rows(Pseudonym)} == {"Blake", "Casey"}


def test_what_wants_a_look_is_shown_once_and_sent_as_it_is_by_one_button(scene, path):
    words = "Would she say so in Leeds?"
    refused = scene.comment(words)

    assert refused.status_code == 409
    assert "Send it as it is" in refused.text
    assert scene.comment(**travelling(refused, gate="as_it_is")).status_code == 303
    [report] = scene.rows(GateReport)
    assert report.report["found"]["look at"] == {"place": 1}


def test_as_it_is_lets_no_name_through(scene, path):
    assert scene.comment(NAMED, gate="as_it_is").status_code == 409


def test_the_people_of_the_training_and_where_they_work_may_be_named(scene, path):
    words = "Mina, as Dr Ahmed said at North Clinic: whose words are these?"

    assert scene.comment(words).status_code == 303
    assert not scene.rows(GateReport)


def test_an_unsent_comment_is_held_when_it_is_changed(scene, path):
    scene.comment("Whose words?")
    [comment] = scene.rows(Comment)
    edit = f"/documents/comments/{comment.id}"

    refused = scene.senior.post(edit, {"words": NAMED})
    kept = scene.senior.post(edit, travelling(refused, gate="replace:1", gate_1_words="Blake"))

    assert refused.status_code == 409
    assert kept.status_code == 303
    assert [one.words for one in scene.rows(Comment)] == ["Ask Blake about it."]


def test_an_answer_and_a_reply_are_held(scene, path):
    scene.comment("Whose words?")
    scene.senior.post(f"{path}/review", {"version": 1, "verdict": "revise"})
    [thread] = scene.rows(Thread)
    answers = f"/documents/threads/{thread.id}/answers"

    for browser in (scene.trainee, scene.senior):
        assert browser.post(answers, {"words": NAMED}).status_code == 409
    assert len(scene.rows(Comment)) == 1
    assert scene.trainee.post(answers, {"words": "They are hers."}).status_code == 303


def note(**more):
    return {"worked_on": "2026-03-02", "minutes": "50", "mode": "video", "note": NAMED} | more


def test_a_note_on_an_entry_is_held(scene):
    url = f"/enrolments/{scene.enrolment.id}/hours/new?activity=supervision"

    refused = scene.trainee.post(url, note())
    sent = scene.trainee.post(url, travelling(refused, gate="replace:1", gate_1_words="Blake"))

    assert refused.status_code == 409
    assert sent.status_code == 303, sent.text
    assert [one.note for one in scene.rows(HoursEntry)] == ["Ask Blake about it."]


def test_a_note_on_a_session_is_held(scene):
    url = f"/cases/{scene.case.id}/sessions/new"
    held = {"number": 1, "attendance": "attended"}

    assert scene.trainee.post(url, note(**held)).status_code == 409
    assert scene.trainee.post(url, note(**held, note="By video.")).status_code == 303
    missed = {"number": 2, "attendance": "did_not_attend", "note": "Rang."}
    assert scene.trainee.post(url, note(**missed)).status_code == 303


def test_a_changed_entry_and_a_correction_are_held(scene, make):
    draft = make.entry(scene.enrolment, Standing.DRAFT)
    signed = make.entry(scene.enrolment, Standing.COUNTERSIGNED)

    changed = scene.trainee.post(f"/hours/entries/{draft.id}/edit", note(version=draft.version))
    corrected = scene.trainee.post(
        f"/hours/entries/{signed.id}/correct", note(note="", reason=NAMED)
    )

    assert (changed.status_code, corrected.status_code) == (409, 409)
    assert "Joan" in corrected.text


def test_the_supervisor_reads_why_a_name_was_let_stand_in_a_note(scene):
    url = f"/enrolments/{scene.enrolment.id}/hours/new?activity=supervision"
    refused = scene.trainee.post(url, note())

    scene.trainee.post(url, travelling(refused, gate_1_reason="an author of the field"))

    [entry] = scene.rows(HoursEntry)
    assert "an author of the field" in scene.senior.open(f"/hours/entries/{entry.id}").text


@pytest.mark.parametrize("deed", ["query", "return"])
def test_a_supervisors_words_on_an_entry_are_held_in_its_row(scene, make, deed):
    entry = make.entry(scene.enrolment, supervisor_id=scene.supervisor.id)
    url = f"/hours/entries/{entry.id}/{deed}"

    refused = scene.senior.post(url, {"words": NAMED, "version": entry.version})
    again = travelling(refused, gate="replace:1", gate_1_words="Blake")
    sent = scene.senior.post(url, again | {"version": entry.version})

    assert refused.status_code == 409
    assert f'formaction="{url}"' in refused.text
    assert sent.status_code == 303
    assert [one.words for one in scene.rows(Verdict)] == ["Ask Blake about it."]


def test_an_answer_about_an_entry_is_held(scene, make):
    entry = make.entry(scene.enrolment, Standing.QUERIED)
    url = f"/hours/entries/{entry.id}/answer"

    assert scene.trainee.post(url, {"words": NAMED}).status_code == 409
    assert scene.trainee.post(url, {"words": "Fifty minutes."}).status_code == 303


def test_the_evidence_of_a_milestone_may_hold_a_date_and_no_patient(scene, make, signed_in):
    administrator = signed_in(make.administrator(scene.enrolment.provider))
    url = f"/enrolments/{scene.enrolment.id}/milestones"
    data = {"kind": "course_completed", "happened_on": "2026-03-02"}

    held = administrator.post(url, data | {"evidence": "The case of Joan Whitfield"})
    kept = administrator.post(url, data | {"evidence": "Certificate of 2 March 2026, London"})

    assert held.status_code == 409
    assert kept.status_code == 303
    [milestone] = scene.rows(Milestone)
    put_right = administrator.post(
        f"/milestones/{milestone.id}", data | {"evidence": "Joan Whitfield passed"}
    )
    assert put_right.status_code == 409

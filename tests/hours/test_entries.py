"""One entry: changing, sending, answering, withdrawing and correcting it."""

from datetime import date

import pytest
from sqlalchemy import select

from workbench.cases.models import TherapySession
from workbench.clock import now
from workbench.hours.domain.entry import Standing, VerdictKind
from workbench.hours.models import Countersignature, HoursEntry, Verdict

TYPED = {"worked_on": "2026-11-03", "minutes": "55", "mode": "video", "placement": ""}


@pytest.fixture
def attended(make):
    """An attended session with its hour, in draft."""
    session = make.therapy_session(make.case(code="A7"))
    return make.entry(
        session.case.enrolment,
        Standing.DRAFT,
        therapy_session=session,
        activity="dit_therapy",
        minutes=50,
    )


def session_of(db, entry):
    db.commit()
    return db.get(TherapySession, entry.therapy_session_id, populate_existing=True)


def fresh(db, row):
    db.commit()
    db.refresh(row)
    return row


def test_an_entry_in_draft_is_changed_and_its_session_follows(db, make, signed_in, attended):
    browser = signed_in(attended.enrolment.trainee)
    assert browser.open(f"/hours/entries/{attended.id}/edit").select_one("#minutes")["value"]

    status, page = browser.submit(
        f"/hours/entries/{attended.id}/edit", TYPED | {"version": str(attended.version)}
    )

    assert (status, "Changed." in page.text) == (200, True)
    assert fresh(db, attended).minutes == 55
    assert session_of(db, attended).held_on == date(2026, 11, 3)


def test_a_returned_entry_of_other_time_is_changed(db, make, signed_in):
    entry = make.entry(standing=Standing.RETURNED)

    signed_in(entry.enrolment.trainee).post(
        f"/hours/entries/{entry.id}/edit", TYPED | {"version": "1", "group_size": "3"}
    )

    assert (fresh(db, entry).minutes, entry.group_size) == (55, 3)
    assert entry.standing is Standing.RETURNED


def test_time_that_the_curriculum_does_not_know_is_not_changed(make, signed_in):
    entry = make.entry(standing=Standing.DRAFT, activity="canoeing")

    status, page = signed_in(entry.enrolment.trainee).submit(
        f"/hours/entries/{entry.id}/edit", TYPED | {"version": "1"}
    )

    assert status == 409
    assert "does not know this kind of time" in page.text


def test_a_stale_edit_overwrites_nothing_and_keeps_what_was_typed(db, signed_in, attended):
    attended.minutes = 51
    db.commit()

    status, page = signed_in(attended.enrolment.trainee).submit(
        f"/hours/entries/{attended.id}/edit", TYPED | {"version": "1"}
    )

    assert status == 409
    assert "changed after you opened the form" in page.text
    assert page.select_one("#minutes")["value"] == "55"
    assert fresh(db, attended).minutes == 51


def test_what_cannot_be_so_is_told_and_kept(signed_in, attended):
    status, page = signed_in(attended.enrolment.trainee).submit(
        f"/hours/entries/{attended.id}/edit",
        TYPED | {"version": str(attended.version), "note": "n" * 501},
    )

    assert status == 409
    assert page.select_one("#note").text.strip() == "n" * 501


@pytest.mark.parametrize("standing", [Standing.SUBMITTED, Standing.COUNTERSIGNED])
def test_what_was_sent_is_not_changed(make, signed_in, standing):
    entry = make.entry(standing=standing)

    response = signed_in(entry.enrolment.trainee).post(
        f"/hours/entries/{entry.id}/edit", TYPED | {"version": "1"}
    )

    assert response.status_code == 409


def test_one_entry_is_sent_once(db, make, signed_in):
    entry = make.entry(standing=Standing.RETURNED)
    browser = signed_in(entry.enrolment.trainee)

    assert browser.post(f"/hours/entries/{entry.id}/submit").status_code == 303
    assert browser.post(f"/hours/entries/{entry.id}/submit").status_code == 409
    assert fresh(db, entry).standing is Standing.SUBMITTED


def test_a_question_is_answered_where_it_stands(db, make, signed_in):
    entry = make.entry(standing=Standing.QUERIED)
    supervisor = make.supervision(entry.enrolment).supervisor
    asked = {"kind": VerdictKind.QUERY, "words": "One session or two?", "at": now()}
    db.add(Verdict(entry_id=entry.id, author_id=supervisor.id, **asked))
    db.commit()
    browser = signed_in(entry.enrolment.trainee)
    assert "One session or two?" in browser.open(f"/hours/entries/{entry.id}").text

    status, page = browser.submit(f"/hours/entries/{entry.id}/answer", {"words": "One."})

    assert status == 200
    assert "One." in page.text
    assert fresh(db, entry).standing is Standing.SUBMITTED


def test_an_empty_answer_is_asked_for(make, signed_in):
    entry = make.entry(standing=Standing.QUERIED)

    status, page = signed_in(entry.enrolment.trainee).submit(
        f"/hours/entries/{entry.id}/answer", {"words": " "}
    )

    assert status == 409
    assert "Write your answer." in page.select_one("#words-error").text


def test_a_withdrawn_entry_stays_in_the_log(db, make, signed_in):
    entry = make.entry()
    browser = signed_in(entry.enrolment.trainee)

    browser.post(f"/hours/entries/{entry.id}/withdraw")

    assert fresh(db, entry).standing is Standing.WITHDRAWN
    assert "Withdrawn" in browser.open("/hours").text
    assert browser.post(f"/hours/entries/{entry.id}/withdraw").status_code == 409


def test_a_countersigned_entry_is_corrected_by_a_new_one(db, make, signed_in, attended):
    attended.standing = Standing.COUNTERSIGNED
    db.commit()
    supervisor = make.supervision(attended.enrolment).supervisor
    browser = signed_in(attended.enrolment.trainee)
    url = f"/hours/entries/{attended.id}/correct"
    assert browser.open(url).select_one("#reason")

    status, page = browser.submit(url, TYPED | {"reason": "It was 55 minutes"})

    assert status == 200
    assert "It was 55 minutes" in page.text
    correction = db.scalars(select(HoursEntry).where(HoursEntry.corrects_id.is_not(None))).one()
    assert (correction.standing, correction.minutes) == (Standing.SUBMITTED, 55)
    assert session_of(db, attended).minutes == 50
    assert browser.post(url, TYPED | {"reason": "Again"}).status_code == 409

    signing = signed_in(supervisor)
    form = {"pick": f"{correction.id}:{correction.version}", "said": "1"}
    signing.post("/hours/countersign", form)

    assert session_of(db, attended).minutes == 55
    assert fresh(db, attended).minutes == 50
    [signature] = db.scalars(select(Countersignature))
    signing.post(f"/hours/signatures/{signature.id}/undo")
    assert session_of(db, attended).minutes == 50
    assert fresh(db, correction).standing is Standing.SUBMITTED


def test_a_correction_of_time_without_a_session_is_signed_and_undone(db, make, signed_in):
    entry = make.entry(standing=Standing.COUNTERSIGNED)
    supervisor = make.supervision(entry.enrolment).supervisor
    correction = make.entry(entry.enrolment, corrects_id=entry.id, minutes=45)
    signing = signed_in(supervisor)

    signing.post("/hours/countersign", {"pick": f"{correction.id}:1", "said": "1"})
    [signature] = db.scalars(select(Countersignature))
    response = signing.post(f"/hours/signatures/{signature.id}/undo")

    assert response.status_code == 303
    assert fresh(db, correction).standing is Standing.SUBMITTED


@pytest.mark.parametrize(
    ("standing", "reason", "words"),
    [
        (Standing.SUBMITTED, "Why not", "only a countersigned one"),
        (Standing.COUNTERSIGNED, "", "Say why it needs correcting."),
        (Standing.COUNTERSIGNED, "x" * 501, "501 characters"),
    ],
)
def test_a_correction_needs_a_signed_entry_and_a_reason(make, signed_in, standing, reason, words):
    entry = make.entry(standing=standing)

    status, page = signed_in(entry.enrolment.trainee).submit(
        f"/hours/entries/{entry.id}/correct", TYPED | {"reason": reason}
    )

    assert status == 409
    assert words in page.text


def test_undoing_a_signature_leaves_an_open_question_open(db, make, signed_in):
    entry = make.entry(standing=Standing.QUERIED)
    supervisor = make.supervision(entry.enrolment).supervisor
    asked = {"kind": VerdictKind.QUERY, "words": "Sure?", "at": now()}
    db.add(Verdict(entry_id=entry.id, author_id=supervisor.id, **asked))
    db.commit()
    signing = signed_in(supervisor)
    signing.post("/hours/countersign", {"pick": f"{entry.id}:{entry.version}", "said": "1"})
    [signature] = db.scalars(select(Countersignature))

    signing.post(f"/hours/signatures/{signature.id}/undo")

    assert fresh(db, entry).standing is Standing.QUERIED

"""The hours log: logging by activity, reading, filtering, sending, undoing."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from workbench.clock import now
from workbench.hours.domain.entry import Standing, VerdictKind
from workbench.hours.models import HoursEntry, Verdict

SUPERVISION = {
    "worked_on": "2026-11-03",
    "minutes": "1:15",
    "mode": "video",
    "placement": "",
    "supervisor": "",
    "group_size": "3",
    "note": "Two cases",
}


def path(enrolment, activity="supervision"):
    return f"/enrolments/{enrolment.id}/hours/new?activity={activity}"


def test_supervision_in_a_group_is_logged(db, make, signed_in):
    enrolment = make.enrolment()
    supervisor = make.supervision(enrolment).supervisor

    status, page = signed_in(enrolment.trainee).submit(
        path(enrolment), SUPERVISION | {"supervisor": str(supervisor.id)}
    )

    assert status == 200
    assert "Logged 75 min of supervision of DIT cases." in page.text
    [entry] = db.scalars(select(HoursEntry))
    assert (entry.minutes, entry.group_size, entry.supervisor_id) == (75, 3, supervisor.id)
    assert entry.standing is Standing.DRAFT


def test_a_second_click_on_the_same_form_logs_once(db, make, signed_in):
    enrolment = make.enrolment()
    browser, form = signed_in(enrolment.trainee), SUPERVISION | {"form_key": "b" * 32}

    first = browser.post(path(enrolment), form)
    second = browser.post(path(enrolment), form)

    assert (first.status_code, second.status_code) == (303, 409)
    assert len(db.scalars(select(HoursEntry.id)).all()) == 1


def test_a_supervisor_who_was_not_appointed_on_that_day_is_refused(make, signed_in):
    enrolment = make.enrolment()
    make.supervision(enrolment, make.person("Dr Ruth Adeyemi"))
    ended = date(2026, 11, 2)
    late = make.supervision(enrolment, started_on=ended, ended_on=ended).supervisor

    status, page = signed_in(enrolment.trainee).submit(
        path(enrolment), SUPERVISION | {"supervisor": str(late.id)}
    )

    assert status == 409
    words = page.select_one("#supervisor-error").text
    assert "On that day it was Dr Ruth Adeyemi." in words


def test_whoever_supervises_today_may_sign_what_was_before_their_appointment(db, make, signed_in):
    enrolment = make.enrolment()
    new = make.supervision(enrolment, started_on=now().date()).supervisor

    status, _ = signed_in(enrolment.trainee).submit(
        path(enrolment), SUPERVISION | {"supervisor": str(new.id)}
    )

    assert status == 200
    assert db.scalar(select(HoursEntry.supervisor_id)) == new.id


def test_a_training_that_has_ended_takes_no_later_entry(make, signed_in):
    enrolment = make.enrolment(ended_on=date(2026, 11, 1))

    status, page = signed_in(enrolment.trainee).submit(path(enrolment), SUPERVISION)

    assert status == 409
    assert "ended on 1 November 2026" in page.select_one("#worked_on-error").text


def test_the_kind_of_time_is_chosen_first(make, signed_in):
    enrolment = make.enrolment()
    browser = signed_in(enrolment.trainee)

    page = browser.open(f"/enrolments/{enrolment.id}/hours/new")

    assert page.h1.text == "What kind of time?"
    assert browser.open(path(enrolment)).h1.text == "Log supervision of DIT cases"
    assert browser.get(path(enrolment, "canoeing")).status_code == 404
    assert browser.get(path(enrolment, "dit_therapy")).status_code == 409
    assert browser.post(path(enrolment, "dit_therapy"), SUPERVISION).status_code == 409


def test_the_log_is_narrowed_by_what_the_address_says(make, signed_in):
    enrolment = make.enrolment()
    make.entry(enrolment, minutes=61, worked_on=date(2026, 10, 5))
    make.entry(enrolment, minutes=62, worked_on=date(2026, 11, 5), activity="teaching")
    make.entry(enrolment, Standing.COUNTERSIGNED, minutes=63, worked_on=date(2026, 11, 6))
    browser, base = signed_in(enrolment.trainee), f"/enrolments/{enrolment.id}/hours"

    def shown(query=""):
        page = browser.open(base + query)
        return {cell.text for cell in page.select("td.n")}

    assert shown() == {"61", "62", "63"}
    assert shown("?month=2026-11") == {"62", "63"}
    assert shown("?standing=countersigned") == {"63"}
    assert shown("?activity=teaching") == {"62"}
    assert shown("?month=nonsense&standing=odd&before=x_y") == {"61", "62", "63"}
    assert shown("?activity=none") == set()


def test_the_log_goes_on_over_pages_without_losing_an_entry(make, signed_in):
    enrolment = make.enrolment()
    for number in range(53):
        make.entry(enrolment, minutes=100 + number, worked_on=date(2026, 11, 1 + number % 3))
    browser = signed_in(enrolment.trainee)

    first = browser.open("/hours")
    second = browser.open(first.select_one("a[rel=next]")["href"])

    minutes = [cell.text for page in (first, second) for cell in page.select("td.n")]
    assert len(minutes) == 53
    assert len(set(minutes)) == 53
    assert not second.select("a[rel=next]")


def test_a_month_says_its_sum_and_what_was_corrected_counts_once(make, signed_in):
    enrolment = make.enrolment()
    signed = make.entry(enrolment, Standing.COUNTERSIGNED, minutes=600)
    make.entry(enrolment, Standing.COUNTERSIGNED, minutes=60, corrects_id=signed.id)
    make.entry(enrolment, Standing.DRAFT, minutes=30)
    make.entry(enrolment, minutes=90)

    page = signed_in(enrolment.trainee).open("/hours")

    words = "3.0 h: 1.0 countersigned, 1.5 waiting, 0.5 in draft or returned"
    assert words in page.select_one(".sec-head").text


@pytest.mark.parametrize(
    ("signed", "said"),
    [
        (50, "1.7 h: 0.8 countersigned, 0.9 waiting, 0.0 in draft or returned"),
        (53, "1.8 h: 0.8 countersigned, 0.9 waiting, 0.0 in draft or returned, each rounded down"),
    ],
)
def test_where_rounded_parts_do_not_make_the_sum_it_is_said(make, signed_in, signed, said):
    enrolment = make.enrolment()
    make.entry(enrolment, Standing.COUNTERSIGNED, minutes=signed)
    make.entry(enrolment, minutes=55)

    page = signed_in(enrolment.trainee).open("/hours")

    assert page.select_one(".sec-head p").text.strip() == said


def test_every_draft_of_a_month_is_sent(db, make, signed_in):
    enrolment = make.enrolment()
    november = make.entry(enrolment, Standing.DRAFT, worked_on=date(2026, 11, 5))
    october = make.entry(enrolment, Standing.DRAFT, worked_on=date(2026, 10, 5))
    browser, url = signed_in(enrolment.trainee), f"/enrolments/{enrolment.id}/hours/submit"

    browser.post(url, {"month": "2026-11"})

    db.commit()
    for entry in (november, october):
        db.refresh(entry)
    assert (november.standing, october.standing) == (Standing.SUBMITTED, Standing.DRAFT)
    assert browser.post(url, {"month": "2026-11"}).status_code == 409
    assert browser.post(url, {}).status_code == 303


def test_logging_other_time_is_undone(db, make, signed_in):
    entry = make.entry(standing=Standing.DRAFT, logged_at=now())

    response = signed_in(entry.enrolment.trainee).post(f"/hours/entries/{entry.id}/undo")

    db.commit()
    assert response.status_code == 303
    assert db.scalars(select(HoursEntry.id)).all() == []


def test_logging_is_undone_only_at_once_and_before_it_is_sent(make, signed_in):
    enrolment = make.enrolment()
    old = make.entry(enrolment, Standing.DRAFT, logged_at=now() - timedelta(minutes=11))
    sent = make.entry(enrolment, logged_at=now())
    browser = signed_in(enrolment.trainee)

    assert browser.post(f"/hours/entries/{old.id}/undo").status_code == 409
    assert browser.post(f"/hours/entries/{sent.id}/undo").status_code == 409


def test_an_administrator_reads_the_log_without_codes_notes_and_words(db, make, signed_in):
    case = make.case(code="Q77")
    session = make.therapy_session(case)
    entry = make.entry(
        case.enrolment, Standing.RETURNED, therapy_session=session, note="canary-note"
    )
    supervisor = make.supervision(case.enrolment).supervisor
    db.add(
        Verdict(
            entry_id=entry.id,
            author_id=supervisor.id,
            kind=VerdictKind.RETURN,
            words="canary-words",
            at=now(),
        )
    )
    db.commit()
    browser = signed_in(make.administrator(case.enrolment.provider))

    for url in (f"/enrolments/{case.enrolment_id}/hours", f"/hours/entries/{entry.id}"):
        page = browser.open(url)
        assert "Q77" not in page.text
        assert "canary" not in page.text


@pytest.mark.parametrize(
    ("who", "read", "write"),
    [
        ("supervisor", 200, 403),
        ("administrator", 200, 403),
        ("peer", 404, 404),
        ("other_administrator", 404, 404),
        ("stranger", 404, 404),
    ],
)
def test_a_log_is_read_and_kept_by_whom_it_concerns(make, signed_in, who, read, write):
    entry = make.entry(make.enrolment(), Standing.DRAFT)
    enrolment = entry.enrolment
    people = {
        "supervisor": lambda: make.supervision(enrolment).supervisor,
        "administrator": lambda: make.administrator(enrolment.provider),
        "peer": lambda: make.enrolment(cohort=enrolment.cohort).trainee,
        "other_administrator": lambda: make.administrator(make.provider()),
        "stranger": make.person,
    }
    browser = signed_in(people[who]())

    for url in (f"/enrolments/{enrolment.id}/hours", f"/hours/entries/{entry.id}"):
        assert browser.get(url).status_code == read
    for url in ("new", "quick/reading"):
        assert browser.get(f"/enrolments/{enrolment.id}/hours/{url}").status_code == write
    for url in ("new", "submit", "quick"):
        assert browser.post(f"/enrolments/{enrolment.id}/hours/{url}").status_code == write
    for deed in ("edit", "correct", "submit", "answer", "withdraw", "undo"):
        assert browser.post(f"/hours/entries/{entry.id}/{deed}").status_code == write


def test_somebody_without_a_training_sees_what_will_appear(make, signed_in):
    assert "No training yet" in signed_in(make.person()).open("/hours").text


def test_nobody_signed_in_reads_nothing(make, anonymous):
    entry = make.entry()

    assert anonymous.get(f"/hours/entries/{entry.id}").status_code == 303
    assert anonymous.get("/hours/waiting").status_code == 303
    assert anonymous.post("/hours/countersign").status_code == 401

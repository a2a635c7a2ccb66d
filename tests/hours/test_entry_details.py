"""What an entry may say besides its time: when it began, what it was about, who belongs to it."""

from datetime import date, time

import pytest
from sqlalchemy import select

from workbench.curricula.library import Library
from workbench.hours.domain.entry import Standing
from workbench.hours.models import HoursEntry
from workbench.progress.domain.crediting import credits_of
from workbench.progress.facts import facts_of

BACP = ("bacp-accreditation", "2026.1")
BABCP = ("babcp-provisional", "2026.1")
MEETING = {"worked_on": "2026-11-03", "minutes": "60", "mode": "in_person", "placement": ""}


def path(enrolment):
    return f"/enrolments/{enrolment.id}/hours/new?activity=supervision"


@pytest.fixture
def on(make):
    return lambda curriculum: make.enrolment(cohort=make.cohort(curriculum=curriculum))


def entry_of(db):
    db.commit()
    return db.scalars(select(HoursEntry).order_by(HoursEntry.id.desc())).first()


def test_an_entry_says_when_it_began_and_who_belongs_to_its_group(db, on, signed_in):
    enrolment = on(BACP)
    said = {"group_size": "3", "group_contracted": "4", "starts": "09:30"}

    status, _ = signed_in(enrolment.trainee).submit(path(enrolment), MEETING | said)

    [fact] = facts_of(db, enrolment).entries
    assert status == 200
    assert (fact.group_size, fact.group_contracted, fact.starts) == (3, 4, "09:30")


def test_a_browser_may_send_the_seconds_too_and_nothing_at_all(db, on, signed_in):
    enrolment = on(BACP)
    browser = signed_in(enrolment.trainee)

    browser.submit(path(enrolment), MEETING | {"starts": "09:30:00"})
    with_seconds = entry_of(db).starts
    browser.submit(path(enrolment), MEETING | {"starts": ""})

    assert (with_seconds, entry_of(db).starts) == (time(9, 30), None)


def test_a_time_that_cannot_be_read_is_told_and_the_fold_stands_open(on, signed_in):
    enrolment = on(BACP)

    status, page = signed_in(enrolment.trainee).submit(
        path(enrolment), MEETING | {"starts": "half past"}
    )

    assert status == 422
    assert page.select_one("details[open] #starts-error")


def test_a_group_of_nobody_is_refused_at_its_field(on, signed_in):
    enrolment = on(BACP)

    status, page = signed_in(enrolment.trainee).submit(
        path(enrolment), MEETING | {"group_contracted": "0"}
    )

    assert status == 409
    assert "between 2 and 60" in page.select_one("#group_contracted-error").text


def test_who_belongs_to_a_group_and_which_case_are_asked_only_where_they_count(on, signed_in):
    dit, bacp, babcp = on(("dit-practitioner-5day-uk", "2026.1")), on(BACP), on(BABCP)

    def asked(enrolment):
        page = signed_in(enrolment.trainee).open(path(enrolment))
        return {one for one in ("group_contracted", "case") if page.select_one(f"#{one}")}

    assert (asked(dit), asked(bacp), asked(babcp)) == (set(), {"group_contracted"}, {"case"})


def test_supervision_is_about_a_case_and_the_supervisor_sees_it(db, make, on, signed_in):
    enrolment = on(BABCP)
    supervisor = make.supervision(enrolment).supervisor
    case = make.case(enrolment, code="B2", activity="practice")
    about = MEETING | {"case": str(case.id), "supervisor": str(supervisor.id)}

    status, _ = signed_in(enrolment.trainee).submit(path(enrolment), about)
    entry = entry_of(db)
    signed_in(enrolment.trainee).post(f"/hours/entries/{entry.id}/submit")

    assert status == 200
    assert [one.case for one in facts_of(db, enrolment).entries] == ["B2"]
    assert "B2" in signed_in(supervisor).open("/hours/waiting").text
    assert "B2" in signed_in(supervisor).open(f"/hours/entries/{entry.id}").text
    assert "B2" in signed_in(supervisor).open(f"/enrolments/{enrolment.id}/hours").text


def test_supervision_is_about_ones_own_case(make, on, signed_in):
    enrolment = on(BABCP)
    other = make.case(on(BABCP), activity="practice")

    status, page = signed_in(enrolment.trainee).submit(
        path(enrolment), MEETING | {"case": str(other.id)}
    )

    assert status == 409
    assert page.select_one("#case-error")


def test_what_was_said_stands_in_the_form_again_and_is_changed(db, make, on, signed_in):
    enrolment = on(BABCP)
    case = make.case(enrolment, activity="practice")
    entry = make.entry(enrolment, Standing.DRAFT, starts=time(18, 5), case=case)
    browser, where = signed_in(enrolment.trainee), f"/hours/entries/{entry.id}/edit"

    form = browser.open(where)
    browser.submit(where, MEETING | {"starts": "", "case": "", "version": entry.version})

    assert form.select_one("#starts")["value"] == "18:05"
    assert form.select_one("#case option[selected]").text == case.code
    db.refresh(entry)
    assert (entry.starts, entry.case_id) == (None, None)


def test_the_same_time_in_two_entries_counts_once(db, make, on):
    enrolment = on(BACP)
    for starts in (time(9, 30), time(10, 0)):
        make.entry(enrolment, Standing.COUNTERSIGNED, starts=starts, activity="supervision")

    credited = credits_of(Library().get(*BACP), facts_of(db, enrolment), on=date(2026, 12, 1))

    assert [one.counts for one in credited] == [True, False]


def test_the_placement_of_an_entry_and_of_a_case_are_facts(db, make):
    place = make.placement(name="North Clinic")
    make.entry(place.enrolment, placement=place)
    make.case(place.enrolment, placement=place)

    facts = facts_of(db, place.enrolment)

    assert [one.placement for one in (*facts.entries, *facts.cases)] == ["North Clinic"] * 2

"""Reading, finding and revoking issued records."""

import pytest
from records.conftest import AT

from workbench.hours.models import HoursEntry
from workbench.policy import Actor
from workbench.records import queries
from workbench.records.models import CompetencyRecord
from workbench.training.commands import mark_change


def test_an_administrator_sees_the_records_of_their_provider(issued, make, signed_in):
    record, administrator = issued()
    other, _ = issued(holder="Ines Okafor")

    page = signed_in(administrator).open("/records")

    assert record.number in page.text
    assert other.number not in page.text
    assert "Okafor" not in page.text


def test_a_trainee_sees_their_own_records_and_how_they_stand(qualified, issued, signed_in):
    enrolment, administrator = qualified()
    issued(enrolment, administrator)
    issued(enrolment, administrator)

    page = signed_in(enrolment.trainee).open("/records")

    assert [cell.text.strip()[:10] for cell in page.select("tbody td:nth-of-type(1)")] == [
        "Issued",
        "Superseded"[:10],
    ]


def test_nobody_has_records_by_supervising(issued, make, signed_in):
    record, _ = issued()
    supervisor = make.person("Dr Ines Okafor")
    make.supervision(record.enrolment, supervisor)

    assert "No record yet" in signed_in(supervisor).open("/records").text


def test_older_records_are_on_the_next_page(qualified, signed_in, db):
    enrolment, administrator = qualified()
    db.add_all(bare_record(enrolment, administrator, number) for number in range(1, 52))
    db.commit()
    browser = signed_in(administrator)

    page = browser.open("/records")
    older = browser.open(page.select_one(".pager a")["href"])

    assert len(page.select("tbody tr")) == 50
    assert older.select_one("tbody th").text == "HI-2026-0001"
    assert not older.select(".pager")


def bare_record(enrolment, administrator, number):
    return CompetencyRecord(
        enrolment=enrolment,
        public_id=f"{number:032x}",
        number=f"HI-2026-{number:04}",
        gate="eligibility",
        issued_at=AT,
        issued_by_id=administrator.id,
        counter=0,
        payload="{}",
        digest="0" * 64,
    )


@pytest.mark.parametrize("before", ["x", "-1", "99999999999999999999"])
def test_a_page_that_is_none_is_answered(issued, signed_in, before):
    _, administrator = issued()

    assert signed_in(administrator).get(f"/records?before={before}").status_code == 200


def test_a_record_is_revoked_with_a_reason_once(issued, signed_in, db):
    record, administrator = issued()
    browser = signed_in(administrator)

    status, page = browser.submit(f"/records/{record.id}/revoke", {"because": "Issued in error."})
    again = browser.submit(f"/records/{record.id}/revoke", {"because": "Once more."})

    assert (status, "Issued in error." in page.text) == (200, True)
    assert "Revoked" in page.select_one(".head").text
    assert again[0] == 409
    assert "already revoked" in again[1].text


@pytest.mark.parametrize("because", ["", "  ", "x", "x" * 501])
def test_a_record_is_not_revoked_without_a_reason(issued, signed_in, because, db):
    record, administrator = issued()

    status, page = signed_in(administrator).submit(
        f"/records/{record.id}/revoke", {"because": because}
    )

    db.refresh(record)
    assert status in {409, 422}
    assert record.revoked_at is None
    assert page.select_one("textarea").text.strip() == because.strip()


def test_a_reason_that_everybody_reads_names_no_patient(issued, signed_in, db):
    record, administrator = issued()

    status, page = signed_in(administrator).submit(
        f"/records/{record.id}/revoke", {"because": "The case of Joan Whitfield was closed."}
    )

    db.refresh(record)
    assert status == 409
    assert page.select_one("mark.must-go").text == "Joan Whitfield"
    assert record.revoked_at is None


def test_a_trainee_does_not_revoke_their_own_record(issued, signed_in):
    record, _ = issued()

    response = signed_in(record.enrolment.trainee).post(f"/records/{record.id}/revoke")

    assert response.status_code == 403


def test_a_later_change_marks_the_record_as_overtaken_and_says_what_changed(
    issued, signed_in, db, make
):
    record, administrator = issued()
    row = db.query(HoursEntry).filter_by(activity="psychodynamic_therapy").first()
    row.minutes = 300
    actor = Actor(person_id=administrator.id)
    mark_change(db, actor, "hours.change", row, place=record.enrolment, at=AT)
    db.commit()

    page = signed_in(administrator).open(f"/records/{record.id}")

    overtaken = page.select_one("section[aria-labelledby=overtaken]").text
    assert "150 of 150 hours, met" in overtaken
    assert "149 of 150 hours, under way" in overtaken


def test_a_change_that_moves_no_figure_does_not_overtake_it(issued, signed_in, db, make):
    record, administrator = issued()
    placement = make.placement(record.enrolment)
    actor = Actor(person_id=administrator.id)
    mark_change(db, actor, "placement.add", placement, place=record.enrolment, at=AT)
    db.commit()

    page = signed_in(administrator).open(f"/records/{record.id}")

    assert not page.select("section[aria-labelledby=overtaken]")


def test_a_record_without_its_files_says_not_found(issued, signed_in, db):
    record, administrator = issued()
    for file in queries.files_of(db, record):
        db.delete(file)
    db.commit()

    browser = signed_in(administrator)

    assert browser.get(f"/records/{record.id}/files/pdf").status_code == 404
    assert browser.open(f"/verify/{record.number}").h1.text == "This record was altered"

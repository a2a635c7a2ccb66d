"""Nobody is moved to another version before a preview says what it means, and both stay named."""

from datetime import timedelta

import pytest
from publishing.conftest import SMALL
from sqlalchemy import select

from workbench.audit.models import AuditLine
from workbench.clock import now, today
from workbench.curricula.library import Kept, load_text
from workbench.policy import Actor
from workbench.publishing.commands import move_cohort
from workbench.publishing.domain.moves import NothingToMove, token
from workbench.publishing.models import PublishedCurriculum, VersionMove
from workbench.training.models import Cohort, Enrolment, Programme

TODAY = today("Europe/London")


def previewed(desk, path, to):
    page = desk.open(f"{path}?to={to}")
    sent = page.select_one("input[name=read]")
    return page, {"to": to, "read": sent["value"] if sent else ""}


def fresh(db, kind):
    db.rollback()
    db.expire_all()
    return db.scalars(select(kind).order_by(kind.id)).all()


def test_the_preview_lists_who_falls_short_who_gains_and_by_what(desk, cohort, trainee):
    trainee("Mina Parry")
    trainee("Daniel Achebe", minutes=60)
    path = f"/cohorts/{cohort.id}/version"

    more, _ = previewed(desk, path, "small/2026.2")
    less, _ = previewed(desk, path, "small/2026.3")

    said = more.select_one("main").get_text(" ", strip=True)
    assert "Two trainees fall short of something, no gain something." in said
    assert "Mina Parry Hours Done 11 of 10 hours, met 11 of 12 hours, under way 1 hour" in said
    assert "1 of 10 hours, under way 1 of 12 hours, under way 11 hours" in said
    said = less.select_one("main").get_text(" ", strip=True)
    assert "No trainees fall short of something, one gains something." in said
    assert "1 of 10 hours, under way 1 of 5 hours, under way 4 hours" in said
    assert "Mina Parry: every requirement stands as before." in said


def test_a_look_moves_nobody(db, desk, cohort, trainee):
    trainee()

    previewed(desk, f"/cohorts/{cohort.id}/version", "small/2026.2")

    assert [row.curriculum_version for row in fresh(db, Enrolment)] == ["2026.1"]


def test_a_cohort_is_moved_and_both_versions_stay_named(db, desk, cohort, trainee, signed_in):
    enrolment = trainee()
    mine = signed_in(enrolment.trainee)
    path = f"/cohorts/{cohort.id}/version"
    _, seen = previewed(desk, path, "small/2026.2")

    status, page = desk.submit(path, seen)

    assert status == 200
    assert "One trainee is under 2026.2 now." in page.text
    [moved], [row] = fresh(db, Enrolment), fresh(db, Cohort)
    assert (moved.curriculum_version, row.curriculum_version) == ("2026.2", "2026.2")
    assert moved.counter == 1
    assert "11 of 12" in mine.open("/").get_text(" ", strip=True).replace(".0", "")
    history = mine.open(f"/enrolments/{moved.id}/versions").select_one("table").text
    for words in ("2026.1", "2026.2", "Jo Lindqvist"):
        assert words in history


def test_the_trail_says_who_was_moved_from_what_to_what(db, desk, cohort, trainee):
    enrolment = trainee()
    path = f"/cohorts/{cohort.id}/version"

    desk.post(path, previewed(desk, path, "small/2026.2")[1])

    db.rollback()
    told = {"before": "small 2026.1", "after": "small 2026.2"}
    lines = {line.deed: line for line in db.scalars(select(AuditLine))}
    assert lines["curricula.move"].details == told
    assert lines["curricula.move"].enrolment_id == enrolment.id
    assert lines["curricula.move_cohort"].details == told | {"moved": 1}


def test_a_second_click_moves_nobody_twice(db, desk, cohort, trainee):
    trainee()
    path = f"/cohorts/{cohort.id}/version"
    _, seen = previewed(desk, path, "small/2026.2")

    first, second = (desk.post(path, seen) for _ in range(2))

    assert first.status_code == 303
    assert second.status_code == 200
    assert "There is no other" not in second.text
    assert len(fresh(db, VersionMove)) == 1


@pytest.mark.parametrize("what", ["a fact", "a trainee", "a version", "nothing was read"])
def test_a_preview_that_no_longer_holds_moves_nobody(db, make, desk, cohort, trainee, what):
    enrolment = trainee()
    path = f"/cohorts/{cohort.id}/version"
    _, seen = previewed(desk, path, "small/2026.2")
    match what:
        case "a fact":
            data = {"started_on": TODAY.isoformat()}
            assert desk.post(f"/enrolments/{enrolment.id}/pauses", data).status_code == 303
        case "a trainee":
            trainee("Daniel Achebe")
        case "a version":
            seen["to"] = "small/2026.3"
        case _:
            seen["read"] = ""

    status, page = desk.submit(path, seen)

    assert status == 409
    assert "Nobody was moved" in page.text
    assert {row.curriculum_version for row in fresh(db, Enrolment)} == {"2026.1"}
    assert page.select_one("input[name=read]")["value"] not in {seen["read"], ""}
    again = {"to": seen["to"], "read": page.select_one("input[name=read]")["value"]}
    assert desk.post(path, again).status_code == 303


def test_whoever_has_ended_and_the_administrator_themself_stay(
    db, make, desk, cohort, trainee, administrator
):
    trainee("Mina Parry")
    trainee("Hana Brandt", ended_on=TODAY - timedelta(days=1))
    make.enrolment(administrator, cohort)
    path = f"/cohorts/{cohort.id}/version"
    page, seen = previewed(desk, path, "small/2026.2")

    desk.post(path, seen)

    assert "Hana Brandt. Ended" in page.text
    assert "Your own training" in page.text
    versions = [row.curriculum_version for row in fresh(db, Enrolment)]
    assert versions == ["2026.2", "2026.1", "2026.1"]


def test_a_cohort_of_nobody_is_put_under_another_curriculum_with_its_programme(
    db, make, desk, provider, cohort
):
    path = f"/cohorts/{cohort.id}/version"
    to = "dit-practitioner-5day-uk/2026.1"

    status, page = desk.submit(path, previewed(desk, path, to)[1])

    assert status == 200
    assert "No trainees are under 2026.1 now." in page.text
    [row] = fresh(db, Cohort)
    assert row.curriculum_key == "dit-practitioner-5day-uk"
    assert db.get(Programme, row.programme_id).curriculum_key == row.curriculum_key


def test_work_that_the_other_curriculum_has_no_word_for_is_named(desk, trainee, cohort):
    trainee()

    page, _ = previewed(desk, f"/cohorts/{cohort.id}/version", "dit-practitioner-5day-uk/2026.1")

    assert "no word for one entry of “Therapy”" in page.text


def test_one_trainee_is_moved_alone(db, desk, cohort, trainee):
    enrolment = trainee()
    trainee("Daniel Achebe")
    path = f"/enrolments/{enrolment.id}/version"

    status, page = desk.submit(path, previewed(desk, path, "small/2026.3")[1])

    assert status == 200
    assert "Mina Parry is under 2026.3 now." in page.text
    assert [row.curriculum_version for row in fresh(db, Enrolment)] == ["2026.3", "2026.1"]


def test_one_trainee_is_not_moved_by_a_stale_preview(db, desk, trainee):
    enrolment = trainee()
    path = f"/enrolments/{enrolment.id}/version"

    status, page = desk.submit(path, {"to": "small/2026.2", "read": "x"})

    assert status == 409
    assert "Nobody was moved" in page.text


def test_one_who_has_ended_is_not_moved(db, desk, trainee):
    enrolment = trainee(ended_on=TODAY - timedelta(days=1))
    path = f"/enrolments/{enrolment.id}/version"
    page, _ = previewed(desk, path, "small/2026.2")
    assert "Ended: kept under its version." in page.text

    [_, target, _] = fresh(db, PublishedCurriculum)

    status, page = desk.submit(path, {"to": "small/2026.2", "read": token(target.digest, ())})

    assert status == 409
    assert "There is nobody to move" in page.text


@pytest.mark.parametrize("to", ["small/2026.1", "nobody/2026.1", "", "x"])
def test_a_version_that_is_not_offered_shows_no_preview(desk, cohort, trainee, to):
    trainee()
    path = f"/cohorts/{cohort.id}/version"

    page, _ = previewed(desk, path, to)

    assert page.select("input[name=read]") == []
    assert desk.post(path, {"to": to, "read": ""}).status_code == 200


@pytest.mark.parametrize(
    ("who", "status"), [("trainee", 403), ("supervisor", 403), ("other administrator", 404)]
)
def test_nobody_else_moves_anybody(make, signed_in, trainee, who, status):
    enrolment = trainee()
    people = {
        "trainee": lambda: enrolment.trainee,
        "supervisor": lambda: make.supervision(enrolment).supervisor,
        "other administrator": lambda: make.administrator(make.provider()),
    }
    browser = signed_in(people[who]())

    assert browser.get(f"/enrolments/{enrolment.id}/version").status_code == status
    assert browser.post(f"/enrolments/{enrolment.id}/version").status_code == status
    assert browser.get(f"/cohorts/{enrolment.cohort_id}/version").status_code == 404


def test_a_cohort_of_nobody_is_not_put_where_it_is(db, make, cohort, provider):
    kept = Kept(load_text(SMALL), SMALL, "0" * 64)
    actor = Actor(person_id=make.person().id)
    read = token(kept.digest, ())

    with pytest.raises(NothingToMove):
        move_cohort(db, actor, cohort, kept, read=read, at=now())

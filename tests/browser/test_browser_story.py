"""The whole story in real browsers: from an empty database to a record that others can check."""

import json
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from browser.chapters import documents, founding, hours, issuing, ratings
from browser.hands import downloaded, follow, reads
from records.conftest import entries
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from workbench.cases.models import Case, TherapySession
from workbench.clock import now
from workbench.curricula.activities import Attendance, Mode
from workbench.hours.models import Countersignature
from workbench.training.models import Enrolment

pytestmark = pytest.mark.browser

STARTS_ON = date(2025, 3, 3)


def test_from_an_empty_database_to_a_record_that_others_can_check(app, db, visit, tmp_path):
    administrator, supervisor, trainee, outsider = visit(), visit(), visit(), visit()
    link = founding.gather(app, administrator, supervisor, trainee, starts_on=STARTS_ON)
    outsider.goto(link)
    reads(outsider, "This invitation no longer works")

    log_and_sign(trainee, supervisor)
    write_and_review(trainee, supervisor, visit(script=False))
    rate_blind(db, trainee, supervisor)
    live_through_the_year(db)
    documents.draft_the_letter(trainee)
    issue_and_check(administrator, outsider, tmp_path)

    take_along(trainee)


def log_and_sign(trainee, supervisor):
    hours.open_case(trainee, STARTS_ON)
    hours.record_sessions(trainee)
    hours.refuse_an_impossible_total(trainee)
    hours.log_other_time(trainee)
    hours.send_everything(trainee)
    hours.give_verdicts(supervisor)
    hours.answer_and_change(trainee)
    hours.sign_the_rest(supervisor)


def write_and_review(trainee, supervisor, plain):
    documents.write_the_ipaf(trainee)
    documents.send(trainee, version=1)
    documents.open_the_ipaf(supervisor)
    documents.comment_with_the_mouse(supervisor)
    documents.comment_by_keyboard(supervisor)
    documents.comment_without_script(plain)
    documents.send_the_review(supervisor, "Please revise", 3)
    documents.answer_and_revise(trainee)
    documents.send(trainee, version=2)
    documents.open_the_ipaf(supervisor)
    documents.see_what_became_of_the_comments(supervisor)
    documents.see_what_changed(supervisor)
    documents.send_the_review(supervisor, "Fine as it is", 0)


def rate_blind(db, trainee, supervisor):
    """Once the trainee signs first, once the supervisor does."""
    rated = TherapySession.number.in_((2, 4))
    [first, second] = db.scalars(
        select(TherapySession.id).where(rated).order_by(TherapySession.number)
    ).all()
    db.commit()
    ratings.rate(trainee, first, extent=3, skill=4, heard="She wept.")
    ratings.sees_nothing_of(supervisor, first, "She wept.")
    ratings.rate(supervisor, first, extent=3, skill=2, heard="A long silence.")
    ratings.sees_both(trainee, first)
    ratings.rate(supervisor, second, extent=3, skill=2, heard="It was named.")
    ratings.sees_nothing_of(trainee, second, "It was named.")
    ratings.rate(trainee, second, extent=3, skill=5, heard="I named it.")
    ratings.sees_both(supervisor, second)


def live_through_the_year(db):
    """What a year of work adds, as rows: hours, personal therapy, a case in its ending phase."""
    enrolment = db.scalars(select(Enrolment)).one()
    with_name = joinedload(Countersignature.supervisor)
    signature = db.scalars(select(Countersignature).options(with_name)).first()
    db.add_all(entries(enrolment, signature))
    db.add_all(sessions(db.scalars(select(Case)).one()))
    db.commit()


def sessions(case):
    for number in range(5, 14):
        yield TherapySession(
            case=case,
            number=number,
            held_on=now().date(),
            attendance=Attendance.ATTENDED,
            minutes=50,
            mode=Mode.IN_PERSON,
            phase="ending" if number > 12 else "middle",
            recorded_at=now(),
        )


def issue_and_check(administrator, outsider, folder):
    issuing.record_milestones(administrator, STARTS_ON)
    issuing.see_the_cohort(administrator)
    first = issuing.issue(administrator)
    files = issuing.files(administrator)
    for name, content in files.items():
        issuing.says_of_file(outsider, folder, name, content, "This file is valid")
    changed = files[f"{first}.csv"].replace(b"Mina Parry", b"Nina Parry")
    issuing.says_of_file(outsider, folder, "changed.csv", changed, "This file was altered")
    issuing.says_of_number(outsider, first, "This record is valid")
    second = issuing.issue(administrator)
    issuing.says_of_number(outsider, first, "This record was superseded")
    issuing.revoke(administrator)
    issuing.says_of_number(outsider, second, "This record was revoked")


def take_along(trainee):
    trainee.goto("/")
    follow(trainee, "Take your record with you", within=".foot")
    _, content = downloaded(trainee, "Download the archive")
    archive = ZipFile(BytesIO(content))
    [facts] = [name for name in archive.namelist() if name.endswith("/facts.json")]
    assert json.loads(archive.read(facts))
    assert any(name.endswith("/hours.csv") for name in archive.namelist())

"""Saying what became of a goodbye letter, through the door."""

import pytest
from sqlalchemy import select

from workbench.audit.models import AuditLine
from workbench.documents.domain.handing_over import Handing
from workbench.documents.domain.review import Stage
from workbench.documents.models import Document


@pytest.fixture
def letter(db, make, signed_in):
    """The path of an agreed letter whose case had its 14th session, and its people."""
    supervisor = make.person("Dr Anwar Ahmed")
    enrolment = make.enrolment(supervisor=supervisor)
    case = make.case(enrolment)
    make.therapy_session(case, 14, phase="ending")
    trainee, senior = signed_in(enrolment.trainee), signed_in(supervisor)
    started = trainee.post(f"/cases/{case.id}/documents/goodbye_letter").location
    path = started.rsplit("/", 1)[0]
    trainee.post(f"{path}/draft", {"version": "1", "part_opening": "Dear [first name],"})
    row = db.scalars(select(Document)).one()
    db.commit()
    declared = {"method": "disguise", "recognised": "no", "declared": "y"}
    sent = trainee.post(f"{path}/submit", declared | {"version": row.draft_version})
    agreed = senior.post(f"{path}/review", {"version": "1", "verdict": "fine"})
    assert (sent.status_code, agreed.status_code) == (303, 303)
    return path, trainee, senior


def stored(db):
    db.rollback()
    return db.scalars(select(Document).execution_options(populate_existing=True)).one()


def test_a_letter_is_noted_as_given_in_its_session(db, letter):
    path, trainee, senior = letter

    status, page = trainee.submit(f"{path}/handing", {"handing": "given", "session": "14"})

    assert status == 200
    assert "in session 14" in page.select_one("aside").text
    assert "in session 14" in senior.open(f"{path}/versions/1/letter").text
    row = stored(db)
    assert (row.handing, row.given_in_session, row.stage) == (Handing.GIVEN, 14, Stage.AGREED)
    assert db.scalar(select(AuditLine).where(AuditLine.deed == "documents.note_handing"))


def test_a_letter_that_was_not_given_says_why(db, letter):
    path, trainee, _ = letter
    trainee.post(f"{path}/handing", {"handing": "given", "session": "14"})

    _, page = trainee.submit(f"{path}/handing", {"handing": "broken_off", "session": ""})

    assert "the therapy broke off" in page.select_one("aside").text
    assert stored(db).given_in_session is None


@pytest.mark.parametrize(
    ("said", "status", "words"),
    [
        ({"handing": "given", "session": "3"}, 409, "one that took place"),
        ({"handing": "", "session": "14"}, 422, "Say whether the patient has it."),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(db, letter, said, status, words):
    path, trainee, _ = letter

    answered, page = trainee.submit(f"{path}/handing", said)

    assert answered == status
    assert words in page.select_one(".summary").text
    assert page.select_one("#session")["value"] == said["session"]
    assert stored(db).handing is None


def test_only_the_trainee_says_what_became_of_it(letter):
    path, _, senior = letter

    assert senior.post(f"{path}/handing", {"handing": "given", "session": "14"}).status_code == 403
    assert not senior.open(f"{path}/versions/1/letter").select("input[name=handing]")


def test_a_formulation_is_given_to_nobody(db, make, signed_in):
    case = make.case(make.enrolment())
    trainee = signed_in(case.enrolment.trainee)
    path = trainee.post(f"/cases/{case.id}/documents/ipaf").location.rsplit("/", 1)[0]
    trainee.post(f"{path}/draft", {"version": "1", "part_self": "I am the one who copes."})
    row = stored(db)
    db.commit()
    declared = {"method": "disguise", "recognised": "no", "declared": "y"}
    trainee.post(f"{path}/submit", declared | {"version": row.draft_version})

    status, page = trainee.submit(f"{path}/handing", {"handing": "declined"})

    assert status == 409
    assert "Only a letter" in page.select_one(".summary").text


def test_a_letter_of_which_nothing_was_sent_may_stay_ungiven(db, make, signed_in):
    case = make.case(make.enrolment())
    make.therapy_session(case, 14, phase="ending")
    trainee = signed_in(case.enrolment.trainee)
    draft = trainee.post(f"/cases/{case.id}/documents/goodbye_letter").location
    path = draft.rsplit("/", 1)[0]

    _, refused = trainee.submit(f"{path}/handing", {"handing": "given", "session": "14"})
    answer = trainee.post(f"{path}/handing", {"handing": "broken_off"})

    assert "not agreed yet" in refused.text
    assert answer.location == draft
    assert stored(db).handing is Handing.BROKEN_OFF

"""Enrolments that have met a gate, and records issued on them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from workbench.config import Config
from workbench.curricula.activities import Mode
from workbench.curricula.library import Library
from workbench.hours.domain.entry import Standing
from workbench.hours.models import Countersignature, HoursEntry
from workbench.policy import Actor
from workbench.records.commands import Press, issue
from workbench.records.drafts import Pinned, draft_of
from workbench.records.keys import KeyRing
from workbench.training.models import Milestone

GATE = "eligibility"
AT = datetime(2026, 11, 16, 10, tzinfo=UTC)
SIGNED_AT = datetime(2026, 10, 30, 9, tzinfo=UTC)
FIRST = date(2025, 3, 3)
MILESTONES = ("diploma", "theory", "registration", "experience")


@pytest.fixture(scope="session")
def pinned():
    library = Library()
    curriculum = library.get("dit-practitioner-5day-uk", "2026.1")
    return Pinned(curriculum, library.digest_of(curriculum.key, curriculum.version))


@pytest.fixture
def qualified(make, db):
    """An enrolment that meets the gate, 150.0 hours to the minute, and its administrator."""

    def made(holder="Daniel Achebe", supervisor="Dr Anwar Ahmed", **provider):
        cohort = make.cohort(make.provider(**provider))
        enrolment = make.enrolment(trainee=make.person(holder), cohort=cohort)
        administrator = make.administrator(cohort.provider)
        signer = make.person(supervisor)
        make.supervision(enrolment, signer)
        signature = Countersignature(
            supervisor=signer, signed_at=SIGNED_AT, statement="I confirm.", digest="0" * 64
        )
        db.add_all([signature, *entries(enrolment, signature)])
        db.add_all(milestones(enrolment, administrator))
        db.commit()
        return enrolment, administrator

    return made


def entries(enrolment, signature):
    for week in range(54):
        yield entry(enrolment, signature, week, activity="personal_therapy", minutes=50)
    for week in range(25):
        yield entry(enrolment, signature, week, activity="psychodynamic_therapy", minutes=360)


def entry(enrolment, signature, week, **values):
    return HoursEntry(
        enrolment=enrolment,
        worked_on=FIRST + timedelta(weeks=week),
        mode=Mode.IN_PERSON,
        supervisor=signature.supervisor,
        note="canary-note",
        standing=Standing.COUNTERSIGNED,
        logged_at=SIGNED_AT,
        submitted_at=SIGNED_AT,
        countersignature=signature,
        **values,
    )


def milestones(enrolment, administrator):
    for key in MILESTONES:
        yield Milestone(
            enrolment=enrolment,
            key=key,
            happened_on=FIRST,
            evidence="canary-evidence",
            recorded_by_id=administrator.id,
            recorded_at=SIGNED_AT,
        )


@pytest.fixture
def press(config: Config):
    return Press(
        signer=KeyRing(config.instance / "keys").signing_key(), address="https://example.org"
    )


@pytest.fixture
def issued(qualified, db, pinned, press):
    """A record issued by an administrator, without the page."""

    def made(enrolment=None, administrator=None, at=AT, gate=GATE, **given):
        if enrolment is None:
            enrolment, administrator = qualified(**given)
        actor = Actor(person_id=administrator.id, administers=frozenset({enrolment.provider_id}))
        read = draft_of(db, enrolment, pinned, gate, at).token
        record = issue(
            db, enrolment, actor, pinned=pinned, gate=gate, read=read, press=press, at=at
        )
        db.commit()
        return record, administrator

    return made

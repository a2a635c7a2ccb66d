"""A provider that publishes: its administrator's desk, and texts of drafts."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from workbench.hours.domain.entry import Standing
from workbench.publishing.models import CurriculumDraft

SMALL = (
    (Path(__file__).parents[1] / "curricula" / "small.toml")
    .read_text("utf-8")
    .replace('succeeds = "2025.1"\n', "")
)


def of_version(version, succeeds=None, key="small"):
    """The small curriculum under another version."""
    after = f'succeeds = "{succeeds}"\n' if succeeds else ""
    text = SMALL.replace('version = "2026.1"\n', f'version = "{version}"\n{after}', 1)
    return text.replace('key = "small"', f'key = "{key}"', 1)


MORE = of_version("2026.2", "2026.1").replace("hours = 10", "hours = 12")
LESS = of_version("2026.3", "2026.2").replace("hours = 10", "hours = 5")


@pytest.fixture
def provider(make):
    return make.provider(name="Harbour Institute")


@pytest.fixture
def administrator(make, provider):
    return make.administrator(provider)


@pytest.fixture
def desk(signed_in, administrator):
    return signed_in(administrator)


@pytest.fixture
def drafted(make, provider, administrator):
    """Makes a draft row of the provider."""

    def draft(text=SMALL, provider=provider, by=administrator):
        return make.curriculum_draft(provider, text, by)

    return draft


@pytest.fixture
def publish(db, desk, provider, drafted):
    """Publishes a text through the page."""

    def published(text=SMALL):
        row = drafted(text)
        answer = desk.post(f"/curricula/drafts/{row.id}/publish", {"revision": row.revision})
        assert answer.status_code == 303, BeautifulSoup(answer.text, "html.parser").main.text
        db.rollback()
        return answer.location

    return published


@pytest.fixture
def drafts(db):
    """The drafts that there are now, fresh from the database."""

    def found():
        db.rollback()
        db.expire_all()
        return db.scalars(select(CurriculumDraft).order_by(CurriculumDraft.id)).all()

    return found


@pytest.fixture
def cohort(make, provider, publish):
    for text in (of_version("2026.1"), MORE, LESS):
        publish(text)
    return make.cohort(provider, ("small", "2026.1"))


@pytest.fixture
def trainee(make, cohort):
    """Has eleven countersigned hours."""

    def enrolled(name="Mina Parry", minutes=660, **values):
        enrolment = make.enrolment(make.person(name), cohort, **values)
        make.entry(enrolment, Standing.COUNTERSIGNED, activity="therapy", minutes=minutes)
        return enrolment

    return enrolled

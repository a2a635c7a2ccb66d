"""The demo's provider has a curriculum of its own, and the next version as a draft."""

from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session, undefer

from workbench.curricula.library import digest, load_text
from workbench.publishing.models import CurriculumDraft, PublishedCurriculum


def test_the_institute_asks_for_more_than_the_body_and_plans_the_next_version(demo):
    engine = create_engine(demo())
    with Session(engine) as db:
        own = db.scalars(
            select(PublishedCurriculum).options(undefer(PublishedCurriculum.text))
        ).one()
        following = db.scalars(select(CurriculumDraft).options(undefer(CurriculumDraft.text))).one()
    engine.dispose()

    assert "At least 160 hours" in own.text
    assert own.digest == digest(own.text.encode())
    assert load_text(following.text).succeeds == own.version

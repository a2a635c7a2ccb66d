"""The record that the demo is issued with."""

from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from workbench.clock import now
from workbench.curricula.library import Library
from workbench.demo.cast import CURRICULUM
from workbench.demo.issued import issue_one
from workbench.records.commands import Press
from workbench.records.drafts import Pinned
from workbench.records.keys import KeyRing
from workbench.records.models import CompetencyRecord


def test_a_record_is_issued_whatever_the_session_still_holds(demo, tmp_path):
    """Rows that were made before may have been let go meanwhile, so all is read anew."""
    library = Library()
    curriculum = library.latest(CURRICULUM)
    pinned = Pinned(curriculum, library.digest_of(curriculum.key, curriculum.version))
    press = Press(signer=KeyRing(tmp_path).signing_key(), address="https://example.org")
    engine = create_engine(demo())

    with Session(engine) as db:
        db.connection(execution_options={"writes": True})
        record = issue_one(db, pinned, press, now())
        number = record.number
        db.commit()
        [first, second] = db.scalars(select(CompetencyRecord).order_by(CompetencyRecord.id))
    engine.dispose()

    assert second.number == number
    assert first.superseded_by_id == second.id

"""Keeping what was worked out."""

import msgspec
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from workbench.progress.domain.overview import Overview
from workbench.progress.edition import EDITION
from workbench.progress.models import KeptFindings
from workbench.training.models import Enrolment


def keep(db: Session, enrolment: Enrolment, shown: Overview) -> None:
    """Keep an overview under the counter that the enrolment was read with, and its day.

    Two readers at once keep the same; the last one stands. This is no fact, so it leaves no line.
    """
    kept = {
        "counter": enrolment.counter,
        "on": shown.on,
        "edition": EDITION,
        "page": msgspec.to_builtins(shown),
    }
    insert = sqlite.insert if db.get_bind().dialect.name == "sqlite" else postgresql.insert
    statement = insert(KeptFindings).values(enrolment_id=enrolment.id, **kept)
    db.execute(statement.on_conflict_do_update(index_elements=["enrolment_id"], set_=kept))

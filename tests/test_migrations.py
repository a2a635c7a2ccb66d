"""The migrations make exactly what the models say, and each can be taken back."""

import sqlite3
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from sqlalchemy import func, inspect, select

from workbench.app import alembic
from workbench.cases.models import Case, TherapySession
from workbench.clock import now
from workbench.db import Base, extension
from workbench.hours.domain.entry import VerdictKind
from workbench.hours.models import HoursEntry, Verdict
from workbench.migrating import LooseRows


def test_the_migrations_make_what_the_models_say(app):
    with app.app_context():
        assert compare_metadata(alembic.migration_context, Base.metadata) == []


def test_there_is_one_newest_migration(app):
    with app.app_context():
        assert len(alembic.heads()) == 1


def test_every_migration_can_be_taken_back_and_made_again(app):
    with app.app_context():
        alembic.downgrade("base")
    with app.app_context():
        left = set(inspect(extension.engine).get_table_names())
        alembic.upgrade()

    assert left == {"alembic_version"}


def test_rows_that_others_point_to_outlive_the_migrations(app, db, make):
    """SQLite makes a changed table anew; entries have verdicts, cases have sessions."""
    entry = make.entry(make.enrolment())
    said = {"kind": VerdictKind.QUERY, "words": "Which day was it?", "at": now()}
    db.add(Verdict(entry=entry, author=make.person(), **said))
    make.therapy_session(make.case(entry.enrolment))
    db.commit()
    db.close()

    with app.app_context():
        alembic.downgrade("0019_letters_given")
    with app.app_context():
        alembic.upgrade()

    for model in (HoursEntry, Verdict, Case, TherapySession):
        assert db.scalar(select(func.count()).select_from(model)) >= 1


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_migration_that_would_leave_rows_pointing_to_nothing_is_taken_back(app, config, make):
    """PostgreSQL keeps its foreign keys on throughout; SQLite is asked before the commit."""
    make.therapy_session()
    with closing(sqlite3.connect(config.database.removeprefix("sqlite:///"))) as careless:
        careless.execute("DELETE FROM cases")
        careless.commit()
    with app.app_context():
        before = alembic.current()

    with app.app_context(), pytest.raises(LooseRows, match="rows of therapy_sessions would point"):
        alembic.downgrade("-1")

    with app.app_context():
        assert alembic.current() == before

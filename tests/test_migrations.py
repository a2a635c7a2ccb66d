"""The migrations make exactly what the models say, and each can be taken back."""

from alembic.autogenerate import compare_metadata
from sqlalchemy import inspect

from workbench.app import alembic
from workbench.db import Base, extension


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

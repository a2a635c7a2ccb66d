"""Databases for tests: SQLite files copied from a template, a PostgreSQL database emptied."""

import shutil
from functools import cached_property
from pathlib import Path
from uuid import uuid4

import psycopg
from sqlalchemy import create_engine, text

from workbench.app import alembic, create_app
from workbench.cli import press_of
from workbench.clock import now, today
from workbench.config import Config
from workbench.curricula.library import Library
from workbench.db import Base, extension, transaction
from workbench.demo.cast import CURRICULUM
from workbench.demo.issued import issue_one
from workbench.demo.load import load
from workbench.demo.published import publish_own
from workbench.records.drafts import Pinned


def migrate(url, instance):
    """Bring a database to the newest migration, as `workbench db upgrade` does."""
    app = create_app(
        Config(secret_key="k" * 40, database=url, instance=instance, tls=False, testing=True)
    )
    with app.app_context():
        alembic.upgrade()
    with app.app_context():
        extension.engine.dispose()


class SqliteDatabase:
    """One migrated file, copied for each test."""

    def __init__(self, folder):
        self.folder = folder
        self.template = folder / "template.sqlite"
        migrate(f"sqlite:///{self.template}", folder)
        with create_engine(f"sqlite:///{self.template}").connect() as connection:
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))

    def fresh(self):
        path = self.folder / f"{uuid4().hex}.sqlite"
        shutil.copy(self.template, path)
        return f"sqlite:///{path}"


class DemoDatabase:
    """The demo in a file, copied for each test."""

    def __init__(self, url, folder):
        self.folder = folder
        self.path = url.removeprefix("sqlite:///")
        config = Config(secret_key="d" * 40, database=url, instance=folder, tls=False)
        app, library = create_app(config), Library()
        curriculum = library.latest(CURRICULUM)
        pinned = Pinned(curriculum, library.digest_of(curriculum.key, curriculum.version))
        with app.app_context(), transaction() as db:
            load(db, curriculum, today("Europe/London"), lambda _name: None)
            issue_one(db, pinned, press_of(config), now())
            publish_own(db, library.kept(curriculum.key, curriculum.version), now())
        with app.app_context():
            extension.engine.dispose()
        with create_engine(url).connect() as connection:
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))

    def fresh(self):
        path = self.folder / f"{uuid4().hex}.sqlite"
        shutil.copy(self.path, path)
        return f"sqlite:///{path}"


class PostgresDatabase:
    """One migrated database for a test run's worker, made here and dropped at its end."""

    def __init__(self, server, worker):
        self.server = server
        self.name = f"workbench_{uuid4().hex[:12]}_{worker}"
        self._on_server(f'CREATE DATABASE "{self.name}"')
        self._on_server(f'ALTER DATABASE "{self.name}" SET synchronous_commit = off')
        self.url = server.rsplit("/", 1)[0].replace("postgresql:", "postgresql+psycopg:")
        self.url += f"/{self.name}"
        migrate(self.url, Path.cwd() / "instance")
        self.engine = create_engine(self.url)

    def fresh(self):
        """Empty every table and begin its numbers anew; rows are few, so this beats TRUNCATE."""
        with self.engine.begin() as connection:
            connection.exec_driver_sql(self._emptying)
        return self.url

    @cached_property
    def _emptying(self):
        with self.engine.connect() as connection:
            names = connection.scalars(text("SELECT sequencename FROM pg_sequences")).all()
        tables = [t.name for t in reversed(Base.metadata.sorted_tables) if t.name != "audit_head"]
        return "; ".join(
            [
                "SET LOCAL session_replication_role = replica",
                *(f'DELETE FROM "{name}"' for name in tables),  # noqa: S608 - our own tables
                *(f"SELECT setval('{name}', 1, false)" for name in names),
                "UPDATE audit_head SET number = 0, digest = repeat('0', 64)",
            ]
        )

    def drop(self):
        self.engine.dispose()
        self._on_server(f'DROP DATABASE "{self.name}" WITH (FORCE)')

    def _on_server(self, statement):
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(statement)


def postgres_answers(server):
    try:
        psycopg.connect(server, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True

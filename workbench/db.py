"""The database: the base of every model, the session, and the one function that commits."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from inspect import iscoroutinefunction
from typing import Any, ClassVar

from flask import Flask
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy import JSON, Connection, DateTime, Dialect, Engine, Enum, MetaData, event
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.types import TypeDecorator, TypeEngine

from workbench.errors import Refusal

BUSY_MILLISECONDS = 10_000


class Instant(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps no zone, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Refuse a moment without a zone: nobody could say when it was."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = "An instant needs a zone."
            raise ValueError(message)
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Give every instant its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """What all models share: names for constraints that migrations can rely on, types by value."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[Mapping[Any, TypeEngine[Any] | Any]] = {
        datetime: Instant(),
        StrEnum: Enum(
            StrEnum,
            native_enum=False,
            create_constraint=False,
            length=32,
            values_callable=lambda kinds: [kind.value for kind in kinds],
        ),
        dict[str, Any]: JSON().with_variant(JSONB(), "postgresql"),
        list[Any]: JSON().with_variant(JSONB(), "postgresql"),
    }


extension = SQLAlchemy(
    engine_options={"pool_pre_ping": True}, session_options={"expire_on_commit": False}
)


def init_app(app: Flask) -> None:
    """Give the app its engine and sessions, without the extension's closing of async ones.

    We have none, and each would cost every request an event loop.
    """
    extension.init_app(app)
    app.teardown_appcontext_funcs = [
        close for close in app.teardown_appcontext_funcs if not iscoroutinefunction(close)
    ]


def session() -> Session:
    """The request's session, for reading. It ends with the request."""
    return extension.session


@contextmanager
def transaction() -> Iterator[Session]:
    """All or nothing. The only place that commits: what was acknowledged is on the disk.

    It first ends the reading transaction that the guard began, so that SQLite can take its
    write lock at once (BEGIN IMMEDIATE) instead of failing half-way. Rows read before keep
    their values; a version number that moved meanwhile is refused on commit.

    After a Refusal the rows are let go before the rollback, so that the page which is shown again
    still has what it read; a command therefore refuses before it changes anything.
    """
    db = session()
    db.commit()
    db.connection(execution_options={"writes": True})
    try:
        yield db
        db.commit()
    except Refusal:
        db.expunge_all()
        db.rollback()
        raise
    except BaseException:
        db.rollback()
        raise


@event.listens_for(Engine, "connect")
def _set_up_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - any driver's
    if not isinstance(connection, sqlite3.Connection):
        return
    connection.isolation_level = None  # we say BEGIN ourselves, see _begin
    for pragma in (
        "journal_mode=WAL",
        "foreign_keys=ON",
        "synchronous=FULL",
        f"busy_timeout={BUSY_MILLISECONDS}",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


@event.listens_for(Engine, "begin")
def _begin(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

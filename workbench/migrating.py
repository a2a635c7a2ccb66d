"""Migrations that keep every row, on SQLite too, which makes a changed table anew."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from alembic.runtime.migration import MigrationContext, MigrationInfo
from flask_alembic import Alembic
from sqlalchemy import Connection


class Migrations(Alembic):
    """Flask-Alembic, safe for tables that others point to.

    To change a table, SQLite makes it anew and drops the old one; with its foreign keys on that
    is refused as soon as a row elsewhere points to it. Inside a transaction they cannot be
    switched, so this is done around it, and `keys_hold` looks at what a migration left.
    """

    def run_migrations(self, fn: Callable[..., Any], **kwargs: Any) -> None:  # noqa: ANN401 - as its base has it
        """Run them, on SQLite with its foreign keys off meanwhile."""
        connection = self.migration_context.connection
        if connection is None or connection.dialect.name != "sqlite":
            super().run_migrations(fn, **kwargs)
            return
        with _keys_off(connection):
            super().run_migrations(fn, **kwargs)


class LooseRows(RuntimeError):
    """A migration left rows that point to nothing; it was taken back as if it had not been run."""


def keys_hold(*, ctx: MigrationContext, step: MigrationInfo, **_rest: object) -> None:
    """Refuse a migration whose rows point to nothing, before it is committed."""
    if ctx.connection is None or ctx.connection.dialect.name != "sqlite":
        return
    loose = ctx.connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if loose:
        tables = ", ".join(sorted({row[0] for row in loose}))
        message = f"After migration {step.up_revision_id}, rows of {tables} would point to nothing."
        raise LooseRows(message)


@contextmanager
def _keys_off(connection: Connection) -> Iterator[None]:
    connection.rollback()
    driver = connection.connection.cursor()
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys=ON")
        driver.close()

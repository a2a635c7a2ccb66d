"""Migrations that keep every row, on SQLite too, which makes a changed table anew."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from flask_alembic import Alembic
from sqlalchemy import Connection


class Migrations(Alembic):
    """Flask-Alembic, safe for tables that others point to.

    To change a table, SQLite makes it anew and drops the old one; with its foreign keys on that
    is refused as soon as a row elsewhere points to it. Inside a transaction they cannot be
    switched, so this is done around it.
    """

    def run_migrations(self, fn: Callable[..., Any], **kwargs: Any) -> None:  # noqa: ANN401 - as its base has it
        """Run them, on SQLite with its foreign keys off meanwhile."""
        connection = self.migration_context.connection
        if connection is None or connection.dialect.name != "sqlite":
            super().run_migrations(fn, **kwargs)
            return
        with _keys_off(connection):
            super().run_migrations(fn, **kwargs)


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

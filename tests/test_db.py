"""What the embedded database promises, as `create_app` sets it up."""

import pytest

from workbench.app import create_app
from workbench.config import Config
from workbench.db import extension


@pytest.mark.parametrize(
    ("pragma", "says"),
    [
        ("synchronous", 2),  # FULL: what was acknowledged is on the disk
        ("journal_mode", "wal"),
        ("foreign_keys", 1),
        ("busy_timeout", 10_000),
    ],
)
def test_what_was_acknowledged_lasts_and_writers_wait_for_one_another(tmp_path, pragma, says):
    database = f"sqlite:///{tmp_path / 'kept.sqlite'}"
    app = create_app(Config(secret_key="k" * 40, database=database, instance=tmp_path, tls=False))

    with app.app_context(), extension.engine.connect() as connection:
        found = connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
        connection.close()
        extension.engine.dispose()

    assert found == says

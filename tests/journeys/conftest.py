"""Journeys walk through the demo, loaded once and copied for each."""

import shutil
import sqlite3
from uuid import uuid4

import pytest
from support.pages import Browser

from workbench.app import create_app
from workbench.clock import today
from workbench.config import Config
from workbench.curricula.library import Library
from workbench.db import extension, transaction
from workbench.demo.cast import CURRICULUM
from workbench.demo.load import load


@pytest.fixture(scope="session")
def demo_file(sqlite, tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    url = sqlite.fresh()
    app = create_app(Config(secret_key="d" * 40, database=url, instance=folder, tls=False))
    with app.app_context(), transaction() as db:
        load(db, Library().latest(CURRICULUM), today("Europe/London"), lambda _name: None)
    with app.app_context():
        extension.engine.dispose()
    path = url.removeprefix("sqlite:///")
    sqlite3.connect(path).execute("PRAGMA wal_checkpoint(TRUNCATE)").connection.close()
    return path


@pytest.fixture
def database(demo_file, tmp_path):
    path = tmp_path / f"{uuid4().hex}.sqlite"
    shutil.copy(demo_file, path)
    return f"sqlite:///{path}"


@pytest.fixture
def visitor(app):
    return Browser(app)

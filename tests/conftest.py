"""What every test may ask for: an app on each database, rows, clients, pages."""

import os
from contextlib import contextmanager

import pytest
from hypothesis import settings
from sqlalchemy import event
from support.apps import quick_app
from support.asking import asking_on
from support.databases import DemoDatabase, PostgresDatabase, SqliteDatabase, postgres_answers
from support.make import Make
from support.pages import Browser

from workbench.config import Config
from workbench.db import extension

# A machine that is busy with other things is no fault of the code.
settings.register_profile("workbench", deadline=None)
settings.load_profile("workbench")

POSTGRES = os.environ.get(
    "WORKBENCH_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres"
)
POSTGRES_IS_REQUIRED = os.environ.get("WORKBENCH_REQUIRE_POSTGRES") == "1"


def pytest_collection_modifyitems(items):
    """What takes longest goes first, so that no worker is left with it alone at the end.

    On the second database the same lines are run again: they are traced on the first.
    """
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)
    for item in items:
        params = item.callspec.params if hasattr(item, "callspec") else {}
        if params.get("database") == "postgres" or params.get("asking") == "lasting_postgres":
            item.add_marker(pytest.mark.no_cover)


@pytest.fixture(autouse=True)
def _push_request_context():
    """Replace pytest-flask's: its shared context would sign every client in as the first."""


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory):
    return SqliteDatabase(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def demo(sqlite, tmp_path_factory):
    """Invented people and nine months of their work, loaded once: each call copies them."""
    demo = DemoDatabase(sqlite.fresh(), tmp_path_factory.mktemp("demo"))
    return demo.fresh


@pytest.fixture(scope="session")
def postgres(worker_id):
    if not postgres_answers(POSTGRES):
        if POSTGRES_IS_REQUIRED:
            pytest.fail(f"no PostgreSQL answers at {POSTGRES}, but it is required here")
        pytest.skip("no PostgreSQL answers; set WORKBENCH_TEST_POSTGRES")
    database = PostgresDatabase(POSTGRES, worker_id)
    yield database
    database.drop()


@pytest.fixture(params=["sqlite", "postgres"])
def database(request):
    """A fresh database, on each kind in turn."""
    return request.getfixturevalue(request.param).fresh()


@pytest.fixture
def config(database, tmp_path):
    return Config(
        secret_key="k" * 40, database=database, instance=tmp_path, tls=False, testing=True
    )


@pytest.fixture
def app(config):
    app = quick_app(config)
    yield app
    with app.app_context():
        extension.engine.dispose()


@pytest.fixture
def db(app):
    """A session of the test's own. It holds no app context, which requests would share."""
    with app.app_context():
        sessionmaker = extension.sessionmaker
    with sessionmaker() as session:
        yield session


@pytest.fixture
def make(db):
    """Makes committed rows, each with what it needs below it."""
    return Make(db)


@pytest.fixture
def signed_in(app, db):
    """A client on which a person is signed in; each call makes another."""
    return lambda person: Browser(app).carrying(db, person)


@pytest.fixture
def anonymous(app):
    return Browser(app)


@pytest.fixture
def statements(app):
    """Tells which statements the app sent to its database meanwhile."""

    @contextmanager
    def listening():
        with app.app_context():
            engine = extension.engine
        sent = []

        def note(_connection, _cursor, statement, *_rest):
            sent.append(statement)

        event.listen(engine, "before_cursor_execute", note)
        try:
            yield sent
        finally:
            event.remove(engine, "before_cursor_execute", note)

    return listening


@pytest.fixture(scope="session")
def lasting_postgres(postgres):
    """A second database, since every test empties the worker's first."""
    database = PostgresDatabase(postgres.server, "lasting")
    yield database
    database.drop()


@pytest.fixture(scope="session", params=["sqlite", "lasting_postgres"])
def asking(request, tmp_path_factory):
    """Asks in a whole training, made once on each database; what an answer changes is undone."""
    database = request.getfixturevalue(request.param).fresh()
    with asking_on(database, tmp_path_factory.mktemp("asking")) as asking:
        yield asking

"""A workbench of its own for a benchmark, and calling it as a server would."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from flask import Flask
from support.databases import migrate
from werkzeug.test import EnvironBuilder

from workbench.accounts.commands import open_web_session
from workbench.accounts.models import Person
from workbench.app import create_app
from workbench.clock import now, today
from workbench.config import Config
from workbench.curricula.activities import Mode
from workbench.db import extension
from workbench.hours.domain.entry import Standing
from workbench.hours.models import HoursEntry


@contextmanager
def workbench() -> Iterator[tuple[Flask, Any]]:
    """An app on a new SQLite database, and a session of it."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        url = f"sqlite:///{folder / 'bench.sqlite'}"
        migrate(url, folder)
        app = create_app(Config(secret_key="b" * 40, database=url, instance=folder, tls=False))
        with app.app_context():
            sessionmaker, engine = extension.sessionmaker, extension.engine
        with sessionmaker() as db:
            yield app, db
        engine.dispose()


def entries(enrolment_id: int, supervisor_id: int, count: int) -> Iterator[HoursEntry]:
    """So many entries of the last 250 days; one in nine waits for a countersignature."""
    for number in range(count):
        yield HoursEntry(
            enrolment_id=enrolment_id,
            activity="psychodynamic_therapy",
            worked_on=today("UTC") - timedelta(days=number % 250),
            minutes=50,
            mode=Mode.VIDEO,
            supervisor_id=supervisor_id,
            standing=Standing.COUNTERSIGNED if number % 9 else Standing.SUBMITTED,
            logged_at=now(),
            submitted_at=now(),
        )


def signed_in(app: Flask, db: Any, person: Person) -> str:
    """The cookie of a person who has just signed in."""
    token = open_web_session(db, person, shared=False, browser="bench", at=now())
    db.commit()
    client = app.test_client()
    with client.session_transaction() as kept:
        kept["_user_id"] = token
        kept["_fresh"] = True
    cookie = client.get_cookie("workbench")
    return f"workbench={cookie.value}" if cookie else ""


def opened(app: Flask, path: str, cookie: str) -> Callable[[], bytes]:
    """Calls the app as a server would, without a client between."""
    environ = EnvironBuilder(path=path, headers={"Cookie": cookie}).get_environ()

    def page() -> bytes:
        answer: list[str] = []
        body = app.wsgi_app(
            dict(environ), lambda status, *_: answer.append(status) or (lambda _: None)
        )
        content = b"".join(body)
        body.close()
        if not answer[0].startswith("200"):
            raise RuntimeError(answer[0])
        return content

    return page

"""A trainee's home with 400 entries, against a bare Flask and Jinja page of the same size."""

import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from flask import Flask, render_template
from jinja2 import DictLoader
from werkzeug.test import EnvironBuilder

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from support.databases import migrate
from support.make import Make

from bench.rounds import Line, rates
from workbench.accounts.commands import open_web_session
from workbench.accounts.models import Person
from workbench.app import create_app
from workbench.clock import now, today
from workbench.config import Config
from workbench.curricula.activities import Mode
from workbench.db import extension
from workbench.hours.domain.entry import Standing
from workbench.hours.models import HoursEntry

ENTRIES = 400
TIMES = 60
BARE = """<!doctype html><html lang="en-GB"><head><title>{{ title }}</title></head><body><table>
{% for row in rows %}<tr><th scope="row"><a href="{{ url_for('bare', n=loop.index) }}">
{{ row.day }}</a></th><td class="{{ row.kind }}">{{ row.words }}</td>
<td>{{ "%.1f"|format(row.minutes / 60) }}</td></tr>{% endfor %}</table></body></html>"""


def run() -> Iterator[Line]:
    """The rate of the page as a share of the bare page's."""
    with TemporaryDirectory() as folder:
        app, cookie = _workbench(Path(folder))
        page = _opened(app, "/", cookie)
        size = len(page())
        bare = _opened(_bare(size), "/", "")
        own, theirs = rates(lambda: _drop(page), lambda: _drop(bare), TIMES)
        with app.app_context():
            extension.engine.dispose()
    yield Line(
        what=f"Trainee's home, {ENTRIES} entries, {size / 1024:.0f} KB",
        ratio=own / theirs,
        asked="at least 0.35 of a bare page of the same size",
        measured=f"{own:.0f} and {theirs:.0f} pages a second on one core",
    )


def _drop(page: Callable[[], bytes]) -> None:
    page()


def _workbench(folder: Path) -> tuple[Flask, str]:
    url = f"sqlite:///{folder / 'bench.sqlite'}"
    migrate(url, folder)
    app = create_app(Config(secret_key="b" * 40, database=url, instance=folder, tls=False))
    with app.app_context():
        sessionmaker = extension.sessionmaker
    with sessionmaker() as db:
        make = Make(db)
        supervisor = make.person("Dr Anwar Ahmed")
        enrolment = make.enrolment(supervisor=supervisor)
        make.placement(enrolment)
        _cases(make, enrolment)
        db.add_all(_entries(enrolment.id, supervisor.id))
        db.commit()
        return app, _signed_in(app, db, enrolment.trainee)


def _cases(make: Make, enrolment: Any) -> None:
    for code in ("A7", "B2"):
        case = make.case(enrolment, code)
        for number in range(1, 13):
            make.therapy_session(case, number)


def _entries(enrolment_id: int, supervisor_id: int) -> Iterator[HoursEntry]:
    for number in range(ENTRIES):
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


def _signed_in(app: Flask, db: Any, person: Person) -> str:
    token = open_web_session(db, person, shared=False, browser="bench", at=now())
    db.commit()
    client = app.test_client()
    with client.session_transaction() as kept:
        kept["_user_id"] = token
        kept["_fresh"] = True
    cookie = client.get_cookie("workbench")
    return f"workbench={cookie.value}" if cookie else ""


def _opened(app: Flask, path: str, cookie: str) -> Callable[[], bytes]:
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


def _bare(size: int) -> Flask:
    app = Flask("bare")
    app.jinja_loader = DictLoader({"bare.html": BARE})
    row = {"day": "Fri 20 Nov", "kind": "draft", "words": "A7, session 9 & <DIT>", "minutes": 50}
    rows: list[dict[str, Any]] = []

    @app.get("/")
    def bare() -> str:
        return render_template("bare.html", title="Bare", rows=rows)

    with app.test_client() as client:
        while len(client.get("/").data) < size:
            rows.extend(row for _ in range(20))
    return app

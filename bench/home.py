"""A trainee's home with 400 entries, against a bare Flask and Jinja page of the same size."""

from collections.abc import Callable, Iterator
from typing import Any

from flask import Flask, render_template
from jinja2 import DictLoader
from support.make import Make

from bench.rounds import Line, rates
from bench.stage import entries, opened, signed_in, workbench

ENTRIES = 400
TIMES = 60
BARE = """<!doctype html><html lang="en-GB"><head><title>{{ title }}</title></head><body><table>
{% for row in rows %}<tr><th scope="row"><a href="{{ url_for('bare', n=loop.index) }}">
{{ row.day }}</a></th><td class="{{ row.kind }}">{{ row.words }}</td>
<td>{{ "%.1f"|format(row.minutes / 60) }}</td></tr>{% endfor %}</table></body></html>"""


def run() -> Iterator[Line]:
    """The rate of the page as a share of the bare page's."""
    with workbench() as (app, db):
        page = opened(app, "/", signed_in(app, db, _trainee(db)))
        size = len(page())
        bare = opened(_bare(size), "/", "")
        own, theirs = rates(lambda: _drop(page), lambda: _drop(bare), TIMES)
    yield Line(
        what=f"Trainee's home, {ENTRIES} entries, {size / 1024:.0f} KB",
        ratio=own / theirs,
        asked="at least 0.35 of a bare page of the same size",
        measured=f"{own:.0f} and {theirs:.0f} pages a second on one core",
    )


def _drop(page: Callable[[], bytes]) -> None:
    page()


def _trainee(db: Any) -> Any:
    make = Make(db)
    supervisor = make.person("Dr Anwar Ahmed")
    enrolment = make.enrolment(supervisor=supervisor)
    make.placement(enrolment)
    _cases(make, enrolment)
    db.add_all(entries(enrolment.id, supervisor.id, ENTRIES))
    db.commit()
    return enrolment.trainee


def _cases(make: Make, enrolment: Any) -> None:
    for code in ("A7", "B2"):
        case = make.case(enrolment, code)
        for number in range(1, 13):
            make.therapy_session(case, number)


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

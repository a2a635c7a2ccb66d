"""A cohort page of 50, among 100 trainees and among 10,000 with 400 entries each."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import inspect, text
from support.make import Make

from bench.rounds import Line, rates
from bench.stage import entries, opened, signed_in, workbench
from workbench.training.models import Cohort

COHORT = 50
FEW, MANY = 100, 10_000
ENTRIES = 400
TIMES = 20
CLONED = ("people", "enrolments", "hours_entries", "hour_totals", "kept_findings")
STEP = 10_000_000
"""How far the numbers of a clone's rows lie from those of the row it copies."""


def run() -> Iterator[Line]:
    """The cost of the page among many trainees as a multiple of its cost among few."""
    with workbench() as (small, few), workbench() as (large, many):
        page_of_few = opened(*_page(small, few, FEW))
        page_of_many = opened(*_page(large, many, MANY))
        rows = many.scalar(text("SELECT count(*) FROM hours_entries"))
        fast, slow = rates(lambda: _drop(page_of_few), lambda: _drop(page_of_many), TIMES)
    yield Line(
        what=f"Cohort of {COHORT} among {MANY} trainees, {rows} entries",
        ratio=fast / slow,
        asked=f"at most 1.15 times the cost among {FEW}",
        measured=f"{1000 / slow:.1f} and {1000 / fast:.1f} ms",
    )


def _drop(page: Any) -> None:
    page()


def _page(app: Any, db: Any, trainees: int) -> tuple[Any, str, str]:
    """The app, the address of a cohort's page, and the cookie of its administrator."""
    make = Make(db)
    cohort, supervisor = make.cohort(), make.person("Dr Anwar Ahmed")
    for _ in range(COHORT):
        enrolment = make.enrolment(cohort=cohort, supervisor=supervisor)
        db.add_all(entries(enrolment.id, supervisor.id, ENTRIES))
    db.commit()
    cookie = signed_in(app, db, make.administrator(cohort.provider))
    path = f"/cohorts/{cohort.id}"
    opened(app, path, cookie)()
    _clone(db, _next_year(db, cohort), trainees // COHORT - 1)
    return app, path, cookie


def _next_year(db: Any, cohort: Cohort) -> int:
    """Another cohort of the same programme."""
    other = Cohort(
        provider_id=cohort.provider_id,
        programme_id=cohort.programme_id,
        name="Next year",
        curriculum_key=cohort.curriculum_key,
        curriculum_version=cohort.curriculum_version,
        starts_on=cohort.starts_on,
        created_at=cohort.created_at,
    )
    db.add(other)
    db.commit()
    return other.id


def _clone(db: Any, cohort_id: int, times: int) -> None:
    """Copy the trainees so many times into another cohort, with all that the page could read."""
    for table in CLONED:
        columns = [column["name"] for column in inspect(db.get_bind()).get_columns(table)]
        copied = ", ".join(_copied(table, name, cohort_id) for name in columns)
        named = ", ".join(f'"{name}"' for name in columns)
        db.execute(
            text(
                f"INSERT INTO {table} ({named}) WITH RECURSIVE clone(n) AS "  # noqa: S608 - ours
                f"(SELECT 1 UNION ALL SELECT n + 1 FROM clone WHERE n < {times}) "
                f"SELECT {copied} FROM {table} AS t, clone WHERE {_trainees_only(table)}"
            )
        )
    db.execute(text("ANALYZE"))
    db.commit()


def _copied(table: str, column: str, cohort_id: int) -> str:
    match table, column:
        case _, "id" | "enrolment_id" | "trainee_id":
            return f't."{column}" + n * {STEP}'
        case _, "cohort_id":
            return str(cohort_id)
        case _, "email":
            return "n || t.email"
        case _:
            return f't."{column}"'


def _trainees_only(table: str) -> str:
    return "t.id IN (SELECT trainee_id FROM enrolments)" if table == "people" else "true"

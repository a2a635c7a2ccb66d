"""Commands about progress: facts held against a curriculum, and what is kept proved."""

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import click
import msgspec
from flask.cli import with_appcontext

from workbench.curricula.library import Library, UnreadableCurriculum, load_text
from workbench.curricula.model import Curriculum
from workbench.curricula.problems import Problem, nearest
from workbench.curricula.taking import NoSuchReading, taking
from workbench.db import session
from workbench.progress.checking import differences
from workbench.progress.domain.evaluate import evaluate
from workbench.progress.domain.facts import Facts
from workbench.progress.domain.outside import outside
from workbench.progress.domain.reading_out import read_out
from workbench.progress.domain.telling import told
from workbench.progress.facts_file import UnreadableFacts, read_facts
from workbench.progress.facts_schema import facts_schema
from workbench.web.curriculum import curriculum_of

REFUSED = 2


def _day(_context: click.Context, _option: click.Parameter, value: str) -> date:
    """A day such as 2026-11-21."""
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        message = f"“{value}” is no day: expected one such as 2026-11-21"
        raise click.BadParameter(message) from error


@click.group()
def progress() -> None:
    """Hold what happened in a training against what a curriculum asks."""


@progress.command("evaluate")
@click.option("--curriculum", "name", required=True, metavar="KEY, KEY-VERSION or FILE")
@click.option("--facts", "facts_file", required=True, metavar="FILE", help="JSON; - reads stdin.")
@click.option("--on", required=True, callback=_day, metavar="DATE", help="The day asked about.")
@click.option("--reading", "readings", multiple=True, metavar="QUESTION=READING")
@click.option("--folder", envvar="WORKBENCH_CURRICULA", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Everything that was found, as JSON.")
def evaluate_facts(  # noqa: PLR0913 - one for each option
    name: str,
    facts_file: str,
    on: date,
    readings: tuple[str, ...],
    folder: Path | None,
    *,
    as_json: bool,
) -> None:
    """Say how far each requirement is met on a day, why, and whose move is next.

    KEY takes the newest published version. Exit 0 whether the requirements are met or not, 2 where
    the curriculum, a reading or the facts cannot be read.
    """
    curriculum = _with_readings(_curriculum(name, folder), readings)
    facts = _facts(facts_file)
    gates, beside = evaluate(curriculum, facts, on=on), outside(curriculum, facts)
    if as_json:
        found = msgspec.json.encode(told(curriculum, gates, beside, on=on))
        click.echo(msgspec.json.format(found).decode())
    else:
        click.echo("\n".join(read_out(curriculum, gates, beside, on=on)))


@progress.command("facts-schema")
def print_schema() -> None:
    """The JSON Schema of a file of facts, as docs/facts.schema.json has it."""
    click.echo(facts_schema(), nl=False)


@progress.command("check-totals")
@with_appcontext
def check_totals() -> None:
    """Work out every kept total and finding anew, and name every difference. Exit 1 for any."""
    found = list(differences(session(), curriculum_of))
    for difference in found:
        click.echo(difference)
    if found:
        message = f"{len(found)} differences between what is kept and what happened."
        raise click.ClickException(message)
    click.echo("Everything that is kept is what happened.")


def _refuse(problems: Iterable[object]) -> SystemExit:
    for problem in problems:
        click.echo(str(problem), err=True)
    return SystemExit(REFUSED)


def _content(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise _refuse([Problem(file, "", f"cannot be read: {why}")]) from error


def _facts(file: str) -> Facts:
    try:
        return read_facts(_content(file), file=file)
    except UnreadableFacts as refused:
        raise _refuse(refused.problems) from refused


def _curriculum(name: str, folder: Path | None) -> Curriculum:
    try:
        if name.endswith(".toml") or Path(name).is_file():
            return load_text(_content(name), file=name)
        return _shelved(name, Library(folder))
    except UnreadableCurriculum as refused:
        raise _refuse(refused.problems) from refused


def _shelved(name: str, library: Library) -> Curriculum:
    """The newest published version of a key, or one version by its full name."""
    versions = {f"{each.key}-{each.version}": each for each in library.all()}
    found = library.latest(name) or versions.get(name)
    if found is not None:
        return found
    if drafts := [full for full, each in versions.items() if each.key == name]:
        raise _refuse([f"no version of “{name}” is published; there is {', '.join(drafts)}"])
    known = {each.key for each in versions.values()}
    raise _refuse([f"no curriculum is called “{name}”; {nearest(name, {*known, *versions})}"])


def _with_readings(curriculum: Curriculum, readings: Sequence[str]) -> Curriculum:
    chosen: dict[str, str] = {}
    for said in readings:
        question, is_pair, reading = said.partition("=")
        if not is_pair:
            raise _refuse([f"--reading {said}: expected QUESTION=READING"])
        if chosen.setdefault(question, reading) != reading:
            raise _refuse([f"--reading {said}: “{question}” is read as “{chosen[question]}” too"])
    try:
        return taking(curriculum, chosen)
    except NoSuchReading as unknown:
        raise _refuse([f"{curriculum.key} {curriculum.version}: {unknown}"]) from unknown

"""Commands about curriculum files."""

from pathlib import Path

import click

from workbench.clock import now
from workbench.curricula.exchange.case_export import case_json
from workbench.curricula.exchange.framework import UnreadableFile
from workbench.curricula.exchange.reading import read_draft
from workbench.curricula.library import Library, check, shipped_directory
from workbench.curricula.model import Curriculum


@click.group()
def curricula() -> None:
    """Look at the curricula, and check files of one's own."""


@curricula.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def check_files(files: tuple[Path, ...]) -> None:
    """Say what is wrong with curriculum FILES, or with those that are shipped. Exit 1 if any is."""
    looked_at = files or tuple(sorted(shipped_directory().glob("*.toml")))
    problems = check(looked_at)
    for problem in problems:
        click.echo(str(problem))
    if problems:
        raise SystemExit(1)
    click.echo(f"All is well with {len(looked_at)} of {len(looked_at)} files.")


@curricula.command("list")
@click.option(
    "--folder",
    envvar="WORKBENCH_CURRICULA",
    type=click.Path(path_type=Path),
    help="A folder of one's own beside what is shipped.",
)
def list_versions(folder: Path | None) -> None:
    """Every version that can be had, with its status."""
    for each in Library(folder).all():
        click.echo(f"{each.key}  {each.version}  {each.status}  {each.title}")


@curricula.command("export-case")
@click.argument("key")
@click.option("--version", help="The newest published one, if left out.")
@click.option("--output", type=click.Path(path_type=Path), help="A file instead of the screen.")
@click.option(
    "--folder",
    envvar="WORKBENCH_CURRICULA",
    type=click.Path(path_type=Path),
    help="A folder of one's own beside what is shipped.",
)
def export_case(key: str, version: str | None, output: Path | None, folder: Path | None) -> None:
    """The phases, tasks and scales of KEY as a CASE 1.1 package."""
    package = case_json(_wanted(Library(folder), key, version)).decode() + "\n"
    if output is None:
        click.echo(package, nl=False)
    else:
        output.write_text(package, "utf-8")


@curricula.command("draft")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--year", type=int, help="Begins the version where FILE has none like ours.")
@click.option("--output", type=click.Path(path_type=Path), help="A file instead of the screen.")
def draft_from(file: Path, year: int | None, output: Path | None) -> None:
    """The draft that a CASE package, a Moodle CSV or a Mahara matrix makes."""
    try:
        read = read_draft(file.read_bytes(), file.name, year=year or now().year)
    except UnreadableFile as refused:
        raise click.ClickException(str(refused)) from refused
    for remark in read.remarks:
        click.echo(remark, err=True)
    if output is None:
        click.echo(read.text, nl=False)
    else:
        output.write_text(read.text, "utf-8")


def _wanted(library: Library, key: str, version: str | None) -> Curriculum:
    found = library.get(key, version) if version else library.latest(key)
    if found is None:
        keys = ", ".join(dict.fromkeys(each.key for each in library.all()))
        message = f"There is no {' '.join(filter(None, (key, version)))}. There is: {keys}."
        raise click.ClickException(message)
    return found

"""Commands about curriculum files."""

from pathlib import Path

import click

from workbench.curricula.library import Library, check, shipped_directory


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

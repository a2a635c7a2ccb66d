"""Commands about documents."""

from typing import TextIO

import click

from workbench.documents.domain.reanchor_lines import placed_lines


@click.group()
def documents() -> None:
    """Look at how documents and their comments are handled."""


@documents.command()
@click.option("--jsonl", is_flag=True, required=True, help="Read and write lines of JSON.")
@click.argument("lines", type=click.File(encoding="utf-8"), default="-")
def reanchor(*, jsonl: bool, lines: TextIO) -> None:  # noqa: ARG001 - the one form there is so far
    """Place passages of one text in another.

    Reads LINES (standard input without it) with id, old, new, start and end in code points, and
    answers each with its status (carried, moved, orphaned) and its new start and end.
    """
    for line in placed_lines(lines):
        click.echo(line)

"""The command that shows what the gate would say about a text."""

import json
from typing import Any, TextIO

import click

from workbench.anonymisation.model import Report, Span
from workbench.anonymisation.scanning import scan


@click.command()
@click.option("--jsonl", is_flag=True, help="Read and write lines of JSON.")
@click.option("--explain", is_flag=True, help="Say of each passage why it is marked.")
@click.argument("file", type=click.File(encoding="utf-8"), default="-")
def anonymise(*, jsonl: bool, explain: bool, file: TextIO) -> None:
    """Mark what in FILE (standard input without it) may tell who somebody is.

    [[must go]] {{look at it}}. With --jsonl each line in has an id and a text, each line out the id
    and its spans, with offsets in code points. Nothing is stored.
    """
    try:
        if jsonl:
            _answer_lines(file, explain=explain)
        else:
            _show(file.read(), explain=explain)
    except UnicodeDecodeError as wrong:
        message = f"this is no text in UTF-8: {wrong.reason} at byte {wrong.start}"
        raise click.UsageError(message) from wrong


def _answer_lines(file: TextIO, *, explain: bool) -> None:
    """Answer each line of JSON with one, in their order, as soon as it is read."""
    for number, line in enumerate(file, start=1):
        if line.strip():
            click.echo(_answered(_asked(number, line), explain=explain))


def _asked(number: int, line: str) -> dict[str, Any]:
    """What a line asks. A line that is no question ends the command with its number."""
    try:
        asked = json.loads(line)
    except json.JSONDecodeError as wrong:
        message = f"line {number} is no JSON: {wrong.msg} at column {wrong.colno}"
        raise click.UsageError(message) from wrong
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        message = f'line {number} is no object with a "text" in words'
        raise click.UsageError(message)
    return asked


def _show(text: str, *, explain: bool) -> None:
    """Mark a text for a person, with what was found below it."""
    report = scan(text)
    click.echo(marked(text, report))
    for line in _explained(text, report) if explain else ():
        click.echo(line)
    for warning in report.warnings:
        click.echo(f"! {warning}")


def marked(text: str, report: Report) -> str:
    """A text with brackets around what was found."""
    parts, last = [], 0
    for span in report.spans:
        left, right = ("[[", "]]") if span.tier == 1 else ("{{", "}}")
        parts += [text[last : span.start], left, text[span.start : span.end], right]
        last = span.end
    return "".join([*parts, text[last:]])


def _answered(asked: dict[str, Any], *, explain: bool) -> str:
    spans = [_told(span, explain=explain) for span in scan(asked["text"]).spans]
    return json.dumps({"id": asked.get("id"), "spans": spans})


def _told(span: Span, *, explain: bool) -> dict[str, str | int]:
    told: dict[str, str | int] = {
        "start": span.start, "end": span.end, "label": span.label, "tier": int(span.tier),
    }  # fmt: skip
    if explain:
        told |= {"reason": span.reason, "replacement": span.replacement}
    return told


def _explained(text: str, report: Report) -> list[str]:
    return [
        f"{span.tier.value}  {text[span.start : span.end]!r}: {span.reason}"
        + (f" → {span.replacement}" if span.replacement else "")
        for span in report.spans
    ]

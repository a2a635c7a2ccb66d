"""The command that shows what the gate would say about a text."""

import json
from typing import TextIO

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
    if jsonl:
        for line in file:
            if line.strip():
                click.echo(_answered(json.loads(line), explain=explain))
        return
    text = file.read()
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


def _answered(asked: dict[str, str], *, explain: bool) -> str:
    spans = [_told(span, explain=explain) for span in scan(asked["text"]).spans]
    return json.dumps({"id": asked["id"], "spans": spans})


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

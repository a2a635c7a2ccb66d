"""A record as a table for people: CSV, with every formula made harmless. Pure."""

import csv
from collections.abc import Iterable, Sequence
from fractions import Fraction
from io import StringIO

from workbench.progress.domain import words
from workbench.records.domain.content import Content, Statement

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet calculate a cell, in half and full width."""

Row = Sequence[object]


def harmless(cell: object) -> str:
    """A cell that a spreadsheet shows as text and never calculates."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(DANGEROUS) else text


def written(rows: Iterable[Row]) -> bytes:
    """CSV that spreadsheets read as UTF-8, every cell quoted and harmless."""
    out = StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def record_table(statement: Statement, fingerprint: str) -> bytes:
    """The whole record: its head, its requirements, its totals, its rows."""
    content = statement.content
    return written(
        [
            *_head(statement, fingerprint),
            (),
            ("Requirement", "Rule", "Unit", "Needed", "Have", "Standing", "Met on"),
            *(
                (r.title, r.words, r.unit, r.needed, r.have, r.standing, r.met_on)
                for r in content.requirements
            ),
            (),
            ("Activity", "Entries", "Minutes", "Credited minutes", "Credited hours"),
            *((h.name, h.entries, h.minutes, h.credited, hours(h.credited)) for h in content.hours),
            (),
            *_rows(content),
        ]
    )


def hours(minutes: str) -> str:
    """Exact minutes as hours to one decimal, never more than was done."""
    return words.one_decimal(Fraction(minutes) / 60)


def _head(statement: Statement, fingerprint: str) -> list[Row]:
    content = statement.content
    return [
        ("Competency record", statement.number),
        ("Holder, as printed", content.holder),
        ("Certifies", content.certifies),
        ("Issued by", content.provider),
        ("Issued on", statement.issued_on),
        ("Signed for the provider by", statement.issued_by),
        ("Replaces", statement.replaces),
        ("Check it at", statement.address),
        ("Fingerprint (SHA-256)", fingerprint),
        ("Curriculum file (SHA-256)", content.curriculum.digest),
    ]


def _rows(content: Content) -> Iterable[Row]:
    yield (
        *("Row", "Date", "Activity", "Minutes", "Credited minutes", "Standing"),
        *("Countersigned by", "Countersigned on", "Corrects row", "Note on credit"),
    )
    for e in content.entries:
        yield (
            *(e.row, e.on, e.name, e.minutes, e.credited, e.standing),
            *(e.countersigned_by, e.countersigned_on, e.corrects, e.reason),
        )
    yield ()
    yield ("Case", "Standing", "Opened on", "Closed on", "Attended sessions")
    for k in content.cases:
        yield (k.case, k.standing, k.opened_on, k.closed_on, k.attended)
    yield ()
    yield ("Rated session: case", "Session", "Phase", "Rater", "Signed on", "Verdict")
    for r in content.ratings:
        yield (r.case, r.session, r.phase, r.rater, r.signed_on, r.verdict)
    yield ()
    yield ("Document", "Case", "Standing", "On")
    for d in content.documents:
        yield (d.name, d.case, d.standing, d.on)
    yield ()
    yield ("Milestone", "On")
    for m in content.milestones:
        yield (m.name, m.on)
    yield from _versions(content)
    yield from _vouched(content)


def _versions(content: Content) -> Iterable[Row]:
    if content.versions:
        yield ()
        yield ("Curriculum", "Version", "Since", "Until")
    for v in content.versions:
        yield (v.key, v.version, v.since, v.until)


def _vouched(content: Content) -> Iterable[Row]:
    if content.prior:
        yield ()
        yield ("Earlier hours", "Minutes", "From", "To", "Letter", "Verified by", "Verified on")
    for p in content.prior:
        yield (p.activity, p.minutes, p.since, p.until, p.document, p.verified_by, p.verified_on)
    if content.attestations:
        yield ()
        yield ("Signed for by", "From", "To", "Placement", "Signed on")
    for a in content.attestations:
        yield (a.by, a.since, a.until, a.placement, a.signed_on)

"""Checks a file against a sealed record, without any server. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.records.domain.canonical import digest
from workbench.records.domain.content import Statement
from workbench.records.domain.reading import named_in
from workbench.records.domain.sealing import PublicKey, is_signed, is_whole, opened


class Verdict(StrEnum):
    """What can be said of a file or a number."""

    VALID = "valid"
    SUPERSEDED = "superseded"
    REVOKED = "revoked"
    ALTERED = "altered"
    UNKNOWN = "unknown"
    """Not known; offline: cannot tell."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A verdict, the words that explain it, and the statement it is about where there is one."""

    verdict: Verdict
    words: str
    statement: Statement | None = None


NOT_SEALED = Checked(Verdict.UNKNOWN, "This is not the JSON file of a competency record.")
BROKEN = Checked(Verdict.ALTERED, "It names a record, but it is not the file that was issued.")


def check_sealed(content: bytes, keys: Sequence[PublicKey]) -> Checked:
    """The verdict on the bytes of a record's JSON file against the public keys one trusts."""
    record = opened(content)
    if record is None:
        return BROKEN if content[:1] == b"{" and named_in(content) else NOT_SEALED
    if not is_whole(record, content):
        return Checked(Verdict.ALTERED, "What it says does not match the fingerprint it states.")
    key = next((key for key in keys if key.kid == record.kid), None)
    if key is None:
        words = (
            f"It names the key {record.kid}, which is not among the keys it was checked against."
        )
        return Checked(Verdict.UNKNOWN, words)
    if not is_signed(record, key):
        return Checked(Verdict.ALTERED, "The signature is not that of the key it names.")
    return Checked(Verdict.VALID, "Signed by the key it names, and unchanged.", record.statement)


def check_beside(content: bytes, sealed: bytes, keys: Sequence[PublicKey]) -> Checked:
    """The verdict on another file of a record, by the digests in the record's JSON file."""
    checked = check_sealed(sealed, keys)
    record = opened(sealed)
    if record is None or checked.verdict is not Verdict.VALID:
        words = f"The record's JSON file does not hold. {checked.words}"
        return Checked(Verdict.UNKNOWN, words)
    if digest(content) in record.files.values():
        words = f"It is byte for byte the file issued with {record.statement.number}."
        return Checked(Verdict.VALID, words, record.statement)
    words = f"It is not the file issued with {record.statement.number}."
    return Checked(Verdict.ALTERED, words, record.statement)


def check_bundle(members: Mapping[str, bytes], keys: Sequence[PublicKey]) -> Checked:
    """The verdict on all files of a record together: every one of them, and no other."""
    inside = [(content, record) for content in members.values() if (record := opened(content))]
    if len(inside) != 1:
        return Checked(Verdict.UNKNOWN, "It does not hold the JSON file of one competency record.")
    [(content, record)] = inside
    checked = check_sealed(content, keys)
    if checked.verdict is not Verdict.VALID:
        return checked
    expected = {**record.files, f"{record.statement.number}.json": digest(content)}
    if {name: digest(member) for name, member in members.items()} == expected:
        words = f"All {len(members)} files are byte for byte as issued."
        return Checked(Verdict.VALID, words, record.statement)
    return Checked(Verdict.ALTERED, "A file in it is missing, added or changed.", record.statement)

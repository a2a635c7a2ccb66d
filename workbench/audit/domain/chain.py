"""The hash chain: each line's digest covers what it says and the digest before it. Pure."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256

GENESIS = "0" * 64
"""The digest before the first line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one line says."""

    number: int
    at: datetime
    actor_id: int | None
    provider_id: int | None
    enrolment_id: int | None
    deed: str
    subject: str
    details: Mapping[str, str | int | bool | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where the chain does not hold, in words."""

    number: int
    words: str


def digest_of(line: Line, previous: str) -> str:
    """SHA-256 over the line and the digest before it, as canonical JSON."""
    said = asdict(line) | {"at": line.at.isoformat(), "details": dict(line.details)}
    text = json.dumps([previous, said], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode()).hexdigest()


def first_fault(sealed: Iterable[tuple[Line, str, str]], *, head: tuple[int, str]) -> Fault | None:
    """The first place where the chain breaks, or None.

    `sealed` are (line, previous digest, digest) in order; `head` is the last number and digest
    as the writers keep them, so that a cut tail is seen as long as the head still stands.
    """
    number, previous = 0, GENESIS
    for line, said_previous, digest in sealed:
        if line.number != number + 1:
            return Fault(number + 1, f"line {number + 1} is missing")
        if said_previous != previous or digest_of(line, previous) != digest:
            return Fault(line.number, f"line {line.number} was changed after it was written")
        number, previous = line.number, digest
    if (number, previous) != head:
        return Fault(number + 1, f"the chain ends at line {number}, but its head says {head[0]}")
    return None

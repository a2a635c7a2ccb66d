"""What a signature says, over which rows, and how long it can be taken back. Pure."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from workbench.errors import Refusal

UNDO_FOR = timedelta(seconds=60)


class Sealed(Refusal):
    """The signature can no longer be taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedRow:
    """One entry as it stood when it was signed."""

    entry: int
    enrolment: int
    activity: str
    session: int | None
    worked_on: date
    minutes: int
    mode: str
    group_size: int | None
    corrects: int | None


def statement(count: int) -> str:
    """The words that are confirmed by signing so many entries."""
    if count == 1:
        what = "this entry is a true account of it"
    else:
        what = f"these {count} entries are a true account of it"
    return f"I confirm that I supervised this work, and that to my knowledge {what}."


def digest(words: str, signer: int, at: datetime, rows: Iterable[SignedRow]) -> str:
    """SHA-256 over the statement, who signed when, and every row in the order of its number."""
    signed = {
        "statement": words,
        "signer": signer,
        "at": at.isoformat(),
        "rows": [asdict(row) for row in sorted(rows, key=lambda row: row.entry)],
    }
    text = json.dumps(signed, sort_keys=True, separators=(",", ":"), default=date.isoformat)
    return sha256(text.encode()).hexdigest()


def check_undo(signed_at: datetime, undone_at: datetime | None, at: datetime) -> None:
    """Raise Sealed unless the signature is less than its minute old and still stands."""
    if undone_at is not None:
        message = "This signature was taken back already."
        raise Sealed(message)
    if at - signed_at > UNDO_FOR:
        message = (
            "The minute for taking this signature back is over, so it stands. "
            "If an entry is wrong, ask the trainee to correct it: both will stay visible."
        )
        raise Sealed(message)

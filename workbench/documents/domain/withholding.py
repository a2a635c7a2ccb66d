"""A version sent back for an identifying detail, and the clock of its correction. Pure."""

from datetime import datetime, timedelta

from workbench.anonymisation.blanking import Detail
from workbench.documents.domain.review import Stage
from workbench.errors import Refusal

MOST_DETAILS = 20
DETAIL_CHARACTERS = 200


class NotThere(Refusal):
    """The words that identify somebody do not stand in the version, or are none."""


def details_in(text: str, typed: str) -> Detail:
    """The details that a supervisor named, one to a line. Raises NotThere, and repeats none."""
    lines = [line.strip() for line in typed.splitlines() if line.strip()]
    if not lines:
        message = "Write the words that identify somebody, as they stand in the text."
        raise NotThere(message, field="words")
    if len(lines) > MOST_DETAILS or max(map(len, lines)) > DETAIL_CHARACTERS:
        message = (
            f"At most {MOST_DETAILS} details of {DETAIL_CHARACTERS} characters can be named at "
            "once. Name the words only, not the whole passage."
        )
        raise NotThere(message, field="words")
    missing = [number for number, line in enumerate(lines, 1) if not Detail([line]).is_in(text)]
    if missing:
        numbers = ", ".join(map(str, missing))
        message = f"Line {numbers} does not stand in this version in these words. Copy it from it."
        raise NotThere(message, field="words")
    return Detail(lines)


def after_withholding(stage: Stage, *, is_latest: bool) -> Stage:
    """Where sending back takes a document: to the trainee, if the latest version is withheld."""
    is_out = stage in {Stage.SUBMITTED, Stage.AGREED}
    return Stage.REVIEWED if is_latest and is_out else stage


def correct_by(at: datetime, hours: int | None) -> datetime | None:
    """When the curriculum's clock runs out; none where it has no clock."""
    return None if hours is None else at + timedelta(hours=hours)

"""Whether an issued record still stands, and when it may be issued or revoked. Pure."""

from enum import StrEnum

from workbench.errors import Refusal, StaleEdit
from workbench.progress.domain import words
from workbench.records.domain.content import Content

SHORTEST_REASON = 3


class Standing(StrEnum):
    """What became of a record after it was issued."""

    ISSUED = "issued"
    SUPERSEDED = "superseded"
    REVOKED = "revoked"


def standing_of(*, is_revoked: bool, is_superseded: bool) -> Standing:
    """The standing of a record. Revoked is the stronger word."""
    if is_revoked:
        return Standing.REVOKED
    return Standing.SUPERSEDED if is_superseded else Standing.ISSUED


def refuse_unmet(draft: Content) -> None:
    """Refuse to certify what is not there. Raises a Refusal that names what is missing."""
    if not draft.is_met:
        missing = words.listed([f"“{line.title}”" for line in draft.missing])
        message = f"“{draft.gate.name}” is not met yet: {missing} is still open."
        if len(draft.missing) > 1:
            message = f"“{draft.gate.name}” is not met yet: {missing} are still open."
        raise Refusal(message)


def refuse_unread(*, read: str, now: str) -> None:
    """Refuse to issue something else than what the person read. Raises a StaleEdit."""
    if read != now:
        message = (
            "Something changed since you opened this page: a figure moved, or a record was issued "
            "meanwhile. Nothing was issued. Please read it again as it stands now."
        )
        raise StaleEdit(message)


def refuse_to_revoke(standing: Standing, because: str) -> None:
    """Refuse to revoke twice, or without a reason. Raises a Refusal."""
    if standing is Standing.REVOKED:
        message = "This record is already revoked."
        raise Refusal(message)
    if len(because.strip()) < SHORTEST_REASON:
        message = "Say why it is revoked. Everybody who checks the record reads the reason."
        raise Refusal(message, field="because")

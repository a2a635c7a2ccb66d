"""Where an entry stands, and the moves between. Pure."""

from enum import StrEnum

from workbench.errors import Refusal


class Standing(StrEnum):
    """Where an entry stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    QUERIED = "queried"
    RETURNED = "returned"
    COUNTERSIGNED = "countersigned"
    WITHDRAWN = "withdrawn"


class VerdictKind(StrEnum):
    """What was said about an entry."""

    QUERY = "query"
    ANSWER = "answer"
    RETURN = "return"


WAITING = frozenset({Standing.SUBMITTED, Standing.QUERIED})
"""Standings that keep their place in a supervisor's queue."""

EDITABLE = frozenset({Standing.DRAFT, Standing.RETURNED})
"""Standings in which a trainee may still change an entry."""


class NotWaiting(Refusal):
    """The entry does not wait for a supervisor."""


class NotEditable(Refusal):
    """The entry can no longer be changed by its trainee."""


def submitted(standing: Standing) -> Standing:
    """Where sending takes an entry."""
    if standing not in EDITABLE:
        message = f"This entry is {standing}, so there is nothing to send."
        raise NotEditable(message)
    return Standing.SUBMITTED


def countersigned(standing: Standing) -> Standing:
    """Where a countersignature takes an entry."""
    if standing not in WAITING:
        message = f"This entry is {standing}, so there is nothing to countersign."
        raise NotWaiting(message)
    return Standing.COUNTERSIGNED


def queried(standing: Standing) -> Standing:
    """Where a question takes an entry; it keeps its place in the queue."""
    if standing not in WAITING:
        message = f"This entry is {standing}, so it cannot be queried."
        raise NotWaiting(message)
    return Standing.QUERIED


def answered(standing: Standing) -> Standing:
    """Where the trainee's answer takes a queried entry."""
    if standing is not Standing.QUERIED:
        message = f"This entry is {standing}; there is no open question to answer."
        raise NotWaiting(message)
    return Standing.SUBMITTED


def returned(standing: Standing) -> Standing:
    """Where sending back takes an entry."""
    if standing not in WAITING:
        message = f"This entry is {standing}, so it cannot be returned."
        raise NotWaiting(message)
    return Standing.RETURNED


def withdrawn(standing: Standing) -> Standing:
    """Where withdrawing takes an entry: it stays in the log and counts for nothing."""
    if standing in {Standing.COUNTERSIGNED, Standing.WITHDRAWN}:
        message = f"This entry is {standing}, so it cannot be withdrawn."
        raise NotEditable(message)
    return Standing.WITHDRAWN

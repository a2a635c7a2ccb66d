"""What may be sent as a version, and how it was made anonymous. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from workbench.anonymisation.gate import decided_in, gate
from workbench.errors import Refusal

SECTION_CHARACTERS = 20_000
"""The longest section that is kept: some ten printed sides."""

COMMENT_CHARACTERS = 4_000


class Method(StrEnum):
    """How a trainee made a document anonymous."""

    DISGUISE = "disguise"
    CONSENT = "consent"
    COMPOSITE = "composite"


class NothingNew(Refusal):
    """The draft says nothing that was not sent before."""


class NotSentYet(Refusal):
    """Others know nothing of the comment yet, so there is nothing to settle with them."""


class AlreadySent(Refusal):
    """The comment was sent, and what was sent stays as it is."""


class NewerVersion(Refusal):
    """A version came after the one that the person read."""


class CommentHeld(Refusal):
    """A comment holds what was not decided when it was kept: rules and pseudonyms change."""


class OutOfSight(Refusal):
    """The patient no longer agrees that others read what is written about them."""


class Recognisable(Refusal):
    """Somebody close to the patient would know who it is, and nobody asked the patient."""


def must_be_in_sight(code: str, withdrawn_on: date | None) -> None:
    """Refuse to send anything about a case whose patient no longer agrees to it."""
    if withdrawn_on is not None:
        message = (
            f"The patient of case {code} no longer agrees that others read what is written, so "
            "nothing was sent. The draft stays, and only you can read it."
        )
        raise OutOfSight(message)


def must_be_unrecognisable(method: Method, *, is_recognisable: bool) -> None:
    """Refuse what a sister would recognise, unless the patient agreed to it."""
    if is_recognisable and method is not Method.CONSENT:
        message = (
            "Then change what they would know it by, and send it after that. Where the "
            "patient has agreed, it may go as it is: choose consent as the method."
        )
        raise Recognisable(message, field="recognised")


def must_be_new(draft: Mapping[str, str], last: Mapping[str, str] | None) -> None:
    """Refuse an empty draft, and one without a change since the last version."""
    if not any(text.strip() for text in draft.values()):
        message = "There is nothing to send yet: every part is empty."
        raise NothingNew(message)
    if last is not None and all(draft.get(key, "") == text for key, text in last.items()):
        message = (
            "Nothing has changed since the last version, so there is nothing new to send. "
            "Change the draft first, or answer the comments where they stand."
        )
        raise NothingNew(message)


def is_held(words: str, report: Mapping[str, Any] | None, agreed: frozenset[str]) -> bool:
    """Whether the gate finds in a comment what it did not show when the comment was kept."""
    found = gate([("words", words)], decided_in(report), agreed)
    shown = sum(report["found"]["look at"].values()) if report else 0
    return bool(found.must_go) or len(found.to_look) > shown


def none_may_be_held(held: Sequence[object]) -> None:
    """Refuse to send a review while comments of it stand at the gate."""
    if held:
        message = (
            "Nothing was sent, and every comment is kept. The gate finds now what it did not find "
            "when you kept them: its rules, or the agreed pseudonyms, have changed since."
        )
        raise CommentHeld(message)

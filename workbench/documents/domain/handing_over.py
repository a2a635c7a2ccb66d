"""Whether the patient got the letter: in which session, or why not. Pure."""

from collections.abc import Collection
from enum import StrEnum

from workbench.documents.domain.review import Stage
from workbench.errors import Refusal


class Handing(StrEnum):
    """What became of a letter. The letter itself is never kept here."""

    GIVEN = "given"
    BROKEN_OFF = "broken_off"
    DECLINED = "declined"
    DECIDED_AGAINST = "decided_against"


class CannotBeHanded(Refusal):
    """What is said of the letter cannot be so."""


def check_is_letter(*, is_letter: bool) -> None:
    """Refuse to say of anything but a letter what became of it."""
    if not is_letter:
        message = "Only a letter is given to a patient."
        raise CannotBeHanded(message, field="handing")


def check_handing(
    handing: Handing, session: int | None, *, stage: Stage, held: Collection[int]
) -> int | None:
    """The session in which it was given; None where it was not. Raises CannotBeHanded."""
    if handing is not Handing.GIVEN:
        return None
    if stage is not Stage.AGREED:
        message = "The letter is not agreed yet. It is given once your supervisor agrees to it."
        raise CannotBeHanded(message, field="handing")
    if session not in held:
        message = "Say in which session you gave it: one that took place."
        raise CannotBeHanded(message, field="session")
    return session

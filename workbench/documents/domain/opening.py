"""When a document may be begun. Pure."""

from workbench.curricula.materials import DocumentKind
from workbench.curricula.model import Curriculum
from workbench.errors import Refusal


class NotOpenYet(Refusal):
    """The therapy has not come to the phase in which such a document is written."""


def opens_at(kind: DocumentKind, curriculum: Curriculum) -> int:
    """The first session of the phase in which a kind of document is written; 1 if any will do."""
    phase = curriculum.phase(kind.when.phase) if kind.when and kind.when.phase else None
    return phase.first if phase else 1


def must_be_open(
    kind: DocumentKind, curriculum: Curriculum, *, case: str, held: int, is_closed: bool
) -> None:
    """Refuse a document before the session next to be held is one of its phase.

    A therapy that was closed early may need its letter at once. Raises NotOpenYet.
    """
    first = opens_at(kind, curriculum)
    if is_closed or held + 1 >= first:
        return
    message = (
        f"{kind.name}: this opens when session {first} is next. Case {case} is at session {held}."
    )
    raise NotOpenYet(message)

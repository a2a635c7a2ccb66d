"""Where a thread stands in the next version, given where it stood before. Pure."""

from dataclasses import dataclass

from workbench.documents.domain.anchors import PlaceStatus
from workbench.documents.domain.reanchor import Placer


@dataclass(frozen=True, slots=True)
class Stood:
    """Where a thread stood in a version; nowhere if its passage was gone there."""

    status: PlaceStatus
    start: int | None
    end: int | None


GONE = Stood(PlaceStatus.ORPHANED, None, None)


def next_place(placer: Placer, before: Stood) -> Stood:
    """The place in the next version. What was a guess before stays one until it is checked."""
    if before.start is None or before.end is None:
        return GONE
    found = placer.place(before.start, before.end)
    is_guess = before.status is PlaceStatus.MOVED and found.status is PlaceStatus.CARRIED
    return Stood(PlaceStatus.MOVED if is_guess else found.status, found.start, found.end)

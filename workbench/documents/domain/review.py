"""Where a document and its threads stand, and the moves between. Pure."""

from enum import StrEnum

from workbench.documents.domain.anchors import PlaceStatus
from workbench.errors import Refusal


class Stage(StrEnum):
    """How far a document has come.

    Reviewed means sent back with comments. Agreed is what a supervisor said of one version.
    """

    DRAFT = "draft"
    SUBMITTED = "submitted"
    REVIEWED = "reviewed"
    AGREED = "agreed"


class ReviewVerdict(StrEnum):
    """What a supervisor says of a version as a whole."""

    FINE = "fine"
    REVISE = "revise"


class ThreadStanding(StrEnum):
    """Whether a conversation goes on. Resolving hides nothing and deletes nothing."""

    OPEN = "open"
    RESOLVED = "resolved"


class NotWithTrainee(Refusal):
    """There is nothing to send: the document waits for a supervisor, or is agreed."""


class NotWithSupervisor(Refusal):
    """There is no version that waits for a review."""


class ReviewUnfinished(Refusal):
    """The review lacks what the trainee needs from it."""


class NotAgreed(Refusal):
    """The document is not agreed, so there is no agreement to open again."""


class ThreadMoved(Refusal):
    """The thread, or its place, is no longer as it was when the person saw it."""


def submitted(stage: Stage) -> Stage:
    """Where sending a version takes a document."""
    if stage is Stage.SUBMITTED:
        message = "A version is with your supervisor. You can send the next when it comes back."
        raise NotWithTrainee(message)
    if stage is Stage.AGREED:
        message = "This document is agreed. Open it again before you send another version."
        raise NotWithTrainee(message)
    return Stage.SUBMITTED


def reviewed(stage: Stage, verdict: ReviewVerdict | None, *, comments: int) -> Stage:
    """Where a review takes a document: `fine` makes it agreed, `revise` hands it back.

    `comments` counts what the review says and the threads still open: with none of them a trainee
    who is asked to revise would not know what.
    """
    if stage is not Stage.SUBMITTED:
        message = f"This document is {stage}, so no version of it waits for your review."
        raise NotWithSupervisor(message)
    if verdict is None:
        message = "Say whether it is fine as it is, or to be revised."
        raise ReviewUnfinished(message, field="verdict")
    if verdict is ReviewVerdict.FINE:
        return Stage.AGREED
    if not comments:
        message = "Add at least one comment, so that it is clear what to revise."
        raise ReviewUnfinished(message, field="verdict")
    return Stage.REVIEWED


def reopened(stage: Stage) -> Stage:
    """Where opening an agreed document again takes it, as at a mid-point review."""
    if stage is not Stage.AGREED:
        message = f"This document is {stage}, so it need not be opened again."
        raise NotAgreed(message)
    return Stage.REVIEWED


def answered(standing: ThreadStanding) -> ThreadStanding:
    """Where another comment leaves a thread."""
    if standing is ThreadStanding.RESOLVED:
        message = "This thread is resolved. Open it again to go on with it."
        raise ThreadMoved(message)
    return standing


def resolved(standing: ThreadStanding) -> ThreadStanding:
    """Where closing takes a thread."""
    if standing is ThreadStanding.RESOLVED:
        message = "This thread is resolved already."
        raise ThreadMoved(message)
    return ThreadStanding.RESOLVED


def thread_reopened(standing: ThreadStanding) -> ThreadStanding:
    """Where opening again takes a thread."""
    if standing is ThreadStanding.OPEN:
        message = "This thread is open already."
        raise ThreadMoved(message)
    return ThreadStanding.OPEN


def confirmed(status: PlaceStatus) -> PlaceStatus:
    """What a guessed place becomes when a person says that it is right."""
    _refuse_unless_guessed(status)
    return PlaceStatus.CARRIED


def rejected(status: PlaceStatus) -> PlaceStatus:
    """What a guessed place becomes when a person says that it is not there."""
    _refuse_unless_guessed(status)
    return PlaceStatus.ORPHANED


def attached(status: PlaceStatus) -> PlaceStatus:
    """What the place of a thread becomes when a person chooses a passage for it."""
    if status not in (PlaceStatus.MOVED, PlaceStatus.ORPHANED):
        message = "This comment stands at its passage, so it cannot be attached to another one."
        raise ThreadMoved(message)
    return PlaceStatus.MADE


def _refuse_unless_guessed(status: PlaceStatus) -> None:
    if status is not PlaceStatus.MOVED:
        message = "There is nothing to check here any more: somebody settled this place before you."
        raise ThreadMoved(message)

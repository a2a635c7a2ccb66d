"""When a rating may be changed or signed. Pure."""

from workbench.adherence.domain.score import RatingStanding
from workbench.errors import Refusal, StaleEdit


class AlreadySigned(Refusal):
    """A signed rating is never changed."""


class MissedSession(Refusal):
    """Nothing took place that could be rated."""


class ConsentWithdrawn(Refusal):
    """The patient no longer agrees to recordings."""


def still_open(standing: RatingStanding) -> None:
    """Raises AlreadySigned for a signed rating."""
    if standing is RatingStanding.SIGNED:
        message = "This rating is signed, so it is not changed any more. A new one can be begun."
        raise AlreadySigned(message)


def same_version(stored: int, carried: int) -> None:
    """Raises StaleEdit where the rating was saved elsewhere since the page was opened."""
    if stored != carried:
        message = (
            "This rating was saved somewhere else after you opened it, perhaps in another tab. "
            "Nothing was overwritten: what you chose here is below, to compare."
        )
        raise StaleEdit(message)

"""Numbers, totals and endings of a case: what may be recorded. Pure."""

from collections.abc import Collection, Iterable

from workbench.curricula.materials import Measure
from workbench.errors import Refusal

MOST_SESSIONS = 200
"""Far beyond any brief therapy; a number above it is a slip of the finger."""


class BadNumber(Refusal):
    """A number that no session of the case can take."""

    def __init__(self, message: str) -> None:
        super().__init__(message, field="number")


class BadTotal(Refusal):
    """A total that the measure cannot reach."""


class ClosedCase(Refusal):
    """The case has ended, so nothing more is recorded on it."""


def next_number(taken: Iterable[int]) -> int:
    """The number of the coming session: missed sessions have taken theirs."""
    return max(taken, default=0) + 1


def free_number(number: int, taken: Collection[int]) -> int:
    """The number, unless another session has it. Raises BadNumber."""
    if not 1 <= number <= MOST_SESSIONS:
        message = f"A session number lies between 1 and {MOST_SESSIONS}."
        raise BadNumber(message)
    if number in taken:
        message = (
            f"Session {number} is already recorded. The next free number is {next_number(taken)}."
        )
        raise BadNumber(message)
    return number


def possible_total(measure: Measure, total: int) -> int:
    """The total, where the measure can reach it. Raises BadTotal at the measure's field."""
    if not measure.minimum <= total <= measure.maximum:
        message = (
            f"A {measure.name} total lies between {measure.minimum} and {measure.maximum}, "
            f"so {total} cannot be right."
        )
        raise BadTotal(message, field=measure.key)
    return total

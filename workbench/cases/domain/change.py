"""What the totals of an outcome measure say, in words: change, reliable or not, and caseness. Pure.

Reliable change and caseness are the curriculum's numbers (see `Measure`); "first" is the earliest
total there is. A session without a total is a gap, never nought.
"""

from collections.abc import Sequence

from workbench.curricula.materials import Measure

Totals = Sequence[tuple[int, int]]
"""(session number, total), in order."""


def said(measure: Measure, totals: Totals) -> str:
    """One sentence for the curve: "18 at session 1, 11 at session 9: a reliable fall of 7."."""
    if not totals:
        return "No total yet."
    (first_session, first), (last_session, last) = totals[0], totals[-1]
    if len(totals) == 1:
        return f"{first} at session {first_session}{_side(measure, first)}."
    begun = f"{first} at session {first_session}, {last} at session {last_session}"
    return f"{begun}: {_change(measure, last - first)}{_side(measure, last)}."


def is_reliable(measure: Measure, difference: int) -> bool:
    """Whether a difference is more than measurement error."""
    return abs(difference) >= measure.reliable_change


def _change(measure: Measure, difference: int) -> str:
    if not is_reliable(measure, difference):
        return "no reliable change"
    return f"a reliable {'rise' if difference > 0 else 'fall'} of {abs(difference)}"


def _side(measure: Measure, total: int) -> str:
    return f", {'at or above' if total >= measure.caseness else 'below'} the caseness line"

"""What the curriculum's pass rule says of a rating, exactly. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from workbench.adherence.domain.form import Item, RatingForm
from workbench.adherence.domain.giving import Given
from workbench.adherence.domain.score import Answer
from workbench.curricula.materials import PassRule

PASSED, NOT_PASSED = "passed", "not_passed"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The rule's verdict with its reason; no verdict where nothing was scored or no rule is set."""

    verdict: str | None
    words: str
    points: int = 0
    """The sum of what counts; divided by `tasks` it is the exact mean."""
    tasks: int = 0
    """How many tasks count."""


def judge(form: RatingForm, givens: Mapping[str, Given]) -> Judgement:
    """Hold the scores against the pass rule of the tasks' last scale.

    A task that was due and not done counts as the scale's lowest value; one that was not due, or
    left on purpose, is left out. A share of the points is compared as a fraction: 49.9 per cent
    is not half.
    """
    rule = _rule(form)
    scored = _scored(form, givens)
    if not scored:
        return Judgement(None, "No task was scored, so the pass rule says nothing.")
    points = sum(value for _, value in scored)
    if rule is None:
        return Judgement(None, "This curriculum sets no pass rule.", points, len(scored))
    return Judgement(*_judged(rule, scored), points, len(scored))


def mean(form: RatingForm, givens: Mapping[str, Given]) -> Fraction | None:
    """The mean of the values that count, or None where none does."""
    scored = _scored(form, givens)
    return Fraction(sum(value for _, value in scored), len(scored)) if scored else None


def counted(item: Item, given: Given) -> int | None:
    """The task's value on its last scale, or None where it is left out of the total.

    An answer beside the points counts as the curriculum says. A task that was not there at all is
    not asked for its skill, and counts as the lowest.
    """
    if given.answer is not Answer.SCORED:
        beside = (one.scores for one in item.first.scale.answers if one.kind.value == given.answer)
        return next(beside, None)
    if item.second is None:
        return given.first
    return item.second.scale.lowest if given.second is None else given.second


def _scored(form: RatingForm, givens: Mapping[str, Given]) -> list[tuple[Item, int]]:
    values = ((item, counted(item, givens[item.task.key])) for item in form.items)
    return [(item, value) for item, value in values if value is not None]


def _rule(form: RatingForm) -> PassRule | None:
    rules = (item.scales[-1].scale.pass_rule for item in form.items)
    return next((rule for rule in rules if rule is not None), None)


def _judged(rule: PassRule, scored: list[tuple[Item, int]]) -> tuple[str, str]:
    """The verdict and its reason."""
    got = sum(value for _, value in scored)
    most = sum(item.scales[-1].scale.highest for item, _ in scored)
    said = f"{got} of {most} points, {floor_percent(got, most)} per cent"
    if got * 100 < rule.percent * most:
        return NOT_PASSED, f"{said}; {rule.percent} per cent are asked for."
    low = [item for item, value in scored if _is_under(rule, item, value)]
    if low:
        names = ", ".join(item.task.label for item in low)
        return NOT_PASSED, f"{said}, but under {rule.floor}: {names}."[:400]
    return PASSED, f"{said}, and nothing that counts is under {rule.floor}."


def _is_under(rule: PassRule, item: Item, value: int) -> bool:
    return value < rule.floor and (item.task.core or not rule.core_only)


def floor_percent(got: int, most: int) -> int:
    """The share in whole per cent, rounded down, so that it never reads as a pass it is not."""
    return got * 100 // most

"""Do the requirements of hours ask for something that the curriculum has? Pure."""

from collections.abc import Iterator, Mapping

from workbench.curricula.asked import Asked, Stretch
from workbench.curricula.asked_hours import (
    Cap,
    Duration,
    HoursInSpan,
    HoursPerYear,
    HoursShare,
    HoursTotal,
    Prior,
    ShareOf,
)
from workbench.curricula.asking_logged import Ask, Check, logged
from workbench.curricula.misfits import Misfit, strangers

WHOLE = 100


def _of_activities(ask: Ask, asked: HoursPerYear | Duration) -> Iterator[Misfit]:
    yield from logged(ask, "activities", asked.activities)


def _stretch(ask: Ask, stretch: Stretch) -> Iterator[Misfit]:
    yield from ask.milestones("from_milestone", [stretch.from_milestone])
    yield from ask.milestones("to_milestone", [stretch.to_milestone])
    if stretch.from_next_day and stretch.from_milestone is None:
        yield ask.here("from_next_day", "says nothing without a from_milestone; leave it out")


def _total(ask: Ask, asked: HoursTotal) -> Iterator[Misfit]:
    yield from logged(ask, "activities", asked.activities)
    yield from _stretch(ask, asked.stretch)
    for number, cap in enumerate(asked.caps, start=1):
        yield from _cap(ask, asked, cap, number)
    if sum(cap.share_of is ShareOf.COUNTED for cap in asked.caps) > 1:
        yield ask.here("caps", "only one of them can be a share of what counts")
    if asked.prior_most is not None and asked.prior is Prior.DOES_NOT:
        yield ask.here("prior_most", "says nothing where earlier years do not count; leave it out")


def _cap(ask: Ask, asked: HoursTotal, cap: Cap, number: int) -> Iterator[Misfit]:
    field = f"caps, number {number}"
    yield from strangers((*ask.place, field, "activities"), cap.activities, asked.activities)
    if (cap.hours is None) == (cap.percent is None):
        yield ask.here(field, "give one of hours and percent: how much may count?")
    if cap.hours is not None and cap.share_of is not ShareOf.REQUIRED:
        yield ask.here(field, "share_of says nothing without percent; leave it out")
    if set(cap.activities) >= set(asked.activities) and _is_too_small(cap, asked):
        yield ask.here(field, f"leaves nothing with which {asked.hours} hours could be reached")


def _is_too_small(cap: Cap, asked: HoursTotal) -> bool:
    """Whether a cap on everything keeps the total out of reach."""
    if cap.hours is not None:
        return cap.hours < asked.hours
    return cap.share_of is not ShareOf.LOGGED and (cap.percent or WHOLE) < WHOLE


def _in_span(ask: Ask, asked: HoursInSpan) -> Iterator[Misfit]:
    yield from logged(ask, "activities", asked.activities)
    yield from _stretch(ask, asked.stretch)
    if asked.least_months > asked.most_months:
        yield ask.here(
            "least_months", f"{asked.least_months} is more than most_months, {asked.most_months}"
        )


def _share(ask: Ask, asked: HoursShare) -> Iterator[Misfit]:
    yield from logged(ask, "activities", asked.activities)
    yield from logged(ask, "of", asked.of)
    yield from _stretch(ask, asked.stretch)
    percents = (asked.least_percent, asked.most_percent)
    if (asked.least_hours, asked.most_hours, *percents) == (None,) * 4:
        yield ask.here(
            "least_hours",
            "give at least one of least_hours, most_hours, least_percent and most_percent",
        )
    if percents != (None, None) and not asked.of:
        yield ask.here("of", "is missing: a percent of the hours of which activities?")
    if percents == (None, None) and asked.of:
        yield ask.here("of", "says nothing without a percent; leave it out")
    yield from _in_order(ask, "hours", asked.least_hours, asked.most_hours)
    yield from _in_order(ask, "percent", *percents)


def _in_order(ask: Ask, unit: str, least: int | None, most: int | None) -> Iterator[Misfit]:
    if least is not None and most is not None and least > most:
        yield ask.here(f"least_{unit}", f"{least} is more than most_{unit}, {most}")


CHECKS: Mapping[type[Asked], Check] = {
    Duration: _of_activities,
    HoursInSpan: _in_span,
    HoursPerYear: _of_activities,
    HoursShare: _share,
    HoursTotal: _total,
}

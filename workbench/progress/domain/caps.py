"""At most so much of a total may come from some of its activities. Pure."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import accumulate

from workbench.curricula.asked_hours import Cap, HoursTotal, ShareOf
from workbench.progress.domain.credit import HOUR, IN_ORDER, NONE, Credit, Place
from workbench.progress.domain.evidence import tally
from workbench.progress.domain.reasons import Reason

WHOLE = 100

Sums = Mapping[Place, Fraction]


def capped(asked: HoursTotal, credited: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """The same entries, what is over left out from the latest backwards.

    What is countersigned fills a cap before what waits, and what waits before what is drafted. A
    share of what counts comes last, because it depends on what the others leave.
    """
    logged = _sums(credited)
    for cap in sorted(asked.caps, key=lambda cap: cap.share_of is ShareOf.COUNTED):
        credited = _under(cap, asked, credited, logged)
    return credited


def _under(
    cap: Cap, asked: HoursTotal, credited: tuple[Credit, ...], logged: Sums
) -> tuple[Credit, ...]:
    chosen = [one for one in credited if one.counts and one.entry.activity in cap.activities]
    rest = _sums([one for one in credited if one.entry.activity not in cap.activities])
    limits = {place: _limit(cap, asked, rest[place], logged[place]) for place in IN_ORDER}
    there = _sums(chosen)
    if all(limit is None or there[place] <= limit for place, limit in limits.items()):
        return credited
    kept = _filled(chosen, limits)
    return tuple(kept.get(id(one), one) for one in credited)


def _filled(
    chosen: Sequence[Credit], limits: Mapping[Place, Fraction | None]
) -> Mapping[int, Credit]:
    """Each of the capped entries with what is kept of it."""
    used = NONE
    kept: dict[int, Credit] = {}
    for place, limit in limits.items():
        for one in chosen:
            if one.place is place and limit is not None:
                cut = one.cut(min(one.minutes, max(limit - used, NONE)), Reason.CAPPED)
                used += cut.minutes
                kept[id(one)] = cut
    return kept


def _limit(cap: Cap, asked: HoursTotal, rest: Fraction, logged: Fraction) -> Fraction | None:
    """How many minutes may count; None where the share is the whole."""
    if cap.percent is None:
        return Fraction((cap.hours or 0) * HOUR)
    share = Fraction(cap.percent, WHOLE)
    match cap.share_of:
        case ShareOf.REQUIRED:
            return share * asked.minutes
        case ShareOf.LOGGED:
            return share * logged
        case _:
            return None if share == 1 else share / (1 - share) * rest


def _sums(credited: Sequence[Credit]) -> Sums:
    """What has come at least so far, in credited minutes."""
    sums = tally(tuple(credited))
    amounts = accumulate((sums.have, sums.waiting, sums.draft))
    return dict(zip(IN_ORDER, amounts, strict=True))

"""At most so much of a total may come from some of its activities. Pure."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from workbench.curricula.asked_hours import Cap, HoursTotal, ShareOf
from workbench.progress.domain.credit import IN_ORDER, NONE, Credit, Place
from workbench.progress.domain.reasons import Reason

HOUR = 60
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
    rest = _sums(one for one in credited if one.entry.activity not in cap.activities)
    chosen = [one for one in credited if one.counts and one.entry.activity in cap.activities]
    used = NONE
    left: dict[int, Credit] = {}
    for place in IN_ORDER:
        limit = _limit(cap, asked, rest[place], logged[place])
        for one in chosen:
            if one.place is place and limit is not None:
                kept = one.cut(min(one.minutes, max(limit - used, NONE)), Reason.CAPPED)
                used += kept.minutes
                left[id(one)] = kept
    return tuple(left.get(id(one), one) for one in credited)


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
        case ShareOf.COUNTED:
            return None if share == 1 else share / (1 - share) * rest


def _sums(credited: Iterable[Credit]) -> Sums:
    """What has come at least so far, in credited minutes."""
    sums = dict.fromkeys(IN_ORDER, NONE)
    for one in credited:
        for place in IN_ORDER:
            if one.place >= place:
                sums[place] += one.minutes
    return sums

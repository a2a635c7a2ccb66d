"""Hours of earlier years that a letter attests. Pure.

A letter is read as one entry of the log: countersigned once somebody has verified it, dated on the
last day that it attests. It counts whole or not at all, because nobody can say which of its hours
lie where.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from workbench.curricula.asked_hours import HoursTotal, Prior
from workbench.progress.domain.credit import HOUR, NONE, Credit, Place
from workbench.progress.domain.evidence import Evidence
from workbench.progress.domain.facts import EntryFact, EntryStanding, PriorFact
from workbench.progress.domain.reasons import Reason
from workbench.progress.domain.stretches import Days


def with_letters(
    asked: HoursTotal, days: Days, credited: tuple[Credit, ...], evidence: Evidence
) -> tuple[Credit, ...]:
    """The entries and the letters about the same activities, by day."""
    about = [one for one in evidence.facts.prior if one.activity in asked.activities]
    if not about:
        return credited
    letters = list(_up_to(asked, _judged(asked, days, about, credited, on=evidence.on)))
    return tuple(sorted((*credited, *letters), key=lambda one: (one.entry.on, one.entry.id)))


def _judged(
    asked: HoursTotal,
    days: Days,
    about: Sequence[PriorFact],
    credited: Iterable[Credit],
    *,
    on: date,
) -> Sequence[Credit]:
    """Those that have come furthest first, then the earliest."""
    in_log = {(one.entry.activity, one.entry.on) for one in credited if one.place >= Place.WAITING}
    judged: list[Credit] = []
    counting: list[PriorFact] = []
    for letter in sorted(about, key=lambda one: (not _is_verified(one, on), one.start, one.id)):
        reason = _outside(asked, days, letter, on) or _beside(letter, in_log, counting, on)
        judged.append(_credit(letter, reason, on))
        if reason is None:
            counting.append(letter)
    return judged


def _credit(letter: PriorFact, reason: Reason | None, on: date) -> Credit:
    verified = _is_verified(letter, on)
    entry = EntryFact(
        id=letter.id,
        activity=letter.activity,
        on=letter.end or letter.start,
        minutes=letter.minutes,
        standing=EntryStanding.COUNTERSIGNED if verified else EntryStanding.SUBMITTED,
    )
    if reason is not None:
        return Credit(entry, Place.OUT, NONE, reason, is_letter=True)
    place = Place.COUNTERSIGNED if verified else Place.WAITING
    return Credit(entry, place, Fraction(letter.minutes), is_letter=True)


def _is_verified(letter: PriorFact, on: date) -> bool:
    """Somebody has verified it, on a day that has come; a day alone says so too."""
    if letter.verified_on is None:
        return letter.verified_by is not None
    return letter.verified_on <= on


def _last(letter: PriorFact, on: date) -> date:
    """The last day that it attests; without an end it goes on."""
    return letter.end or max(letter.start, on)


def _outside(asked: HoursTotal, days: Days, letter: PriorFact, on: date) -> Reason | None:
    if asked.prior is Prior.DOES_NOT:
        return Reason.EARLIER
    if letter.start > on or (letter.end is not None and letter.end > on):
        return Reason.AHEAD
    return days.outside(letter.start) or days.outside(_last(letter, on))


def _beside(
    letter: PriorFact,
    in_log: Iterable[tuple[str, date]],
    counting: Iterable[PriorFact],
    on: date,
) -> Reason | None:
    """Whether it holds time that the log or another letter holds."""
    last = _last(letter, on)
    if any(key == letter.activity and letter.start <= day <= last for key, day in in_log):
        return Reason.BESIDE_THE_LOG
    for other in counting:
        same = other.activity == letter.activity
        if same and other.start <= last and letter.start <= _last(other, on):
            return Reason.BESIDE_A_LETTER
    return None


def _up_to(asked: HoursTotal, letters: Iterable[Credit]) -> Iterable[Credit]:
    """No more hours than may come from earlier years, from the latest letter backwards."""
    if asked.prior_most is None:
        yield from letters
        return
    left = Fraction(asked.prior_most * HOUR)
    for letter in letters:
        cut = letter.cut(min(left, letter.minutes), Reason.CAPPED) if letter.counts else letter
        left -= cut.minutes
        yield cut

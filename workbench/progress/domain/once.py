"""No stretch of time and no therapy session is credited twice. Pure."""

from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction

from workbench.curricula.activities import Activity, ActivityKind
from workbench.progress.domain.credit import Credit, Place
from workbench.progress.domain.facts import EntryFact
from workbench.progress.domain.reasons import Reason

DAY = 24 * 60


def each_time_once(judged: Sequence[Credit]) -> Sequence[Credit]:
    """Where entries hold the same time, the one that has come furthest counts.

    Of two that have come equally far it is the one that was logged first, so that no new entry
    takes away what an old one has brought. Without `starts` nothing is known, and both count.
    """
    timed = [one for one in judged if one.entry.starts is not None and one.counts]
    lost = _overlapping(sorted(timed, key=lambda one: (-one.place, one.entry.id)))
    if not lost:
        return judged
    return [
        one.refused(Reason.SAME_TIME) if one.counts and one.entry.id in lost else one
        for one in judged
    ]


def _overlapping(in_rank: Iterable[Credit]) -> frozenset[int]:
    """The entries that share a minute with one of a higher rank that counts."""
    taken: dict[int, list[tuple[int, int]]] = {}
    lost = set()
    for one in in_rank:
        first, last = _minutes_of(one.entry)
        touched = range(first // DAY, last // DAY + 1)
        if any(
            first <= until and since <= last
            for day in touched
            for since, until in taken.get(day, ())
        ):
            lost.add(one.entry.id)
        else:
            for day in touched:
                taken.setdefault(day, []).append((first, last))
    return frozenset(lost)


def _minutes_of(entry: EntryFact) -> tuple[int, int]:
    """Its first and its last minute, counted from the first of all days."""
    starts = entry.starts or "00:00"
    first = entry.on.toordinal() * DAY + int(starts[:2]) * 60 + int(starts[3:5])
    return first, first + entry.minutes - 1


def each_session_once(
    judged: Sequence[Credit], activities: Iterable[Activity]
) -> tuple[Credit, ...]:
    """Where several entries hold one therapy session, the one that has come furthest counts."""
    with_clients = frozenset(
        activity.key for activity in activities if activity.kind is ActivityKind.CLIENT_WORK
    )
    held = [_client_session(credit, with_clients) for credit in judged]
    best: dict[tuple[str, int], Credit] = {}
    for key, credit in zip(held, judged, strict=True):
        if key is not None and (key not in best or _rank(credit) > _rank(best[key])):
            best[key] = credit
    return tuple(
        credit if key is None or best[key] is credit else credit.refused(Reason.SAME_SESSION)
        for key, credit in zip(held, judged, strict=True)
    )


def _client_session(credit: Credit, with_clients: Collection[str]) -> tuple[str, int] | None:
    entry = credit.entry
    if entry.case is None or entry.session is None or not credit.counts:
        return None
    return (entry.case, entry.session) if entry.activity in with_clients else None


def _rank(credit: Credit) -> tuple[Place, Fraction, int]:
    return (credit.place, credit.minutes, -credit.entry.id)

"""The requirement "whoever countersigned, supervised or rated was fit for it". Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from workbench.curricula.activities import ActivityKind
from workbench.curricula.asked import RaterRole
from workbench.curricula.asked_standing import (
    DeadlineForce,
    OnTheDayOf,
    Person,
    PersonIs,
    Work,
)
from workbench.progress.domain import words
from workbench.progress.domain.credit import Place
from workbench.progress.domain.evidence import Evidence
from workbench.progress.domain.explaining import explained
from workbench.progress.domain.facts import PersonFact
from workbench.progress.domain.findings import (
    Finding,
    LeftOut,
    Link,
    NextMove,
    Standing,
    Unit,
    Whose,
)
from workbench.progress.domain.milestones import first_of_milestone


@dataclass(frozen=True, slots=True)
class Done:
    """One piece of work by one person: an entry that they signed, or a rating."""

    id: int
    on: date
    signed_on: date | None
    minutes: int
    person_id: int | None
    name: str


Fit = Callable[[Done], bool | None]
"""Whether a person was fit for a piece of work; None where nobody has said."""


def person(asked: Person, evidence: Evidence) -> Finding:
    """Every piece of vouched-for work is judged; met when each was done by somebody fit."""
    fit = _fitness(asked, evidence)
    judged = [(done, fit(done)) for done in _work(asked, evidence)]
    good = [done for done, is_fit in judged if is_fit]
    bad = [done for done, is_fit in judged if is_fit is False]
    unknown = [done for done, is_fit in judged if is_fit is None]
    shortfalls = (*_unfit(asked, bad), *_not_known(unknown))
    standing = _standing(judged, good, bad)
    return Finding(
        **evidence.heading(asked),
        unit=Unit.RECORDINGS if asked.work is Work.RATING else Unit.ENTRIES,
        needed=Fraction(len(judged)),
        have=Fraction(len(good)),
        standing=standing,
        explanation=explained(_so_far(asked, evidence, judged, good), *words.the_first(shortfalls)),
        counted=tuple(done.id for done in good),
        of=Link.RATING if asked.work is Work.RATING else Link.ENTRY,
        left_out=_left_out(asked, [*bad, *unknown]),
        shortfalls=shortfalls,
        next_move=_next_move(bad, unknown),
        met_on=max(done.on for done in good) if standing is Standing.MET else None,
        blocks=asked.force is DeadlineForce.REQUIRED,
    )


def _work(asked: Person, evidence: Evidence) -> list[Done]:
    """What is judged: with a stage, only work done since it began, and none before it has."""
    done = list(_ratings(evidence) if asked.work is Work.RATING else _entries(asked, evidence))
    if asked.person_is is not PersonIs.NEW_AT_THIS_STAGE:
        return done
    since = _stage_began(asked, evidence)
    return [one for one in done if since is not None and one.on >= since]


def _stage_began(asked: Person, evidence: Evidence) -> date | None:
    happened = first_of_milestone(evidence, asked.since or "")
    return happened.on if happened else None


def _entries(asked: Person, evidence: Evidence) -> Iterator[Done]:
    for credit in evidence.of(asked.activities):
        if credit.place is Place.COUNTERSIGNED:
            entry = credit.entry
            yield Done(
                entry.id,
                entry.on,
                entry.countersigned_on,
                entry.minutes,
                entry.supervisor_id,
                entry.supervisor or "",
            )


def _ratings(evidence: Evidence) -> Iterator[Done]:
    """Signed ratings by others, on the day of the therapy session where that is known."""
    held = {(one.case, one.number): one.on for one in evidence.facts.sessions}
    for one in sorted(evidence.facts.ratings, key=lambda one: one.id):
        if one.by is RaterRole.SELF or one.signed_on is None or one.signed_on > evidence.on:
            continue
        on = held.get((one.case, one.session), one.signed_on)
        yield Done(one.id, on, one.signed_on, 0, one.rater_id, one.rater or "")


def _fitness(asked: Person, evidence: Evidence) -> Fit:
    people = {one.id: one for one in evidence.facts.people}
    match asked.person_is:
        case PersonIs.ACCREDITED:
            return lambda done: _accredited(asked, people.get(done.person_id or 0), done)
        case PersonIs.NOT_OWN_THERAPIST:
            return lambda done: _no_therapist(people.get(done.person_id or 0))
        case _:
            earlier = _supervised_before(asked, evidence)
            return lambda done: _is_new(done, earlier)


def _accredited(asked: Person, known: PersonFact | None, done: Done) -> bool | None:
    day = done.on if asked.on_the_day_of is OnTheDayOf.THE_WORK else done.signed_on
    if known is None or known.accredited is None or day is None:
        return None
    return any(span.holds(day) for span in known.accredited)


def _no_therapist(known: PersonFact | None) -> bool | None:
    if known is None or known.own_therapist is None:
        return None
    return not known.own_therapist


def _is_new(done: Done, earlier: tuple[frozenset[int], frozenset[str]]) -> bool | None:
    ids, names = earlier
    if done.person_id is None and not done.name:
        return None
    if done.person_id is not None:
        return done.person_id not in ids
    return done.name not in names


def _supervised_before(asked: Person, evidence: Evidence) -> tuple[frozenset[int], frozenset[str]]:
    """Whoever supervised before the stage began, by number and by name."""
    since = _stage_began(asked, evidence) or date.min
    kinds = {one.key: one.kind for one in evidence.curriculum.activities}
    met = [
        (credit.entry.supervisor_id, credit.entry.supervisor)
        for credit in evidence.every
        if credit.counts
        and credit.entry.on < since
        and kinds.get(credit.entry.activity) is ActivityKind.SUPERVISION
    ]
    standing = [
        (one.supervisor_id, one.supervisor)
        for one in evidence.facts.supervisions
        if one.start < since
    ]
    everybody = [*met, *standing]
    ids = frozenset(number for number, _ in everybody if number is not None)
    return ids, frozenset(name for _, name in everybody if name)


def _standing(
    judged: Sequence[tuple[Done, bool | None]], good: Sequence[Done], bad: Sequence[Done]
) -> Standing:
    if bad:
        return Standing.SHORT
    if not judged:
        return Standing.NOT_BEGUN
    return Standing.MET if len(good) == len(judged) else Standing.UNDER_WAY


def _so_far(
    asked: Person,
    evidence: Evidence,
    judged: Sequence[tuple[Done, bool | None]],
    good: Sequence[Done],
) -> str:
    if judged:
        return f"{len(good)} of {_things(asked, len(judged))} {_with(asked)}"
    if asked.since is not None and _stage_began(asked, evidence) is None:
        kind = evidence.curriculum.milestone(asked.since)
        return f"Nothing to judge until “{kind.name if kind else asked.since}” has happened"
    return "Nothing to judge yet"


def _things(asked: Person, count: int) -> str:
    singular, plural = ("rating", "ratings") if asked.work is Work.RATING else ("entry", "entries")
    return f"{count} {singular if count == 1 else plural}"


DONE_BY: Mapping[Work, str] = {
    Work.COUNTERSIGNING: "countersigned by",
    Work.SUPERVISING: "supervised by",
    Work.RATING: "rated by",
}
FIT: Mapping[PersonIs, tuple[str, str]] = {
    PersonIs.ACCREDITED: ("somebody accredited on the day", "was not accredited on"),
    PersonIs.NOT_OWN_THERAPIST: (
        "somebody who never was therapist to the trainee",
        "is or was therapist to the trainee:",
    ),
    PersonIs.NEW_AT_THIS_STAGE: (
        "somebody new at this stage",
        "supervised the trainee before this stage:",
    ),
}
"""What a person should be, and what is said of one who is not."""


def _with(asked: Person) -> str:
    return f"{DONE_BY[asked.work]} {FIT[asked.person_is][0]}"


def _by_name(done: Sequence[Done]) -> Iterator[tuple[str, list[date]]]:
    for name in sorted({one.name for one in done}):
        yield name or "Somebody who is not named", sorted({d.on for d in done if d.name == name})


def _days(days: Sequence[date]) -> str:
    more = f" and {words.counted(len(days) - 1, 'other day')}" if len(days) > 1 else ""
    return f"{words.day(days[0])}{more}"


def _unfit(asked: Person, bad: Sequence[Done]) -> tuple[str, ...]:
    said = FIT[asked.person_is][1]
    return tuple(f"{name} {said} {_days(days)}" for name, days in _by_name(bad))


def _not_known(unknown: Sequence[Done]) -> tuple[str, ...]:
    return tuple(f"of {name} it is not known: {_days(days)}" for name, days in _by_name(unknown))


def _left_out(asked: Person, done: Sequence[Done]) -> tuple[LeftOut, ...]:
    """The entries that must be put right. Ratings have no minutes and are told in words."""
    if asked.work is Work.RATING:
        return ()
    reason = f"Not shown to be {_with(asked)}."
    in_order = sorted(done, key=lambda one: (one.on, one.id))
    return tuple(LeftOut(one.id, one.on, Fraction(one.minutes), reason) for one in in_order)


def _next_move(bad: Sequence[Done], unknown: Sequence[Done]) -> NextMove | None:
    if bad:
        what = f"Put right what was done with {bad[0].name or 'somebody who was not fit for it'}"
        return NextMove(Whose.PROVIDER, what, Link.ENROLMENT)
    if unknown:
        what = f"Say what is known of {unknown[0].name or 'whoever signed'}"
        return NextMove(Whose.PROVIDER, what, Link.ENROLMENT)
    return None

"""The requirement "so many recorded therapy sessions rated and passed". Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from workbench.curricula.asked import RaterRole
from workbench.curricula.asked_cases import RatedRecordings
from workbench.progress.domain import words
from workbench.progress.domain.evidence import Evidence
from workbench.progress.domain.explaining import explained
from workbench.progress.domain.facts import RatingFact, Verdict
from workbench.progress.domain.findings import Finding, Link, NextMove, Standing, Unit, Whose

Session: TypeAlias = tuple[str, int]


def rated_recordings(asked: RatedRecordings, evidence: Evidence) -> Finding:
    """The therapy sessions whose latest signed rating passed, at most what each case may give."""
    ratings = [rating for rating in evidence.facts.ratings if rating.by in asked.rated_by]
    latest = latest_signed(ratings, on=evidence.on)
    passed = {key: one for key, one in latest.items() if one.verdict is Verdict.PASSED}
    awaited = _awaited(asked, evidence, latest)
    needed = max(asked.recordings, asked.cases * asked.per_case)
    have = countable(asked, passed)
    return Finding(
        gate=evidence.gate,
        key=asked.key,
        title=asked.title,
        words=asked.words,
        unit=Unit.RECORDINGS,
        needed=Fraction(needed),
        have=Fraction(have),
        waiting=Fraction(countable(asked, {*passed, *awaited}) - have),
        standing=_standing(have, needed, evidence),
        explanation=explained(
            f"{have} of {needed} recordings",
            _waits(awaited),
            *_shortfalls(latest.values()),
            _missing(asked, passed, have, needed),
        ),
        counted=tuple(one.id for one in passed.values()),
        of=Link.RATING,
        shortfalls=_shortfalls(latest.values()),
        next_move=_next_move(have, needed, awaited),
        met_on=_met_on(asked, passed.values(), needed),
    )


def latest_signed(ratings: Iterable[RatingFact], *, on: date) -> dict[Session, RatingFact]:
    """The last signed rating of every therapy session; a later one speaks for the earlier."""
    signed = [
        (rating.signed_on, rating.id, rating)
        for rating in ratings
        if rating.signed_on is not None and rating.signed_on <= on
    ]
    in_order = sorted(signed, key=lambda one: one[:2])
    return {(rating.case, rating.session): rating for _, _, rating in in_order}


def countable(asked: RatedRecordings, sessions: Iterable[Session]) -> int:
    """How many of these sessions count towards the number, leaving room for what each case owes."""
    by_case = Counter(case for case, _ in sessions)
    fullest = [count for _, count in by_case.most_common(asked.cases)]
    owed = sum(min(count, asked.per_case) for count in fullest)
    room = max(asked.recordings - asked.cases * asked.per_case, 0)
    return owed + min(sum(by_case.values()) - owed, room)


def _standing(have: int, needed: int, evidence: Evidence) -> Standing:
    if have >= needed:
        return Standing.MET
    return Standing.UNDER_WAY if evidence.facts.ratings else Standing.NOT_BEGUN


def _awaited(
    asked: RatedRecordings, evidence: Evidence, latest: Mapping[Session, RatingFact]
) -> set[Session]:
    """The sessions that lack a rating: one is asked for, or the trainee has given their own."""
    passed = {key for key, one in latest.items() if one.verdict is Verdict.PASSED}
    asked_for, own = set(), set()
    for one in evidence.facts.ratings:
        if one.by in asked.rated_by and one.signed_on is None:
            asked_for.add((one.case, one.session))
        elif one.by is RaterRole.SELF and one.signed_on is not None:
            own.add((one.case, one.session))
    return (asked_for - passed) | (own - set(latest))


def _waits(awaited: set[Session]) -> str:
    if not awaited:
        return ""
    verb = "waits" if len(awaited) == 1 else "wait"
    return f"{words.number(len(awaited))} {verb} for a rating"


def _shortfalls(latest: Iterable[RatingFact]) -> tuple[str, ...]:
    return tuple(
        f"{one.case}, session {one.session}: {_verdict(one)}"
        for one in latest
        if one.verdict is not Verdict.PASSED
    )


def _verdict(rating: RatingFact) -> str:
    return "rated without a verdict" if rating.verdict is None else "not passed"


def _missing(
    asked: RatedRecordings, passed: Mapping[Session, RatingFact], have: int, needed: int
) -> str:
    """What is still to come: from cases that have begun, from other cases, from any."""
    if have >= needed:
        return ""
    by_case = Counter(case for case, _ in passed)
    begun = [
        f"{words.number(asked.per_case - count)} from {case}"
        for case, count in sorted(by_case.most_common(asked.cases))
        if count < asked.per_case
    ]
    others = _from_other_cases(asked, len(by_case))
    return f"still to come: {words.listed([*begun, *others]) or _from_any(needed - have)}"


def _from_other_cases(asked: RatedRecordings, begun: int) -> list[str]:
    missing = asked.cases - begun
    if missing <= 0:
        return []
    each = words.number(asked.per_case)
    other = "other " if begun else ""
    if missing == 1:
        return [f"{each} from {'another' if begun else 'one'} case"]
    return [f"{each} each from {words.number(missing)} {other}cases"]


def _from_any(count: int) -> str:
    return f"{words.number(count)} from any case"


def _next_move(have: int, needed: int, awaited: set[Session]) -> NextMove | None:
    if have >= needed:
        return None
    if awaited:
        return NextMove(Whose.SUPERVISOR, "Rate the recording that waits", Link.RATING)
    return NextMove(Whose.TRAINEE, "Offer a recording for rating", Link.RATING)


def _met_on(asked: RatedRecordings, passed: Iterable[RatingFact], needed: int) -> date | None:
    so_far: set[Session] = set()
    for one in sorted(passed, key=lambda one: (one.signed_on or date.max, one.id)):
        so_far.add((one.case, one.session))
        if countable(asked, so_far) >= needed:
            return one.signed_on
    return None

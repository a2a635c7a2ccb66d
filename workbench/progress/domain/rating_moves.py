"""The moves that ratings ask for: the trainee's own, and the one that opens it. Pure."""

from collections.abc import Iterator
from datetime import date

from workbench.curricula.asked import RaterRole
from workbench.curricula.model import Curriculum
from workbench.progress.domain import words
from workbench.progress.domain.facts import Facts, RatingFact
from workbench.progress.domain.findings import Link
from workbench.progress.domain.move import PROVIDER, YOU, Move, MoveKind, supervisor_on


def rating_moves(curriculum: Curriculum, facts: Facts, *, on: date) -> Iterator[Move]:
    """One line for each therapy session of which one of the two ratings is missing."""
    by_session: dict[tuple[str, int], list[RatingFact]] = {}
    for rating in sorted(facts.ratings, key=lambda one: (one.signed_on or date.max, one.id)):
        by_session.setdefault((rating.case, rating.session), []).append(rating)
    for ratings in by_session.values():
        own = _signed(ratings, RaterRole.SELF)
        others = _signed(ratings, RaterRole.SUPERVISOR)
        if own is None:
            yield _rate_yourself(curriculum, ratings, others, on)
        elif others is None:
            yield _to_rate(curriculum, ratings, own, facts, on)


def _signed(ratings: list[RatingFact], by: RaterRole) -> RatingFact | None:
    return next((one for one in ratings if one.by is by and one.signed_on is not None), None)


def _recording(curriculum: Curriculum, one: RatingFact) -> str:
    phase = curriculum.phase(one.phase)
    name = phase.name if phase else one.phase
    return f"{words.sentence_start(name)} recording, {one.case}, session {one.session}"


def _rate_yourself(
    curriculum: Curriculum, ratings: list[RatingFact], others: RatingFact | None, on: date
) -> Move:
    begun = next((one for one in ratings if one.by is RaterRole.SELF), ratings[0])
    why = "Yours comes first; then you see both"
    since = begun.asked_on
    if others is not None and others.signed_on is not None:
        who = others.rater or "Your supervisor"
        why = f"{who} has signed theirs, {words.lately(others.signed_on, on)}; yours opens it"
        since = others.signed_on
    what = f"{_recording(curriculum, begun)}, to rate yourself"
    return Move(YOU, MoveKind.RATE_YOURSELF, what, why, (Link.RATING, begun.id), since)


def _to_rate(
    curriculum: Curriculum, ratings: list[RatingFact], own: RatingFact, facts: Facts, on: date
) -> Move:
    asked = next((one for one in ratings if one.by is RaterRole.SUPERVISOR), None)
    name = asked.rater if asked else None
    whose = name or supervisor_on(facts, on) or PROVIDER
    why = f"You rated yourself {words.on_day(own.signed_on or on, on)}; theirs opens yours"
    what = f"{_recording(curriculum, own)}, to rate"
    return Move(whose, MoveKind.RATE, what, why, (Link.RATING, own.id), own.signed_on)

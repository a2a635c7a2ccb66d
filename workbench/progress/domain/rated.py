"""Which rated recordings a requirement may count, and why others do not count. Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from workbench.curricula.asked import RaterRole
from workbench.curricula.asked_cases import GraduatedRecordings, RatedRecordings, Selector
from workbench.progress.domain import words
from workbench.progress.domain.evidence import Evidence
from workbench.progress.domain.facts import RatingFact, Verdict

Session: TypeAlias = tuple[str, int]

CHOSEN = {
    Selector.SUPERVISOR: "by the supervisor",
    Selector.RANDOM: "at random",
    Selector.TRAINEE: "by the trainee",
}


@dataclass(frozen=True, slots=True)
class Rated:
    """The therapy sessions that a requirement looks at, by what became of them."""

    counting: Mapping[Session, RatingFact]
    """The last signed rating of each session that may count, passed or not."""
    awaited: Mapping[Session, RatingFact]
    """Sessions that lack a rating: one is asked for, or the trainee has given their own."""
    refused: tuple[str, ...]
    """Why signed ratings do not count, in words."""

    @property
    def passed(self) -> dict[Session, RatingFact]:
        """The sessions that passed."""
        return {key: one for key, one in self.counting.items() if one.verdict is Verdict.PASSED}


def rated(asked: RatedRecordings | GraduatedRecordings, evidence: Evidence) -> Rated:
    """The last signed rating of a session speaks for it, unless it may not count."""
    withdrawn = withdrawn_cases(evidence)
    ratings = [one for one in evidence.facts.ratings if one.case not in withdrawn]
    latest = latest_signed((one for one in ratings if one.by in asked.rated_by), on=evidence.on)
    counting = {key: one for key, one in latest.items() if _is_chosen(asked.selected_by, one)}
    refused = [_not_chosen(one) for key, one in sorted(latest.items()) if key not in counting]
    return Rated(
        counting, _awaited(asked, ratings, latest), (*_withdrawn(evidence, withdrawn), *refused)
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


def withdrawn_cases(evidence: Evidence) -> dict[str, date]:
    """The cases whose consent to recordings is withdrawn, with the day: it holds from that day."""
    return {
        case.code: case.consent_withdrawn_on
        for case in evidence.facts.cases
        if case.consent_withdrawn_on is not None and case.consent_withdrawn_on <= evidence.on
    }


def _is_chosen(by: Collection[Selector], rating: RatingFact) -> bool:
    return not by or rating.selected_by in by


def _not_chosen(rating: RatingFact) -> str:
    which = f"{rating.case}, session {rating.session}"
    if rating.selected_by is None:
        return f"{which}: nobody has said who chose it"
    chosen = next((said for by, said in CHOSEN.items() if by == rating.selected_by), "otherwise")
    return f"{which}: chosen {chosen}"


def _withdrawn(evidence: Evidence, withdrawn: Mapping[str, date]) -> Iterable[str]:
    """Said only of cases that have a rating to lose."""
    with_ratings = {one.case for one in evidence.facts.ratings if one.signed_on is not None}
    for code in sorted(withdrawn.keys() & with_ratings):
        day = words.day(withdrawn[code])
        yield f"{code}: consent was withdrawn on {day}, so its recordings count no more"


def _awaited(
    asked: RatedRecordings | GraduatedRecordings,
    ratings: Iterable[RatingFact],
    latest: Mapping[Session, RatingFact],
) -> dict[Session, RatingFact]:
    passed = {key for key, one in latest.items() if one.verdict is Verdict.PASSED}
    awaited: dict[Session, RatingFact] = {}
    for one in sorted(ratings, key=lambda one: one.id):
        key = (one.case, one.session)
        if one.selected_by is not None and not _is_chosen(asked.selected_by, one):
            continue
        asked_for = one.by in asked.rated_by and one.signed_on is None and key not in passed
        own = one.by is RaterRole.SELF and one.signed_on is not None and key not in latest
        if asked_for or own:
            awaited.setdefault(key, one)
    return awaited

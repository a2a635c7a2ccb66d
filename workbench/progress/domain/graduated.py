"""The requirement "fewer recordings of each further case, once those before have passed". Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from workbench.curricula.asked_cases import AfterAFailure, GraduatedRecordings
from workbench.progress.domain import words
from workbench.progress.domain.evidence import Evidence
from workbench.progress.domain.explaining import explained
from workbench.progress.domain.facts import RatingFact, Verdict
from workbench.progress.domain.findings import Finding, Link, Standing, Unit
from workbench.progress.domain.patients import first_case_of_patient
from workbench.progress.domain.rated import rated
from workbench.progress.domain.recordings import in_order, next_move, verdict, waits


@dataclass(frozen=True, slots=True)
class Sample:
    """The rated recordings of one case, and how many of it are needed."""

    case: str
    number: int
    """How many the rule asks for, before any doubt."""
    passed: int = 0
    doubted: int = 0
    """How many were in doubt, at most as many as ask for another."""
    failed: int = 0
    failures_count: bool = False
    """Whether what failed was rated all the same, because the next case makes up for it."""

    @property
    def needed(self) -> int:
        """Each that was doubted asks for one more."""
        return self.number + self.doubted

    @property
    def have(self) -> int:
        """How many count so far."""
        failed = self.failed if self.failures_count else 0
        return min(self.passed + self.doubted + failed, self.needed)


def graduated_recordings(asked: GraduatedRecordings, evidence: Evidence) -> Finding:
    """Case by case in the order in which they were opened; doubts and failures ask for more."""
    found = rated(asked, evidence)
    names, order = first_case_of_patient(evidence.facts), _order(evidence)
    counting = in_order(found.counting.values())
    samples = _samples(asked, counting, names, order)
    needed, have = (sum(numbers) for numbers in zip(*map(_numbers, samples), strict=True))
    soon = _samples(asked, [*counting, *map(_passing, found.awaited.values())], names, order)
    shortfalls = (*_not_passed(asked, counting), *found.refused)
    return Finding(
        **evidence.heading(asked),
        unit=Unit.RECORDINGS,
        needed=Fraction(needed),
        have=Fraction(have),
        waiting=Fraction(max(sum(one.have for one in soon) - have, 0)),
        standing=_standing(have, needed, evidence),
        explanation=explained(
            f"{have} of {needed} recordings",
            waits(len(found.awaited)),
            *shortfalls,
            _to_come(samples),
        ),
        counted=tuple(one.id for one in counting if one.verdict is Verdict.PASSED),
        of=Link.RATING,
        shortfalls=shortfalls,
        next_move=next_move(have, needed, len(found.awaited)),
        met_on=_met_on(asked, counting, names, order) if have >= needed else None,
    )


def _order(evidence: Evidence) -> Mapping[str, tuple[date, str]]:
    return {case.code: (case.opened_on, case.code) for case in evidence.facts.cases}


def _numbers(sample: Sample) -> tuple[int, int]:
    return sample.needed, sample.have


def _passing(rating: RatingFact) -> RatingFact:
    """A rating that waits, as it would be if it passed."""
    return RatingFact(
        id=rating.id,
        case=rating.case,
        session=rating.session,
        phase=rating.phase,
        by=rating.by,
        verdict=Verdict.PASSED,
    )


def _samples(
    asked: GraduatedRecordings,
    ratings: Sequence[RatingFact],
    names: Mapping[str, str],
    order: Mapping[str, tuple[date, str]],
) -> list[Sample]:
    """One for each number that the requirement names; cases without a recording come last."""
    by_case: dict[str, list[RatingFact]] = {}
    for one in ratings:
        by_case.setdefault(names.get(one.case, one.case), []).append(one)
    cases = sorted(by_case, key=lambda code: order.get(code, (date.max, code)))
    samples: list[Sample] = []
    for place, number in enumerate(asked.per_case):
        case = cases[place] if place < len(cases) else ""
        asked_for = _after(samples[-1], number) if samples else number
        is_last = place == len(asked.per_case) - 1
        sample = _sample(asked, case, by_case.get(case, ()), asked_for, is_last=is_last)
        samples.append(sample)
    return samples


def _after(before: Sample, number: int) -> int:
    """As many as of the case before, where that has failures which the next makes up for."""
    return max(before.number, number) if before.failures_count and before.failed else number


def _sample(
    asked: GraduatedRecordings,
    case: str,
    ratings: Sequence[RatingFact],
    number: int,
    *,
    is_last: bool,
) -> Sample:
    doubted = [one for one in ratings if _is_doubted(asked, one)]
    passed = [one for one in ratings if one.verdict is Verdict.PASSED and one not in doubted]
    failed = [one for one in ratings if one.verdict is Verdict.NOT_PASSED]
    same = asked.after_a_failure is AfterAFailure.SAME_OF_THE_SECOND
    return Sample(
        case,
        number,
        len(passed),
        min(len(doubted), asked.in_doubt),
        len(failed),
        failures_count=same and not is_last,
    )


def _is_doubted(asked: GraduatedRecordings, rating: RatingFact) -> bool:
    """A failure is no doubt, and where no more are asked for a doubt changes nothing."""
    return rating.in_doubt and bool(asked.in_doubt) and rating.verdict is not Verdict.NOT_PASSED


def _standing(have: int, needed: int, evidence: Evidence) -> Standing:
    if have >= needed:
        return Standing.MET
    return Standing.UNDER_WAY if evidence.facts.ratings else Standing.NOT_BEGUN


def _not_passed(asked: GraduatedRecordings, counting: Sequence[RatingFact]) -> tuple[str, ...]:
    return tuple(
        f"{one.case}, session {one.session}: {_said(asked, one)}"
        for one in counting
        if one.verdict is not Verdict.PASSED or _is_doubted(asked, one)
    )


def _said(asked: GraduatedRecordings, rating: RatingFact) -> str:
    return "in doubt, so one more is rated" if _is_doubted(asked, rating) else verdict(rating)


def _to_come(samples: Sequence[Sample]) -> str:
    parts = []
    for place, one in enumerate(samples, start=1):
        missing = one.needed - one.have
        if missing:
            parts.append(
                f"{words.number(missing)} of {one.case or f'the {words.ordinal(place)} case'}"
            )
    return f"still to come: {words.listed(parts)}" if parts else ""


def _met_on(
    asked: GraduatedRecordings,
    counting: Sequence[RatingFact],
    names: Mapping[str, str],
    order: Mapping[str, tuple[date, str]],
) -> date | None:
    """The first day from which on there were enough: a later doubt or failure may ask for more."""
    enough_since = None
    for last, one in enumerate(counting, start=1):
        samples = _samples(asked, counting[:last], names, order)
        if any(sample.have < sample.needed for sample in samples):
            enough_since = None
        elif enough_since is None:
            enough_since = one.signed_on
    return enough_since

"""The requirement "so many recorded therapy sessions rated and passed". Pure."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from workbench.curricula.asked_cases import RatedRecordings, Stratum
from workbench.curricula.model import Curriculum
from workbench.progress.domain import words
from workbench.progress.domain.evidence import Evidence
from workbench.progress.domain.explaining import explained
from workbench.progress.domain.facts import RatingFact, Verdict
from workbench.progress.domain.findings import Finding, Link, NextMove, Standing, Unit, Whose
from workbench.progress.domain.patients import first_case_of_patient
from workbench.progress.domain.rated import Rated, rated
from workbench.progress.domain.strata import Plan, Recording, best_plan


def rated_recordings(asked: RatedRecordings, evidence: Evidence) -> Finding:
    """The therapy sessions whose latest signed rating passed, each in one place at most."""
    found = rated(asked, evidence)
    names = first_case_of_patient(evidence.facts)
    passed = in_order(found.passed.values())
    recordings = [_recording(one, names) for one in passed]
    needed, have = needed_by(asked), countable(asked, recordings)
    awaited = [_recording(one, names) for one in found.awaited.values()]
    shortfalls = (*_shortfalls(found), *found.refused)
    return Finding(
        **evidence.heading(asked),
        unit=Unit.RECORDINGS,
        needed=Fraction(needed),
        have=Fraction(have),
        waiting=Fraction(countable(asked, [*recordings, *awaited]) - have),
        standing=_standing(have, needed, evidence),
        explanation=explained(
            f"{have} of {needed} recordings",
            _beyond(len(passed), have, needed),
            waits(len(awaited)),
            *shortfalls,
            _missing(asked, recordings, have, needed),
            _to_show(asked, evidence.curriculum, recordings),
        ),
        counted=tuple(one.id for one in passed),
        of=Link.RATING,
        shortfalls=shortfalls,
        next_move=next_move(have, needed, len(awaited)),
        met_on=_met_on(asked, passed, recordings) if have >= needed else None,
    )


def needed_by(asked: RatedRecordings) -> int:
    """How many recordings are needed in the end."""
    return max(asked.recordings, asked.cases * asked.per_case)


def countable(asked: RatedRecordings, recordings: Sequence[Recording]) -> int:
    """How many count, leaving room for what each case owes and for what must still be shown."""
    needed = needed_by(asked)
    to_come = max(best_plan(asked, recordings).to_come, needed - len(recordings))
    return max(needed - to_come, 0)


def in_order(ratings: Iterable[RatingFact]) -> list[RatingFact]:
    """Signed ratings by the day on which they were signed."""
    return sorted(ratings, key=lambda one: (one.signed_on or date.max, one.id))


def _recording(rating: RatingFact, names: Mapping[str, str]) -> Recording:
    case = names.get(rating.case, rating.case)
    return Recording(case, rating.phase, tuple(sorted(rating.contents)))


def _standing(have: int, needed: int, evidence: Evidence) -> Standing:
    if have >= needed:
        return Standing.MET
    return Standing.UNDER_WAY if evidence.facts.ratings else Standing.NOT_BEGUN


def waits(awaited: int) -> str:
    """How many recordings wait for a rating, in words."""
    if not awaited:
        return ""
    return f"{words.number(awaited)} {'waits' if awaited == 1 else 'wait'} for a rating"


def _shortfalls(found: Rated) -> tuple[str, ...]:
    return tuple(
        f"{one.case}, session {one.session}: {verdict(one)}"
        for one in in_order(found.counting.values())
        if one.verdict is not Verdict.PASSED
    )


def verdict(rating: RatingFact) -> str:
    """A verdict that is no pass, in words."""
    return "rated without a verdict" if rating.verdict is None else "not passed"


def _beyond(passed: int, have: int, needed: int) -> str:
    """How many passed and yet bring nobody nearer: of one case, say, that owes no more."""
    more = passed - have
    if have >= needed or more <= 0:
        return ""
    find = "finds" if more == 1 else "find"
    return f"{words.number(passed)} passed, of which {words.number(more)} {find} no place"


def _missing(asked: RatedRecordings, passed: Sequence[Recording], have: int, needed: int) -> str:
    """What is still to come: from cases that have begun, from other cases, from any."""
    by_case = Counter(one.case for one in passed)
    begun = [
        f"{words.number(asked.per_case - count)} from {case}"
        for case, count in sorted(by_case.most_common(asked.cases))
        if count < asked.per_case
    ]
    parts = [*begun, *_from_other_cases(asked, len(by_case))]
    if have >= needed or (not parts and len(passed) >= needed):
        return ""
    return f"still to come: {words.listed(parts) or _from_any(needed - have)}"


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


def _to_show(asked: RatedRecordings, curriculum: Curriculum, passed: Sequence[Recording]) -> str:
    """The places that no recording fills yet: "still to show: one from “Ending”"."""
    plan = best_plan(asked, passed)
    parts = [*_shared_places(asked, curriculum, plan), *_own_places(curriculum, plan)]
    return f"still to show: {words.listed(parts)}" if parts else ""


def _shared_places(asked: RatedRecordings, curriculum: Curriculum, plan: Plan) -> Iterable[str]:
    shared = [stratum for stratum in asked.strata if not stratum.each_case]
    for stratum, missing in zip(shared, plan.open, strict=True):
        if missing:
            yield f"{words.number(missing)} {stratum_words(curriculum, stratum)}"


def _own_places(curriculum: Curriculum, plan: Plan) -> Iterable[str]:
    for (case, stratum), missing in Counter(plan.lacking).items():
        yield f"{words.number(missing)} {stratum_words(curriculum, stratum)} of {case}"


def stratum_words(curriculum: Curriculum, stratum: Stratum) -> str:
    """What a recording must show: "from “Ending”, of another case than “Middle”"."""
    parts = []
    if stratum.phase is not None:
        parts.append(f"from “{_phase(curriculum, stratum.phase)}”")
    if stratum.content is not None:
        kind = curriculum.document_kind(stratum.content)
        parts.append(f"with “{kind.name if kind else stratum.content}”")
    said = " ".join(parts)
    if stratum.other_case_than is None:
        return said
    return f"{said}, of another case than that from “{_phase(curriculum, stratum.other_case_than)}”"


def _phase(curriculum: Curriculum, key: str) -> str:
    phase = curriculum.phase(key)
    return phase.name if phase else key


def next_move(have: int, needed: int, awaited: int) -> NextMove | None:
    """A rating that waits comes before a recording that is still to be offered."""
    if have >= needed:
        return None
    if awaited:
        return NextMove(Whose.SUPERVISOR, "Rate the recording that waits", Link.RATING)
    return NextMove(Whose.TRAINEE, "Offer a recording for rating", Link.RATING)


def _met_on(
    asked: RatedRecordings, passed: Sequence[RatingFact], recordings: Sequence[Recording]
) -> date | None:
    """The day of the signature with which there were enough for the first time."""
    enough = bisect_left(
        range(len(passed)),
        needed_by(asked),
        key=lambda last: countable(asked, recordings[: last + 1]),
    )
    return passed[enough].signed_on

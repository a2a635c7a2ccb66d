"""The requirement "a document of a kind has a standing, on so many cases or once". Pure."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from workbench.curricula.asked_cases import Documents, DocumentStanding
from workbench.curricula.materials import DocumentKind
from workbench.progress.domain import words
from workbench.progress.domain.evidence import Evidence
from workbench.progress.domain.explaining import explained
from workbench.progress.domain.facts import CaseStanding, DocumentFact, Stage
from workbench.progress.domain.findings import Finding, Link, NextMove, Standing, Unit, Whose

ENOUGH = {
    DocumentStanding.AGREED: frozenset({Stage.AGREED, Stage.PASSED}),
    DocumentStanding.PASSED: frozenset({Stage.PASSED}),
}
WITH_THE_TRAINEE = frozenset({Stage.DRAFT, Stage.REVIEWED})


def documents(asked: Documents, evidence: Evidence) -> Finding:
    """One document a case counts: the one that has come furthest."""
    best = furthest(asked, evidence)
    done = [one for one in best if one.stage in ENOUGH[asked.standing]]
    rest = [one for one in best if one.stage not in ENOUGH[asked.standing]]
    drafts = [one for one in rest if one.stage in WITH_THE_TRAINEE]
    kind = evidence.curriculum.document_kind(asked.kind)
    return Finding(
        **evidence.heading(asked),
        unit=Unit.DOCUMENTS,
        needed=Fraction(asked.needed),
        have=Fraction(len(done)),
        waiting=Fraction(len(rest) - len(drafts)),
        draft=Fraction(len(drafts)),
        standing=_standing(asked, best, done, is_due=_is_due(kind, evidence)),
        explanation=explained(
            f"{len(done)} of {asked.needed} {asked.standing}",
            *(_how_far(one) for one in rest),
            _when(kind) if len(best) < asked.needed else "",
        ),
        counted=tuple(one.id for one in done),
        of=Link.DOCUMENT,
        shortfalls=tuple(_how_far(one) for one in rest),
        next_move=_next_move(asked, done, rest),
        met_on=_met_on(asked, done),
    )


def furthest(asked: Documents, evidence: Evidence) -> list[DocumentFact]:
    """The documents of the kind, for each case (or the enrolment) the one furthest on."""
    best: dict[str | None, DocumentFact] = {}
    for one in evidence.facts.documents:
        owner = one.case if asked.cases else None
        in_time = one.kind == asked.kind and one.on <= evidence.on
        if in_time and (one.case is not None or not asked.cases):
            best[owner] = max(best.get(owner, one), one, key=_rank)
    return sorted(best.values(), key=lambda one: (one.case or "", one.id))


def _rank(one: DocumentFact) -> tuple[int, date, int]:
    order = (Stage.DRAFT, Stage.REVIEWED, Stage.SUBMITTED, Stage.AGREED, Stage.PASSED)
    return (order.index(one.stage), one.on, one.id)


def _is_due(kind: DocumentKind | None, evidence: Evidence) -> bool:
    """Whether a case has reached the session by which the kind is usually begun."""
    if kind is None or kind.when is None:
        return False
    begun_by = kind.when.draft_by_session or kind.when.share_by_session
    if begun_by is None:
        return False
    under_way = {
        case.code for case in evidence.facts.cases if case.standing is not CaseStanding.DROPPED_OUT
    }
    return any(
        session.case in under_way and session.number >= begun_by and session.on <= evidence.on
        for session in evidence.facts.sessions
    )


def _standing(
    asked: Documents, best: Sequence[DocumentFact], done: Sequence[DocumentFact], *, is_due: bool
) -> Standing:
    if len(done) >= asked.needed:
        return Standing.MET
    if best or is_due:
        return Standing.UNDER_WAY
    return Standing.NOT_DUE


def _how_far(one: DocumentFact) -> str:
    """A document in a phrase: "A7, version 3 has four open comments"."""
    which = f"{one.case}, version {one.version}" if one.case else f"version {one.version}"
    match one.stage:
        case Stage.DRAFT:
            return f"{which} is a draft"
        case Stage.SUBMITTED:
            return f"{which} waits for a review"
        case Stage.REVIEWED if one.open_threads:
            return f"{which} has {words.counted(one.open_threads, 'open comment')}"
        case Stage.REVIEWED:
            return f"{which} came back to be revised"
        case _:
            return f"{which} is agreed and not passed yet"


def _when(kind: DocumentKind | None) -> str:
    return words.within(kind.when.words) if kind and kind.when else ""


def _next_move(
    asked: Documents, done: Sequence[DocumentFact], rest: Iterable[DocumentFact]
) -> NextMove | None:
    if len(done) >= asked.needed:
        return None
    stages = {one.stage for one in rest}
    title = f"“{asked.title}”"
    if Stage.REVIEWED in stages:
        return NextMove(Whose.TRAINEE, f"Answer the comments: {title}", Link.DOCUMENT)
    if Stage.SUBMITTED in stages:
        return NextMove(Whose.SUPERVISOR, f"Review it: {title}", Link.DOCUMENT)
    if Stage.AGREED in stages:
        return NextMove(Whose.PROVIDER, f"Mark it: {title}", Link.DOCUMENT)
    verb = "Submit the draft" if stages else "Begin it"
    return NextMove(Whose.TRAINEE, f"{verb}: {title}", Link.DOCUMENT)


def _met_on(asked: Documents, done: Sequence[DocumentFact]) -> date | None:
    days = sorted(one.on for one in done)
    return days[asked.needed - 1] if len(days) >= asked.needed else None

"""Draws up what a record would say from the facts of an enrolment. Pure, deterministic."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from workbench.curricula.activities import ActivityKind, Attendance
from workbench.curricula.asked import RaterRole
from workbench.curricula.model import Curriculum
from workbench.progress.domain.amounts import exact
from workbench.progress.domain.credit import Credit, Place
from workbench.progress.domain.crediting import credits_of
from workbench.progress.domain.evaluate import evaluate
from workbench.progress.domain.facts import (
    DocumentFact,
    EntryStanding,
    Facts,
    RatingFact,
    Stage,
)
from workbench.progress.domain.findings import Finding, GateFindings
from workbench.progress.domain.reasons import Reason
from workbench.publishing.domain.moves import Stay
from workbench.records.domain import content as c
from workbench.records.domain.naming import printed
from workbench.records.domain.vouched import attestation_lines, prior_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What is printed beside the figures."""

    holder: str
    provider: str
    curriculum_digest: str
    stays: tuple[Stay, ...] = ()
    """The versions that the training was under, the first one first."""


def drafted(
    curriculum: Curriculum, facts: Facts, gate: GateFindings, names: Names, *, on: date
) -> c.Content:
    """What would be issued for one gate on a day. The gate is one of `gates_of`."""
    asked = curriculum.gate(gate.key)
    cases = _numbered(facts)
    credited = _countersigned(curriculum, facts, on=on)
    return c.Content(
        holder=printed(names.holder),
        provider=printed(names.provider),
        curriculum=_curriculum(curriculum, names.curriculum_digest),
        gate=c.GateLine(key=gate.key, name=gate.title, meaning=asked.meaning if asked else ""),
        requirements=tuple(_requirement(finding) for finding in gate.findings),
        hours=_hours(curriculum, credited),
        entries=_entries(curriculum, credited),
        cases=_cases(facts, cases),
        ratings=_ratings(curriculum, facts, cases, on=on),
        documents=_documents(curriculum, facts, cases),
        milestones=_milestones(curriculum, facts, on=on),
        versions=_versions(names.stays),
        prior=prior_lines(facts, _names(curriculum), on=on),
        attestations=attestation_lines(facts, on=on),
    )


def _versions(stays: tuple[Stay, ...]) -> tuple[c.VersionLine, ...]:
    """Nothing, for a training that was under one version all the time."""
    if len(stays) < 2:  # noqa: PLR2004 - one is none to tell apart
        return ()
    return tuple(
        c.VersionLine(key=one.key, version=one.version, since=one.since, until=one.until)
        for one in stays
    )


def gates_of(curriculum: Curriculum, facts: Facts, *, on: date) -> tuple[GateFindings, ...]:
    """Every gate with how it stands, in the curriculum's own order."""
    return evaluate(curriculum, facts, on=on)


def _curriculum(curriculum: Curriculum, digest: str) -> c.CurriculumLine:
    return c.CurriculumLine(
        key=curriculum.key,
        version=curriculum.version,
        title=curriculum.title,
        treatment=curriculum.treatment.name,
        body=curriculum.body,
        digest=digest,
    )


def _requirement(finding: Finding) -> c.RequirementLine:
    return c.RequirementLine(
        key=finding.key,
        title=finding.title,
        words=finding.words,
        unit=finding.unit.value,
        needed=exact(finding.needed),
        have=exact(finding.have),
        standing=finding.standing.value,
        met_on=finding.met_on,
        advised=not finding.blocks,
    )


def _countersigned(curriculum: Curriculum, facts: Facts, *, on: date) -> tuple[Credit, ...]:
    """What supervisors vouched for, by day, with what each entry is worth."""
    return tuple(
        credit
        for credit in credits_of(curriculum, facts, on=on)
        if credit.entry.standing is EntryStanding.COUNTERSIGNED and credit.entry.on <= on
    )


def _hours(curriculum: Curriculum, credited: tuple[Credit, ...]) -> tuple[c.ActivityLine, ...]:
    """The totals by activity, in the curriculum's order; only what earns credit is added up."""
    lines = []
    for activity in curriculum.activities:
        own = [one for one in credited if one.entry.activity == activity.key and _counts(one)]
        if own:
            line = c.ActivityLine(
                activity=activity.key,
                name=activity.name,
                is_practice=activity.kind is ActivityKind.CLIENT_WORK,
                entries=len(own),
                minutes=sum(one.entry.minutes for one in own),
                credited=exact(sum((one.minutes for one in own), Fraction(0))),
            )
            lines.append(line)
    return tuple(lines)


def _counts(credit: Credit) -> bool:
    return credit.place is Place.COUNTERSIGNED


def _entries(curriculum: Curriculum, credited: tuple[Credit, ...]) -> tuple[c.EntryLine, ...]:
    rows = {credit.entry.id: row for row, credit in enumerate(credited, start=1)}
    names = _names(curriculum)
    return tuple(_entry(credit, rows, names) for credit in credited)


def _names(curriculum: Curriculum) -> dict[str, str]:
    return {activity.key: activity.name for activity in curriculum.activities}


def _entry(credit: Credit, rows: Mapping[int, int], names: Mapping[str, str]) -> c.EntryLine:
    entry = credit.entry
    return c.EntryLine(
        row=rows[entry.id],
        on=entry.on,
        activity=entry.activity,
        name=names.get(entry.activity, entry.activity),
        minutes=entry.minutes,
        credited=exact(credit.minutes),
        reason=credit.reason.words if credit.reason else "",
        standing="replaced" if credit.reason is Reason.CORRECTED else entry.standing.value,
        countersigned_by=printed(entry.supervisor or ""),
        countersigned_on=entry.countersigned_on,
        corrects=rows.get(entry.corrects) if entry.corrects is not None else None,
    )


def _numbered(facts: Facts) -> dict[str, int]:
    """Case codes stay inside: outside a case is the first, the second."""
    in_order = sorted(facts.cases, key=lambda case: (case.opened_on, case.code))
    return {case.code: number for number, case in enumerate(in_order, start=1)}


def _cases(facts: Facts, numbers: Mapping[str, int]) -> tuple[c.CaseLine, ...]:
    by_code = {case.code: case for case in facts.cases}
    return tuple(
        c.CaseLine(
            case=number,
            standing=by_code[code].standing.value,
            opened_on=by_code[code].opened_on,
            closed_on=by_code[code].closed_on,
            attended=sum(
                one.case == code and one.attendance is Attendance.ATTENDED for one in facts.sessions
            ),
        )
        for code, number in numbers.items()
    )


def _ratings(
    curriculum: Curriculum, facts: Facts, cases: Mapping[str, int], *, on: date
) -> tuple[c.RatingLine, ...]:
    lines = (
        _rating(curriculum, rating, cases[rating.case], rating.signed_on)
        for rating in facts.ratings
        if rating.by is not RaterRole.SELF
        and rating.signed_on is not None
        and rating.signed_on <= on
        and rating.case in cases
    )
    return tuple(sorted(lines, key=lambda one: (one.case, one.session, one.signed_on, one.rater)))


def _rating(curriculum: Curriculum, rating: RatingFact, case: int, signed_on: date) -> c.RatingLine:
    phase = curriculum.phase(rating.phase)
    return c.RatingLine(
        case=case,
        session=rating.session,
        phase=phase.name if phase else rating.phase,
        rater=printed(rating.rater or ""),
        signed_on=signed_on,
        verdict=rating.verdict.value if rating.verdict else "not_said",
    )


def _documents(
    curriculum: Curriculum, facts: Facts, cases: Mapping[str, int]
) -> tuple[c.DocumentLine, ...]:
    """Agreed or passed documents: a draft is nobody's business outside."""
    shown = [one for one in facts.documents if one.stage in {Stage.AGREED, Stage.PASSED}]
    lines = [(one.id, _document(curriculum, one, cases)) for one in shown]
    in_order = sorted(lines, key=lambda pair: (pair[1].case or 0, pair[1].kind, pair[0]))
    return tuple(line for _, line in in_order)


def _document(
    curriculum: Curriculum, document: DocumentFact, cases: Mapping[str, int]
) -> c.DocumentLine:
    kind = curriculum.document_kind(document.kind)
    return c.DocumentLine(
        kind=document.kind,
        name=kind.name if kind else document.kind,
        case=cases.get(document.case) if document.case else None,
        standing=document.stage.value,
        on=document.on,
    )


def _milestones(curriculum: Curriculum, facts: Facts, *, on: date) -> tuple[c.MilestoneLine, ...]:
    happened = sorted(
        (one for one in facts.milestones if one.on <= on), key=lambda one: (one.on, one.key)
    )
    names = {kind.key: kind.name for kind in curriculum.milestones}
    return tuple(
        c.MilestoneLine(key=one.key, name=names.get(one.key, one.key), on=one.on)
        for one in happened
    )

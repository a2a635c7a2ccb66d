"""Do the requirements of cases, recordings and documents ask for what the file has? Pure."""

from collections.abc import Iterator, Mapping

from workbench.curricula.activities import ActivityKind
from workbench.curricula.asked import Asked
from workbench.curricula.asked_cases import (
    Cases,
    Documents,
    GraduatedRecordings,
    RatedRecordings,
    Stratum,
)
from workbench.curricula.asking_logged import Ask, Check, logged
from workbench.curricula.materials import Owner
from workbench.curricula.misfits import Misfit, keys, strangers


def _cases(ask: Ask, asked: Cases) -> Iterator[Misfit]:
    yield from logged(ask, "activity", [asked.activity], kind=ActivityKind.CLIENT_WORK)
    yield from ask.milestones("from_milestone", [asked.from_milestone])
    most = ask.curriculum.treatment.sessions
    if asked.sessions > most:
        yield ask.here("sessions", f"{asked.sessions} of a treatment of {most} sessions")
    if asked.concurrent and asked.cases == 1:
        yield ask.here("concurrent", "one case cannot be concurrent; leave it out")
    if asked.placements > asked.cases:
        yield ask.here("placements", f"{asked.cases} cases cannot be at {asked.placements}")


def _scale(ask: Ask, asked: RatedRecordings | GraduatedRecordings) -> Iterator[Misfit]:
    place = (*ask.place, "scale")
    yield from strangers(place, [asked.scale], keys(ask.curriculum.scales))
    scale = ask.curriculum.scale(asked.scale)
    if scale is not None and scale.pass_rule is None:
        yield ask.here("scale", f"“{asked.scale}” has no pass rule, so nothing can pass on it")


def _recordings(ask: Ask, asked: RatedRecordings) -> Iterator[Misfit]:
    yield from _scale(ask, asked)
    if asked.cases * asked.per_case > asked.recordings:
        least = asked.cases * asked.per_case
        yield ask.here(
            "recordings",
            f"{asked.per_case} on each of {asked.cases} cases are {least}: expected at least that",
        )
    for stratum in asked.strata:
        yield from _stratum(ask, asked, stratum)
    strata = sum(one.recordings * (asked.cases if one.each_case else 1) for one in asked.strata)
    if strata > asked.recordings:
        yield ask.here("strata", f"they ask for {strata} recordings of {asked.recordings}")


def _stratum(ask: Ask, asked: RatedRecordings, stratum: Stratum) -> Iterator[Misfit]:
    place = (*ask.place, "strata")
    phases = keys(ask.curriculum.treatment.phases)
    named = [one for one in (stratum.phase, stratum.other_case_than) if one is not None]
    yield from strangers(place, named, phases)
    contents = [stratum.content] if stratum.content is not None else []
    yield from strangers(place, contents, keys(ask.curriculum.document_kinds))
    if stratum.phase is None and stratum.content is None:
        yield ask.here("strata", "give a phase, a content or both: what does it show?")
    if stratum.other_case_than is not None:
        yield from _alternating(ask, asked, stratum)


def _alternating(ask: Ask, asked: RatedRecordings, stratum: Stratum) -> Iterator[Misfit]:
    """Only strata that hold for all cases together can lie on different ones."""
    others = [one for one in asked.strata if one.phase == stratum.other_case_than]
    if stratum.each_case or any(one.each_case for one in others):
        yield ask.here("strata", "what each case shows cannot come from another case")
    if stratum in others or not others:
        yield ask.here("strata", "other_case_than names the phase of another of the strata")


def _graduated(ask: Ask, asked: GraduatedRecordings) -> Iterator[Misfit]:
    yield from _scale(ask, asked)


def _documents(ask: Ask, asked: Documents) -> Iterator[Misfit]:
    kinds = ask.curriculum.document_kinds
    yield from strangers((*ask.place, "kind"), [asked.kind], keys(kinds))
    kind = ask.curriculum.document_kind(asked.kind)
    if kind is None:
        return
    if kind.owner is Owner.CASE and asked.cases is None:
        yield ask.here("cases", f"is missing: on how many cases is a “{kind.key}” asked for?")
    if kind.owner is Owner.ENROLMENT and asked.cases is not None:
        yield ask.here("cases", f"a “{kind.key}” is about no single case; leave it out")


CHECKS: Mapping[type[Asked], Check] = {
    Cases: _cases,
    RatedRecordings: _recordings,
    GraduatedRecordings: _graduated,
    Documents: _documents,
}

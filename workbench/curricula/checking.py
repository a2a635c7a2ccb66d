"""What the shape of a curriculum file cannot show: does everything in it fit together? Pure."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import TypeAlias

from workbench.curricula.asking import misfits_in_requirements
from workbench.curricula.asking_activities import misfits_in_activities
from workbench.curricula.asking_questions import misfits_in_questions
from workbench.curricula.materials import Criterion, DocumentKind, Measure, Scale, Scope, Task
from workbench.curricula.misfits import Misfit, at, keys, repeated, strangers
from workbench.curricula.model import Curriculum

Check: TypeAlias = Callable[[Curriculum], Iterable[Misfit]]


def misfits(curriculum: Curriculum) -> list[Misfit]:
    """Everything that does not fit together, in the order of the file's parts."""
    return [*_all_but_questions(curriculum), *misfits_in_questions(curriculum, _all_but_questions)]


def _all_but_questions(curriculum: Curriculum) -> list[Misfit]:
    return list(chain.from_iterable(check(curriculum) for check in CHECKS))


def _identity(curriculum: Curriculum) -> Iterator[Misfit]:
    if curriculum.succeeds == curriculum.version:
        yield at("succeeds")("a version cannot succeed itself")


def _keys(curriculum: Curriculum) -> Iterator[Misfit]:
    yield from repeated(("sources",), keys(curriculum.sources))
    yield from repeated(("treatment", "phases"), keys(curriculum.treatment.phases))
    yield from repeated(("activities",), keys(curriculum.activities))
    yield from repeated(("milestones",), keys(curriculum.milestones))
    yield from repeated(("scales",), keys(curriculum.scales))
    yield from repeated(("tasks",), keys(curriculum.tasks))
    yield from repeated(("document_kinds",), keys(curriculum.document_kinds))
    yield from repeated(("measures",), keys(curriculum.measures))
    yield from repeated(("gates",), keys(curriculum.gates))
    asked = chain.from_iterable(gate.requirements for gate in curriculum.gates)
    yield from repeated(("gates", "requirements"), keys(asked))


def _phases(curriculum: Curriculum) -> Iterator[Misfit]:
    expected = 1
    for phase in curriculum.treatment.phases:
        here = at("treatment", "phases", phase.key)
        if phase.first != expected:
            yield here(f"first: expected {expected}, so that no session is left out or in twice")
        if phase.last < phase.first:
            yield here(f"last: {phase.last} lies before the first session, {phase.first}")
        expected = phase.last + 1
    sessions = curriculum.treatment.sessions
    if expected != sessions + 1:
        yield at("treatment", "phases")(
            f"they end at session {expected - 1}, but the treatment has {sessions}"
        )


def _scales(curriculum: Curriculum) -> Iterator[Misfit]:
    for scale in curriculum.scales:
        yield from _points(scale)
        yield from _answers(scale)
        yield from _after(curriculum, scale)


def _points(scale: Scale) -> Iterator[Misfit]:
    for before, after in pairwise(scale.points):
        if after.value != before.value + 1:
            yield at("scales", scale.key, "points")(
                f"{after.value} follows {before.value}: expected {before.value + 1}"
            )


def _answers(scale: Scale) -> Iterator[Misfit]:
    yield from repeated(("scales", scale.key, "answers"), [a.kind for a in scale.answers])
    for answer in scale.answers:
        if answer.scores is not None:
            yield from _on(scale, answer.scores, ("scales", scale.key, "answers", answer.kind))
    if scale.pass_rule is not None:
        yield from _on(scale, scale.pass_rule.floor, ("scales", scale.key, "pass_rule", "floor"))


def _on(scale: Scale, value: int, place: Sequence[str]) -> Iterator[Misfit]:
    if not scale.lowest <= value <= scale.highest:
        yield at(*place)(
            f"{value} is not on the scale, which runs from {scale.lowest} to {scale.highest}"
        )


def _after(curriculum: Curriculum, scale: Scale) -> Iterator[Misfit]:
    if scale.only_after is None:
        return
    place = ("scales", scale.key, "only_after")
    others = [other for other in curriculum.scales if other.key != scale.key]
    yield from strangers((*place, "scale"), [scale.only_after.scale], keys(others))
    for other in others:
        if other.key == scale.only_after.scale:
            yield from _on(other, scale.only_after.least, (*place, "least"))


def _tasks(curriculum: Curriculum) -> Iterator[Misfit]:
    for task in curriculum.tasks:
        yield from _where_due(curriculum, task)
        yield from _when_due(curriculum, task)
        yield from strangers(("tasks", task.key, "scales"), task.scales, keys(curriculum.scales))
        yield from _anchors(curriculum, task)
    yield from strangers(("short_form",), curriculum.short_form, keys(curriculum.tasks))


def _where_due(curriculum: Curriculum, task: Task) -> Iterator[Misfit]:
    here = at("tasks", task.key, "phase")
    if task.scope is not Scope.PHASE:
        if task.phase is not None:
            yield here(f"a task of the scope “{task.scope}” belongs to no phase; leave it out")
    elif task.phase is None:
        yield here("is missing: name a phase, or give the scope “cross_phase” or “off_model”")
    else:
        phases = keys(curriculum.treatment.phases)
        yield from strangers(("tasks", task.key, "phase"), [task.phase], phases)


def _when_due(curriculum: Curriculum, task: Task) -> Iterator[Misfit]:
    if task.first is None and task.last is None:
        return
    here = at("tasks", task.key, "first")
    if task.first is None or task.last is None:
        yield here("give both the first and the last usual session, or neither")
        return
    phase = curriculum.phase(task.phase or "")
    first, last = (phase.first, phase.last) if phase else (1, curriculum.treatment.sessions)
    if not first <= task.first <= task.last <= last:
        yield here(f"{task.first} to {task.last} does not lie within sessions {first} to {last}")


def _anchors(curriculum: Curriculum, task: Task) -> Iterator[Misfit]:
    yield from strangers(("tasks", task.key, "anchors"), task.anchors, task.scales)
    for scale in curriculum.scales:
        own = task.anchors.get(scale.key)
        if own is not None and len(own) != len(scale.points):
            yield at("tasks", task.key, "anchors", scale.key)(
                f"{len(own)} anchors for the {len(scale.points)} points of the scale"
            )


def _documents(curriculum: Curriculum) -> Iterator[Misfit]:
    for kind in curriculum.document_kinds:
        place = ("document_kinds", kind.key)
        yield from repeated((*place, "sections"), keys(kind.sections))
        yield from repeated((*place, "criteria"), keys(kind.criteria))
        yield from repeated((*place, "snippets"), keys(kind.snippets))
        yield from _length(kind)
        yield from _criteria(kind)
        yield from _timing(curriculum, kind)


def _length(kind: DocumentKind) -> Iterator[Misfit]:
    if kind.least_words and kind.most_words and kind.least_words > kind.most_words:
        yield at("document_kinds", kind.key, "least_words")(
            f"{kind.least_words} is more than most_words, {kind.most_words}"
        )
    shares = sum(section.share or 0 for section in kind.sections)
    if shares not in (0, 100):
        yield at("document_kinds", kind.key, "sections")(
            f"the shares add up to {shares} percent: expected 100, or no shares"
        )


def _criteria(kind: DocumentKind) -> Iterator[Misfit]:
    for criterion in kind.criteria:
        yield from _levels(kind, criterion)
    for snippet in kind.snippets:
        named = [snippet.criterion] if snippet.criterion is not None else []
        place = ("document_kinds", kind.key, "snippets", snippet.key, "criterion")
        yield from strangers(place, named, keys(kind.criteria))


def _levels(kind: DocumentKind, criterion: Criterion) -> Iterator[Misfit]:
    highest = len(kind.criterion_levels) - 1
    for level in criterion.levels:
        if level.value > highest:
            yield at("document_kinds", kind.key, "criteria", criterion.key, "levels")(
                f"{level.value} has no meaning in criterion_levels, which end at {highest}"
            )


def _timing(curriculum: Curriculum, kind: DocumentKind) -> Iterator[Misfit]:
    if kind.when is None:
        return
    place = ("document_kinds", kind.key, "when")
    named = [kind.when.phase] if kind.when.phase is not None else []
    yield from strangers((*place, "phase"), named, keys(curriculum.treatment.phases))
    sessions = curriculum.treatment.sessions
    for name in ("draft_by_session", "share_by_session"):
        by = getattr(kind.when, name)
        if by is not None and by > sessions:
            yield at(*place, name)(f"{by} is after the last of {sessions} sessions")


def _measures(curriculum: Curriculum) -> Iterator[Misfit]:
    for measure in curriculum.measures:
        yield from _range(measure)
        yield from _bands(measure)
        yield from strangers(
            ("measures", measure.key, "sources"), measure.sources, keys(curriculum.sources)
        )


def _range(measure: Measure) -> Iterator[Misfit]:
    low, high = measure.minimum, measure.maximum
    if low >= high:
        yield at("measures", measure.key, "maximum")(f"{high} is not above the minimum, {low}")
    if not low <= measure.caseness <= high:
        yield at("measures", measure.key, "caseness")(
            f"{measure.caseness} lies outside the range {low} to {high}"
        )


def _bands(measure: Measure) -> Iterator[Misfit]:
    expected = measure.minimum
    for band in measure.bands:
        here = at("measures", measure.key, "bands", band.name)
        if band.first != expected:
            yield here(f"first: expected {expected}, so that every score has one band")
        if band.last < band.first:
            yield here(f"last: {band.last} lies before the first score, {band.first}")
        expected = band.last + 1
    if measure.bands and expected != measure.maximum + 1:
        yield at("measures", measure.key, "bands")(
            f"they end at {expected - 1}, but the measure goes up to {measure.maximum}"
        )


CHECKS: tuple[Check, ...] = (
    _identity,
    _keys,
    _phases,
    misfits_in_activities,
    _scales,
    _tasks,
    _documents,
    _measures,
    misfits_in_requirements,
)

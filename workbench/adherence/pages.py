"""Turns a rating into what its page shows: each task with what it got, and what is still asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from wtforms import Field

from workbench.adherence.domain.form import Item, RatingForm, ScaleOf
from workbench.adherence.domain.giving import Chosen, Complaints
from workbench.adherence.domain.score import Answer
from workbench.adherence.models import Rating, Score
from workbench.curricula.materials import Answer as OffAnswer
from workbench.web.gate import GatedForm, GateShown


@dataclass(frozen=True, slots=True)
class ScaleShown:
    """One scale of a task, with what was picked on it."""

    name: str
    title: str
    note: str
    points: tuple[tuple[int, str], ...]
    chosen: str | None


@dataclass(frozen=True, slots=True)
class TaskShown:
    """One task of the form, in the shape that components/rating.html takes."""

    id: str
    name: str
    look: str
    scales: tuple[ScaleShown, ...]
    off: tuple[tuple[str, str], ...]
    reason_for: str | None
    reason: str
    at: str
    evidence: str
    got: str | None
    is_rated: bool
    is_bad: bool
    error: str | None
    gates: tuple[GateShown, ...]
    """What the gate found in what was written for it."""


def chosen_of(rating: Rating) -> dict[str, Chosen]:
    """What was kept, as it would stand in the form."""
    return {score.task: _chosen(score) for score in rating.scores}


def chosen_from(form: RatingForm, sent: Mapping[str, str]) -> dict[str, Chosen]:
    """What was typed and picked in the form that was sent."""
    return {item.task.key: _sent(item, sent) for item in form.every}


def told_by(evidence: GatedForm, form: RatingForm) -> Complaints:
    """What stands at the gate, by task."""
    told = {item.task.key: _fields(evidence, item) for item in form.every}
    errors = {
        key: " ".join(str(e) for f in fields for e in f.errors) for key, fields in told.items()
    }
    return {key: words for key, words in errors.items() if words}


def tasks_shown(
    items: Sequence[Item],
    chosen: Mapping[str, Chosen],
    complaints: Complaints,
    evidence: GatedForm | None = None,
) -> list[TaskShown]:
    """The tasks in order, numbered, each with what it got and what is wrong with it."""
    return [
        _task(f"{number}. ", item, chosen, complaints, evidence)
        for number, item in enumerate(items, start=1)
    ]


def markers_shown(
    items: Sequence[Item],
    chosen: Mapping[str, Chosen],
    complaints: Complaints,
    evidence: GatedForm | None = None,
) -> list[TaskShown]:
    """The markers of having left the model, folded: most sessions have none of them."""
    shown = (_task("", item, chosen, complaints, evidence) for item in items)
    return [replace(one, is_rated=True, got=one.got or "not seen") for one in shown]


def _chosen(score: Score) -> Chosen:
    first = str(score.extent) if score.answer is Answer.SCORED else (score.answer or "")
    return Chosen(
        first=str(first),
        second="" if score.skill is None else str(score.skill),
        reason=score.reason,
        evidence_at=score.evidence_at,
        evidence=score.evidence,
    )


def _sent(item: Item, sent: Mapping[str, str]) -> Chosen:
    name = item.task.key
    return Chosen(
        first=sent.get(_field(item, item.first), ""),
        second=sent.get(_field(item, item.second), "") if item.second else "",
        reason=sent.get(f"{name}-reason", "").strip(),
        evidence_at=sent.get(f"{name}-at", "").strip(),
        evidence=sent.get(f"{name}-evidence", "").strip(),
    )


def _field(item: Item, scale: ScaleOf) -> str:
    return f"{item.task.key}-{scale.scale.key}"


def _fields(evidence: GatedForm, item: Item) -> list[Field]:
    return [evidence[f"{item.task.key}-{what}"] for what in ("reason", "evidence")]


def _task(
    number: str,
    item: Item,
    every: Mapping[str, Chosen],
    complaints: Complaints,
    evidence: GatedForm | None,
) -> TaskShown:
    chosen = every.get(item.task.key, Chosen())
    complaint = complaints.get(item.task.key)
    got = _got(item, chosen)
    answers = item.first.scale.answers
    reasons = (answer.kind.value for answer in answers if answer.asks_reason)
    return TaskShown(
        id=item.task.key,
        name=f"{number}{item.task.label}",
        look=f"{item.task.meaning} {item.task.looks_for}",
        scales=tuple(_scale(item, scale, chosen) for scale in item.scales),
        off=tuple((answer.kind.value, answer.label) for answer in answers),
        reason_for=next(reasons, None),
        reason=chosen.reason,
        at=chosen.evidence_at,
        evidence=chosen.evidence,
        got=got,
        is_rated=got is not None,
        is_bad=complaint is not None,
        error=complaint,
        gates=tuple(
            field.gate
            for field in (_fields(evidence, item) if evidence else ())
            if hasattr(field, "gate")
        ),
    )


def _scale(item: Item, scale: ScaleOf, chosen: Chosen) -> ScaleShown:
    is_first = scale is item.first
    only_after = scale.scale.only_after
    note = f"where {only_after.scale} is at least {only_after.least}" if only_after else ""
    return ScaleShown(
        name=_field(item, scale),
        title=scale.scale.name,
        note=note,
        points=scale.points,
        chosen=(chosen.first if is_first else chosen.second) or None,
    )


def _got(item: Item, chosen: Chosen) -> str | None:
    """What a folded task says of itself: "extent 3, skill 4", or the answer beside the points."""
    off = {answer.kind.value: answer for answer in item.first.scale.answers}
    if not chosen.first:
        return None
    if chosen.first in off:
        return _beside(off[chosen.first])
    said = f"{item.first.scale.name.lower()} {chosen.first}"
    return (
        f"{said}, {item.second.scale.name.lower()} {chosen.second}"
        if (item.second and chosen.second)
        else said
    )


def _beside(answer: OffAnswer) -> str:
    return answer.kind.value.replace("_", " ")

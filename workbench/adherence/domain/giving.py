"""What a rater gave for a task: read from what was chosen, and held to the scales. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.adherence.domain.form import Item, RatingForm
from workbench.adherence.domain.score import Answer

REASON_LIMIT, EVIDENCE_LIMIT = 1000, 400
TIME = re.compile(r"[0-9]{1,3}:[0-5][0-9]|[0-9]{1,2}:[0-5][0-9]:[0-5][0-9]")
"""mm:ss, however many minutes, or h:mm:ss. Western digits only: it is read by machines too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One task's line. A value outside the scale never comes this far."""

    answer: Answer | None = None
    first: int | None = None
    second: int | None = None
    reason: str = ""
    evidence_at: str = ""
    evidence: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was given at all."""
        return self == Given()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What was typed and picked for one task, as it came."""

    first: str = ""
    second: str = ""
    reason: str = ""
    evidence_at: str = ""
    evidence: str = ""


Complaints = dict[str, str]
"""Task key to what is wrong or missing there."""


def read(form: RatingForm, chosen: Mapping[str, Chosen]) -> tuple[dict[str, Given], Complaints]:
    """What can be kept of each task, and what cannot, in words. Nothing raises."""
    givens: dict[str, Given] = {}
    complaints: Complaints = {}
    for item in form.every:
        one = chosen.get(item.task.key, Chosen())
        complaint = _complaint(item, one)
        if complaint:
            complaints[item.task.key] = complaint
        givens[item.task.key] = _given(item, one)
    return givens, complaints


def missing(form: RatingForm, givens: Mapping[str, Given]) -> Complaints:
    """What a rating still wants before it can be signed."""
    found = {item.task.key: _missing(item, givens[item.task.key]) for item in form.items}
    return {key: words for key, words in found.items() if words}


def _missing(item: Item, given: Given) -> str:
    if given.answer is None:
        return "Rate it, or say why it is not rated."
    if given.answer is Answer.DEPARTED and not given.reason:
        return "Say why leaving it was right here."
    opens = given.answer is Answer.SCORED and item.asks_second(given.first or 0)
    if opens and given.second is None:
        return "Rate the skill too: the task was done at least in part."
    return ""


def _complaint(item: Item, chosen: Chosen) -> str:
    if chosen.first and _answer(item, chosen.first) is None:
        return "That value is not on the scale."
    if chosen.second and _second(item, chosen) is None:
        return "That value is not on the scale, or skill is not asked here."
    if chosen.evidence_at and not TIME.fullmatch(chosen.evidence_at):
        return "Write the time in the recording as 12:40 or 1:02:40."
    if len(chosen.reason) > REASON_LIMIT:
        return f"The reason is {len(chosen.reason)} characters long; {REASON_LIMIT} are the limit."
    if len(chosen.evidence) > EVIDENCE_LIMIT:
        return f"What you heard is over {EVIDENCE_LIMIT} characters: {len(chosen.evidence)}."
    return ""


def _given(item: Item, chosen: Chosen) -> Given:
    answer = _answer(item, chosen.first)
    return Given(
        answer=answer,
        first=int(chosen.first) if answer is Answer.SCORED else None,
        second=_second(item, chosen),
        reason=chosen.reason[:REASON_LIMIT],
        evidence_at=chosen.evidence_at if TIME.fullmatch(chosen.evidence_at) else "",
        evidence=chosen.evidence[:EVIDENCE_LIMIT],
    )


def _answer(item: Item, text: str) -> Answer | None:
    if text in {str(value) for value in item.first.values}:
        return Answer.SCORED
    return Answer(text) if text in {kind.value for kind in item.answers} else None


def _second(item: Item, chosen: Chosen) -> int | None:
    """The second value, where the first opens its scale and it is on it."""
    if item.second is None or _answer(item, chosen.first) is not Answer.SCORED:
        return None
    on_scale = chosen.second in {str(value) for value in item.second.values}
    return int(chosen.second) if on_scale and item.asks_second(int(chosen.first)) else None

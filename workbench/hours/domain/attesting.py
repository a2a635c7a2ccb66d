"""Who may record whose signature for a stretch of the log, and for which days. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from workbench.curricula.asked_standing import Signatory
from workbench.errors import Refusal
from workbench.policy import Actor, Placed, administers, is_trainee, supervises

NAMES = {
    Signatory.PLACEMENT_MANAGER: "The manager of the placement",
    Signatory.SUPERVISOR: "A supervisor",
    Signatory.TRAINEE: "The trainee",
}


class NotYoursToRecord(Refusal):
    """A signature that somebody else must give or record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A signature for a stretch of the log, as it is typed."""

    signatory: Signatory
    name: str
    started_on: date
    ended_on: date
    signed_on: date
    placement_id: int | None = None


def signatories(actor: Actor, place: Placed) -> tuple[Signatory, ...]:
    """Whose signature somebody may record there: their own, or as a provider those on paper."""
    if administers(actor, place):
        return (Signatory.PLACEMENT_MANAGER, Signatory.SUPERVISOR)
    if supervises(actor, place):
        return (Signatory.SUPERVISOR,)
    return (Signatory.TRAINEE,) if is_trainee(actor, place) else ()


def signs_on_paper(actor: Actor, place: Placed) -> bool:
    """Whether what somebody records there was signed elsewhere, on a day and by a name to give."""
    return administers(actor, place)


def check_signed(signed: Signed, allowed: tuple[Signatory, ...], *, today: date) -> None:
    """Raise a Refusal at the first field that cannot be so."""
    if signed.signatory not in allowed:
        message = "This signature is not yours to record."
        raise NotYoursToRecord(message, field="signatory")
    if not signed.name:
        message = "Say who signed."
        raise Refusal(message, field="name")
    if signed.signed_on > today:
        message = "That day is still to come."
        raise Refusal(message, field="signed_on")
    if signed.ended_on < signed.started_on:
        message = "The last day lies before the first."
        raise Refusal(message, field="ended_on")
    if signed.ended_on > signed.signed_on:
        message = "Nobody can sign for days after the signature. Choose an earlier last day."
        raise Refusal(message, field="ended_on")


def check_take_back(actor: Actor, place: Placed, recorded_by_id: int) -> None:
    """Raise a Refusal unless somebody recorded it themself, or is the provider."""
    if actor.person_id != recorded_by_id and not administers(actor, place):
        message = "Whoever recorded this signature takes it back, or the provider does."
        raise NotYoursToRecord(message)


def last_month(today: date) -> tuple[date, date]:
    """The first and the last day of the month that is over."""
    last = today.replace(day=1) - timedelta(days=1)
    return last.replace(day=1), last

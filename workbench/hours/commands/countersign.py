"""Vouching for entries, asking about them, sending them back: a supervisor's acts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from workbench.hours.commands.log import follow, refuse_stale
from workbench.hours.domain.entry import (
    WAITING,
    NotWaiting,
    Standing,
    VerdictKind,
    countersigned,
    queried,
    returned,
)
from workbench.hours.domain.signing import SignedRow, check_undo, digest, statement
from workbench.hours.domain.worked import check_words
from workbench.hours.models import Countersignature, HoursEntry, Verdict
from workbench.policy import Actor
from workbench.training.commands import mark_change
from workbench.training.models import Enrolment, Membership, Role
from workbench.training.queries import supervised_by
from workbench.training.spans import holds_on


@dataclass(frozen=True, slots=True)
class Signed:
    """What one signature covered, and which of the picked entries were left and why."""

    signature: Countersignature
    entries: Sequence[HoursEntry]
    left: Sequence[HoursEntry]


def countersign_entries(
    db: Session, picked: Mapping[int, int], actor: Actor, *, today: date, at: datetime
) -> Signed:
    """Vouch for several entries with one signature.

    `picked` are numbers of entries with the version that the supervisor saw. An entry that
    changed meanwhile is left; those that the actor does not supervise do not exist for them.
    Raises a Refusal when nothing is left to sign.
    """
    found = _locked(db, picked, actor)
    entries = [one for one in found if _as_seen(one, picked)]
    left = [one for one in found if not _as_seen(one, picked)]
    if not entries:
        raise NotWaiting(_nothing(found))
    signature = _sign(db, entries, actor, today=today, at=at)
    for entry in entries:
        entry.standing = countersigned(entry.standing)
        entry.countersignature = signature
        if entry.corrects_id is not None and entry.therapy_session is not None:
            follow(entry.therapy_session, entry)
        mark_change(
            db, actor, "hours.countersign", entry, place=entry, at=at, signature=signature.id
        )
    return Signed(signature, entries, left)


def query_entry(  # noqa: PLR0913 - which, by whom, as seen when, with what words, and when
    db: Session, entry: HoursEntry, actor: Actor, words: str, *, version: int, at: datetime
) -> Verdict:
    """Ask about one entry; it keeps its place in the queue."""
    check_words(words, field="words", needed="Write your question.")
    refuse_stale(entry, version)
    entry.standing = queried(entry.standing)
    return _say(db, entry, actor, VerdictKind.QUERY, words, at)


def return_entry(  # noqa: PLR0913 - which, by whom, as seen when, with what words, and when
    db: Session, entry: HoursEntry, actor: Actor, words: str, *, version: int, at: datetime
) -> Verdict:
    """Send one entry back to be changed, with a reason."""
    check_words(words, field="words", needed="Say why it goes back.")
    refuse_stale(entry, version)
    entry.standing = returned(entry.standing)
    return _say(db, entry, actor, VerdictKind.RETURN, words, at)


def undo_signature(
    db: Session, signature: Countersignature, actor: Actor, *, at: datetime
) -> Sequence[HoursEntry]:
    """Take a signature back within its minute: its entries wait again. Raises Sealed."""
    check_undo(signature.signed_at, signature.undone_at, at)
    signature.undone_at = at
    entries = _covered(db, signature)
    _lock_enrolments(db, entries)
    for entry in entries:
        asked = bool(entry.verdicts) and entry.verdicts[-1].kind is VerdictKind.QUERY
        entry.standing = Standing.QUERIED if asked else Standing.SUBMITTED
        entry.countersignature = None
        _follow_the_corrected(db, entry)
        mark_change(db, actor, "hours.undo_countersign", entry, place=entry, at=at)
    return entries


def _locked(db: Session, picked: Mapping[int, int], actor: Actor) -> Sequence[HoursEntry]:
    """The picked entries as they are now; nobody else changes them before we commit."""
    entries = db.scalars(
        select(HoursEntry)
        .join(HoursEntry.enrolment)
        .where(HoursEntry.id.in_(picked), supervised_by(actor))
        .options(joinedload(HoursEntry.enrolment), joinedload(HoursEntry.therapy_session))
        .order_by(HoursEntry.id)
        .with_for_update(of=HoursEntry)
        .execution_options(populate_existing=True)
    ).all()
    _lock_enrolments(db, entries)
    return entries


def _lock_enrolments(db: Session, entries: Sequence[HoursEntry]) -> None:
    """Take every enrolment before the trail, in one order, so that two writers never cross."""
    ids = sorted({entry.enrolment_id for entry in entries})
    db.execute(
        select(Enrolment.id).where(Enrolment.id.in_(ids)).order_by(Enrolment.id).with_for_update()
    ).all()


def _as_seen(entry: HoursEntry, picked: Mapping[int, int]) -> bool:
    return entry.standing in WAITING and entry.version == picked[entry.id]


def _nothing(found: Sequence[HoursEntry]) -> str:
    if not found:
        return "Nothing was picked, so nothing was signed."
    return (
        "Nothing was signed: every entry that you picked changed after you opened the page, "
        "or was signed already. Look again at what waits for you."
    )


def _sign(
    db: Session, entries: Sequence[HoursEntry], actor: Actor, *, today: date, at: datetime
) -> Countersignature:
    words = statement(len(entries))
    signature = Countersignature(
        supervisor_id=actor.person_id,
        signed_at=at,
        statement=words,
        registration=registration_of(db, actor, entries, today),
        digest=digest(words, actor.person_id, at, [_row(entry) for entry in entries]),
    )
    db.add(signature)
    db.flush()  # the trail names the signature by its number
    return signature


def registration_of(db: Session, actor: Actor, entries: Sequence[HoursEntry], today: date) -> str:
    """The professional registration that the actor signs under in these entries' providers."""
    providers = {entry.provider_id for entry in entries}
    found = db.scalars(
        select(Membership.registration)
        .where(
            Membership.person_id == actor.person_id,
            Membership.provider_id.in_(providers),
            Membership.role == Role.SUPERVISOR,
            Membership.registration != "",
            holds_on(Membership, today),
        )
        .order_by(Membership.id.desc())
    ).first()
    return found or ""


def _row(entry: HoursEntry) -> SignedRow:
    return SignedRow(
        entry=entry.id,
        enrolment=entry.enrolment_id,
        activity=entry.activity,
        session=entry.therapy_session_id,
        worked_on=entry.worked_on,
        minutes=entry.minutes,
        mode=entry.mode,
        group_size=entry.group_size,
        corrects=entry.corrects_id,
    )


def _say(  # noqa: PLR0913, PLR0917 - the columns of a verdict
    db: Session, entry: HoursEntry, actor: Actor, kind: VerdictKind, words: str, at: datetime
) -> Verdict:
    said = Verdict(entry_id=entry.id, author_id=actor.person_id, kind=kind, words=words, at=at)
    db.add(said)
    mark_change(db, actor, f"hours.{kind}", entry, place=entry, at=at)
    return said


def _covered(db: Session, signature: Countersignature) -> Sequence[HoursEntry]:
    return (
        db.scalars(
            select(HoursEntry)
            .where(HoursEntry.countersignature_id == signature.id)
            .options(
                joinedload(HoursEntry.enrolment),
                joinedload(HoursEntry.therapy_session),
                joinedload(HoursEntry.countersignature),
                joinedload(HoursEntry.verdicts),
            )
            .order_by(HoursEntry.id)
            .with_for_update(of=HoursEntry)
            .execution_options(populate_existing=True)
        )
        .unique()
        .all()
    )


def _follow_the_corrected(db: Session, entry: HoursEntry) -> None:
    if entry.corrects_id is None or entry.therapy_session is None:
        return
    follow(entry.therapy_session, db.get_one(HoursEntry, entry.corrects_id))

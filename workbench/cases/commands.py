"""Opening and closing a training case."""

from datetime import date, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from workbench.cases.domain.about import consent_ended, problems_named
from workbench.cases.domain.code import BadCode, case_code
from workbench.cases.domain.sessions import ClosedCase
from workbench.cases.models import Case, CaseStanding, Pseudonym
from workbench.curricula.activities import ActivityKind, Mode
from workbench.curricula.model import Curriculum
from workbench.errors import Refusal
from workbench.policy import Actor
from workbench.training.commands import mark_change
from workbench.training.models import Enrolment, Placement

LONGEST_USUAL = 240


def open_case(  # noqa: PLR0913 - what a case is opened with
    db: Session,
    enrolment: Enrolment,
    actor: Actor,
    *,
    code: str,
    opened_on: date,
    today: date,
    usual_minutes: int,
    usual_mode: Mode,
    placement_id: int | None,
    curriculum: Curriculum,
    at: datetime,
) -> Case:
    """Begin a training case. Raises a Refusal at the field that cannot be so."""
    words = [word for measure in curriculum.measures for word in (measure.key, measure.name)]
    case = Case(
        enrolment=enrolment,
        code=case_code(code, meant_otherwise=words),
        opened_on=_within(enrolment, opened_on, today),
        usual_minutes=_usual(usual_minutes),
        usual_mode=usual_mode,
        placement_id=own_placement(db, enrolment, placement_id),
        activity=case_activity(curriculum),
    )
    _refuse_taken(db, enrolment, case.code)
    db.add(case)
    mark_change(db, actor, "cases.open", case, place=enrolment, at=at)
    return case


def close_case(  # noqa: PLR0913 - which, by whom, how and when it ended
    db: Session,
    case: Case,
    actor: Actor,
    *,
    standing: CaseStanding,
    closed_on: date,
    today: date,
    at: datetime,
) -> None:
    """End a case as completed or as dropped out. Raises a Refusal where it cannot end so."""
    if case.standing is not CaseStanding.OPEN:
        message = f"Case {case.code} has ended already."
        raise ClosedCase(message)
    if standing is CaseStanding.OPEN:
        message = "Say whether it was completed or ended early."
        raise Refusal(message, field="standing")
    last = max([case.opened_on, *(session.held_on for session in case.sessions)])
    if closed_on < last:
        message = f"Something happened on the case on {last}, after that."
        raise Refusal(message, field="closed_on")
    if closed_on > today:
        message = "That day is still to come."
        raise Refusal(message, field="closed_on")
    case.standing, case.closed_on = standing, closed_on
    mark_change(db, actor, "cases.close", case, place=case, at=at, standing=standing)


def reopen_case(db: Session, case: Case, actor: Actor, *, at: datetime) -> None:
    """Take back an ending that was a mistake."""
    if case.standing is CaseStanding.OPEN:
        message = f"Case {case.code} is open."
        raise Refusal(message)
    case.standing, case.closed_on = CaseStanding.OPEN, None
    mark_change(db, actor, "cases.reopen", case, place=case, at=at)


def describe_case(  # noqa: PLR0913 - which, by whom, what is said of it, when
    db: Session,
    case: Case,
    actor: Actor,
    *,
    placement_id: int | None,
    problems: str,
    same_patient_as_id: int | None,
    at: datetime,
) -> None:
    """Say where a case is seen, what it came for and whose it is. Raises a Refusal."""
    case.placement_id = own_placement(db, case.enrolment, placement_id)
    case.problems = list(problems_named(problems))
    case.same_patient_as_id = _first_of_patient(db, case, same_patient_as_id)
    figures = {"problems": len(case.problems), "same_as": case.same_patient_as_id or 0}
    mark_change(db, actor, "cases.describe", case, place=case, at=at, **figures)


def supervise_closely(db: Session, case: Case, actor: Actor, *, at: datetime) -> None:
    """Vouch that a case is supervised with recordings or from life. Raises a Refusal."""
    if case.closely_supervised:
        message = f"Case {case.code} is said to be closely supervised already."
        raise Refusal(message)
    case.closely_supervised = True
    mark_change(db, actor, "cases.supervise_closely", case, place=case, at=at)


def take_back_closely(db: Session, case: Case, actor: Actor, *, at: datetime) -> None:
    """Take it back that a case is closely supervised. Raises a Refusal."""
    if not case.closely_supervised:
        message = f"Nobody has said that case {case.code} is closely supervised."
        raise Refusal(message)
    case.closely_supervised = False
    mark_change(db, actor, "cases.take_back_closely", case, place=case, at=at)


def withdraw_consent(  # noqa: PLR0913 - which, by whom, from which day, when
    db: Session, case: Case, actor: Actor, *, withdrawn_on: date, today: date, at: datetime
) -> None:
    """Record from which day a patient's consent to recordings is withdrawn. Raises a Refusal."""
    if case.consent_withdrawn_on is not None:
        message = f"Consent for case {case.code} is withdrawn already."
        raise Refusal(message)
    case.consent_withdrawn_on = consent_ended(withdrawn_on, opened_on=case.opened_on, today=today)
    mark_change(db, actor, "cases.withdraw_consent", case, place=case, at=at)


def restore_consent(db: Session, case: Case, actor: Actor, *, at: datetime) -> None:
    """Take back a withdrawal of consent that was a mistake. Raises a Refusal."""
    if case.consent_withdrawn_on is None:
        message = f"Consent for case {case.code} is not withdrawn."
        raise Refusal(message)
    before = case.consent_withdrawn_on.isoformat()
    case.consent_withdrawn_on = None
    mark_change(db, actor, "cases.restore_consent", case, place=case, at=at, before=before)


def take_out_of_sight(db: Session, case: Case, actor: Actor, *, today: date, at: datetime) -> None:
    """Let nobody but the trainee read what is written about a case. Raises a Refusal."""
    if case.texts_withdrawn_on is not None:
        message = f"What is written about case {case.code} is out of sight already."
        raise Refusal(message)
    case.texts_withdrawn_on = today
    mark_change(db, actor, "cases.take_out_of_sight", case, place=case, at=at)


def put_in_sight(db: Session, case: Case, actor: Actor, *, at: datetime) -> None:
    """Take it back that what is written about a case is out of sight. Raises a Refusal."""
    if case.texts_withdrawn_on is None:
        message = f"What is written about case {case.code} is not out of sight."
        raise Refusal(message)
    before = case.texts_withdrawn_on.isoformat()
    case.texts_withdrawn_on = None
    mark_change(db, actor, "cases.put_in_sight", case, place=case, at=at, before=before)


def _first_of_patient(db: Session, case: Case, other_id: int | None) -> int | None:
    """The first case of the patient; whatever pointed at this case points there too."""
    if own_case(db, case.enrolment, other_id, field="same_patient_as") is None:
        return None
    other = db.get_one(Case, other_id)
    first = other.same_patient_as_id or other.id
    if first == case.id:
        message = f"Case {other.code} is said to be of the patient of this case already."
        raise Refusal(message, field="same_patient_as")
    followers = update(Case).where(Case.same_patient_as_id == case.id)
    db.execute(followers.values(same_patient_as_id=first))
    return first


def case_activity(curriculum: Curriculum) -> str:
    """What a session of a training case is logged as: the curriculum's first client work."""
    work = (each for each in curriculum.activities if each.kind is ActivityKind.CLIENT_WORK)
    return next(work, curriculum.activities[0]).key


def own_placement(db: Session, enrolment: Enrolment, placement_id: int | None) -> int | None:
    """The placement, where it is one of the enrolment's. Raises a Refusal."""
    if placement_id is None:
        return None
    ids = db.scalars(select(Placement.id).where(Placement.enrolment_id == enrolment.id)).all()
    if placement_id not in ids:
        message = "Choose one of your placements."
        raise Refusal(message, field="placement")
    return placement_id


def own_case(
    db: Session, enrolment: Enrolment, case_id: int | None, *, field: str = "case"
) -> int | None:
    """The case, where it is one of the enrolment's. Raises a Refusal."""
    if case_id is None:
        return None
    ids = db.scalars(select(Case.id).where(Case.enrolment_id == enrolment.id)).all()
    if case_id not in ids:
        message = "Choose one of your cases."
        raise Refusal(message, field=field)
    return case_id


def agree_pseudonym(
    db: Session, enrolment_id: int, case_id: int | None, words: str, *, at: datetime
) -> None:
    """Let a name stand for somebody throughout a case, so that nobody asks about it again."""
    known = select(Pseudonym.id).where(
        Pseudonym.enrolment_id == enrolment_id,
        Pseudonym.case_id == case_id,
        Pseudonym.words == words,
    )
    if db.scalars(known).first() is not None:
        return
    db.add(Pseudonym(enrolment_id=enrolment_id, case_id=case_id, words=words, agreed_at=at))


def _within(enrolment: Enrolment, day: date, today: date) -> date:
    if day > today:
        message = "That day is still to come."
        raise Refusal(message, field="opened_on")
    if day < enrolment.started_on or (enrolment.ended_on and day > enrolment.ended_on):
        message = "That day lies outside your training here."
        raise Refusal(message, field="opened_on")
    return day


def _usual(minutes: int) -> int:
    if not 1 <= minutes <= LONGEST_USUAL:
        message = f"A usual session lasts between 1 and {LONGEST_USUAL} minutes."
        raise Refusal(message, field="usual_minutes")
    return minutes


def _refuse_taken(db: Session, enrolment: Enrolment, code: str) -> None:
    taken = select(Case.id).where(Case.enrolment_id == enrolment.id, Case.code == code)
    if db.scalars(taken).first() is not None:
        message = f"You have a case {code} already. Choose another code."
        raise BadCode(message)

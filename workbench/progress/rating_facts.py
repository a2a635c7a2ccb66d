"""Reads ratings as the rules see them."""

from zoneinfo import ZoneInfo

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from workbench.accounts.models import Person
from workbench.adherence.domain.score import Rater
from workbench.adherence.models import Rating
from workbench.cases.models import Case, TherapySession
from workbench.curricula.asked import RaterRole
from workbench.progress.domain import facts as f
from workbench.progress.entry_facts import day_of
from workbench.training.models import Enrolment


def rating_facts(db: Session, enrolment: Enrolment, zone: ZoneInfo) -> tuple[f.RatingFact, ...]:
    """Every rating; of a supervisor's no verdict before the trainee has signed their own."""
    rows = db.execute(
        select(
            Rating.id,
            Rating.by,
            Rating.phase,
            Rating.started_at,
            Rating.signed_at,
            Rating.rule_verdict,
            Rating.selected_by,
            *(Rating.rater_id, Rating.contents, Rating.in_doubt),
            Case.code.label("case"),
            TherapySession.number.label("session"),
            Person.name.label("rater"),
        )
        .join(TherapySession, TherapySession.id == Rating.therapy_session_id)
        .join(Case, Case.id == TherapySession.case_id)
        .join(Person, Person.id == Rating.rater_id)
        .where(Rating.enrolment_id == enrolment.id)
        .order_by(Rating.id)
    )
    found = rows.mappings().all()
    opened = {(row["case"], row["session"]) for row in found if _is_own_and_signed(row)}
    return tuple(_rating(row, opened, zone) for row in found)


def _is_own_and_signed(row: RowMapping) -> bool:
    return row["by"] is Rater.SELF and row["signed_at"] is not None


def _rating(row: RowMapping, opened: set[tuple[str, int]], zone: ZoneInfo) -> f.RatingFact:
    is_open = (row["case"], row["session"]) in opened
    verdict = row["rule_verdict"] if is_open else None
    return f.RatingFact(
        id=row["id"],
        case=row["case"],
        session=row["session"],
        phase=row["phase"],
        by=RaterRole(row["by"]),
        asked_on=day_of(row["started_at"], zone),
        signed_on=day_of(row["signed_at"], zone),
        verdict=f.Verdict(verdict) if verdict else None,
        selected_by=row["selected_by"],
        rater=row["rater"],
        rater_id=row["rater_id"],
        contents=tuple(row["contents"]),
        in_doubt=is_open and row["in_doubt"],
    )

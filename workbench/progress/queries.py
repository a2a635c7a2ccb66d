"""What the home pages read: an enrolment's overview, kept for as long as nothing changed."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.adherence.domain.score import Rater, RatingStanding
from workbench.adherence.models import Rating, Score
from workbench.cases.models import Case, MeasureTotal, TherapySession
from workbench.curricula.model import Curriculum
from workbench.progress.domain.case_lines import CaseRows, RatedSession
from workbench.progress.domain.overview import Overview, overview
from workbench.progress.facts import facts_of
from workbench.progress.models import KeptFindings
from workbench.training.models import Enrolment


def kept_overview(db: Session, enrolment: Enrolment, on: date) -> Overview | None:
    """The overview as it was last worked out, if nothing changed since and the day is the same."""
    page = db.scalars(
        select(KeptFindings.page).where(
            KeptFindings.enrolment_id == enrolment.id,
            KeptFindings.counter == enrolment.counter,
            KeptFindings.on == on,
        )
    ).one_or_none()
    return None if page is None else msgspec.convert(page, Overview)


def worked_out(db: Session, enrolment: Enrolment, curriculum: Curriculum, on: date) -> Overview:
    """The overview worked out anew from everything that happened."""
    return overview(curriculum, facts_of(db, enrolment), case_rows(db, enrolment), on=on)


def case_rows(db: Session, enrolment: Enrolment) -> tuple[CaseRows, ...]:
    """The numbers of an enrolment's cases, the totals of their measures, their signed ratings."""
    cases = db.execute(
        select(Case.id, Case.code).where(Case.enrolment_id == enrolment.id).order_by(Case.id)
    ).all()
    totals = _totals(db, enrolment)
    ratings = _rated(db, enrolment)
    return tuple(
        CaseRows(id=number, code=code, totals=totals[number], ratings=tuple(ratings[number]))
        for number, code in cases
    )


def _totals(
    db: Session, enrolment: Enrolment
) -> defaultdict[int, defaultdict[str, list[tuple[int, int]]]]:
    """By case and measure: (session number, total) in order."""
    rows = db.execute(
        select(Case.id, MeasureTotal.measure, TherapySession.number, MeasureTotal.total)
        .join(TherapySession, TherapySession.id == MeasureTotal.therapy_session_id)
        .join(Case, Case.id == TherapySession.case_id)
        .where(Case.enrolment_id == enrolment.id)
        .order_by(Case.id, TherapySession.number)
    )
    totals: defaultdict[int, defaultdict[str, list[tuple[int, int]]]]
    totals = defaultdict(lambda: defaultdict(list))
    for case_id, measure, number, total in rows:
        totals[case_id][measure].append((number, total))
    return totals


def _rated(db: Session, enrolment: Enrolment) -> defaultdict[int, list[RatedSession]]:
    """By case: the mean skill of each session's latest signed ratings, in order."""
    means: dict[tuple[int, int, str], dict[Rater, float]] = {}
    for case_id, number, phase, by, mean in _mean_rows(db, enrolment):
        if mean is not None:
            means.setdefault((case_id, number, phase), {})[by] = round(float(mean), 1)
    found: defaultdict[int, list[RatedSession]] = defaultdict(list)
    for (case_id, number, phase), by_rater in sorted(means.items()):
        own, theirs = by_rater.get(Rater.SELF), by_rater.get(Rater.SUPERVISOR)
        found[case_id].append(RatedSession(session=number, phase=phase, own=own, theirs=theirs))
    return found


def _mean_rows(
    db: Session, enrolment: Enrolment
) -> Sequence[tuple[int, int, str, Rater, float | None]]:
    rows = db.execute(
        select(Case.id, TherapySession.number, Rating.phase, Rating.by, func.avg(Score.skill * 1.0))
        .join(TherapySession, TherapySession.id == Rating.therapy_session_id)
        .join(Case, Case.id == TherapySession.case_id)
        .outerjoin(Score, Score.rating_id == Rating.id)
        .where(Rating.enrolment_id == enrolment.id, Rating.standing == RatingStanding.SIGNED)
        .group_by(Case.id, TherapySession.number, Rating.phase, Rating.by, Rating.id)
        .order_by(Rating.id)
    )
    return [(row[0], row[1], row[2], row[3], row[4]) for row in rows]

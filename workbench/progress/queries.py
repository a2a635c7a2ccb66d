"""What the home pages read: an enrolment's overview, kept for as long as nothing changed."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import msgspec
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from workbench.accounts.models import Person
from workbench.adherence.domain.score import Rater, RatingStanding
from workbench.adherence.models import Rating
from workbench.cases.models import Case, MeasureTotal, TherapySession
from workbench.curricula.model import Curriculum
from workbench.policy import Actor
from workbench.progress.domain.case_lines import CaseRows, RatedSession
from workbench.progress.domain.overview import Overview, overview
from workbench.progress.edition import EDITION
from workbench.progress.facts import facts_of
from workbench.progress.models import KeptFindings
from workbench.training.models import Cohort, Enrolment, Provider
from workbench.training.queries import supervised_by


def kept_overview(db: Session, enrolment: Enrolment, on: date) -> Overview | None:
    """The overview as it was last worked out, if nothing changed since: fact, rule or day."""
    page = db.scalars(
        select(KeptFindings.page).where(
            KeptFindings.enrolment_id == enrolment.id,
            KeptFindings.counter == enrolment.counter,
            KeptFindings.on == on,
            KeptFindings.edition == EDITION,
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
    for case_id, number, phase, by, mean in _means(db, enrolment):
        means.setdefault((case_id, number, phase), {})[by] = mean
    found: defaultdict[int, list[RatedSession]] = defaultdict(list)
    for (case_id, number, phase), by_rater in sorted(means.items()):
        own, theirs = by_rater.get(Rater.SELF), by_rater.get(Rater.SUPERVISOR)
        found[case_id].append(RatedSession(session=number, phase=phase, own=own, theirs=theirs))
    return found


def _means(db: Session, enrolment: Enrolment) -> list[tuple[int, int, str, Rater, float]]:
    """Every signed rating in which something counts, with its mean, rounded down, oldest first."""
    figures = (Rating.phase, Rating.by, Rating.points, Rating.tasks_counted)
    rows = db.execute(
        select(Case.id, TherapySession.number, *figures)
        .join(TherapySession, TherapySession.id == Rating.therapy_session_id)
        .join(Case, Case.id == TherapySession.case_id)
        .where(Rating.enrolment_id == enrolment.id, Rating.standing == RatingStanding.SIGNED)
        .order_by(Rating.id)
    )
    return [
        (case_id, number, phase, by, points * 10 // tasks / 10)
        for case_id, number, phase, by, points, tasks in rows
        if points is not None and tasks
    ]


def kept_overviews(db: Session, enrolments: Sequence[Enrolment]) -> dict[int, KeptFindings]:
    """What is kept for many enrolments, fresh or not, in one statement."""
    ids = [enrolment.id for enrolment in enrolments]
    rows = db.scalars(select(KeptFindings).where(KeptFindings.enrolment_id.in_(ids)))
    return {row.enrolment_id: row for row in rows}


def enrolments_in(db: Session, cohort: Cohort) -> Sequence[Enrolment]:
    """The enrolments of a cohort that the actor was let reach, by the trainee's name."""
    return db.scalars(_with_people().where(Enrolment.cohort_id == cohort.id)).all()


def enrolments_supervised(db: Session, actor: Actor) -> Sequence[Enrolment]:
    """The enrolments that the actor supervises today, by the trainee's name."""
    return db.scalars(_with_people().where(supervised_by(actor))).all()


def cohorts_by_provider(
    db: Session, actor: Actor
) -> list[tuple[Provider, list[tuple[Cohort, int]]]]:
    """Every provider that the actor administers, with its cohorts and how many are in each."""
    providers = db.scalars(
        select(Provider).where(Provider.id.in_(actor.administers)).order_by(Provider.name)
    ).all()
    count = select(func.count()).where(Enrolment.cohort_id == Cohort.id).scalar_subquery()
    counted = db.execute(
        select(Cohort, count)
        .where(Cohort.provider_id.in_(actor.administers))
        .options(joinedload(Cohort.programme))
        .order_by(Cohort.starts_on.desc(), Cohort.id.desc())
    ).all()
    return [
        (provider, [(cohort, n) for cohort, n in counted if cohort.provider_id == provider.id])
        for provider in providers
    ]


def _with_people() -> Select[Enrolment]:
    return (
        select(Enrolment)
        .join(Person, Person.id == Enrolment.trainee_id)
        .options(
            contains_eager(Enrolment.trainee),
            joinedload(Enrolment.cohort).joinedload(Cohort.programme),
            joinedload(Enrolment.provider),
        )
        .order_by(Person.name, Enrolment.id)
    )

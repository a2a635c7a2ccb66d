"""Proving what is kept: every total and every finding worked out anew and held against it."""

from collections.abc import Callable, Iterator, Mapping

import msgspec
from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from workbench.curricula.model import Curriculum
from workbench.hours.domain.entry import Standing
from workbench.hours.totals import kept_totals, totals_worked_out
from workbench.progress.domain.overview import Overview
from workbench.progress.edition import EDITION
from workbench.progress.models import KeptFindings
from workbench.progress.queries import worked_out
from workbench.training.models import Enrolment

Bucket = tuple[int, str, str, Standing]
Sum = tuple[int, int]
NOTHING: Sum = (0, 0)


def differences(db: Session, curriculum_of: Callable[[Enrolment], Curriculum]) -> Iterator[str]:
    """Every difference between what is kept and what happened, in words. There are none."""
    yield from _in_totals(_read(db, kept_totals()), _read(db, totals_worked_out()))
    yield from _in_findings(db, curriculum_of)


def _read(
    db: Session, statement: Select[int, str, str, Standing, int, int]
) -> Mapping[Bucket, Sum]:
    rows = db.execute(statement)
    return {(who, month, what, how): (minutes, n) for who, month, what, how, minutes, n in rows}


def _in_totals(kept: Mapping[Bucket, Sum], anew: Mapping[Bucket, Sum]) -> Iterator[str]:
    for bucket in sorted({*kept, *anew}):
        had, has = kept.get(bucket, NOTHING), anew.get(bucket, NOTHING)
        if had != has:
            yield (
                "Enrolment {}, {}, {}, {}: ".format(*bucket)
                + "kept {} min in {} entries, ".format(*had)
                + "worked out {} min in {}.".format(*has)
            )


def _in_findings(db: Session, curriculum_of: Callable[[Enrolment], Curriculum]) -> Iterator[str]:
    fresh = (
        select(KeptFindings, Enrolment)
        .join(Enrolment, Enrolment.id == KeptFindings.enrolment_id)
        .where(Enrolment.counter == KeptFindings.counter, KeptFindings.edition == EDITION)
        .options(joinedload(Enrolment.trainee))
        .order_by(Enrolment.id)
    )
    for kept, enrolment in db.execute(fresh):
        found = worked_out(db, enrolment, curriculum_of(enrolment), kept.on)
        for field in _differing(kept.page, found):
            yield f"Enrolment {enrolment.id}, kept on {kept.on}: “{field}” is worked out otherwise."


def _differing(kept: Mapping[str, object], found: Overview) -> list[str]:
    anew = msgspec.json.decode(msgspec.json.encode(found))
    return sorted(name for name in {*kept, *anew} if kept.get(name) != anew.get(name))

"""The hour totals as they are kept, and as the entries themselves give them: two statements."""

from sqlalchemy import ColumnElement, Select, String, cast, func, select
from sqlalchemy.orm import aliased

from workbench.hours.domain.entry import Standing
from workbench.hours.models import HoursEntry, HourTotal


def month_of_entry() -> ColumnElement[str]:
    """The month that an entry lies in, such as 2026-11, on either database."""
    return func.substr(cast(HoursEntry.worked_on, String), 1, 7)


def totals_worked_out() -> Select[int, str, str, Standing, int, int]:
    """Every total as the entries themselves give it. What was corrected counts once.

    A countersigned correction stands in the place of the entry it corrects; until then that entry
    counts, and the correction does not.
    """
    newer = aliased(HoursEntry)
    is_corrected = (
        select(newer.id)
        .where(newer.corrects_id == HoursEntry.id, newer.standing == Standing.COUNTERSIGNED)
        .exists()
    )
    counts = (HoursEntry.corrects_id.is_(None)) | (HoursEntry.standing == Standing.COUNTERSIGNED)
    bucket = (HoursEntry.enrolment_id, month_of_entry(), HoursEntry.activity, HoursEntry.standing)
    sums = (func.sum(HoursEntry.minutes), func.count())
    return select(*bucket, *sums).where(counts, ~is_corrected).group_by(*bucket)


def kept_totals() -> Select[int, str, str, Standing, int, int]:
    """Every total as it is kept."""
    kept = HourTotal
    bucket = (kept.enrolment_id, kept.month, kept.activity, kept.standing)
    return select(*bucket, kept.minutes, kept.entries)

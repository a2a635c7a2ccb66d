"""Which supervisions and memberships hold on a day, in SQL."""

from datetime import date

from sqlalchemy import BindParameter, ColumnElement, and_, or_

from workbench.training.models import Membership, Supervision


def holds_on(
    kind: type[Supervision | Membership], on: date | BindParameter[date]
) -> ColumnElement[bool]:
    """Whether a supervision or membership holds on a day; its last day still counts."""
    return and_(kind.started_on <= on, or_(kind.ended_on.is_(None), kind.ended_on >= on))

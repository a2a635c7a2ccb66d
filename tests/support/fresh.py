"""Rows as they stand now: the test's own session keeps no transaction open."""

from sqlalchemy import select


def fresh_rows(db, kind):
    """All rows of one kind by number, read anew."""
    ordered = select(kind).order_by(kind.id).execution_options(populate_existing=True)
    rows = db.scalars(ordered).all()
    db.commit()
    return rows

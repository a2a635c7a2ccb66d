"""Whatever a test of the hours log does, the kept totals are those of the entries afterwards."""

import pytest

from workbench.hours.totals import kept_totals, totals_worked_out


@pytest.fixture(autouse=True)
def totals_hold(request):
    db = request.getfixturevalue("db") if "db" in request.fixturenames else None
    yield
    if db is not None:
        db.rollback()
        kept = sorted(map(tuple, db.execute(kept_totals())))
        anew = sorted(map(tuple, db.execute(totals_worked_out())))
        db.rollback()
        assert kept == anew

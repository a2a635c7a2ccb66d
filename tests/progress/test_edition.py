"""What another edition of the rules found is not shown."""

from pathlib import Path
from shutil import copytree

import pytest
from sqlalchemy import select, text

from workbench.progress.edition import EDITION, PACKAGE, edition_of
from workbench.progress.models import KeptFindings


@pytest.mark.parametrize("page", ["/", "/cohorts/{}"])
def test_findings_of_another_edition_are_worked_out_anew(db, make, signed_in, page):
    enrolment = make.enrolment()
    readers = {"/": enrolment.trainee, "/cohorts/{}": make.administrator(enrolment.provider)}
    browser, path = signed_in(readers[page]), page.format(enrolment.cohort_id)
    browser.open(path)
    db.execute(text("UPDATE kept_findings SET edition = 'earlier', page = '{}'"))
    db.commit()

    browser.open(path)

    [kept] = db.scalars(select(KeptFindings).execution_options(populate_existing=True))
    assert kept.edition == EDITION
    assert kept.page["course"]


def test_a_changed_rule_is_another_edition(tmp_path):
    copy = Path(copytree(PACKAGE, tmp_path / "workbench"))
    before = edition_of(copy)
    rule = copy / "progress" / "domain" / "hours.py"

    rule.write_text(rule.read_text() + "# corrected\n")

    assert before == EDITION
    assert edition_of(copy) != before

"""What the provider finds at the end of somebody's training."""

from sqlalchemy import select

from workbench.accounts.models import Person


def test_whoever_has_met_everything_is_one_step_from_their_record(db, signed_in):
    jo = db.scalars(select(Person).where(Person.email == "lindqvist@harbour.example")).one()
    db.commit()
    browser = signed_in(jo)
    cohort = next(a for a in browser.open("/cohorts").select("tbody th a") if a.text == "2025b")

    row = browser.open(cohort["href"]).select_one("tbody tr")
    draft = browser.open(row.select_one(".btn")["href"])

    assert "Complete" in row.text
    assert draft.h1.text == "Issue a record to Daniel Achebe"
    assert draft.select_one("input[name=sure]")

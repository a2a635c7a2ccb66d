"""How a requirement was worked out: what fell short, whose move it is, and what it might be."""

from datetime import date

import pytest

from workbench.hours.domain.entry import Standing

BACP = ("bacp-accreditation", "2026.1")
CTLD = ("ctld-log", "2026.1")


@pytest.fixture
def enrolment(make):
    return make.enrolment(cohort=make.cohort(curriculum=BACP), started_on=date(2026, 1, 5))


def page_of(signed_in, enrolment, path):
    browser = signed_in(enrolment.trainee)
    return browser.open(f"/enrolments/{enrolment.id}/requirements/{path}")


def logged(make, enrolment, activity, on, minutes=60, **values):
    values = {"standing": Standing.COUNTERSIGNED, **values}
    return make.entry(enrolment, activity=activity, worked_on=on, minutes=minutes, **values)


def words(page):
    return " ".join(page.text.split())


def test_months_that_fall_short_are_a_table_with_the_days_and_the_hours(make, enrolment, signed_in):
    logged(make, enrolment, "practice", date(2026, 3, 4))
    logged(make, enrolment, "practice", date(2026, 4, 4))
    logged(make, enrolment, "supervision", date(2026, 4, 9), 90)

    page = page_of(signed_in, enrolment, "accreditation/supervised_each_month")

    cells = page.select_one("[aria-labelledby=windows] tbody tr").find_all(["th", "td"])
    assert [cell.text for cell in cells][:4] == ["1 March 2026", "31 March 2026", "1.5 h", "0.0 h"]
    assert "Next, and the move is with the provider: Say what follows from March 2026." in words(
        page
    )


def test_what_waits_is_shown_beside_what_is_there(make, enrolment, signed_in):
    logged(make, enrolment, "practice", date(2026, 3, 4))
    logged(make, enrolment, "supervision", date(2026, 3, 9), 90, standing=Standing.SUBMITTED)

    page = page_of(signed_in, enrolment, "accreditation/supervised_each_month")

    assert "1.5 h" in page.select_one("[aria-labelledby=windows] tbody td:last-child").text
    assert "In order once signed" in page.select_one("dl").text
    assert "the move is with the supervisor" in words(page)


def test_other_readings_say_what_they_would_find(make, enrolment, signed_in):
    """By the calendar each month has its 90 minutes; any 30 days from 1 May on have none."""
    logged(make, enrolment, "practice", date(2026, 4, 4))
    logged(make, enrolment, "practice", date(2026, 5, 30))
    logged(make, enrolment, "supervision", date(2026, 4, 9), 90)
    logged(make, enrolment, "supervision", date(2026, 5, 9), 90)

    page = page_of(signed_in, enrolment, "accreditation/supervised_each_month")

    said = words(page.select_one("[aria-labelledby=otherwise]"))
    assert "What is a month?" in said
    assert "1 of 2 months has enough" in said
    assert "The same would be found." in said


def test_gaps_are_told_in_days(make, enrolment, signed_in):
    for on in (date(2026, 3, 2), date(2026, 3, 30)):
        logged(make, enrolment, "practice", on)

    page = page_of(signed_in, enrolment, "accredited_course/every_two_weeks")

    cells = page.select("[aria-labelledby=windows] tbody tr td")
    assert [cell.text for cell in cells][1:3] == ["at most 14 days", "28 days"]


def test_no_page_of_any_curriculum_prints_the_bare_name_of_a_unit_or_a_standing(
    make, enrolment, signed_in
):
    for number, day in enumerate((4, 11, 18, 25)):
        logged(make, enrolment, "practice", date(2026, 3, day), minutes=50 + number)
    browser = signed_in(enrolment.trainee)

    links = [a["href"] for a in browser.open("/").select(".t-req th a")]
    said = [words(browser.open(link)) for link in links]

    assert len(links) == 9
    assert not any(bare in page for page in said for bare in ("windows", "not_begun", "under_way"))


def test_a_month_that_fell_short_is_the_providers_move_on_the_home_page(make, signed_in):
    """Thirty-one days from 4 March end on 3 April."""
    enrolment = make.enrolment(cohort=make.cohort(curriculum=CTLD), started_on=date(2026, 1, 5))
    logged(make, enrolment, "adults", date(2026, 3, 4))

    moves = signed_in(enrolment.trainee).open("/").select(".moves > li")

    [short] = [move for move in moves if "say what follows from 4 March" in move.text]
    assert short.select_one(".whose").text == "your provider"
    assert "4 March to 3 April 2026 has 0 of 1.5 h" in short.text


@pytest.mark.parametrize(("minutes", "clock"), [(50, "2.5 h"), (60, None)])
def test_minutes_listed_add_up_to_what_is_said_of_the_clock(make, signed_in, minutes, clock):
    """Three sessions of fifty minutes are three hours of practice; by the clock half less."""
    training = make.enrolment()
    for day in (2, 3, 4):
        logged(make, training, "psychodynamic_therapy", date(2026, 3, day), minutes)

    page = page_of(signed_in, training, "eligibility/practice_150")

    said = {term.text: term.find_next("dd").text.strip() for term in page.select("dl dt")}
    assert said["Vouched for"] == "3.0 h"
    assert said.get("The same by the clock") == clock

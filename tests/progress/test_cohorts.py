"""The provider's and the supervisor's lists of trainees."""

from datetime import timedelta

from workbench.clock import today
from workbench.hours.domain.entry import Standing

TODAY = today("Europe/London")


def test_a_cohort_shows_who_stands_how_and_why(make, signed_in):
    supervisor = make.person("Dr Anwar Ahmed")
    stuck = make.enrolment(supervisor=supervisor, started_on=TODAY - timedelta(days=90))
    make.entry(
        stuck,
        Standing.SUBMITTED,
        worked_on=TODAY - timedelta(days=40),
        supervisor=supervisor,
        activity="psychodynamic_therapy",
    )
    browser = signed_in(make.administrator(stuck.provider))

    page = browser.open(f"/cohorts/{stuck.cohort_id}")

    row = page.select_one("tbody tr")
    assert row.select_one("th").text == "Mina Parry"
    assert "Stuck" in row.text
    assert "Dr Anwar Ahmed" in row.select_one(".why").text


def test_a_cohort_is_filtered_and_ordered_by_its_address(make, signed_in):
    cohort = make.cohort()
    for name in ("Zora Finch", "Abel Moor"):
        make.enrolment(make.person(name), cohort, started_on=TODAY)
    browser = signed_in(make.administrator(cohort.provider))
    path = f"/cohorts/{cohort.id}"

    by_name = [th.text for th in browser.open(f"{path}?order=name").select("tbody th")]
    none = browser.open(f"{path}?standing=complete")

    assert by_name == ["Abel Moor", "Zora Finch"]
    assert "Nobody in this cohort stands so." in none.text
    browser.open(f"{path}?order=nonsense&standing=&from=-7")


def test_an_empty_cohort_says_what_will_appear(make, signed_in):
    cohort = make.cohort()

    page = signed_in(make.administrator(cohort.provider)).open(f"/cohorts/{cohort.id}")

    assert "Nobody enrolled yet" in page.text


def test_two_providers_never_see_each_other(make, signed_in):
    cohort = make.cohort()
    make.enrolment(make.person("Canary Finch"), cohort)
    browser = signed_in(make.administrator(make.provider()))

    assert browser.get(f"/cohorts/{cohort.id}").status_code == 404
    assert cohort.name not in browser.open("/cohorts").text


def test_a_supervisor_sees_their_trainees_and_no_others(make, signed_in):
    supervisor = make.person("Dr Anwar Ahmed")
    make.enrolment(make.person("Mina Parry"), supervisor=supervisor)
    make.enrolment(make.person("Canary Finch"))

    page = signed_in(supervisor).open("/trainees")

    assert [th.text for th in page.select("tbody th")] == ["Mina Parry"]


def test_the_end_of_a_supervision_ends_the_view(db, make, signed_in):
    supervisor = make.person("Dr Anwar Ahmed")
    enrolment = make.enrolment()
    make.supervision(enrolment, supervisor, ended_on=TODAY - timedelta(days=2))
    browser = signed_in(supervisor)

    assert "Nobody yet" in browser.open("/trainees").text
    assert browser.get(f"/enrolments/{enrolment.id}").status_code == 404


def test_the_place_that_a_page_belongs_to_is_marked(make, signed_in):
    cohort = make.cohort()
    browser = signed_in(make.administrator(cohort.provider))
    pages = {
        f"/cohorts/{cohort.id}": "Cohorts",
        f"/cohorts/{cohort.id}/enrolments": "People",
        "/curricula": "Curricula",
        "/records": "Records",
    }
    enrolment = make.enrolment(cohort=cohort)
    own = signed_in(enrolment.trainee).open(f"/enrolments/{enrolment.id}")
    assert [a.text for a in own.select(".nav [aria-current]")] == ["Home"]

    for path, place in pages.items():
        assert [a.text for a in browser.open(path).select(".nav [aria-current]")] == [place]

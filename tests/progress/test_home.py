"""The home pages: how far, what next, whose move; and what they cost."""

from datetime import date, timedelta

import pytest
from support.statements import counted

from workbench.clock import now, today
from workbench.hours.domain.entry import Standing, VerdictKind
from workbench.hours.models import HoursEntry, Verdict

TODAY = today("Europe/London")


@pytest.fixture
def scene(make):
    supervisor = make.person("Dr Anwar Ahmed")
    enrolment = make.enrolment(supervisor=supervisor)
    return enrolment, supervisor


def practice(make, enrolment, standing, minutes=60, days_ago=10, **values):
    return make.entry(
        enrolment,
        standing,
        activity="psychodynamic_therapy",
        minutes=minutes,
        worked_on=TODAY - timedelta(days=days_ago),
        **values,
    )


def test_a_trainee_sees_how_far_they_are(make, scene, signed_in):
    enrolment, _ = scene
    practice(make, enrolment, Standing.COUNTERSIGNED, 90)
    practice(make, enrolment, Standing.SUBMITTED, 60)
    practice(make, enrolment, Standing.DRAFT, 120)

    page = signed_in(enrolment.trainee).open("/")

    assert page.select_one(".hours-n").text.split() == [
        "1.5",
        "of",
        "150",
        "hours",
        "countersigned",
    ]
    key = page.select_one(".key").text
    assert "1.0 waiting" in key
    assert "2.0 draft" in key


def test_whose_move_it_is_comes_first(make, scene, signed_in):
    enrolment, supervisor = scene
    practice(make, enrolment, Standing.DRAFT)
    practice(make, enrolment, Standing.SUBMITTED, supervisor=supervisor)

    moves = signed_in(enrolment.trainee).open("/").select(".moves > li")

    assert [move.select_one(".whose").text for move in moves] == ["Your move", "Dr Ahmed"]


def test_the_same_page_tells_a_supervisor_their_own_move(make, scene, signed_in):
    enrolment, supervisor = scene
    practice(make, enrolment, Standing.DRAFT)
    practice(make, enrolment, Standing.SUBMITTED, supervisor=supervisor)

    page = signed_in(supervisor).open(f"/enrolments/{enrolment.id}")

    whose = [move.select_one(".whose").text for move in page.select(".moves > li")]
    assert whose == ["Mina Parry", "Your move"]


def test_no_reader_ever_sees_an_old_number(db, make, scene, signed_in):
    enrolment, _ = scene
    browser = signed_in(enrolment.trainee)
    assert browser.open("/").select_one(".hours-n strong").text == "0.0"
    answer = browser.post(
        f"/enrolments/{enrolment.id}/hours/new?activity=psychodynamic_therapy",
        {
            "activity": "psychodynamic_therapy",
            "worked_on": TODAY.isoformat(),
            "minutes": "90",
            "mode": "video",
        },
    )
    assert answer.status_code == 303, answer.text

    key = browser.open("/").select_one(".key").text

    assert "1.5 draft" in key


def test_a_home_with_400_entries_costs_six_statements(make, db, scene, signed_in):
    enrolment, supervisor = scene
    for number in range(400):
        db.add(
            HoursEntry(
                enrolment_id=enrolment.id,
                activity="psychodynamic_therapy",
                worked_on=TODAY - timedelta(days=number % 200),
                minutes=50,
                mode="video",
                supervisor_id=supervisor.id,
                standing=Standing.COUNTERSIGNED,
                logged_at=enrolment.cohort.created_at,
            )
        )
    db.commit()
    browser = signed_in(enrolment.trainee)
    browser.open("/")

    with counted() as sent:
        browser.open("/")

    assert len(sent) <= 6, "\n\n".join(sent)


def test_a_cohort_of_many_costs_eight_statements(make, scene, signed_in):
    enrolment, _ = scene
    for _ in range(5):
        make.enrolment(cohort=enrolment.cohort)
    browser = signed_in(make.administrator(enrolment.provider))
    path = f"/cohorts/{enrolment.cohort_id}"
    browser.open(path)

    with counted() as sent:
        browser.open(path)

    assert len(sent) <= 8, "\n\n".join(sent)


def test_a_finding_explains_itself_entry_by_entry(make, scene, signed_in):
    enrolment, _ = scene
    practice(make, enrolment, Standing.COUNTERSIGNED, 60)
    practice(make, enrolment, Standing.RETURNED, 45)

    page = signed_in(enrolment.trainee).open(
        f"/enrolments/{enrolment.id}/requirements/eligibility/practice_150"
    )

    assert page.select_one("#left-out")
    assert "Returned: it counts once it is changed" in page.text
    assert page.select_one("#counted")


@pytest.mark.parametrize("path", ["eligibility/nothing", "nowhere/practice_150"])
def test_an_unknown_requirement_is_not_found(scene, signed_in, path):
    enrolment, _ = scene

    answer = signed_in(enrolment.trainee).get(f"/enrolments/{enrolment.id}/requirements/{path}")

    assert answer.status_code == 404


def test_every_requirement_has_its_page(scene, signed_in):
    enrolment, _ = scene
    browser = signed_in(enrolment.trainee)
    links = [a["href"] for a in browser.open("/").select(".t-req th a")]

    pages = [browser.open(link) for link in links]

    assert len(pages) == 18


@pytest.mark.parametrize(
    ("who", "status"), [("peer", 404), ("stranger", 404), ("other_administrator", 404)]
)
def test_nobody_else_sees_a_trainees_page(make, scene, signed_in, who, status):
    enrolment, _ = scene
    people = {
        "peer": lambda: make.enrolment(cohort=enrolment.cohort).trainee,
        "stranger": make.person,
        "other_administrator": lambda: make.administrator(make.provider()),
    }
    browser = signed_in(people[who]())

    for path in ("", "/requirements/eligibility/practice_150"):
        assert browser.get(f"/enrolments/{enrolment.id}{path}").status_code == status


def test_an_administrator_sees_progress_but_no_measure_and_no_rating(make, scene, signed_in):
    enrolment, _ = scene
    make.therapy_session(make.case(enrolment), 1)

    page = signed_in(make.administrator(enrolment.provider)).open(f"/enrolments/{enrolment.id}")

    assert page.select_one("#case-A7")
    assert not page.select("figure")


@pytest.mark.parametrize(
    ("standing", "kind"),
    [(Standing.QUERIED, VerdictKind.QUERY), (Standing.RETURNED, VerdictKind.RETURN)],
)
def test_an_administrator_sees_that_an_entry_was_asked_about_but_not_the_words(
    db, make, scene, signed_in, standing, kind
):
    enrolment, supervisor = scene
    entry = practice(make, enrolment, standing, supervisor=supervisor)
    db.add(Verdict(entry=entry, author=supervisor, kind=kind, words="canary words", at=now()))
    db.commit()
    path = f"/enrolments/{enrolment.id}"

    page = signed_in(make.administrator(enrolment.provider)).open(path)

    assert page.select_one(".moves .why").text == "Dr Anwar Ahmed, today"
    assert "canary" not in page.text
    assert "canary words" in signed_in(supervisor).open(path).text


def test_signing_in_leads_each_to_their_own_page(make, scene, signed_in):
    enrolment, supervisor = scene

    assert signed_in(supervisor).get("/").location == "/inbox"
    assert signed_in(make.administrator(enrolment.provider)).get("/").location == "/cohorts"
    assert "Nothing here yet" in signed_in(make.person()).open("/").text


def test_somebody_in_two_trainings_reaches_both(make, scene, signed_in):
    enrolment, _ = scene
    later = make.enrolment(trainee=enrolment.trainee, started_on=date(2026, 6, 1))

    page = signed_in(enrolment.trainee).open("/")

    assert page.select_one("#others ~ ul a, .sec li a")["href"].endswith(f"/{enrolment.id}")
    assert later.id != enrolment.id

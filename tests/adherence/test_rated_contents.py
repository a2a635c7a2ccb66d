"""What a rater says of a session as a whole: what it presents, and whether to see more."""

import pytest
from support.make import CURRICULUM

from workbench.adherence.domain.form import form_for
from workbench.adherence.models import Rating
from workbench.curricula.library import Library
from workbench.progress.facts import facts_of

SUPERVISOR = ("dit-supervisor-uk", Library().latest("dit-supervisor-uk").version)
DUTCH = ("dit-register-nl", Library().latest("dit-register-nl").version)


def scene_on(make, curriculum, phase="middle"):
    supervisor = make.person("Dr Anwar Ahmed")
    enrolment = make.enrolment(cohort=make.cohort(curriculum=curriculum), supervisor=supervisor)
    held = make.therapy_session(make.case(enrolment), 7, phase=phase)
    return enrolment, held, supervisor


def stored(db, number):
    rating = db.get(Rating, number, populate_existing=True)
    db.commit()
    return rating


def ratings_of(db, enrolment):
    """The facts of the ratings, in the order in which they were begun."""
    db.commit()
    return facts_of(db, enrolment).ratings


def begun(db, browser, held):
    data = {"selected_by": "random", "short_form": "y"}
    response = browser.post(f"/sessions/{held.id}/ratings", data)
    return stored(db, int(response.location.rsplit("/", 1)[1]))


def answers(curriculum, phase="middle"):
    """Every task of the short form scored, and the rater's own verdict."""
    given = {"own_verdict": "passed", "do": "sign"}
    for item in form_for(Library().get(*curriculum), phase, short=True).items:
        given |= {f"{item.task.key}-extent": "3", f"{item.task.key}-skill": "3"}
    return given


def signed(db, browser, held, curriculum, **more):
    rating = begun(db, browser, held)
    given = answers(curriculum) | {"version": rating.version} | more
    assert browser.post(f"/ratings/{rating.id}", given).status_code == 303
    return stored(db, rating.id)


@pytest.mark.parametrize(
    ("curriculum", "asked"),
    [(SUPERVISOR, {"content_ipaf"}), (DUTCH, {"in_doubt"}), (CURRICULUM, set())],
)
def test_a_supervisor_is_asked_what_the_curriculum_wants_and_no_more(
    db, make, signed_in, curriculum, asked
):
    enrolment, held, supervisor = scene_on(make, curriculum)

    def boxes(person):
        browser = signed_in(person)
        page = browser.open(f"/ratings/{begun(db, browser, held).id}")
        return {
            one["name"] for one in page.select("[aria-labelledby=verdict] input[type=checkbox]")
        }

    assert boxes(supervisor) == asked
    assert boxes(enrolment.trainee) == set()


def test_a_session_that_presents_the_ipaf_is_a_fact(db, make, signed_in):
    enrolment, held, supervisor = scene_on(make, SUPERVISOR)

    rating = signed(db, signed_in(supervisor), held, SUPERVISOR, content_ipaf="y")

    assert rating.contents == ["ipaf"]
    [fact] = ratings_of(db, enrolment)
    assert (fact.contents, fact.rater_id) == (("ipaf",), supervisor.id)
    assert "The session presents: " in signed_in(supervisor).open(f"/ratings/{rating.id}").text


def test_what_was_ticked_is_kept_for_later_and_can_be_taken_away(db, make, signed_in):
    _, held, supervisor = scene_on(make, SUPERVISOR)
    browser = signed_in(supervisor)
    rating = begun(db, browser, held)
    later = {"do": "later", "version": rating.version, "content_ipaf": "y"}

    browser.post(f"/ratings/{rating.id}", later)
    box = browser.open(f"/ratings/{rating.id}").select_one("#content_ipaf")
    browser.post(f"/ratings/{rating.id}", {"do": "later", "version": rating.version + 1})

    assert box.has_attr("checked")
    assert stored(db, rating.id).contents == []


def test_a_doubt_is_told_to_nobody_before_the_trainee_has_signed_theirs(db, make, signed_in):
    enrolment, held, supervisor = scene_on(make, DUTCH)
    browser = signed_in(supervisor)

    rating = signed(db, browser, held, DUTCH, in_doubt="y")
    before = [one.in_doubt for one in ratings_of(db, enrolment)]
    signed(db, signed_in(enrolment.trainee), held, DUTCH)

    assert "wants to see more" in browser.open(f"/ratings/{rating.id}").text
    assert before == [False]
    assert [one.in_doubt for one in ratings_of(db, enrolment)] == [True, False]


def test_a_box_that_is_not_asked_for_says_nothing(db, make, signed_in):
    enrolment, held, supervisor = scene_on(make, SUPERVISOR)

    signed(db, signed_in(supervisor), held, SUPERVISOR, in_doubt="y", content_other="y")
    own = signed(db, signed_in(enrolment.trainee), held, SUPERVISOR, content_ipaf="y")

    assert own.contents == []
    assert not any(one.in_doubt for one in ratings_of(db, enrolment))

"""Rating a session through the door: begin, keep, sign, and see both side by side."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import selectinload
from support.make import CURRICULUM

from workbench.adherence.domain.form import form_for
from workbench.adherence.domain.score import RatingStanding
from workbench.adherence.models import Rating
from workbench.audit.models import AuditLine
from workbench.curricula.activities import Attendance
from workbench.curricula.library import Library

FORM = form_for(Library().get(*CURRICULUM), "middle", short=True)
SECRET = "canary evidence"


def answers(skill="3", **more):
    """Every task of the short form scored, and the rater's own verdict."""
    given = {"own_verdict": "passed"}
    for item in FORM.items:
        given |= {f"{item.task.key}-extent": "3", f"{item.task.key}-skill": skill}
    return given | more


@pytest.fixture
def scene(make):
    supervisor = make.person("Dr Anwar Ahmed")
    enrolment = make.enrolment(supervisor=supervisor)
    held = make.therapy_session(make.case(enrolment), 7, phase="middle")
    return enrolment, held, supervisor


def stored(db, rating_id):
    """The rating as it stands now; the test's own session keeps no transaction open."""
    rating = db.get(Rating, rating_id, populate_existing=True)
    db.commit()
    return rating


def begun(db, browser, held):
    response = browser.post(
        f"/sessions/{held.id}/ratings", {"selected_by": "supervisor", "short_form": "y"}
    )
    assert response.status_code == 303, response.text
    return stored(db, int(response.location.rsplit("/", 1)[1]))


def signed(db, browser, held, **more):
    rating = begun(db, browser, held)
    given = answers(**more) | {"version": str(rating.version), "do": "sign"}
    response = browser.post(f"/ratings/{rating.id}", given)
    assert response.status_code == 303, response.text
    return stored(db, rating.id)


def test_a_rating_is_signed_with_the_rules_verdict_beside_the_raters_own(db, scene, signed_in):
    _, held, supervisor = scene

    rating = signed(db, signed_in(supervisor), held)

    assert (rating.standing, rating.by) == (RatingStanding.SIGNED, "supervisor")
    assert (rating.rule_verdict, rating.own_verdict) == ("passed", "passed")
    assert rating.rule_words.startswith("33 of 66 points")


def test_keeping_for_later_keeps_what_is_there(db, scene, signed_in):
    enrolment, held, _ = scene
    browser = signed_in(enrolment.trainee)
    rating = begun(db, browser, held)

    browser.post(
        f"/ratings/{rating.id}",
        {"version": rating.version, "do": "later", "B01-extent": "2", "B01-evidence": "She wept."},
    )

    page = browser.open(f"/ratings/{rating.id}")
    assert page.select_one("input[name=B01-extent][value='2']").has_attr("checked")
    assert page.select_one("textarea[name=B01-evidence]").text == "She wept."


def test_what_is_kept_can_be_changed_before_it_is_signed(db, scene, signed_in):
    enrolment, held, _ = scene
    browser = signed_in(enrolment.trainee)
    rating = begun(db, browser, held)

    for version, extent in ((rating.version, "2"), (rating.version + 1, "4")):
        browser.post(
            f"/ratings/{rating.id}", {"version": version, "do": "later", "B01-extent": extent}
        )

    page = browser.open(f"/ratings/{rating.id}")
    assert page.select_one("input[name=B01-extent][value='4']").has_attr("checked")
    assert not page.select_one("input[name=B01-extent][value='2']").has_attr("checked")


def test_what_is_missing_is_told_and_nothing_is_lost(db, scene, signed_in):
    enrolment, held, _ = scene
    browser = signed_in(enrolment.trainee)
    rating = begun(db, browser, held)
    given = answers() | {"version": rating.version, "do": "sign", "B01-skill": ""}

    status, page = browser.submit(f"/ratings/{rating.id}", given)

    assert status == 422
    assert "Rate the skill too" in page.text
    assert page.select_one("input[name=B02-extent][value='3']").has_attr("checked")


def test_a_value_off_the_scale_is_told_at_its_task_and_the_rest_is_kept(db, scene, signed_in):
    enrolment, held, _ = scene
    browser = signed_in(enrolment.trainee)
    rating = begun(db, browser, held)

    status, page = browser.submit(
        f"/ratings/{rating.id}",
        {"version": rating.version, "do": "later", "B01-extent": "2.5", "B02-extent": "1"},
    )

    assert status == 422
    assert "not on the scale" in page.text
    reopened = browser.open(f"/ratings/{rating.id}")
    assert reopened.select_one("input[name=B02-extent][value='1']").has_attr("checked")


def test_a_stale_tab_overwrites_nothing_and_keeps_what_was_chosen(db, scene, signed_in):
    enrolment, held, _ = scene
    browser = signed_in(enrolment.trainee)
    rating = begun(db, browser, held)
    stale = rating.version
    browser.post(f"/ratings/{rating.id}", {"version": stale, "do": "later", "B01-extent": "4"})

    status, page = browser.submit(
        f"/ratings/{rating.id}", {"version": stale, "do": "later", "B01-extent": "0"}
    )

    assert status == 409
    assert "Nothing was overwritten" in page.text
    assert page.select_one("input[name=B01-extent][value='0']").has_attr("checked")
    reopened = browser.open(f"/ratings/{rating.id}")
    assert reopened.select_one("input[name=B01-extent][value='4']").has_attr("checked")


def test_a_script_saves_and_is_told_the_new_version(db, scene, signed_in):
    enrolment, held, _ = scene
    browser = signed_in(enrolment.trainee)
    rating = begun(db, browser, held)
    given = {"version": rating.version, "B01-extent": "3"}
    json = {"Accept": "application/json"}

    first = browser.post(f"/ratings/{rating.id}", given, headers=json)
    second = browser.post(f"/ratings/{rating.id}", given, headers=json)

    assert first.json["version"] > rating.version
    assert (second.status_code, "Nothing was overwritten" in second.json["words"]) == (409, True)


def test_a_signed_rating_is_frozen_and_a_new_one_points_at_it(db, scene, signed_in):
    _, held, supervisor = scene
    browser = signed_in(supervisor)
    first = signed(db, browser, held)

    status, _ = browser.submit(
        f"/ratings/{first.id}", answers(version=str(first.version), do="sign")
    )
    second = begun(db, browser, held)

    assert status == 409
    assert second.replaces_id == first.id


def test_beginning_twice_goes_on_with_the_one_begun(db, scene, signed_in):
    _, held, supervisor = scene
    browser = signed_in(supervisor)

    assert begun(db, browser, held).id == begun(db, browser, held).id


def test_a_missed_session_is_not_rated(make, db, scene, signed_in):
    enrolment, held, _ = scene
    held.attendance = Attendance.DID_NOT_ATTEND
    db.commit()

    response = signed_in(enrolment.trainee).post(f"/sessions/{held.id}/ratings", {})

    assert response.status_code == 409
    assert "was missed" in response.text


def test_neither_sees_the_others_rating_before_signing_their_own(db, scene, signed_in):
    enrolment, held, supervisor = scene
    trainee, senior = signed_in(enrolment.trainee), signed_in(supervisor)
    own = signed(db, trainee, held, **{"B01-evidence": SECRET})
    draft = begun(db, senior, held)

    assert senior.get(f"/ratings/{own.id}").status_code == 404
    for path in ("/ratings", f"/sessions/{held.id}/ratings", f"/ratings/{draft.id}"):
        assert SECRET not in senior.get(path).text
    assert "has rated it too" in senior.open(f"/ratings/{draft.id}").text

    theirs = signed(db, senior, held, skill="5")

    assert SECRET in senior.open(f"/ratings/{own.id}").text
    assert trainee.open(f"/ratings/{theirs.id}")


def test_both_signed_stand_side_by_side_with_the_gaps_first(db, scene, signed_in):
    enrolment, held, supervisor = scene
    trainee, senior = signed_in(enrolment.trainee), signed_in(supervisor)
    signed(db, trainee, held, **{"B03-skill": "6"})
    signed(db, senior, held, **{"B03-extent": "not_due", "B03-skill": "", "B01-skill": "5"})

    page = trainee.open(f"/sessions/{held.id}/ratings")

    assert "One task is two or more points apart" in page.text
    assert page.select("tbody tr th")[0].text == FORM.items[0].task.label


@pytest.mark.parametrize("who", ["stranger", "administrator", "other_supervisor", "peer"])
def test_nobody_else_reaches_a_rating(make, db, scene, signed_in, who):
    enrolment, held, supervisor = scene
    rating = signed(db, signed_in(supervisor), held, **{"B01-evidence": SECRET})
    people = {
        "stranger": make.person,
        "administrator": lambda: make.administrator(enrolment.provider),
        "other_supervisor": lambda: make.supervision(make.enrolment()).supervisor,
        "peer": lambda: make.enrolment(cohort=enrolment.cohort).trainee,
    }
    browser = signed_in(people[who]())

    for path in (f"/ratings/{rating.id}", f"/sessions/{held.id}/ratings"):
        response = browser.get(path)
        assert (response.status_code, SECRET in response.text) == (404, False)
    assert browser.post(f"/ratings/{rating.id}", answers()).status_code == 404
    assert browser.post(f"/sessions/{held.id}/ratings", {}).status_code == 404


def test_signing_leaves_a_line_without_words(db, scene, signed_in):
    _, held, supervisor = scene

    signed(db, signed_in(supervisor), held, **{"B01-evidence": SECRET})

    line = db.scalars(select(AuditLine).where(AuditLine.deed == "ratings.sign")).one()
    assert line.details == {"by": "supervisor", "verdict": "passed"}


def test_the_list_shows_what_waits_what_is_begun_and_what_is_signed(db, scene, signed_in):
    enrolment, held, supervisor = scene
    trainee, senior = signed_in(enrolment.trainee), signed_in(supervisor)
    assert "No session to rate" not in trainee.open("/ratings").text
    signed(db, trainee, held)

    page = senior.open("/ratings")

    assert page.select_one("#waiting")
    assert "Waiting" in page.text


def test_a_rating_is_not_signed_while_its_evidence_names_somebody(db, scene, signed_in):
    _, held, supervisor = scene
    browser = signed_in(supervisor)
    rating = begun(db, browser, held)
    task = FORM.items[0].task.key
    said = {f"{task}-evidence": "Joan Whitfield wept.", "do": "sign"}

    response = browser.post(f"/ratings/{rating.id}", answers(**said, version=rating.version))

    assert response.status_code == 422
    assert '<mark class="must-go">Joan Whitfield</mark>' in response.text
    assert stored(db, rating.id).standing is RatingStanding.DRAFT


@pytest.mark.parametrize(
    ("settled", "evidence"),
    [
        ({"gate": "replace:1", "gate-1-words": "Blake"}, "Blake wept."),
        ({"gate-1-reason": "an author of the field"}, "Joan Whitfield wept."),
    ],
)
def test_what_stood_at_the_gate_is_settled_and_the_rating_signed_in_one_step(
    db, scene, signed_in, settled, evidence
):
    _, held, supervisor = scene
    browser = signed_in(supervisor)
    rating = begun(db, browser, held)
    field = f"{FORM.items[0].task.key}-evidence"
    found = {"gate-1-field": field, "gate-1-passage": "Joan Whitfield", "gate-1-nth": "0"}
    sent = answers(**{field: "Joan Whitfield wept."}, version=rating.version) | found | settled

    browser.post(f"/ratings/{rating.id}", {"do": "sign"} | sent)

    kept = db.get(Rating, rating.id, options=[selectinload(Rating.scores)], populate_existing=True)
    assert kept.standing is RatingStanding.SIGNED
    assert evidence in [score.evidence for score in kept.scores]
    db.commit()

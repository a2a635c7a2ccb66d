"""The gate before a version is sent: what it refuses, leaves to people, keeps to itself."""

import pytest
from documents.gates import NAMED, Gate
from sqlalchemy import inspect, select, text

from workbench.audit.models import AuditLine
from workbench.cases.models import Pseudonym
from workbench.documents.models import DraftDecision


@pytest.fixture
def scene(db, make, signed_in):
    return Gate(db, make, signed_in)


@pytest.mark.parametrize(
    ("do", "passage", "more", "said"),
    [
        ("replace", "Joan", {"words": ""}, "Write what should stand"),
        ("replace", "Joan", {"words": "Joanna"}, "begins like"),
        ("dismiss", "Joan", {"reason": ""}, "Say why"),
        ("dismiss", "Joan", {"reason": "Joan is a boat"}, "without repeating"),
        ("acknowledge", "Joan", {}, "cannot only be kept"),
        ("agree", "nurse", {}, "Only a name"),
    ],
)
def test_what_cannot_be_decided_so_is_said_at_its_finding_and_what_was_typed_is_kept(
    scene, do, passage, more, said
):
    response = scene.decide(do, passage, **more)

    assert response.status_code == 409
    assert said in response.text
    assert all(typed in response.text for typed in more.values())
    assert not scene.rows(DraftDecision)
    assert not scene.rows(Pseudonym)


def test_an_unknown_deed_only_shows_the_page_again(scene):
    assert scene.decide("sell", "Joan").status_code == 200
    assert scene.decide("dismiss", "Joan", version="").status_code == 422


def test_a_page_that_is_stale_decides_nothing(scene):
    before = scene.document.draft_version
    scene.write(other="Others are busy.")

    response = scene.decide("replace", "Joan", words="Blake", version=before)

    assert response.status_code == 409
    assert "changed after you opened this page" in response.text
    assert "Joan" in scene.document.draft["self"]


def test_a_passage_that_is_no_finding_cannot_be_decided(scene):
    assert scene.decide("dismiss", "copes", reason="a word").status_code == 409


def test_a_name_that_a_mark_of_markdown_splits_is_left_to_the_trainee(scene):
    scene.write(self="Jo**an** copes.")

    response = scene.decide("replace", "Joan", words="Blake")

    assert response.status_code == 409
    assert "Change it in the draft" in response.text


def test_a_name_that_is_split_in_one_place_is_replaced_in_the_others(scene):
    scene.write(self="Joan copes. Jo**an** does. Joan went, the boat sails. Joan Whitfield waits.")

    scene.decide("replace", "Joan Whitfield", words="Blake")

    text = scene.document.draft["self"]
    assert "Blake waits" in text
    assert "Jo**an**" in text


def test_what_a_sister_would_recognise_is_sent_with_consent_only(scene):
    scene.write(self="She copes.")

    refused = scene.send(recognised="yes")
    sent = scene.send(recognised="yes", method="consent")

    assert refused.status_code == 409
    assert "change what they would know it by" in refused.text
    assert sent.status_code == 303


def test_the_supervisor_is_told_how_long_the_list_was_that_the_browser_held_against_it(scene):
    scene.write(self="She copes.")

    refused = scene.send(own_list="-1")
    scene.send(own_list="3")

    assert refused.status_code == 422
    said = scene.signed_in(scene.supervisor).open(scene.path).select_one(".gate").text
    assert "list of three real names was held against it" in said


def test_a_text_full_of_findings_shows_the_first_of_them(scene):
    places = ("Leeds", "Bristol", "Hull", "Luton")
    scene.write(self="\n\n".join(f"She went to {places[n % 4]} again." for n in range(230)))

    page = scene.page()

    assert len(page.select("article[data-finding]")) == 200
    assert "The first 200 are shown" in page.text


def test_several_kinds_of_detail_together_are_warned_of(scene):
    scene.write(self="Her sister, a nurse in Leeds, is aged 34.")

    assert "may identify somebody though none of them does alone" in scene.page().text


def test_only_the_trainee_decides_on_the_draft(scene, make):
    scene.write(self="She copes.")
    scene.send()
    scene.write(self=NAMED)
    supervisor, stranger = map(scene.signed_in, (scene.supervisor, make.person("Hana Brandt")))

    assert scene.decide("dismiss", "Joan", supervisor, reason="x").status_code == 403
    assert scene.decide("dismiss", "Joan", stranger, reason="x").status_code == 404
    assert not scene.rows(DraftDecision)


def test_no_found_text_is_kept_anywhere_but_in_the_draft(scene):
    scene.decide("dismiss", "Joan", reason="It is the name of a boat")
    scene.decide("replace", "Sarah Whitcombe", words="Alex")
    scene.decide("acknowledge", "nurse")
    scene.write(self=scene.document.draft["self"].replace("Joan", "the ship"))
    scene.send()

    held = {}
    connection = scene.db.connection()
    for table in inspect(connection).get_table_names():
        for row in scene.db.execute(text(f'SELECT * FROM "{table}"')).all():  # noqa: S608
            held.setdefault(table, []).append(str(row))
    scene.db.commit()

    for word in ("Sarah", "Whitcombe", "Joan"):
        assert not [table for table, rows in held.items() if any(word in row for row in rows)]
    assert not [line for line in scene.db.scalars(select(AuditLine)) if "Joan" in str(line.details)]

"""The supervisor's inbox, narrowed to one trainee or to what is odd."""

import pytest

from workbench.clock import now


@pytest.fixture
def scene(make):
    """A supervisor of two trainees, one of whom logged a day of eight hours."""
    supervisor = make.person("Dr Anwar Ahmed")
    mina = make.enrolment(make.person("Mina Parry"), supervisor=supervisor)
    tomasz = make.enrolment(make.person("Tomasz Wren"), supervisor=supervisor)
    for enrolment, minutes in ((mina, 50), (mina, 480), (tomasz, 60)):
        make.entry(enrolment, minutes=minutes, worked_on=now().date(), logged_at=now())
    return supervisor, mina, tomasz


def trainees(page):
    return [h2.text for h2 in page.select(".batch h2")]


def test_everybody_and_each_and_the_flagged_are_a_link_each(scene, signed_in):
    supervisor, _, _ = scene

    page = signed_in(supervisor).open("/inbox")

    links = [a.get_text(" ", strip=True) for a in page.select("nav[aria-label='Whose hours'] a")]
    assert links == ["Everybody 3", "Mina Parry 2", "Tomasz Wren 1", "Flagged or queried 1"]
    assert page.select_one(".tabs-less [aria-current]").text.startswith("Everybody")


def test_what_is_not_shown_is_not_signed(db, scene, signed_in):
    supervisor, _, tomasz = scene
    browser = signed_in(supervisor)

    page = browser.open(f"/inbox?of={tomasz.id}")

    assert trainees(page) == ["Tomasz Wren"]
    assert [box["aria-label"][-10:] for box in page.select("[name=pick]")] == ["60 minutes"]
    assert page.select_one("input[name=next]")["value"] == f"/inbox?of={tomasz.id}"


def test_only_what_is_flagged_is_shown_and_nothing_of_it_is_picked(scene, signed_in):
    supervisor, _, _ = scene

    page = signed_in(supervisor).open("/inbox?odd=1")

    [box] = page.select("[name=pick]")
    assert "480 minutes" in box["aria-label"]
    assert not box.has_attr("checked")


def test_a_part_of_which_nothing_waits_any_more_shows_everything(scene, signed_in):
    supervisor, _, _ = scene

    page = signed_in(supervisor).open("/inbox?of=999")

    assert trainees(page) == ["Mina Parry", "Tomasz Wren"]


def test_one_trainee_needs_no_parting(make, signed_in):
    supervision = make.supervision(make.enrolment())
    make.entry(supervision.enrolment, worked_on=now().date(), logged_at=now())

    page = signed_in(supervision.supervisor).open("/inbox")

    assert not page.select(".tabs-less")

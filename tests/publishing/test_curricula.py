"""The curricula, to be read by everybody who is signed in."""

import pytest


@pytest.fixture
def reader(make, signed_in):
    return signed_in(make.person())


def test_every_version_is_listed(reader):
    assert "2026.1" in reader.open("/curricula").select_one("table").text


def test_a_version_says_what_is_asked_and_what_is_uncertain(reader):
    page = reader.open("/curricula/dit-practitioner-5day-uk/2026.1").select_one("main").text

    assert "No official DIT rating form is public, and this is not one." in page
    for words in ("Engagement and assessment", "Keeps to the agreed IPAF", "Good enough"):
        assert words in page
    assert "Left open:" in page
    assert "Read in a stored copy" in page


@pytest.mark.parametrize("path", ["nobody/2026.1", "dit-practitioner-5day-uk/1999.1"])
def test_an_unknown_version_is_not_there(reader, path):
    reader.open(f"/curricula/{path}", status=404)


def test_nobody_else_reads_them(anonymous):
    assert anonymous.get("/curricula").status_code == 303

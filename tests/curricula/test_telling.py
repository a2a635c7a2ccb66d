"""Parts of a curriculum in words, and lists in which no two lines read alike."""

from pathlib import Path

import msgspec

from workbench.curricula.library import load_text
from workbench.curricula.telling import figures, told_apart

SMALL = load_text((Path(__file__).parent / "small.toml").read_text("utf-8"))


def said(part):
    return dict(figures(part, SMALL))


def test_a_requirement_says_its_figures_with_the_names_of_what_it_asks_for():
    [gate] = SMALL.gates
    by_key = {one.key: said(one) for one in gate.requirements}

    assert by_key["hours"]["activities"] == "Therapy"
    assert by_key["hours"]["hours"] == "10"
    assert by_key["cases"]["concurrent"] == "yes"
    assert by_key["soon"]["until met"] == "“Cases”"
    assert by_key["letters"]["kind"] == "Letter"
    assert "concurrent" not in said(msgspec.structs.replace(gate.requirements[4], concurrent=False))


def test_an_activity_says_how_it_counts():
    told = said(SMALL.activities[0])

    assert told["unit"] == "session is an hour"
    assert told["modes"] == "in person, video, telephone"


def test_parts_within_parts_are_told_in_one_line():
    skill = said(SMALL.scales[1])
    task = said(SMALL.tasks[0])

    assert skill["only after"] == "scale Extent; least 1"
    assert skill["points"].startswith("value 0; label 0; anchor ill, value 1")
    assert task["anchors"] == "Skill: slams it, opens it"


def test_what_would_read_alike_is_told_apart_by_its_key():
    other = msgspec.structs.replace(SMALL, key="other")
    later = msgspec.structs.replace(SMALL, version="2027.1")

    assert told_apart({"a": SMALL, "b": other, "c": later}) == [
        ("a", "Small, 2026.1 (small)"),
        ("b", "Small, 2026.1 (other)"),
        ("c", "Small, 2027.1"),
    ]

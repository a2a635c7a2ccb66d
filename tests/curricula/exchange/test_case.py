"""CASE 1.1, there and back."""

import importlib
import json
import os
import tomllib
from datetime import datetime
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from click.testing import CliRunner

from workbench.curricula.cli import curricula
from workbench.curricula.exchange.case_export import case_identifier, case_json, case_package
from workbench.curricula.exchange.framework import UnreadableFile
from workbench.curricula.exchange.reading import read_draft
from workbench.curricula.library import Library, UnreadableCurriculum, load_text
from workbench.curricula.problems import WITHIN

KEY = "dit-practitioner-5day-uk"
SHIPPED = Library().get(KEY, "2026.1")
SMALL = load_text((Path(__file__).parents[1] / "small.toml").read_text("utf-8"))
BOTH = pytest.mark.parametrize("curriculum", [SHIPPED, SMALL], ids=["shipped", "small"])
SCHEMA = os.environ.get("WORKBENCH_CASE_SCHEMA")
REQUIRED = {
    "CFItems": {"fullStatement"},
    "CFAssociations": {"associationType", "originNodeURI", "destinationNodeURI"},
    "CFRubrics": set(),
}
STRAY = "nothing has the number “elsewhere”, under which it is put"
NAMED = {"identifier", "uri", "lastChangeDateTime"}


def drafted(package, file="theirs.json"):
    content = package if isinstance(package, bytes) else json.dumps(package).encode()
    return tomllib.loads(read_draft(content, file, year=2026).text)


def refused(package):
    with pytest.raises(UnreadableFile) as error:
        drafted(package)
    return [str(problem).replace(WITHIN, " > ") for problem in error.value.problems]


def plain(curriculum):
    return json.loads(msgspec.json.encode(curriculum))


if SCHEMA:  # neither the schema nor what reads it comes with the project

    @BOTH
    def test_the_package_is_what_the_official_schema_asks(curriculum):
        validator = importlib.import_module("jsonschema").Draft201909Validator
        official = json.loads(Path(SCHEMA).read_text())

        faults = validator(official).iter_errors(case_package(curriculum))

        assert [fault.message for fault in faults] == []


@BOTH
def test_every_part_has_a_name_an_address_and_a_moment(curriculum):
    package = json.loads(case_json(curriculum))
    parts = [package["CFDocument"], *(one for part in REQUIRED for one in package[part])]

    for part in parts:
        assert part.keys() >= NAMED
        assert part["uri"] == f"urn:uuid:{UUID(part['identifier'])}"
        assert datetime.fromisoformat(part["lastChangeDateTime"]).tzinfo is not None
    for part, fields in REQUIRED.items():
        assert all(one.keys() >= fields for one in package[part])
    identifiers = [part["identifier"] for part in parts]
    assert len(identifiers) == len(set(identifiers))


@BOTH
def test_every_association_joins_what_is_in_the_package(curriculum):
    package = case_package(curriculum)
    known = {one["identifier"] for one in [package["CFDocument"], *package["CFItems"]]}

    for one in package["CFAssociations"]:
        assert {
            one["originNodeURI"]["identifier"],
            one["destinationNodeURI"]["identifier"],
        } <= known


def test_identifiers_stay_and_belong_to_a_version_and_its_owner():
    one, again = (case_identifier(SMALL, "task", "A1") for _ in range(2))

    assert one == again
    assert one != case_identifier(SMALL, "task", "A1", owner="Harbour Institute")
    assert one != case_identifier(SMALL, "task", "X1")
    assert one != case_identifier(msgspec.structs.replace(SMALL, version="2027.1"), "task", "A1")


def test_a_file_without_sources_was_last_changed_in_its_year():
    bare = msgspec.structs.replace(SMALL, sources=())

    assert case_package(bare)["CFDocument"]["lastChangeDateTime"] == "2026-01-01T00:00:00Z"


@BOTH
def test_tasks_phases_and_scales_come_back_as_they_went(curriculum):
    draft = drafted(case_json(curriculum))
    was = plain(curriculum)

    whole = msgspec.convert(
        draft | {"activities": was["activities"], "gates": was["gates"]}, type(curriculum)
    )

    assert whole.tasks == curriculum.tasks
    assert whole.scales == curriculum.scales
    assert whole.treatment == curriculum.treatment
    assert whole.short_form == curriculum.short_form
    assert (whole.key, whole.version, whole.status) == (curriculum.key, curriculum.version, "draft")


def test_the_check_asks_for_what_a_package_cannot_say():
    text = read_draft(case_json(SMALL), "small.json", year=2026).text

    with pytest.raises(UnreadableCurriculum) as error:
        load_text(text)

    assert list(map(str, error.value.problems)) == [
        "“activities” is missing",
        "“gates” is missing",
    ]


def foreign(**values):
    """A package as another system writes it: nothing in it is ours."""
    items = [
        {"identifier": "p", "fullStatement": "Opening"},
        {"identifier": "g", "fullStatement": "A group"},
        {"identifier": "b", "fullStatement": "Second", "humanCodingScheme": "1.2"},
        {"identifier": "a", "fullStatement": "First " * 20, "humanCodingScheme": "1.1"},
        {"identifier": "x", "fullStatement": "=HYPERLINK(1)", "notes": "Café"},
    ]
    children = [("p", "d", 1), ("g", "p", 1), ("b", "g", 3), ("a", "g", 2), ("x", "d", 9)]
    associations = [
        {
            "associationType": "isChildOf",
            "originNodeURI": {"identifier": origin},
            "destinationNodeURI": {"identifier": target},
            "sequenceNumber": number,
        }
        for origin, target, number in children
    ]
    document = {"identifier": "d", "title": "Café skills", "creator": "Harbour", "language": "en"}
    return {"CFDocument": document, "CFItems": items, "CFAssociations": associations} | values


def test_what_is_put_under_something_is_its_task_and_what_is_not_is_due_everywhere():
    draft = drafted(foreign())

    assert [(task["key"], task["scope"], task.get("phase")) for task in draft["tasks"]] == [
        ("T_1_1", "phase", "opening"),
        ("T_1_2", "phase", "opening"),
        ("HYPERLINK_1", "cross_phase", None),
    ]
    assert draft["tasks"][0]["label"].endswith("…")
    assert draft["tasks"][2]["meaning"] == "=HYPERLINK(1)"
    assert draft["tasks"][2]["looks_for"] == "Café"
    assert (draft["key"], draft["version"], draft["body"]) == ("cafe-skills", "2026.1", "Harbour")


def test_a_group_within_a_phase_is_named_as_left_out():
    text = read_draft(json.dumps(foreign()).encode(), "x.json", year=2026).text

    assert "# Left out, because a phase has no groups: A group\n" in text


def rubric(*scores, about=None):
    levels = [{"quality": f"L{n}", "score": n} for n in scores]
    criterion = {"CFRubricCriterionLevels": levels}
    return {
        "title": "How well",
        "CFRubricCriteria": [criterion | ({"CFItemURI": about} if about else {})],
    }


def test_steps_are_kept_and_other_scores_are_told():
    steps = drafted(foreign(CFRubrics=[rubric(3, 1, 2)]))
    text = read_draft(
        json.dumps(foreign(CFRubrics=[rubric(10, 5.5)])).encode(), "x.json", year=2026
    ).text

    assert [point["value"] for point in steps["scales"][0]["points"]] == [1, 2, 3]
    assert "# The scores of “How well” were 5.5, 10;" in text
    assert [point["value"] for point in tomllib.loads(text)["scales"][0]["points"]] == [0, 1]


def test_a_rubric_without_levels_is_a_scale_without_points():
    [empty] = drafted(foreign(CFRubrics=[{}]))["scales"]

    assert (empty["key"], empty["points"]) == ("scale_1", [])


def test_everything_that_is_wrong_is_said_at_its_place():
    items = [{"identifier": "a"}, {"identifier": 5, "fullStatement": "x"}]

    assert refused({"CFDocument": {"identifier": "d"}, "CFItems": items}) == [
        "theirs.json: CFDocument: “title” is missing",
        "theirs.json: CFItems > number 1: “fullStatement” is missing",
        "theirs.json: CFItems > number 2 > identifier: expected a text, found 5",
    ]


def test_items_that_do_not_hang_together_are_refused():
    package = foreign()
    package["CFItems"] += [
        {"identifier": "x", "fullStatement": " "},
        {"identifier": "y", "fullStatement": "y"},
        {"identifier": "z", "fullStatement": "z"},
    ]
    for origin, target in (("y", "z"), ("z", "y"), ("q", "d")):
        package["CFAssociations"].append(
            {
                "associationType": "isChildOf",
                "originNodeURI": {"identifier": origin},
                "destinationNodeURI": {"identifier": target},
            }
        )
    package["CFAssociations"][0]["destinationNodeURI"] = {"identifier": "elsewhere"}

    assert refused(package) == [
        "theirs.json: CFItems > number 5: the identifier “x” is used more than once",
        "theirs.json: CFItems > number 6: the identifier “x” is used more than once",
        "theirs.json: CFItems > number 6 > fullStatement: expected a text that is not blank",
        "theirs.json: CFAssociations > number 8 > originNodeURI: no item has the identifier “q”",
        "theirs.json: CFItems > number 7: it is put under itself",
        "theirs.json: CFItems > number 8: it is put under itself",
        f"theirs.json: CFItems > number 1: {STRAY}",
    ]


def test_a_package_without_items_is_refused():
    assert refused({"CFDocument": {"identifier": "d", "title": "t"}}) == [
        "theirs.json: CFItems: expected between 1 and 2000 items, found 0"
    ]


def test_the_command_writes_the_package(tmp_path):
    output = tmp_path / "case.json"

    shown = CliRunner().invoke(curricula, ["export-case", KEY])
    written = CliRunner().invoke(
        curricula, ["export-case", KEY, "--version", "2026.1", "--output", str(output)]
    )

    assert (shown.exit_code, written.exit_code) == (0, 0)
    assert output.read_text("utf-8") == shown.output
    assert json.loads(shown.output)["CFDocument"]["caseVersion"] == "1.1"


def test_the_command_says_which_keys_there_are():
    result = CliRunner().invoke(curricula, ["export-case", "nobody"])

    assert result.exit_code == 1
    said = result.output.removeprefix("Error: There is no nobody. There is: ").strip(".\n")
    assert said.split(", ") == sorted({one.key for one in Library().all()})

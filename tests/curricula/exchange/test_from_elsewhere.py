"""What Moodle and Mahara export, and what is no text at all."""

import csv
import io
import json
import tomllib

import pytest
from click.testing import CliRunner

from workbench.curricula.cli import curricula
from workbench.curricula.exchange.framework import UnreadableFile
from workbench.curricula.exchange.reading import read_draft
from workbench.curricula.problems import WITHIN

HEADS = (
    *("Parent ID number", "ID number", "Short name", "Description", "Description format"),
    *("Scale values", "Scale configuration", "Rule type (optional)", "Rule outcome (optional)"),
    *("Rule config (optional)", "Cross-referenced competency ID numbers", "Exported ID (optional)"),
    *("Is framework", "Taxonomy"),
)


def line(parent="", number="", name="", words="", form="1", scale="", framework=""):
    return [parent, number, name, words, form, scale, "", "", "", "", "", "", framework, ""]


FRAMEWORK = line(number="F", name="Wärme", words="<p>All of it</p>", scale="No, Yes", framework="1")
ROWS = [
    FRAMEWORK,
    line(number="1", name="Opening"),
    line("1", "1.1", "Begins", "<p>Begins&nbsp;well.</p><ul><li>Warmly</li></ul>a<br>b"),
    line("1", "1.2", "=1+1", "@SUM(A1)", form="2", scale="Low,Middle,High"),
    line(number="9", name="Listens"),
]


def moodle(*rows, heads=HEADS, delimiter=","):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([heads, *rows])
    return text.getvalue()


def matrix(**values):
    framework = {
        "name": "Supervision matrix",
        "description": "<p>Ours</p>",
        "evidencestatuses": {
            "begun": "Begun",
            "incomplete": "Not yet",
            "partialcomplete": "Partly",
            "completed": "Whole",
        },
        "standards": [{"shortname": "Opening", "name": "Opening well", "standardid": 1}],
        "standardelements": [
            {"shortname": "Begins", "elementid": "1.1", "standardid": 1, "description": "Warmly."},
            {"shortname": "Ends", "elementid": "1.1.1", "parentelementid": "1.1", "standardid": 1},
            {"shortname": "Asks", "elementid": 1.2, "parentelementid": "", "standardid": "1"},
        ],
    }
    return {"framework": framework | values}


def drafted(content, file):
    content = content if isinstance(content, bytes) else content.encode()
    return tomllib.loads(read_draft(content, file, year=2027).text)


def refused(content, file):
    content = json.dumps(content) if isinstance(content, dict) else content
    with pytest.raises(UnreadableFile) as error:
        drafted(content, file)
    return [str(problem).replace(WITHIN, " > ") for problem in error.value.problems]


def test_a_moodle_framework_becomes_phases_tasks_and_scales():
    draft = drafted(moodle(*ROWS), "skills.csv")

    assert draft["title"] == "Wärme"
    assert (draft["key"], draft["version"], draft["language"]) == ("warme", "2027.1", "en")
    assert draft["treatment"]["name"] == "All of it"
    assert [phase["name"] for phase in draft["treatment"]["phases"]] == ["Opening"]
    assert [(task["key"], task["label"], task["scope"]) for task in draft["tasks"]] == [
        ("T_1_1", "Begins", "phase"),
        ("T_1_2", "=1+1", "phase"),
        ("T_9", "Listens", "cross_phase"),
    ]
    assert draft["tasks"][0]["meaning"] == "Begins well.\nWarmly\na\nb"
    assert draft["tasks"][1]["meaning"] == "@SUM(A1)"
    labels = [[point["label"] for point in scale["points"]] for scale in draft["scales"]]
    assert labels == [["No", "Yes"], ["Low", "Middle", "High"]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_columns_may_be_parted_by_what_a_spreadsheet_likes(delimiter):
    assert len(drafted(moodle(*ROWS, delimiter=delimiter), "skills.csv")["tasks"]) == 3


def test_heads_in_another_language_are_told_by_their_places():
    heads = [f"Spalte {number}" for number in range(14)]

    assert len(drafted(moodle(*ROWS, heads=heads), "skills.csv")["tasks"]) == 3


def test_other_columns_are_told_by_their_heads():
    heads = ("Is framework", "Short name", "ID number", "Parent ID number")
    rest = ("Description", "Description format", "Scale values")
    rows = [("1", "All", "F", "", "", "", ""), ("0", "Listens", "L", "", "", "", "")]

    draft = drafted(moodle(*rows, heads=(*heads, *rest)), "skills.csv")

    assert [task["key"] for task in draft["tasks"]] == ["L"]
    assert draft["scales"] == []


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([FRAMEWORK], "expected between 1 and 2000 competencies, found 0"),
        ([line(number="1", name="x")], "no line says that it is the framework (Is framework = 1)"),
        (
            [FRAMEWORK, FRAMEWORK, line(number="1", name="x")],
            "line 3: there is a second framework: export one a file",
        ),
        ([FRAMEWORK, line(number="1")], "line 3: the short name is missing"),
        ([FRAMEWORK, line(name="x")], "line 3: the ID number is missing"),
        (
            [FRAMEWORK, line(number="1", name="x"), line(number="1", name="y")],
            "line 4: the ID number “1” stands on line 3 too",
        ),
        (
            [FRAMEWORK, line("7", "1", "x")],
            "line 3: nothing has the number “7”, under which it is put",
        ),
        ([FRAMEWORK, line("1", "1", "x")], "line 3: it is put under itself"),
    ],
)
def test_a_moodle_file_that_cannot_be_is_refused_at_its_line(rows, said):
    assert refused(moodle(*rows), "skills.csv") == [f"skills.csv: {said}"]


def test_a_csv_of_something_else_names_the_columns():
    [said] = refused("a,b\n1,2\n", "skills.csv")

    assert said.startswith("skills.csv: line 1: expected the columns Parent id number, Id number")


def test_a_csv_that_breaks_off_in_a_quote_is_refused_at_its_line():
    [said] = refused(moodle(FRAMEWORK) + '"', "skills.csv")

    assert said.startswith("skills.csv: line 3: cannot be read as CSV")


def test_a_mahara_matrix_becomes_phases_tasks_and_a_scale():
    draft = drafted(json.dumps(matrix()), "ours.matrix")

    assert [(task["key"], task["phase"], task["meaning"]) for task in draft["tasks"]] == [
        ("T_1_1_1", "opening", "Ends"),
        ("T_1_2", "opening", "Asks"),
    ]
    [scale] = draft["scales"]
    assert [point["label"] for point in scale["points"]] == ["Begun", "Not yet", "Partly", "Whole"]


def test_an_older_matrix_lists_its_statuses():
    statuses = [{"begun": "B"}, {"incomplete": ""}, {"completed": "C"}]

    [scale] = drafted(json.dumps(matrix(evidencestatuses=statuses)), "x.matrix")["scales"]

    assert [point["label"] for point in scale["points"]] == ["B", "C"]


def test_a_matrix_without_statuses_has_no_scale():
    assert drafted(json.dumps(matrix(evidencestatuses={})), "x.matrix")["scales"] == []


def test_a_matrix_is_refused_with_everything_that_is_wrong():
    elements = [{"elementid": "1", "standardid": 4, "shortname": "x"}] * 2

    stray = "number 2: nothing has the number “standard 4”, under which it is put"
    assert refused(matrix(standardelements=elements), "x.matrix") == [
        "x.matrix: standardelements: the number “1” is used 2 times",
        *[f"x.matrix: standardelements > {stray}"] * 2,
    ]
    assert refused(matrix(standardelements=[]), "x.matrix") == [
        "x.matrix: standardelements: expected between 1 and 2000, found 1"
    ]
    assert refused({"framework": {"name": 5, "standards": [{}]}}, "x.matrix") == [
        "x.matrix: framework > name: expected a text, found 5",
        "x.matrix: framework > standards > number 1: “shortname” is missing",
        "x.matrix: framework > standards > number 1: “standardid” is missing",
        "x.matrix: framework: “standardelements” is missing",
    ]


def test_a_text_in_utf_8_with_its_mark_and_one_in_utf_16_are_read():
    text = moodle(*ROWS)

    assert drafted(b"\xef\xbb\xbf" + text.encode(), "x.csv")["title"] == "Wärme"
    assert drafted(text.encode("utf-16"), "x.csv")["title"] == "Wärme"


def test_windows_text_is_read_and_told():
    read = read_draft(moodle(*ROWS).encode("cp1252"), "x.csv", year=2026)

    assert 'title = "Wärme"' in read.text
    assert read.remarks == ("Read as Windows text (cp1252): please look at accents.",)


@pytest.mark.parametrize(
    ("content", "file", "said"),
    [
        (b"a\nb\x81\n", "x.csv", "x.csv: line 2: expected a text"),
        (b"a\nb\x00\n", "x.toml", "x.toml: line 2: holds a NUL byte: this is no text"),
        (b"{\n\n]", "x.json", "x.json: line 3: is not JSON"),
        (b"", "x.json", "x.json: is not JSON"),
        (b"[" * 100_000, "x.json", "x.json: is nested too deeply"),
        (b"{}", "x.json", "x.json: expected a CASE package"),
        (b"  {}", "curriculum", "curriculum: expected a CASE package"),
        (b"[]", "x.matrix", "x.matrix: expected a CASE package"),
    ],
)
def test_what_is_no_such_file_is_refused_in_words(content, file, said):
    with pytest.raises(UnreadableFile) as error:
        read_draft(content, file, year=2026)

    [problem] = error.value.problems
    assert str(problem).startswith(said)


def test_a_toml_file_is_taken_as_it_stands():
    assert (
        read_draft(b"not = toml = at all\r\n", "x.toml", year=2026).text == "not = toml = at all\n"
    )


def test_the_command_writes_the_draft_or_says_what_is_wrong(tmp_path):
    good, bad, draft = (tmp_path / name for name in ("good.csv", "bad.csv", "draft.toml"))
    good.write_bytes(moodle(*ROWS).encode("cp1252"))
    bad.write_text("a,b")

    shown = CliRunner().invoke(curricula, ["draft", str(good), "--year", "2027"])
    written = CliRunner().invoke(curricula, ["draft", str(good), "--output", str(draft)])
    refused = CliRunner().invoke(curricula, ["draft", str(bad)])

    assert tomllib.loads(shown.stdout)["version"] == "2027.1"
    assert "Read as Windows text" in shown.stderr
    assert written.exit_code == 0
    assert tomllib.loads(draft.read_text("utf-8"))["title"] == "Wärme"
    assert refused.exit_code == 1
    assert "bad.csv: line 1: expected the columns" in refused.output

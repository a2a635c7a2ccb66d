"""`workbench anonymise`: marked text for a person, lines of JSON for a programme."""

import json

import pytest
from click.testing import CliRunner

from workbench.cli import main


def run(*arguments, text):
    answer = CliRunner().invoke(main, ["anonymise", *arguments], input=text)
    assert answer.exit_code == 0
    return answer.output


def test_a_text_is_shown_with_what_was_found_in_brackets():
    assert run(text="Saw Leanne in Doncaster.") == "Saw [[Leanne]] in {{Doncaster}}.\n"


def test_each_passage_is_explained_when_asked():
    output = run("--explain", text="Saw Leanne.")

    assert "'Leanne': a name of somebody" in output


def test_a_warning_follows_the_text():
    output = run(text="A 44-year-old lighthouse engineer from Whitehaven.")

    assert output.splitlines()[-1].startswith("! Together, age, job and place")


def test_lines_of_json_are_answered_in_their_order():
    asked = [{"id": "b", "text": "Saw Leanne."}, {"id": "a", "text": "Nobody came."}]

    output = run("--jsonl", text="\n".join(map(json.dumps, asked)))

    first, second = map(json.loads, output.splitlines())
    assert first == {
        "id": "b",
        "spans": [{"start": 4, "end": 10, "label": "person", "tier": 1}],
    }
    assert second == {"id": "a", "spans": []}


def test_lines_of_json_give_reasons_when_asked():
    output = run("--jsonl", "--explain", text='{"id": 1, "text": "Saw Leanne."}')

    [span] = json.loads(output)["spans"]
    assert span["reason"] == "a name of somebody"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "line 2 is no JSON"),
        ("[]", "line 2 is no object"),
        ('"text"', "line 2 is no object"),
        ('{"id": 1}', "line 2 is no object"),
        ('{"id": 1, "text": 7}', "line 2 is no object"),
    ],
)
def test_a_line_that_asks_nothing_is_told_by_its_number(line, told):
    good = '{"id": "a", "text": "Saw Leanne."}'

    answer = CliRunner().invoke(main, ["anonymise", "--jsonl"], input=f"{good}\n{line}\n")

    assert answer.exit_code == 2
    assert told in answer.output
    assert '"id": "a"' in answer.output


def test_empty_lines_are_passed_over():
    assert run("--jsonl", text="\n\n") == ""


@pytest.mark.parametrize("arguments", [[], ["--jsonl"]])
def test_bytes_that_are_no_text_are_refused_in_words(arguments):
    answer = CliRunner().invoke(main, ["anonymise", *arguments], input=b"\xff\xfe\x00")

    assert answer.exit_code == 2
    assert "no text in UTF-8" in answer.output


@pytest.mark.parametrize(
    ("text", "name"),
    [("", ""), ("\x00\x00", ""), ("\ud800 Leanne \udfff", "Leanne"), ("é\x00 Leanne", "Leanne")],
)
def test_odd_characters_are_read_like_any_others(text, name):
    output = run("--jsonl", text=json.dumps({"id": 1, "text": text}))

    assert "".join(text[s["start"] : s["end"]] for s in json.loads(output)["spans"]) == name


def test_a_text_without_a_name_is_shown_as_it_is():
    assert run(text="The patient came.\n") == "The patient came.\n\n"


def test_a_reason_without_a_suggestion_stands_alone():
    output = run("--explain", text="There was an inquest into it.")

    assert output.splitlines()[-1].endswith("an event that others may have heard of")

"""`workbench anonymise`: marked text for a person, lines of JSON for a programme."""

import json

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

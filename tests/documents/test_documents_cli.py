import json

from click.testing import CliRunner

from workbench.documents.cli import documents


def test_passages_are_placed_line_by_line():
    case = {"id": 1, "old": "One café here.", "new": "Now one café here.", "start": 4, "end": 8}

    result = CliRunner().invoke(documents, ["reanchor", "--jsonl"], input=json.dumps(case) + "\n")

    assert result.exit_code == 0
    assert json.loads(result.output)["start"] == 8

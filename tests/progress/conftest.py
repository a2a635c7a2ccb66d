"""Facts in a file, held against a small curriculum by the command."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from workbench.cli import main

SMALL = (Path(__file__).parents[1] / "curricula" / "small.toml").read_text("utf-8")


QUESTION = """
[[questions]]
key = "hour"
asks = "How long is an hour?"
readings = [
    { key = "fifty", words = "Fifty minutes." },
    { key = "sixty", words = "Sixty minutes.", sets = { therapy = { session_minutes = 60 } } },
]
"""


ENTRY = {
    "id": 7,
    "activity": "therapy",
    "on": "2026-11-20",
    "minutes": 50,
    "standing": "countersigned",
}


ENROLMENT = {"started_on": "2026-01-05"}


@pytest.fixture
def evaluated(tmp_path):
    curriculum = tmp_path / "small-2026.1.toml"
    curriculum.write_text(SMALL + QUESTION, "utf-8")

    def ask(known, *more, name=curriculum, on="2026-11-21"):
        file = tmp_path / "facts.json"
        content = known if isinstance(known, bytes) else json.dumps(known).encode()
        file.write_bytes(content)
        words = ["--curriculum", str(name), "--facts", str(file), "--on", on, *more]
        return CliRunner().invoke(main, ["progress", "evaluate", *words])

    return ask


def known(*entries, **more):
    return {"enrolment": ENROLMENT, "entries": entries, **more}

"""The JSON Schema of facts is the one that the facts themselves give."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from workbench.cli import main
from workbench.progress.domain import facts

DOCS = Path(__file__).parents[2] / "docs"
KINDS = [
    kind
    for kind in vars(facts).values()
    if isinstance(kind, type) and issubclass(kind, facts.Fact) and kind is not facts.Fact
]


def test_the_published_schema_is_the_printed_one():
    printed = CliRunner().invoke(main, ["progress", "facts-schema"]).stdout

    assert (DOCS / "facts.schema.json").read_text("utf-8") == printed


def test_every_kind_of_fact_is_in_the_schema():
    schema = json.loads((DOCS / "facts.schema.json").read_text("utf-8"))

    assert {kind.__name__ for kind in KINDS} - {"SpanFact"} <= set(schema["$defs"])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_field_of_a_fact_is_on_its_page(kind):
    page = (DOCS / "facts.md").read_text("utf-8")

    assert [name for name in kind.__struct_encode_fields__ if f"`{name}`" not in page] == []

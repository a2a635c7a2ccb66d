"""The JSON Schema of a file of facts, made from the facts themselves."""

import msgspec

from workbench.progress.domain.facts import Facts

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def facts_schema() -> str:
    """The schema as docs/facts.schema.json has it."""
    schema = {"$schema": DIALECT, "title": "Facts", **msgspec.json.schema(Facts)}
    return msgspec.json.format(msgspec.json.encode(schema, order="sorted")).decode() + "\n"

"""Plain values are written so that they are read back as they were."""

import tomllib
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from workbench.curricula.toml_text import toml_text

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
SINGLE = TEXTS | st.integers(-(2**63), 2**63 - 1) | st.booleans() | st.dates(date(1000, 1, 1))
TABLES = st.recursive(
    st.dictionaries(TEXTS, SINGLE | st.lists(SINGLE)),
    lambda inner: st.dictionaries(TEXTS, inner | st.lists(inner, min_size=1)),
    max_leaves=12,
)


@given(TABLES)
def test_what_is_written_is_read_back(said):
    assert tomllib.loads(toml_text(said)) == said


def test_a_value_that_is_not_there_is_left_out():
    assert tomllib.loads(toml_text({"a": None, "b": {"c": None}})) == {"b": {}}


def test_comments_stand_above_and_are_no_values():
    assert toml_text({"a": 1}, comments=["One.", ""]) == "# One.\n#\n\na = 1\n"

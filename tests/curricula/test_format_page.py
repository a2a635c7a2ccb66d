"""The page on the format names everything that the format has."""

from enum import StrEnum
from pathlib import Path

import pytest

from workbench.curricula import materials, model, requirements
from workbench.curricula.asked import Asked, Said

PAGE = (Path(__file__).parents[2] / "docs" / "curricula.md").read_text("utf-8")


def said_by(base):
    """Every class of the format of one sort."""
    modules = (model, materials, requirements)
    things = [thing for module in modules for thing in vars(module).values()]
    return {thing for thing in things if isinstance(thing, type) and issubclass(thing, base)}


FIELDS = {field for struct in said_by(Said) for field in struct.__struct_fields__}
CHOICES = {choice.value for choices in said_by(StrEnum) for choice in choices}
TYPES = {tag for struct in said_by(Asked) - {Asked} if (tag := struct.__struct_config__.tag)}


@pytest.mark.parametrize("word", sorted(FIELDS | CHOICES | TYPES))
def test_every_field_choice_and_type_is_on_the_page(word):
    assert f"`{word}`" in PAGE

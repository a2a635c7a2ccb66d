"""The page on the format names everything that the format has."""

from enum import StrEnum
from pathlib import Path
from typing import get_args

import pytest

from workbench.curricula import (
    activities,
    asked_cases,
    asked_hours,
    asked_standing,
    asked_supervision,
    materials,
    model,
    readings,
)
from workbench.curricula.asked import Said
from workbench.curricula.requirements import Requirement

MODULES = (
    activities,
    asked_cases,
    asked_hours,
    asked_standing,
    asked_supervision,
    materials,
    model,
    readings,
)
PAGE = (Path(__file__).parents[2] / "docs" / "curricula.md").read_text("utf-8")


def said_by(base):
    """Every class of the format of one sort."""
    things = [thing for module in MODULES for thing in vars(module).values()]
    return {thing for thing in things if isinstance(thing, type) and issubclass(thing, base)}


FIELDS = {field for struct in said_by(Said) for field in struct.__struct_fields__}
CHOICES = {choice.value for choices in said_by(StrEnum) for choice in choices}
TYPES = {kind.__struct_config__.tag for kind in get_args(Requirement)}


@pytest.mark.parametrize("word", sorted(FIELDS | CHOICES | TYPES))
def test_every_field_choice_and_type_is_on_the_page(word):
    assert f"`{word}`" in PAGE

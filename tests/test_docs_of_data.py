"""Everything that a curriculum or a fact can say is on the page of its format."""

from enum import StrEnum
from typing import get_args, get_type_hints

import pytest
from support.docs import PAGES, marked, parts, table_of

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
from workbench.curricula.asked import Asked, Said
from workbench.curricula.asked_supervision import Monthly
from workbench.curricula.requirements import Requirement
from workbench.progress.domain.facts import Facts

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


def format_classes(base):
    """Every class of the format of one sort, but for those that others are made from."""
    things = [thing for module in MODULES for thing in vars(module).values()]
    classes = [thing for thing in things if isinstance(thing, type) and issubclass(thing, base)]
    return sorted(
        {one for one in classes if not one.__subclasses__()}, key=lambda one: one.__name__
    )


@pytest.mark.parametrize("struct", format_classes(Said), ids=lambda struct: struct.__name__)
def test_every_field_of_a_part_of_a_curriculum_is_told_in_one_place(struct):
    [common] = [part for part in parts("docs/curricula.md") if part.startswith("Words that come")]
    needed = set(struct.__struct_encode_fields__) - set(marked(common))

    lacking = [sorted(needed - set(marked(part))) for part in parts("docs/curricula.md")]
    assert [] in lacking, f"nearest lacks {min(lacking, key=len)}"


@pytest.mark.parametrize("struct", get_args(Requirement), ids=lambda struct: struct.__name__)
def test_a_requirement_has_one_line_with_all_its_fields(struct):
    tag = struct.__struct_config__.tag
    [row] = [row for row in table_of("docs/curricula.md") if row[0] == f"`{tag}`"]

    shared = Monthly if "the fields of a month" in row[1] else Asked
    own = set(struct.__struct_encode_fields__) - set(shared.__struct_encode_fields__)
    assert own - set(marked(row[1]) + marked(row[2])) == set()
    assert len(row[2]) > 20


CHOICES = {choice.value for kind in format_classes(StrEnum) for choice in kind}


@pytest.mark.parametrize("word", sorted(CHOICES))
def test_every_choice_in_a_curriculum_is_told(word):
    assert f"`{word}`" in PAGES["docs/curricula.md"]


def facts_told():
    """The fields that docs/facts.md tells, by the list they stand in."""
    told, group = {}, None
    for row in table_of("docs/facts.md"):
        if len(row) == 4 and set(row[0]) != {"-"}:
            group = marked(row[0])[0] if marked(row[0]) else group
            told.setdefault(group, set()).update(marked(row[1]))
    return told


@pytest.mark.parametrize("name", Facts.__struct_encode_fields__)
def test_every_field_of_a_fact_is_told_and_no_other(name):
    field = Facts.__struct_fields__[Facts.__struct_encode_fields__.index(name)]
    kind = get_type_hints(Facts)[field]
    struct = get_args(kind)[0] if get_args(kind) else kind

    assert facts_told()[name] == set(struct.__struct_encode_fields__)

"""Where a file does not have the shape of the format: every place, not only the first. Pure."""

from collections.abc import Iterator
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin

import msgspec

from workbench.curricula.model import Curriculum
from workbench.curricula.problems import Problem, Step, shape_problem, steps_and_message

Steps: TypeAlias = tuple[Step, ...]
Fault: TypeAlias = tuple[Steps, str]
Kind: TypeAlias = Any
"""A type as an annotation says it; no name covers all that an annotation can be."""


def shape_problems(
    said: object, file: str, kind: type[msgspec.Struct] = Curriculum
) -> list[Problem]:
    """Everything in which a file differs from the shape, in the order of the format's fields."""
    return [
        shape_problem(message, steps, said, file, root=kind)
        for steps, message in _faults(kind, said)
    ]


def _faults(kind: Kind, value: object, at: Steps = ()) -> Iterator[Fault]:
    """The faults inside a value, or, where there are none, what is wrong with it as a whole."""
    inner = list(_inner(kind, value, at))
    yield from inner
    if inner:
        return
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        steps, message = steps_and_message(error)
        yield (*at, *steps), message


def _inner(kind: Kind, value: object, at: Steps) -> Iterator[Fault]:
    struct, item = _struct_of(kind, value), _item_of(kind)
    if struct is not None and isinstance(value, dict):
        yield from _fields(struct, value, at)
    elif item is not None and isinstance(value, list):
        for number, one in enumerate(value):
            yield from _faults(item, one, (*at, number))


def _fields(struct: type[msgspec.Struct], value: dict[str, object], at: Steps) -> Iterator[Fault]:
    known = {field.encode_name: field for field in msgspec.structs.fields(struct)}
    unknown = [name for name in value if name not in known] if _is_closed(struct) else []
    unknown = [name for name in unknown if name != struct.__struct_config__.tag_field]
    for name in unknown:
        yield at, f"Object contains unknown field `{name}`"
    for name, field in known.items():
        if name in value:
            yield from _faults(field.type, value[name], (*at, name))
        elif field.required and not get_close_matches(name, unknown, cutoff=0.5):
            yield at, f"Object missing required field `{name}`"


def _is_closed(struct: type[msgspec.Struct]) -> bool:
    return struct.__struct_config__.forbid_unknown_fields


def _struct_of(kind: Kind, value: object) -> type[msgspec.Struct] | None:
    """The struct that a value is meant to be; of several, the one that its tag names."""
    structs: list[type[msgspec.Struct]] = [one for one in _alternatives(kind) if _is_struct(one)]
    if len(structs) == 1:
        return structs[0]
    tag = value.get("type") if isinstance(value, dict) else None
    return next((one for one in structs if one.__struct_config__.tag == tag), None)


def _item_of(kind: Kind) -> Kind | None:
    """What the items of a list are to be, where the type is a list."""
    lists = [one for one in _alternatives(kind) if _origin(one) is tuple]
    return get_args(lists[0])[0] if lists else None


def _alternatives(kind: Kind) -> tuple[Kind, ...]:
    bare = get_args(kind)[0] if _origin(kind) is Annotated else kind
    return get_args(bare) if _origin(bare) in {Union, UnionType} else (bare,)


def _origin(kind: Kind) -> Kind:
    return get_origin(kind)


def _is_struct(kind: Kind) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)

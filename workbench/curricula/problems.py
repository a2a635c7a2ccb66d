"""What is wrong with a curriculum file, said so that its author can put it right. Pure."""

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec
from msgspec import inspect

from workbench.curricula.model import Curriculum

Step = str | int
ANY = "*"
WITHIN = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "

_TYPES = {
    "int": "a whole number",
    "str": "a text",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
    "date": "a date such as 2026-11-21",
    "null": "nothing at all",
}
_STEP = re.compile(r"\.(?P<name>\w+)|\[(?P<index>\d+)\]|\[\.\.\.\]")
_MISSING = re.compile(r"Object missing required field `(\w+)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(\w+)`")
_EXPECTED = re.compile(r"Expected `([^`]+)`(?:, got .*)?(.*)")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right, and where in which file."""

    file: str
    place: str
    message: str

    def __str__(self) -> str:
        """On one line, as the command prints it."""
        return ": ".join(part for part in (self.file, self.place, self.message) if part)


def nearest(word: str, known: Iterable[str]) -> str:
    """A suggestion in words: the known word nearest to this one, or all of them, or none."""
    names = sorted(known)
    if not names:
        return "there are none"
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.5)
    return f"did you mean “{close[0]}”?" if close else f"there is {', '.join(names)}"


def shape_problem(
    message: str, steps: Sequence[Step], said: object, file: str, *, root: type = Curriculum
) -> Problem:
    """A misfit between a file and the format of its ``root`` at a place, from msgspec's words."""
    return Problem(file, place(steps, said), _in_words(message, steps, said, root))


def steps_and_message(error: msgspec.ValidationError) -> tuple[list[Step], str]:
    """The way to what msgspec refused, and its words for it."""
    message, _, path = str(error).partition(" - at `")
    return list(_steps(path.removesuffix("`"))), message


def _steps(path: str) -> Iterator[Step]:
    for step in _STEP.finditer(path):
        if step["name"]:
            yield step["name"]
        else:
            yield int(step["index"]) if step["index"] else ANY


def place(steps: Sequence[Step], said: object) -> str:
    """The way into a file by the keys that its author gave, not by numbers counted from nought."""
    return WITHIN.join(_names(steps, said))


def _names(steps: Sequence[Step], said: object) -> Iterator[str]:
    before: Step = ""
    for number, step in enumerate(steps, start=1):
        inside = _inside(said, step)
        match step, steps[number:]:
            case "requirements", [_, *_]:
                pass  # the name of the requirement says so
            case int(), _:
                yield _item_name(before, step, inside)
            case _:
                yield _only_key(said) if step == ANY else str(step)
        before, said = step, inside


def _item_name(collection: Step, index: int, item: object) -> str:
    match item:
        case {"type": kind} if collection == "requirements":
            return f"requirement {index + 1} ({kind})"
        case _ if collection == "requirements":
            return f"requirement {index + 1} (no type)"
        case {"key": str(key)}:
            return key
        case {"id": int(number)}:
            return f"number {index + 1}, with the id {number}"
        case _:
            return f"number {index + 1}"


def _only_key(said: object) -> str:
    """The key of a table of the author's own keys, of which msgspec does not say which it means."""
    return str(next(iter(said))) if isinstance(said, dict) and len(said) == 1 else "one of them"


def _inside(said: object, step: Step) -> object:
    match said, step:
        case dict(), str() if step == ANY:
            return next(iter(said.values())) if len(said) == 1 else None
        case dict(), str():
            return said.get(step)
        case list(), int():
            return said[step]
        case _:
            return None


def _in_words(message: str, steps: Sequence[Step], said: object, root: type) -> str:
    there: object = said
    for step in steps:
        there = _inside(there, step)
    if missing := _MISSING.fullmatch(message):
        return f"“{missing[1]}” is missing"
    if unknown := _UNKNOWN.fullmatch(message):
        fields = _fields_at(steps, said, root)
        return f"the format has no field “{unknown[1]}” here; {nearest(unknown[1], fields)}"
    if expected := _EXPECTED.fullmatch(message):
        return f"expected {_kinds(expected[1])}{_bound(expected[2])}{_found(there)}"
    if message.startswith("Invalid RFC3339"):
        return f"expected {_TYPES['date']}{_found(there)}"
    return f"expected one of {', '.join(_choices_at(steps, said, root))}{_found(there)}"


def _kinds(kinds: str) -> str:
    return " or ".join(_TYPES.get(kind, kind) for kind in kinds.split(" | "))


def _bound(bound: str) -> str:
    """The rest of msgspec's sentence: a length, a limit or a pattern."""
    plain = {
        " of length >= 1": " that is not empty",
        " of length >= 2": " of two or more",
        r" matching regex '\\S'": " that is not blank",
        " matching regex '^[a-z][a-z0-9_]*$'": " of small letters, digits and _",
        " matching regex '^[a-z][a-z0-9-]*$'": " of small letters, digits and -",
        " matching regex '^[A-Za-z][A-Za-z0-9_]*$'": " of letters and digits, as in “A05”",
        " matching regex '^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$'": " such as “09:30”",
        r" matching regex '^[0-9]{4}\\.[0-9]+$'": " of a year and a number, as in “2026.1”",
        " matching regex '^[a-z]{2}(-[A-Z]{2})?$'": " such as “en-GB”",
    }
    limit = bound.replace(" >= ", " of at least ").replace(" <= ", " of at most ")
    return plain.get(bound, limit)


def _found(value: object) -> str:
    """What stands there. TOML has no null, so None is a place that could not be reached."""
    return "" if value is None else f", found {_shown(value)}"


def _shown(value: object) -> str:
    match value:
        case str():
            return f'"{value}"'
        case bool():
            return str(value).lower()
        case dict():
            return "a table"
        case list():
            return "a list" if value else "an empty list"
        case _:
            return str(value)


def _fields_at(steps: Sequence[Step], said: object, root: type) -> list[str]:
    match _type_at(steps, said, root):
        case inspect.StructType(fields=fields):
            return [field.encode_name for field in fields]
        case _:
            return []


def _choices_at(steps: Sequence[Step], said: object, root: type) -> list[str]:
    match _type_at(steps, said, root):
        case inspect.EnumType(cls=choices):
            return [str(choice.value) for choice in choices]
        case inspect.LiteralType(values=values):
            return [str(value) for value in values]
        case inspect.UnionType(types=types):
            return [str(kind.tag) for kind in types if isinstance(kind, inspect.StructType)]
        case _:
            return []


def _type_at(steps: Sequence[Step], said: object, root: type) -> inspect.Type | None:
    """The type that the format wants at a place; at a ``type`` field, the whole choice of them."""
    here: inspect.Type | None = inspect.type_info(root)
    for step in steps:
        said = _inside(said, step)
        here = _without_none(_type_inside(here, step, said))
    return here


def _without_none(kind: inspect.Type | None) -> inspect.Type | None:
    if not isinstance(kind, inspect.UnionType):
        return kind
    some = [one for one in kind.types if not isinstance(one, inspect.NoneType)]
    return some[0] if len(some) == 1 else kind


def _type_inside(here: inspect.Type | None, step: Step, said: object) -> inspect.Type | None:
    match here:
        case inspect.StructType(fields=fields):
            return next((field.type for field in fields if field.encode_name == step), None)
        case inspect.VarTupleType(item_type=item):
            return _tagged(item, said)
        case inspect.DictType(value_type=value):
            return value
        case inspect.UnionType() if step == "type":
            return here
        case _:
            return None


def _tagged(item: inspect.Type, said: object) -> inspect.Type:
    if not isinstance(item, inspect.UnionType) or not isinstance(said, dict):
        return item
    structs = (kind for kind in item.types if isinstance(kind, inspect.StructType))
    return next((kind for kind in structs if kind.tag == said.get("type")), item)

"""Plain values as the text of a TOML file that people go on writing in. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

Table: TypeAlias = Mapping[str, object]

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\r": "\\r", "\n": "\\n"}
_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


def toml_text(said: Table, *, comments: Sequence[str] = ()) -> str:
    """A whole file: comments, then single values, then each table. None is left out."""
    head = "".join(f"# {line}".rstrip() + "\n" for line in comments)
    return head + "\n" * bool(head) + "\n".join(_lines(said, ())) + "\n"


def _lines(table: Table, within: tuple[str, ...]) -> Iterator[str]:
    """Single values come first: after the head of a table inside, they would belong to that."""
    given = {name: value for name, value in table.items() if value is not None}
    for name, value in given.items():
        if not _is_inside(value):
            yield f"{_key(name)} = {_value(value)}"
    for name, value in given.items():
        if isinstance(value, Mapping):
            yield from ("", f"[{_path((*within, name))}]")
            yield from _lines(value, (*within, name))
        elif _is_tables(value):
            yield from _tables(value, (*within, name))


def _tables(tables: object, path: tuple[str, ...]) -> Iterator[str]:
    for one in tables:  # type: ignore[attr-defined]  # a list of tables, as its caller asked
        yield from ("", f"[[{_path(path)}]]")
        yield from _lines(one, path)


def _is_inside(value: object) -> bool:
    return isinstance(value, Mapping) or _is_tables(value)


def _is_tables(value: object) -> bool:
    return isinstance(value, list | tuple) and bool(value) and isinstance(value[0], Mapping)


def _path(names: Sequence[str]) -> str:
    return ".".join(map(_key, names))


def _key(name: str) -> str:
    return name if name and _BARE.issuperset(name) else _quoted(name)


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case date():
            return value.isoformat()
        case list() | tuple():
            return f"[{', '.join(_value(one) for one in value)}]"
        case _:
            return _text(str(value))


def _text(text: str) -> str:
    """On one line, or between three quotes where the text has lines of its own."""
    if "\n" in text:
        lines = "\n".join("".join(map(_letter, line)) for line in text.split("\n"))
        return f'"""\n{lines}"""'
    return _quoted(text)


def _quoted(text: str) -> str:
    return f'"{"".join(map(_letter, text))}"'


def _letter(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    is_control = letter < " " or letter == "\x7f"
    return f"\\u{ord(letter):04x}" if is_control else letter

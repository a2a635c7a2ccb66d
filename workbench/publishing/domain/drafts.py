"""The text of a draft: begun as a copy, checked, and frozen when it is published. Pure."""

import re
import tomllib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from workbench.curricula.library import UnreadableCurriculum, load_text
from workbench.curricula.limits import crowded_line
from workbench.curricula.model import Curriculum, Status
from workbench.curricula.problems import Problem
from workbench.errors import Refusal

LARGEST = 400 * 1024
"""Bytes of UTF-8. The longest file that is shipped has a fifth of it."""
UNTITLED = "Untitled draft"
TITLE_LENGTH = 200
LONGEST = {"key": 80, "version": 20}
KEY = re.compile(r"[a-z][a-z0-9-]{0,79}")
VERSION = re.compile(r"[0-9]{4}\.[0-9]{1,6}")
_HEAD = re.compile(r"\A.*?(?=^\[|\Z)", re.MULTILINE | re.DOTALL)


class TooLong(Refusal):
    """A text beyond what a draft may hold."""


class NotToBeRewritten(Refusal):
    """A file whose key, version or status is not written as a line of its own."""


class NotReady(Refusal):
    """A draft that does not check clean, or that would take the place of something."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of a draft came to: the curriculum, or what is wrong with the text."""

    curriculum: Curriculum | None
    problems: tuple[Problem, ...]

    @property
    def is_clean(self) -> bool:
        """Whether it can be published."""
        return self.curriculum is not None and not self.problems


def checked(text: str, *, taken: Collection[str], published: Sequence[tuple[str, str]]) -> Checked:
    """The check of a draft: everything the format says, and what stands in the way of publishing.

    `taken` are the keys of the shipped curricula, `published` the provider's own, by
    key and version.
    """
    try:
        curriculum = load_text(text)
    except UnreadableCurriculum as refused:
        return Checked(None, refused.problems)
    own = [version for key, version in published if key == curriculum.key]
    return Checked(curriculum, tuple(_in_the_way(curriculum, taken, own)))


def _in_the_way(
    curriculum: Curriculum, taken: Collection[str], own: Sequence[str]
) -> Iterator[Problem]:
    if curriculum.key in taken:
        words = f"“{curriculum.key}” is a curriculum that is shipped; give yours a key of its own"
        yield Problem("", "key", words)
        return
    for name, longest in LONGEST.items():
        if len(getattr(curriculum, name)) > longest:
            yield Problem("", name, f"expected at most {longest} characters")
    if curriculum.status is Status.WITHDRAWN:
        yield Problem("", "status", "expected draft or published: nobody can be put under this")
    yield from _succession(curriculum, max(own, key=order, default=None))


def _succession(curriculum: Curriculum, newest: str | None) -> Iterator[Problem]:
    if newest is None:
        if curriculum.succeeds is not None:
            words = f"no version {curriculum.succeeds} of it is published here; leave it out"
            yield Problem("", "succeeds", words)
        return
    if order(curriculum.version) <= order(newest):
        words = f"{newest} is published already, and never changes: expected a later one"
        yield Problem("", "version", words)
    if curriculum.succeeds != newest:
        words = f"expected “{newest}”, the newest version that is published"
        yield Problem("", "succeeds", words)


def order(version: str) -> list[int]:
    """Versions in their order: 2026.10 comes after 2026.9."""
    return [int(part) for part in version.split(".")]


def next_version(version: str, *, year: int) -> str:
    """The version after one: of this year, counted on where this year has one."""
    of_year, number = order(version)
    return f"{of_year}.{number + 1}" if of_year >= year else f"{year}.1"


def copied(text: str, source: Curriculum, *, key: str, version: str) -> str:
    """A copy of a file as a draft under a key and version, its comments and all.

    Under the same key it takes over from the source. Raises NotToBeRewritten.
    """
    succeeds = source.version if key == source.key else None
    return rewritten(text, key=key, version=version, status="draft", succeeds=succeeds)


def frozen(text: str) -> str:
    """The text as it is published: nothing changes but its status. Raises NotToBeRewritten."""
    return rewritten(text, status="published")


def rewritten(text: str, **values: str | None) -> str:
    """The text with other values for fields at its head; None takes a field out.

    What comes out is read again, so that nothing else can have changed. Raises NotToBeRewritten.
    """
    wanted = tomllib.loads(text) | values
    new = text
    for name, value in values.items():
        new = _with(new, name, value)
    expected = {name: value for name, value in wanted.items() if value is not None}
    if _read(new) != expected:
        names = ", ".join(values)
        message = f"Give each of {names} a line of its own at the head of the file, then try again."
        raise NotToBeRewritten(message)
    return new


def _with(text: str, name: str, value: str | None) -> str:
    head = _HEAD.match(text)
    end = head.end() if head else 0
    line = "" if value is None else f'{name} = "{value}"\n'
    pattern = re.compile(rf"^{name}[ \t]*=.*\n?", re.MULTILINE)
    before, times = pattern.subn(lambda _: line, text[:end], count=1)
    return (before if times else _after_version(text[:end], line)) + text[end:]


def _after_version(head: str, line: str) -> str:
    """A new field stands after the version, where there is one."""
    return re.sub(
        r"^version[ \t]*=.*\n?", lambda old: old[0] + line, head, count=1, flags=re.MULTILINE
    )


def _read(text: str) -> dict[str, object] | None:
    """What a text says as TOML; nothing, where it is none or none that can be read."""
    try:
        return None if crowded_line(text) else tomllib.loads(text)
    except (ValueError, RecursionError):
        return None


def kept_text(text: str) -> str:
    """The text as it is kept: line ends as newlines. Raises TooLong."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(plain.encode()) > LARGEST:
        message = f"A draft holds at most {LARGEST // 1024} kilobytes of text. Shorten it."
        raise TooLong(message, field="text")
    return plain


def title_of(text: str) -> str:
    """What a draft calls itself, where that can be read."""
    said = _read(text) or {}
    title = said.get("title")
    return (
        " ".join(title.split())[:TITLE_LENGTH]
        if isinstance(title, str) and title.strip()
        else UNTITLED
    )


def own_key(key: str, taken: Collection[str]) -> str:
    """A key for a curriculum of one's own. Raises a Refusal for one that cannot be or is taken."""
    if not KEY.fullmatch(key):
        message = "A key is small letters, digits and hyphens, such as harbour-dit."
        raise Refusal(message, field="key")
    if key in taken:
        message = f"“{key}” is a curriculum that is shipped. Choose a key of your own."
        raise Refusal(message, field="key")
    return key


def fit_version(version: str) -> str:
    """A version, if it can be one. Raises a Refusal."""
    if not VERSION.fullmatch(version):
        message = "A version is a year and a number, such as 2026.1."
        raise Refusal(message, field="version")
    return version

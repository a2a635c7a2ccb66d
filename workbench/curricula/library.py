"""The published curricula: found, read, checked and kept."""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import msgspec

from workbench.curricula.checking import misfits
from workbench.curricula.limits import MOST_DOTS, beyond_limits, crowded_line
from workbench.curricula.model import Curriculum, Status
from workbench.curricula.problems import WITHIN, Problem
from workbench.curricula.shape import shape_problems

_PACKAGE = Path(__file__).parents[1]
_SHIPPED = (_PACKAGE / "_data" / "curricula", _PACKAGE.parent / "curricula")


class UnreadableCurriculum(ValueError):
    """A curriculum file was refused. ``problems`` is everything that can be said about it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep the problems, and say them one a line."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Kept:
    """One version with the text that it was read from, and the digest that pins it."""

    curriculum: Curriculum
    text: str
    digest: str


class Library:
    """Every version that can be had: those of one's own directory, then those that are shipped.

    Where both have a key and version, one's own is taken. A file that cannot be read raises
    ``UnreadableCurriculum`` on the first question, so that it is asked once when the app starts.
    """

    def __init__(self, override: Path | None = None) -> None:
        """Look in ``override`` first, where it is given."""
        self._override = override

    def all(self) -> tuple[Curriculum, ...]:
        """Every version, by key and then from the oldest to the newest."""
        return tuple(kept.curriculum for kept in self._shelf.values())

    def get(self, key: str, version: str) -> Curriculum | None:
        """One version, whatever its status: enrolments keep theirs."""
        found = self.kept(key, version)
        return found.curriculum if found else None

    def kept(self, key: str, version: str) -> Kept | None:
        """One version with its text and digest."""
        return self._shelf.get((key, version))

    def digest_of(self, key: str, version: str) -> str | None:
        """The digest of the file of one version."""
        found = self.kept(key, version)
        return found.digest if found else None

    def latest(self, key: str) -> Curriculum | None:
        """The newest published version, on which a new enrolment is made."""
        published = [c for c in self.all() if c.key == key and c.status is Status.PUBLISHED]
        return published[-1] if published else None

    @cached_property
    def _shelf(self) -> Mapping[tuple[str, str], Kept]:
        shelf: dict[tuple[str, str], Kept] = {}
        for path in self._files():
            kept = _read(path.read_bytes(), path.name)
            shelf.setdefault((kept.curriculum.key, kept.curriculum.version), kept)
        return dict(sorted(shelf.items(), key=lambda item: _order(item[1].curriculum)))

    def _files(self) -> Iterable[Path]:
        own = [self._override] if self._override is not None else []
        for directory in (*own, shipped_directory()):
            yield from sorted(directory.glob("*.toml"))


@lru_cache(maxsize=32)
def _read(content: bytes, name: str) -> Kept:
    """A curriculum is frozen, so that the same bytes are read once, however many apps are made."""
    return Kept(load_text(content, file=name), content.decode(), digest(content))


def shipped_directory() -> Path:
    """Where the published files are: inside the installed package, or in the checkout."""
    return next((directory for directory in _SHIPPED if directory.is_dir()), _SHIPPED[-1])


def digest(content: bytes) -> str:
    """The SHA-256 of a file, by which a published version is pinned."""
    return hashlib.sha256(content).hexdigest()


def load_text(content: bytes | str, *, file: str = "") -> Curriculum:
    """A curriculum from the text of its file. Raises ``UnreadableCurriculum`` with every problem.

    A file that is no TOML is refused at its first fault; one without the shape of the format with
    every place where it differs; one that has the shape with all that does not fit together.
    """
    said = _toml(content, file)
    curriculum = _shaped(said, file)
    unfit = [Problem(file, WITHIN.join(m.place), m.message) for m in misfits(curriculum)]
    if problems := [*beyond_limits(said, file), *unfit]:
        raise UnreadableCurriculum(problems)
    return curriculum


def check(paths: Iterable[Path]) -> list[Problem]:
    """What is wrong with some files, for ``workbench curricula check``. Nothing, if all is well."""
    return [problem for path in paths for problem in _problems_of(path)]


def _problems_of(path: Path) -> Sequence[Problem]:
    try:
        curriculum = load_text(path.read_bytes(), file=str(path))
    except OSError as error:
        return [Problem(str(path), "", f"cannot be read: {error.strerror}")]
    except UnreadableCurriculum as refused:
        return refused.problems
    expected = f"{curriculum.key}-{curriculum.version}.toml"
    if path.name != expected:
        return [Problem(str(path), "", f"expected the file to be called {expected}")]
    return []


def _toml(content: bytes | str, file: str) -> dict[str, object]:
    try:
        text = content.decode() if isinstance(content, bytes) else content
        if (line := crowded_line(text)) is None:
            return tomllib.loads(text)
        problem = Problem(file, f"line {line}", f"more than {MOST_DOTS} dots in one line")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problem = Problem(file, f"line {line}", "expected a text in UTF-8")
    except tomllib.TOMLDecodeError as error:
        problem = _toml_problem(str(error), file)
    except ValueError:
        problem = Problem(file, "", "a number in it has more figures than can be read")
    except RecursionError:
        problem = Problem(file, "", "is nested too deeply")
    raise UnreadableCurriculum([problem])


def _toml_problem(message: str, file: str) -> Problem:
    what, _, place = message.removesuffix(")").rpartition(" (at ")
    return Problem(file, place, f"is not TOML: {what}")


def _shaped(said: dict[str, object], file: str) -> Curriculum:
    try:
        return msgspec.convert(said, Curriculum)
    except msgspec.ValidationError as error:
        raise UnreadableCurriculum(shape_problems(said, file)) from error


def _order(curriculum: Curriculum) -> tuple[str, list[int]]:
    return curriculum.key, [int(part) for part in curriculum.version.split(".")]

"""What the documents name is there, and what is there is named in the documents."""

import re
from dataclasses import fields
from pathlib import Path

import click
import pytest
from support.docs import PAGES, ROOT, marked, parts, table_of

import workbench
from workbench.app import EVERY_MODEL
from workbench.cli import main
from workbench.config import Config
from workbench.db import Base
from workbench.permissions import permissions_page
from workbench.policy import Permission

ADRS = [name for name in PAGES if name.startswith("docs/adr/")]
EVERYTHING = "\n".join(PAGES.values())


def links():
    for name, text in PAGES.items():
        for target in re.findall(r"\]\(([^)\s]+)\)", text):
            if not re.match(r"[a-z]+:", target):
                yield name, target


def headings(path):
    titles = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize(("page", "target"), sorted(set(links())))
def test_a_link_leads_somewhere(page, target):
    path, _, heading = target.partition("#")
    found = (ROOT / page).parent / path if path else ROOT / page

    assert found.exists()
    assert not heading or heading in headings(found)


def paths():
    """Every path in backticks that begins with a folder of ours and is no pattern."""
    folders = "workbench|tests|docs|templates|curricula|bench|scripts"
    for name, text in PAGES.items():
        for words in marked(text):
            if re.fullmatch(rf"({folders})/[\w./-]*", words):
                yield name, words


@pytest.mark.parametrize(("page", "path"), sorted(set(paths())))
def test_a_path_that_a_page_names_is_there(page, path):
    assert (ROOT / path).exists()


@pytest.mark.parametrize("name", ADRS)
def test_a_decision_is_linked_and_says_what_each_of_them_says(name):
    text = PAGES[name]
    linked = [page for page, target in links() if target.endswith(Path(name).name)]

    assert [page for page in linked if page != name]
    for part in ("Status", "Context", "Decision", "Consequences"):
        assert f"**{part}.**" in text


def test_decisions_are_numbered_without_a_gap():
    numbers = [int(Path(name).name[:4]) for name in ADRS]

    assert numbers == list(range(1, len(ADRS) + 1))


def addresses():
    """Every address of the workbench that a page shows to its readers."""
    for name, text in PAGES.items():
        for words in marked(text):
            if re.fullmatch(r"/(?!usr/)[a-z.][\w./-]*", words):
                yield name, words
        for path in re.findall(r"http://127\.0\.0\.1:8000(/[\w./-]+)", text):
            yield name, path


@pytest.mark.parametrize(("page", "path"), sorted(set(addresses())))
def test_an_address_that_a_page_names_is_there(asking, page, path):
    assert asking("anonymous", "GET", path).status_code in {200, 303}


@pytest.mark.parametrize("field", fields(Config), ids=lambda field: field.name)
def test_a_setting_is_on_the_page_with_its_default(field):
    name = f"`WORKBENCH_{field.name.upper()}`"
    [row] = [row for row in table_of("docs/operations.md") if row[0] == name]

    told = {"secret_key": "none", "instance": "`instance`", "curricula": "none"}
    default = field.default
    default = str(int(default)) if isinstance(default, bool | int) else f"`{default}`"
    assert told.get(field.name, default) in row[2]


def variables():
    """Every WORKBENCH_… name that anything of ours reads."""
    found = set()
    for folder, kinds in (("workbench", "*.py"), ("tests", "*.py"), ("bench", "*.py")):
        for path in (ROOT / folder).rglob(kinds):
            found |= set(re.findall(r"WORKBENCH_[A-Z_]*[A-Z]\b", path.read_text("utf-8")))
    for path in (ROOT / "Makefile", *(ROOT / ".ci").iterdir()):
        found |= set(re.findall(r"WORKBENCH_[A-Z_]*[A-Z]\b", path.read_text("utf-8")))
    return found


@pytest.mark.parametrize("name", sorted(variables()))
def test_a_variable_that_is_read_is_told(name):
    assert name in EVERYTHING


def commands(group=main, path="workbench"):
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


@pytest.mark.parametrize(
    ("path", "command"), list(commands()), ids=[path for path, _ in commands()]
)
def test_a_command_is_on_the_page_with_all_that_it_takes(path, command):
    rows = [row for row in table_of("docs/operations.md") if re.match(rf"`{path}\b", row[0])]
    assert len(rows) == 1, f"one line for {path}"

    for given in command.params:
        is_option = isinstance(given, click.Option)
        words = [*given.opts, *given.secondary_opts] if is_option else [given.name.upper()]
        assert any(word in rows[0][0] for word in words), f"{path} takes {given.name}"
    assert command.help, f"{path} says nothing of itself"


def targets():
    text = (ROOT / "Makefile").read_text("utf-8")
    return set(re.findall(r"^([a-z]+):", text, re.MULTILINE))


def test_what_one_can_make_is_what_is_told():
    told = set(
        re.findall(
            r"\bmake ([a-z]+)\b(?! (?:it|sure|of|them|a)\b)",
            "\n".join(
                part
                for text in PAGES.values()
                for part in [*marked(text), *re.findall(r"```(.+?)```", text, re.DOTALL)]
            ),
        )
    )

    assert told - targets() == set()
    assert {"demo", "test", "check", "bench"} <= told


@pytest.mark.parametrize("permission", Permission)
def test_a_permission_is_on_its_page(permission):
    assert [row for row in table_of("docs/permissions.md") if row[0] == f"`{permission}`"]


def test_the_page_of_permissions_is_the_policy():
    assert PAGES["docs/permissions.md"] == permissions_page()


def slices():
    folder = Path(workbench.__file__).parent
    return sorted(path.parent.name for path in folder.glob("*/__init__.py"))


@pytest.mark.parametrize("name", slices())
def test_a_slice_is_in_the_table_of_the_architecture(name):
    first = [row[0] for row in table_of("docs/architecture.md")]

    assert any(f"`{name}`" in cell for cell in first)


GLOSSARY = set(re.findall(r"[a-z]+", PAGES["docs/glossary.md"].lower()))


def models():
    assert EVERY_MODEL
    return sorted(mapper.class_.__name__ for mapper in Base.registry.mappers)


@pytest.mark.parametrize("name", models())
def test_a_row_is_called_by_words_of_the_glossary(name):
    words = [word.lower() for word in re.findall(r"[A-Z][a-z]+", name)]

    assert [
        word for word in words if not {word, word.removesuffix("s"), f"{word}s"} & GLOSSARY
    ] == []


def test_the_changelog_has_a_place_for_what_is_not_released_yet():
    [part] = [part for part in parts("CHANGELOG.md") if part.startswith("Unreleased")]

    assert re.search(r"^\* ", part, re.MULTILINE)

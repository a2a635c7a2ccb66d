"""Nothing is left over: each template, macro, script, class, token and name is used somewhere."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
COMMENTS = re.compile(r"\{#.*?#\}|/\*.*?\*/|<!--.*?-->", re.DOTALL)


def read(folder, *kinds):
    """The text of every file under a folder, by its path there, without comments."""
    found = [path for kind in kinds for path in sorted((ROOT / folder).rglob(kind))]
    return {
        str(path.relative_to(ROOT / folder)): COMMENTS.sub("", path.read_text("utf-8"))
        for path in found
    }


TEMPLATES = read("templates", "*.html", "*.typ")
PYTHON = read("workbench", "*.py")
SCRIPTS = read("workbench/static/js", "*.js")
SHEETS = "\n".join(read("workbench/static/css", "*.css").values())
PAGES = "\n".join(TEMPLATES.values())
CODE = "\n".join(PYTHON.values())
ELSEWHERE = "\n".join(
    text for folder in ("tests", "bench", "scripts") for text in read(folder, "*.py").values()
)

BY_STATUS = re.compile(r"errors/\d{3}\.html")
"""Named by the number of an answer; web/errors.py lists which there are."""
PUT_TOGETHER = ("result-", "st-", "thread-")
"""How classes begin that a macro puts together with a colour or a standing."""


WORDS = Counter(re.findall(r"[\w-]+", "\n".join([PAGES, CODE, *SCRIPTS.values()])))


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_template_is_rendered_or_taken_from(name):
    others = "\n".join(text for other, text in TEMPLATES.items() if other != name)
    last = name.rsplit("/", 1)[-1]

    assert BY_STATUS.fullmatch(name) or name in others + CODE or f'"{last}"' in CODE


MACROS = sorted(set(re.findall(r"macro (\w+)\(", PAGES)))


@pytest.mark.parametrize("name", MACROS)
def test_a_macro_is_called_on_a_page_that_only_shows_no_patterns(name):
    pages = "\n".join(text for page, text in TEMPLATES.items() if not page.startswith("patterns"))
    called = {name, *re.findall(rf"\b{name} as (\w+)", pages)}

    assert any(re.search(rf"(?<!macro )\b{one}\(", pages) for one in called)


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_a_script_is_loaded(name):
    others = "\n".join(text for other, text in SCRIPTS.items() if other != name)

    assert name in PAGES + CODE + others


CLASSES = sorted(
    set(re.findall(r"\.([a-z][\w-]*)(?=[^{}]*\{)", re.sub(r"url\([^)]*\)", "", SHEETS)))
)


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_of_the_style_sheets_is_on_some_page(name):
    assert name.startswith(PUT_TOGETHER) or WORDS[name]


def classes_on_pages():
    for text in re.findall(r'class="([^"]*)"', PAGES):
        plain = re.sub(r"\{[{%].*?[%}]\}", " | ", text)
        for word in plain.split():
            if re.fullmatch(r"[a-z][\w-]*[a-z0-9]", word):
                yield word


@pytest.mark.parametrize("name", sorted(set(classes_on_pages())))
def test_a_class_on_a_page_is_of_some_use(name):
    """To the style sheets, or to a script or a test that finds what it marks."""
    somewhere = "\n".join([SHEETS, *SCRIPTS.values(), ELSEWHERE])

    assert re.search(rf"\.{name}(?![\w-])", somewhere)


@pytest.mark.parametrize("name", sorted(set(re.findall(r"(--[\w-]+)\s*:", SHEETS))))
def test_a_token_is_used(name):
    assert f"var({name}" in SHEETS + PAGES + CODE


def names():
    """Every function, class and constant of a module that no decorator registers."""
    for path, text in PYTHON.items():
        for node in [] if path.startswith("migrations/") else ast.parse(text).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.decorator_list:
                yield path, node.name
            if isinstance(node, ast.Assign):
                yield from ((path, one.id) for one in node.targets if isinstance(one, ast.Name))


FOR_THEIR_EFFECT = {"app.py: COPIES", "app.py: EVERY_MODEL"}
"""Named so that what they hold is imported."""


def test_every_name_is_used():
    said = Counter(re.findall(r"\w+", f"{CODE}\n{PAGES}\n{ELSEWHERE}"))

    unused = {f"{path}: {name}" for path, name in names() if said[name] < 2}
    assert unused - FOR_THEIR_EFFECT == set()

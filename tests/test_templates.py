"""Every template compiles, stays short, imports only what it uses and keeps the content policy."""

import re
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import StrictUndefined

from workbench.web import filters

TEMPLATES = Path(__file__).parent.parent / "templates"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))

IMPORT = re.compile(r"{%-?\s*from\s+\"[^\"]+\"\s+import\s+([^%]+?)\s*-?%}")
COMMENT = re.compile(r"{#.*?#}", re.DOTALL)
INLINE = {
    "a style attribute": re.compile(r"\sstyle\s*="),
    "a style element": re.compile(r"<style\b"),
    "a script without a source": re.compile(r"<script\b(?![^>]*\bsrc=)"),
    "a handler in an attribute": re.compile(r"<[^>]*\son[a-z]+\s*="),
    "an address that runs": re.compile(r"javascript:"),
}


@pytest.fixture(scope="module")
def pages():
    app = Flask("pages", template_folder=str(TEMPLATES))
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    filters.register(app)
    return app.jinja_env


def source(name):
    return COMMENT.sub("", (TEMPLATES / name).read_text())


@pytest.mark.parametrize("name", NAMES)
def test_a_template_compiles(pages, name):
    template = pages.get_template(name)

    assert template.name == name


@pytest.mark.parametrize("name", NAMES)
def test_a_template_is_short_enough_to_read_at_once(name):
    lines = (TEMPLATES / name).read_text().splitlines()

    assert len(lines) < 120


@pytest.mark.parametrize("name", NAMES)
def test_a_template_carries_no_inline_style_or_script(name):
    found = [what for what, pattern in INLINE.items() if pattern.search(source(name))]

    assert found == []


@pytest.mark.parametrize("name", NAMES)
def test_a_template_uses_every_macro_it_imports(name):
    text = source(name)
    imported = [
        macro.split(" as ")[-1].strip()
        for names in IMPORT.findall(text)
        for macro in names.split(",")
    ]
    rest = IMPORT.sub("", text)

    unused = [macro for macro in imported if not re.search(rf"\b{macro}\b", rest)]

    assert unused == []


@pytest.mark.parametrize("name", NAMES)
def test_a_form_that_posts_carries_the_token(name):
    text = source(name)
    posting = re.findall(r"<form\b[^>]*method=\"post\"[^>]*>.*?</form>", text, re.DOTALL)

    without = [form for form in posting if "csrf" not in form and "hidden_tag" not in form]

    assert without == []

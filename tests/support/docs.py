"""Reads the documents as their readers do: pages, parts under a heading, tables, marked words."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = {
    str(path.relative_to(ROOT)): path.read_text("utf-8")
    for path in sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
}


def parts(page):
    """The text under each heading of a page."""
    return re.split(r"^##+ ", PAGES[page], flags=re.MULTILINE)


def table_of(page):
    """The cells of every row of a page's tables."""
    rows = re.findall(r"^\|(.+)\|$", PAGES[page], re.MULTILINE)
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", row)] for row in rows]


def marked(text):
    """What stands in backticks."""
    return re.findall(r"`([^`\n]+)`", text)

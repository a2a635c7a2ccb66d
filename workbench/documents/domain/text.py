"""A section's Markdown as safe HTML and as the text that a browser shows. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

BETWEEN_SECTIONS = "\n\n"
"""What parts two sections in a version's canonical text."""

LINK_SCHEMES = frozenset({"http", "https", "mailto"})

_TAGS = frozenset(
    {"a", "blockquote", "br", "code", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre"}
    | {"strong", "ul"}
)
_HIGHEST_HEADING = 3  # the page's own headings are h1 and h2
_LOWEST_HEADING = 6

_markdown = MarkdownIt("commonmark", {"html": False}).disable("image")


@dataclass(frozen=True, slots=True)
class SectionText:
    """One section as it is shown: its HTML, and the text nodes of that HTML joined.

    The text is exactly what `textContent` gives in a browser, so an offset into it means the same
    on both sides (in code points here, in UTF-16 units there).
    """

    key: str
    html: str
    text: str


@dataclass(frozen=True, slots=True)
class SectionSpan:
    """A stretch of one section's text, in code points from that section's start."""

    key: str
    start: int
    end: int


def render_section(key: str, source: str) -> SectionText:
    """A section from its Markdown source.

    Images, raw HTML and links without a scheme lose their markup and keep their words.
    """
    html = render_markdown(source)
    return SectionText(key, html, text_of(html))


def render_markdown(source: str) -> str:
    """Safe HTML: `<` in the source is text, and nothing outside a short list of tags is left."""
    tokens = _markdown.parse(source)
    _lower_headings(tokens)
    for token in tokens:
        if token.children:
            token.children = _without_bare_links(token.children)
    clean = nh3.clean(
        "\n".join(map(_rendered, _blocks(tokens))),
        tags=set(_TAGS),
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        url_schemes=set(LINK_SCHEMES),
        link_rel="noopener noreferrer nofollow",
    )
    # A browser reads a carriage return (possible as `&#13;`) as a line feed.
    return clean.replace("\r", "\n").rstrip("\n")


def _blocks(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The paragraphs, lists and other blocks that a section consists of."""
    block: list[Token] = []
    for token in tokens:
        block.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield block
            block = []


def _rendered(block: Sequence[Token]) -> str:
    """One block, with a line break behind it: so that in the text a blank line parts two."""
    html: str = _markdown.renderer.render(block, _markdown.options, {})
    return html.rstrip("\n") + "\n"


def text_of(html: str) -> str:
    """The text nodes of a fragment, joined: the browser's `textContent`."""
    collector = _TextCollector()
    collector.feed(html)
    collector.close()
    return "".join(collector.parts)


def whole_text(sections: Iterable[SectionText]) -> str:
    """A version's canonical text: its sections' texts in the curriculum's order."""
    return BETWEEN_SECTIONS.join(section.text for section in sections)


def whole_span(sections: Sequence[SectionText], span: SectionSpan) -> tuple[int, int] | None:
    """Where a stretch of one section lies in the whole text; None if no such stretch exists."""
    for section, offset in zip(sections, _offsets(sections), strict=True):
        if section.key == span.key:
            fits = 0 <= span.start <= span.end <= len(section.text)
            return (offset + span.start, offset + span.end) if fits else None
    return None


def section_spans(sections: Sequence[SectionText], start: int, end: int) -> list[SectionSpan]:
    """A stretch of the whole text as the parts of it that each section holds, in order."""
    spans = []
    for section, offset in zip(sections, _offsets(sections), strict=True):
        first = max(start - offset, 0)
        last = min(end - offset, len(section.text))
        if first < last:
            spans.append(SectionSpan(section.key, first, last))
    return spans


def word_count(text: str) -> int:
    """How many words a person would count: between spaces, with a letter or digit in them."""
    return sum(any(map(str.isalnum, part)) for part in text.split())


def _offsets(sections: Sequence[SectionText]) -> list[int]:
    offsets = [0]
    for section in sections:
        offsets.append(offsets[-1] + len(section.text) + len(BETWEEN_SECTIONS))
    return offsets[:-1]


def _lower_headings(tokens: Sequence[Token]) -> None:
    """Let the section's highest heading be an h3, and keep the steps between them."""
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    highest = min((int(token.tag[1]) for token in headings), default=0)
    for token in headings:
        level = int(token.tag[1]) - highest + _HIGHEST_HEADING
        token.tag = f"h{min(level, _LOWEST_HEADING)}"


def _without_bare_links(tokens: Iterable[Token]) -> list[Token]:
    kept: list[Token] = []
    is_kept = True  # CommonMark links do not nest, so one flag is enough
    for token in tokens:
        if token.type == "link_open":
            is_kept = _has_known_scheme(str(token.attrGet("href")))
        if is_kept or token.type not in ("link_open", "link_close"):
            kept.append(token)
    return kept


def _has_known_scheme(address: str) -> bool:
    scheme, colon, _ = address.partition(":")
    return bool(colon) and scheme.lower() in LINK_SCHEMES


class _TextCollector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.documents.domain.text import (
    SectionSpan,
    SectionText,
    render_section,
    section_spans,
    text_of,
    whole_span,
    whole_text,
    word_count,
)

MARKDOWN = st.text(
    st.sampled_from("ab #*_`[](){}<>&;!\\-+.:/\n\r\t1x0 \u00a0\ufeff\u2028é😀|~\"'"), max_size=120
)
SECTIONS = [
    SectionText("self", "<p>One</p>", "One"),
    SectionText("other", "", ""),
    SectionText("affect", "<p>Three</p>", "Three"),
]


@given(MARKDOWN)
@example("a&#13;b\n\n```\n\n x\n```")
@example("* a\n* b\n\n> c\n\n1. d")
@example("[a](https://x.org) <https://x.org?a=1&b=2> &copy &amp;lt;")
@example("<script>alert(1)</script>")
def test_the_text_is_what_a_browser_would_show(source):
    section = render_section("self", source)

    fragment = html5lib.parseFragment(section.html, treebuilder="etree")
    assert section.text == "".join(fragment.itertext())


@given(MARKDOWN)
def test_nothing_in_a_source_becomes_an_element_that_could_act(source):
    fragment = html5lib.parseFragment(
        render_section("self", source).html, namespaceHTMLElements=False
    )

    assert {element.tag for element in fragment.iter()} <= {
        *("DOCUMENT_FRAGMENT", "p", "em", "strong", "code", "pre", "a", "ul", "ol", "li"),
        *("blockquote", "br", "hr", "h3", "h4", "h5", "h6"),
    }
    assert all(
        address.startswith(("http:", "https:", "mailto:"))
        for element in fragment.iter("a")
        for address in [element.get("href")]
    )


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("*a* **b**", "<p><em>a</em> <strong>b</strong></p>"),
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>"),
        ("[a](b.html)", "<p>a</p>"),
        ("[a](//b.org)", "<p>a</p>"),
        ("[a](ftp://b.org)", "<p>a</p>"),
        (
            "[*a*](https://b.org) c",
            '<p><a href="https://b.org" rel="noopener noreferrer nofollow"><em>a</em></a> c</p>',
        ),
        ("[a](javascript:b)", "<p>[a](javascript:b)</p>"),
        ("# a\n## b", "<h3>a</h3>\n\n<h4>b</h4>"),
        ("## a\n####### b\n###### c", "<h3>a</h3>\n\n<p>####### b</p>\n\n<h6>c</h6>"),
        ("```js\na\n```", "<pre><code>a\n</code></pre>"),
        ("a\nb\n\nc", "<p>a\nb</p>\n\n<p>c</p>"),
        ("* a\n* b\n\nc", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n\n<p>c</p>"),
        ("", ""),
    ],
)
def test_markdown_becomes_plain_safe_html(source, html):
    assert render_section("self", source).html == html


def test_an_image_is_not_shown():
    assert "<img" not in render_section("self", "![a](https://b.org/c.png)").html


def test_text_of_markup_is_its_text_nodes():
    assert text_of("<p>a &amp; <em>b</em></p>\n<p>c</p>") == "a & b\nc"


def test_a_version_is_its_sections_in_order():
    assert whole_text(SECTIONS) == "One\n\n\n\nThree"


def test_a_passage_of_a_section_is_found_in_the_whole_text():
    assert whole_span(SECTIONS, SectionSpan("affect", 1, 3)) == (8, 10)


@pytest.mark.parametrize(
    "span", [SectionSpan("none", 0, 1), SectionSpan("self", 2, 4), SectionSpan("self", 2, 1)]
)
def test_a_passage_that_is_not_there_has_no_place(span):
    assert whole_span(SECTIONS, span) is None


def test_a_passage_of_the_whole_text_is_found_in_each_section_it_touches():
    assert section_spans(SECTIONS, 1, 9) == [
        SectionSpan("self", 1, 3),
        SectionSpan("affect", 0, 2),
    ]


def test_the_space_between_sections_belongs_to_none():
    assert section_spans(SECTIONS, 3, 7) == []


@given(
    st.lists(st.text("ab ", max_size=6), min_size=1, max_size=5),
    st.data(),
)
def test_whole_and_section_spans_are_each_others_inverse(texts, data):
    sections = [SectionText(f"s{n}", "", text) for n, text in enumerate(texts)]
    chosen = data.draw(st.sampled_from(sections))
    start = data.draw(st.integers(0, len(chosen.text)))
    end = data.draw(st.integers(start, len(chosen.text)))

    there = whole_span(sections, SectionSpan(chosen.key, start, end))

    assert there is not None
    assert section_spans(sections, *there) == (
        [SectionSpan(chosen.key, start, end)] if start < end else []
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("one two", 2), ("well-kept \u2013 and “so”.", 3), ("* 2\n* 3", 2), ("... — !", 0)],
)
def test_words_are_counted_as_a_person_would(text, words):
    assert word_count(text) == words

import html5lib
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from workbench.documents.domain.marks import Look, Mark, mark_passages
from workbench.documents.domain.text import render_section

SOURCE = st.lists(
    st.sampled_from(
        [
            *("a *word* & so", "**b** [c d](https://x.org/) e", "> quoted", "* one\n* two", "# H"),
            *("```\ncode <x>\n```", "a  \nb\nc", "emoji 😀 é", "***", "1. x\n\n   y"),
        ]
    ),
    max_size=5,
).map("\n\n".join)
REFERENCE = '<a class="ref" href="#t{0}" id="m{0}" aria-label="Comment {0}">{0}</a>'


def spans(text):
    return st.tuples(st.integers(-2, len(text) + 2), st.integers(-2, len(text) + 2))


@given(SOURCE, st.data())
def test_marks_change_no_word_and_stand_round_just_their_passages(source, data):
    section = render_section("self", source)
    chosen = data.draw(st.lists(spans(section.text), max_size=4))
    marks = [Mark(number, *span) for number, span in enumerate(chosen, start=1)]

    marked = mark_passages(section.html, marks)

    html5lib.HTMLParser(strict=True).parseFragment(marked)
    page = BeautifulSoup(f"<pre>{marked}</pre>", "html.parser")  # elsewhere it joins spaces
    references = [reference.extract()["id"] for reference in page.select("a.ref")]
    assert page.get_text() == section.text
    wanted = {
        place
        for mark in marks
        for place in range(max(mark.start, 0), min(mark.end, len(section.text)))
    }
    assert visible(section.text, marked_places(page)) == visible(section.text, wanted)
    assert sorted(references) == [
        f"m{mark.number}"
        for mark in marks
        if mark.start < mark.end and section.text[max(0, mark.start) : max(0, mark.end)].strip()
    ]


def marked_places(page):
    place = 0
    places = set()
    for node in page.find_all(string=True):
        if node.find_parent("mark"):
            places |= set(range(place, place + len(node)))
        place += len(node)
    return places


def visible(text, places):
    return {place for place in places if not text[place].isspace()}


def test_a_passage_is_marked_and_followed_by_its_number():
    html = "<p>A self who must please.</p>"

    marked = mark_passages(html, [Mark(1, 2, 22)])

    assert marked == f"<p>A <mark>self who must please</mark>{REFERENCE.format(1)}.</p>"


def test_a_passage_that_moved_is_dashed():
    marked = mark_passages("<p>A b</p>", [Mark(3, 0, 1, Look.MOVED)])

    assert marked == f'<p><mark class="moved">A</mark>{REFERENCE.format(3)} b</p>'


def test_passages_share_words():
    marked = mark_passages("<p>abcd</p>", [Mark(1, 0, 3), Mark(2, 1, 4), Mark(3, 1, 4)])

    assert marked == (
        "<p><mark>a</mark><mark>bc</mark>"
        + REFERENCE.format(1)
        + "<mark>d</mark>"
        + REFERENCE.format(2)
        + REFERENCE.format(3)
        + "</p>"
    )


def test_a_reference_never_stands_inside_another_link():
    html = '<p><a href="https://x.org">one two</a> three</p>'

    marked = mark_passages(html, [Mark(1, 0, 3)])

    assert marked == (
        f'<p><a href="https://x.org"><mark>one</mark> two</a>{REFERENCE.format(1)} three</p>'
    )


def test_a_passage_runs_across_paragraphs_without_marking_the_space_between():
    html = "<p>one</p>\n<p>two &lt;three&gt;</p>"

    marked = mark_passages(html, [Mark(1, 0, 7)])

    assert marked == (
        f"<p><mark>one</mark></p>\n<p><mark>two</mark>{REFERENCE.format(1)} &lt;three&gt;</p>"
    )

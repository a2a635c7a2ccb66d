"""Events that others may have heard or read of, told without a name for them."""

import pytest

from workbench.anonymisation import Label, scan


def events(text):
    return [text[s.start : s.end] for s in scan(text).spans if s.label is Label.EVENT]


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("It was in the Standard, with his photo.", "in the Standard"),
        ("it was in the standard w his name on it", "in the standard"),
        ("There was a long piece about her in the parish magazine.", "a long piece about her"),
        ("He hid when reporters came.", "reporters came"),
        ("That was the winter the Northern Light sank.", "the Northern Light sank"),
        ("She recalls the night of the riverside dance.", "the night of the riverside dance"),
        ("After the hall was burned they moved.", "the hall was burned"),
        (
            "She was on the coach that went into the reservoir.",
            "coach that went into the reservoir",
        ),
        ("She was on the bus that overturned.", "bus that overturned"),
        ("She swam the Channel after it.", "swam the Channel"),
        ("He came second on a baking show.", "on a baking show"),
        ("They lost the herd in the foot and mouth.", "the foot and mouth"),
        ("She won a tribunal against the council.", "won a tribunal against the council"),
        ("He helped to found the credit union there.", "helped to found the credit union"),
        ("You were the youngest partner in the firm.", "the youngest partner in the firm"),
        ("She was among the first women on the trams.", "the first women on the trams"),
    ],
)
def test_an_event_is_marked_with_its_clause(text, detail):
    assert any(detail in each for each in events(text))


@pytest.mark.parametrize(
    "text",
    [
        "She looked in the mirror and then in the post.",
        "He was the first person to ask me that.",
        "On the day of the assessment she was late.",
        "The year the therapy began was hard.",
        "They were detained in conversation, she joked.",
        "He walked into the room.",
    ],
)
def test_what_happens_everywhere_is_no_event(text):
    assert events(text) == []

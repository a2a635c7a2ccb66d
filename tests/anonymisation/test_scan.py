"""What a scan finds, leaves alone and promises."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.anonymisation import Label, Tier, scan

HIDDEN = "\u200b\u00ad\u2060"


def marked(text, **kwargs):
    return [text[span.start : span.end] for span in scan(text, **kwargs).spans]


def test_a_name_in_running_text_must_go():
    [span] = scan("She said that Leanne had not come.").spans

    assert (span.label, span.tier) == (Label.PERSON, Tier.MUST_GO)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NHS number 943 476 5919 is on the form.", "943 476 5919"),
        ("Ring me on 07700 900583 please.", "07700 900583"),
        ("Write to mina.parry@example.org today.", "mina.parry@example.org"),
        ("She lives near SK22 9ZZ with him.", "SK22 9ZZ"),
        ("He was seen on 14/09/2019 again.", "14/09/2019"),
        ("She posts as @mina_p and so on.", "@mina_p"),
        ("It was saved as Parry_session4.docx there.", "Parry_session4.docx"),
        ("He spelt it out, P-A-R-R-Y, and waited.", "P-A-R-R-Y"),
        ("I saw J.M. in the corridor.", "J.M."),
    ],
)
def test_what_leads_straight_to_somebody_must_go(text, found):
    spans = scan(text).spans

    assert any(found in text[span.start : span.end] and span.tier is Tier.MUST_GO for span in spans)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("She moved to Doncaster that year.", Label.PLACE),
        ("He was seen at St Mary's Surgery.", Label.ORGANISATION),
        ("She is a 44-year-old.", Label.AGE),
        ("He works as a lighthouse engineer.", Label.JOB),
        ("Her parents are Polish.", Label.PEOPLE),
        ("She is the youngest of nine.", Label.FAMILY),
        ("There was an inquest into it.", Label.EVENT),
        ("It began in March 2021.", Label.DATE),
    ],
)
def test_what_describes_somebody_is_to_be_looked_at(text, label):
    [span] = scan(text).spans

    assert (span.label, span.tier) == (label, Tier.LOOK)


@pytest.mark.parametrize(
    "text",
    [
        "PHQ-9 was 16 and GAD-7 was 11 in session 12 of sixteen.",
        "Winnicott (1960) and Lemma, Target and Fonagy describe the IPAF.",
        "On Tuesday she felt low, and in March the mood lifted.",
        "Will she come? May I ask? Hope and grace are not the same.",
        "Case A7 was discussed with the supervisor in week 3.",
    ],
)
def test_the_words_of_the_field_are_left_alone(text):
    assert marked(text) == []


@pytest.mark.parametrize("form", ["Leanne's", "leanne", "LEANNE", "Leane"])
def test_a_name_found_once_is_found_in_every_form(form):
    text = f"I met Leanne Parry twice. The mother of {form} rang."

    assert any(form.removesuffix("'s") in found for found in marked(text))


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("I saw Le\u200banne again.", "Le\u200banne"),
        ("I saw L\u0435anne again.", "L\u0435anne"),  # a Cyrillic letter
        ("I saw \uff2ceanne again.", "\uff2ceanne"),  # a full-width letter
        ("\ufb01ne. I saw Leanne again.", "Leanne"),  # a ligature makes the text longer
    ],
)
def test_a_name_in_disguise_is_found_where_it_stands(text, hidden):
    assert marked(text) == [hidden]


def test_three_kinds_of_detail_together_raise_a_warning():
    alone = scan("He lives in Whitehaven.")
    together = scan("A 44-year-old lighthouse engineer from Whitehaven.")

    assert alone.warnings == ()
    assert len(together.warnings) == 1


def test_one_person_is_given_one_pseudonym():
    spans = scan("Leanne came. I asked Leanne about Gurpreet.").spans

    [first, again, other] = [span.replacement for span in spans]
    assert first == again != other
    assert first[0] != "L"


def test_counts_repeat_no_word_of_the_text():
    counts = scan("I met Leanne in Doncaster.").counts

    assert counts == {"person": 1, "place": 1, "must go": 1, "look at": 1}


def test_an_agreed_pseudonym_does_not_cover_the_name_beside_it():
    assert marked("I met Anna Pemberton.", agreed=frozenset({"Anna"})) == ["Pemberton"]


@given(st.text(max_size=300))
def test_any_text_is_read_and_spans_lie_within_it(text):
    spans = scan(text).spans

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(st.lists(st.sampled_from(HIDDEN), min_size=6, max_size=6))
def test_offsets_survive_characters_that_nobody_sees(hidden):
    name = "".join(f"{letter}{mark}" for letter, mark in zip("Leanne", hidden, strict=True))

    [found] = marked(f"\u00bd an hour {hidden[0]}late, {name}came.".replace("came", " came"))

    assert "".join(char for char in found if char not in HIDDEN) == "Leanne"


@given(
    pseudonym=st.sampled_from(["Anna", "Mina Parry", "Will", "Doncaster"]),
    before=st.sampled_from(["Dr ", "", "her son ", "I saw ", "in ", "Hello "]),
    after=st.sampled_from(["", "'s", " came.", ", 44,", " said so.", " Street"]),
)
def test_an_agreed_pseudonym_is_never_flagged(pseudonym, before, after):
    text = f"{before}{pseudonym}{after}"

    found = scan(text, agreed=frozenset({pseudonym})).spans

    at = len(before)
    assert not any(span.start < at + len(pseudonym) and at < span.end for span in found)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 65_536,
        "A" * 65_536,
        "A " * 10_000,
        "Aa " * 10_000,
        "5" * 5_000,
        "5 " * 5_000,
        "a." * 20_000,
        "@" * 30_000,
        "-" * 60_000,
        "Anna " * 10_000,
        "the the " * 5_000,
        "\n" * 60_000,
        "\u200b" * 60_000,
        '"' * 60_000,
        "1/" * 20_000,
        "mr " * 10_000,
        "a b c d.docx " * 4_000,
        "x FINAL " * 5_000,
        "all the Bests " * 4_000,
    ],
    ids=lambda text: f"{text[:4]!r}",
)
def test_a_text_made_to_be_slow_is_read_to_its_end(text):
    spans = scan(text).spans

    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize("said", ["Hm", "Hmm", "Mm", "Mmm", "Mhm", "Erm", "Umm", "Haha"])
def test_what_people_say_while_they_listen_is_no_name(said):
    assert not scan(f"{said}. She looked away. {said}, I said, and waited.").spans

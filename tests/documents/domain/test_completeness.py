from pathlib import Path

import pytest

from workbench.curricula.library import load_text
from workbench.curricula.materials import DocumentKind, Owner, Section, Weight
from workbench.documents.domain.completeness import TooLong, completeness

POWERLESS = {
    "timing": "It came together in session 3 and was shared in session 4.",
    "self": "I am powerless and do not count.",
    "other": "Others are not to be trusted and look after themselves.",
    "affect": "Anger and frustration.",
    "affect_less_conscious": "A terror of losing who she is.",
    "circle": "She cuts off and says nothing, so nobody learns what she needs.",
    "episode_one": "A partner took no interest in a plan of hers, and she left the room.",
    "episode_two": "A parent forgot a visit, and she did not mention it.",
    "patient_wording": "When you expect not to count you go quiet, and then you do not count.",
    "patient_response": "She changed “angry” to “worn out”.",
    "aims": "To say one wish a week to her partner.",
}


def section(key, weight=Weight.REQUIRED, limit=None):
    return Section(
        key=key,
        title=f"The {key}",
        called=f"the {key} part",
        prompt="What?",
        weight=weight,
        word_limit=limit,
    )


def kind(*sections, **more):
    return DocumentKind(
        key="letter",
        name="Letter",
        owner=Owner.CASE,
        introduction="Write.",
        anonymised="I have.",
        sections=sections,
        **more,
    )


@pytest.fixture(scope="module")
def ipaf(request):
    path = Path(request.config.rootpath, "curricula", "dit-practitioner-5day-uk-2026.1.toml")
    curriculum = load_text(path.read_bytes())
    return next(kind for kind in curriculum.document_kinds if kind.key == "ipaf")


def test_a_formulation_is_told_just_what_it_lacks(ipaf):
    found = completeness(ipaf, POWERLESS)

    assert found.named == ("the function of the pattern", "how it may show between you")
    assert not found.over
    assert not found.is_complete


def test_required_advised_and_optional_parts_are_told_apart():
    asked = kind(section("a"), section("b", Weight.ADVISED), section("c", Weight.OPTIONAL))

    found = completeness(asked, {})

    assert (found.missing, found.advised) == (("the a part",), ("the b part",))


def test_a_dash_is_not_a_text():
    assert completeness(kind(section("a")), {"a": "- \u2026"}).missing == ("the a part",)


def test_only_the_known_parts_are_counted():
    found = completeness(kind(section("a")), {"a": "one two", "other": "three"})

    assert found.words == 2
    assert found.is_complete


def test_a_part_may_be_just_as_long_as_its_limit():
    asked = kind(section("a", limit=2), section("b", limit=2))

    found = completeness(asked, {"a": "one two", "b": "one two three"})

    assert found.over == (TooLong("The b", 3, 2),)
    assert not found.is_complete


@pytest.mark.parametrize(
    ("words", "over", "short"),
    [(1, (), 1), (2, (), 0), (3, (), 0), (4, (TooLong("Letter", 4, 3),), 0)],
)
def test_the_whole_has_a_length_of_its_own(words, over, short):
    asked = kind(section("a"), least_words=2, most_words=3)

    found = completeness(asked, {"a": "word " * words})

    assert (found.over, found.words_short) == (over, short)
    assert found.is_complete is not (over or short)

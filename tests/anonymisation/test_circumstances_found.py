"""What a life is made of, told without a cue for it, and names that come back in other forms."""

import pytest

from workbench.anonymisation import Tier, scan


def marked(text, tier=None):
    return [text[s.start : s.end] for s in scan(text).spans if tier in {None, s.tier}]


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("He drives the 43 to Hackney and likes it.", "drives the 43 to Hackney"),
        ("Her partner teaches maths at Stopsley High now.", "teaches maths at Stopsley High"),
        ("He keeps bees, mostly.", "keeps bees"),
        ("She does nails, for now.", "does nails"),
        ("You are going to be foreman, then.", "foreman"),
        ("She is a midwife now.", "midwife"),
        ("She had been secretary to a bishop.", "secretary to a bishop"),
        ("He is an ex-miner, he says.", "ex-miner"),
        ("Seen again, scaffolder, tearful.", "scaffolder"),
        ("It began with the flood that closed the school.", "flood that closed the school"),
        ("He was there when the crane came down on the flats.", "crane came down on the flats"),
        ("It was all over the Echo, she said.", "all over the Echo"),
        ("Nobody spoke of the Aberfan disaster then.", "Aberfan disaster"),
        ("She is of Ghanaian heritage, on one side.", "Ghanaian heritage"),
        ("He was in and out of care.", "in and out of care"),
        ("He is the only son among six.", "only son among six"),
        ("There is a daughter in Leicester she never sees.", "daughter in Leicester"),
        ("She is married to a policeman.", "married to a policeman"),
        ("He worked at the biscuit factory then.", "the biscuit factory"),
        ("Her friend is in the Scrubs.", "Scrubs"),
        ("The firm was Seagull & Daughters, in the end.", "Seagull & Daughters"),
        ("On Good Friday she closed the shop.", "Good Friday"),
        ("The funeral is the nineteenth, at noon.", "the nineteenth"),
        ("She lives at 12 Prospect Terrace, Amble, as before.", "Amble"),
        ("He is rising seventy and well.", "rising seventy"),
        ("Seventeen is very young for this.", "Seventeen"),
        ("The man (late fifties) sat down.", "late fifties"),
    ],
)
def test_a_circumstance_without_a_cue_is_marked(text, detail):
    assert any(detail in each for each in marked(text, Tier.LOOK))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I saw Mrs Best today. Best has form.", "Best"),
        ("We met Dr Young. Young last pointed it out.", "Young"),
        ("The consultant (Best) was late.", "Best"),
        ("Joy,\nQuick one about next week.", "Joy"),
        ("BIRD, Jason was referred in autumn.", "BIRD"),
        ("RT - sup, third meeting.", "RT"),
        ("Thank you for the referral.\n\nR. Bishop", "R. Bishop"),
        ("Patient J.T. came late. I like JT very much.", "JT"),
        ("I saw Mrs Bird. It is in bird_m_session5 as before.", "bird_m_session5"),
        ("It is saved as letter from K Marsh 2.pdf for now.", "letter from K Marsh 2.pdf"),
        ("Her brother mick was there. She spoke about mick again.", "mick"),
        ("Met kelly-anne. Then kelly anne went.", "kelly"),
        ("We met in Will's group. will asked who laughs.", "will"),
        ("saw tomasz today. he was angry, tomek the angry man.", "tomek"),
        ("May's fall was in the winter.", "May"),
    ],
)
def test_a_name_is_marked_in_every_form(text, name):
    assert name in marked(text, Tier.MUST_GO)


@pytest.mark.parametrize(
    "text",
    [
        "His wife has ms. In the group he jokes.",
        "Other: boot, or kind lady w list.",
        "She looked at me like a judge.",
        "With best wishes, your therapist.",
        "As ref'd above, the focus held.",
    ],
)
def test_what_only_looks_like_a_detail_is_left_alone(text):
    assert marked(text) == []


def test_one_description_in_one_breath_is_one_mark():
    text = "Her mother, a cleaner whose back had gone at the county court, came along."

    assert len(marked(text)) == 1


def test_details_with_nothing_between_them_are_decided_one_by_one():
    found = marked("Sarah's mother, a nurse in Leeds, rang.", Tier.LOOK)

    assert found == ["nurse", "Leeds"]


def test_an_agreed_name_parts_two_details_of_one_sentence():
    text = "He drives lorries and there Helen met the strikers in Leeds."

    spans = scan(text, agreed=frozenset({"Helen"})).spans

    assert not any("Helen" in text[s.start : s.end] for s in spans)

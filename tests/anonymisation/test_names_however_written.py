"""Names as people really write them: in rough notes, as nicknames, spelled, run together."""

import pytest

from workbench.anonymisation import Label, Tier, scan

ROUGH = "s4. low, not sleeping. argued w partner. "


def must_go(text):
    return [text[s.start : s.end] for s in scan(text).spans if s.tier is Tier.MUST_GO]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She met Mr de la Haye again.", "de la Haye"),
        ("I asked Lady Arabella to wait.", "Lady Arabella"),
        ("Then Sister Mbeki rang.", "Sister Mbeki"),
        ("It was Staff Nurse Abiola who rang.", "Staff Nurse Abiola"),
        ("She wrote to Mrs Page about it.", "Page"),
        ("I saw Tom Best at the door.", "Tom Best"),
        ("She cooks with babcia Halina there.", "babcia Halina"),
        ("Auntie Pearl raised him.", "Auntie Pearl"),
        ("She said it to pc hallam then.", "pc hallam"),
        ("She signs herself D. Fash in letters.", "D. Fash"),
        ("Tom, with whom she lived, left.", "Tom"),
        ("Wood. She saw Mr Wood. Wood was late.", "Wood"),
        ("He told me that Sooty, who owns it, paid.", "Sooty"),
        ("I thought of what Bell (my first teacher) said.", "Bell"),
        ("He said Baker had told him.", "Baker"),
        ("Her dog Pickle sat. She says that Pickle stays.", "Pickle"),
        ('Who is "Kit" to you?', "Kit"),
        ("The letter to OKORO was returned.", "OKORO"),
        ("He went with John to see it.", "John"),
        ("Sierra Alpha Romeo Alpha Hotel, she spelt.", "Sierra Alpha Romeo Alpha Hotel"),
        ("She is B E T H A N on the form.", "B E T H A N"),
        ("I saw j.s. in the corridor.", "j.s."),
        ("Discussed KW. Later KW cried.", "KW"),
        ("Treacle lives above the shop.", "Treacle"),
        ("Muffin's a scaffolder.", "Muffin"),
        ("Scamp, her father, left.", "Scamp"),
        ("His Cookie (14) is well, and Moose (9) too.", "Moose"),
        ("Bear (she/they) came in.", "Bear"),
        ("Boots is a 52-year-old.", "Boots"),
        ("Faith is sixteen, and well.", "Faith"),
        ("I keep calling her Bear in my mind.", "Bear"),
        ("I told Spud I was done.", "Spud"),
        ("It was Bunny who rang.", "Bunny"),
        ("Surname: Cross\nAge: 30", "Cross"),
        ("Dear Ace,\n\nThank you.", "Ace"),
        ("I hope that you write.\n\nWith warm wishes\nNoble", "Noble"),
        ("I met Miss Hope Pembury. Hope is known to us.", "Hope"),
        ("Client 2 (D., a driver) came.", "D"),
        ("We talked of Muhammad and his brother.", "Muhammad"),
        ("Her brother Fraser rang.", "Fraser"),
        ("That was dannys coat.", "dannys"),
    ],
)
def test_a_name_is_found_in_running_text(text, name):
    assert name in must_go(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("saw hope today. she cried.", "hope"),
        ("mark said no. went home.", "mark"),
        ("will (his lad) is well.", "will"),
        ("grace at reception heard it.", "grace"),
        ("priya patel-shah is on the form.", "priya patel-shah"),
        ("form says p shah again.", "p shah"),
        ("mum bev came. bevs new car.", "bev"),
        ("bring it to jade fri.", "jade"),
        ("saw gemma. gem says no.", "gem"),
        ("saw jordan. jord rang.", "jord"),
        ("met w dawn. ok.", "dawn"),
    ],
)
def test_a_name_is_found_in_rough_notes(text, name):
    assert name in must_go(ROUGH + text)


@pytest.mark.parametrize(
    "text",
    [
        "i hope she comes. will you ask. she may be late. mark it.",
        "i would sue them. the art is good. his will is strong.",
        "with hope he left. it was a rose.",
    ],
)
def test_the_same_words_are_left_alone_where_they_are_words(text):
    assert must_go(ROUGH + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "T asked about home. P said nothing. T waited. P wept.",
        "FH: M depressed, F well.",
        "On the HADS-D she scored 12, and Cronbach's alpha was fine.",
        "Object relations (Klein) and Sandler and Sandler on role-responsiveness.",
        "She dreamt of Heathcliff. It was, she said, like Wuthering Heights.",
        "Others are Needy; she becomes Helpful, then Absent, then Invisible and Cold.",
        "She asked for a Pen, and said that I've time.",
        "An overcontrolled, unformulated thing. Overfunctioning is tiring.",
        "In the spring she felt better. Summer was easier. Spring came.",
        "Ring the Samaritans on 116 123 or text 85258.",
        "The Interpersonal Focus is named. #FamilyFirst is her joke.",
        "He praised the Anna Freud Centre.",
        "Article 8 applies, and Article 6 too; Rule 59 as well.",
        "Dear colleagues,\n\nThank you.",
        "Sadly, her mother left. Meanwhile, his brother rang. Feeling low, her son slept.",
        "Today's session was short. Depression's a burden. Anger said nothing.",
        "Dear All,\n\nThe rota is new.\n\nWith best wishes\nYour therapist",
        "He saw the doctor. Has she come? He told the judge. Nobody came. The GPs rang.",
        "Go to A&E. The Talking Therapies page has Self-Help. Her d.o.b. is known.",
        "Recovered: Y. Risk: N.",
        "She said Gillick competence and the Fraser guidelines were met.",
    ],
)
def test_what_the_field_and_the_world_explain_is_no_name(text):
    assert must_go(text) == []


@pytest.mark.parametrize("text", ["It was Fiesta day.", "He likes his Tricorn hat."])
def test_a_capital_that_nothing_explains_is_looked_at(text):
    [span] = scan(text).spans

    assert (span.label, span.tier) == (Label.PERSON, Tier.LOOK)


def test_a_nickname_is_found_where_it_opens_a_sentence_too():
    text = "I met Spud and I liked Spud. Spud, it turns out, is ill."

    assert must_go(text) == ["Spud", "Spud", "Spud"]


def test_a_writer_of_ideas_with_capitals_is_not_asked_about_each():
    assert must_go("We felt Cold, then Pattern, then Table and then Window, and rest.") == []

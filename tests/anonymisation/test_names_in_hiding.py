"""Names that hide in letters, longer words, titles of papers, lists and lower case."""

import pytest

from workbench.anonymisation import Tier, scan


def marked(text, tier=None):
    return [text[s.start : s.end] for s in scan(text).spans if tier in {None, s.tier}]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We stopped there. R's mother rang reception.", "R"),
        ("Pt late again. T's mother rang. T's cows got out.", "T"),
        ("K: you would say that\nme: would I\nK: you would", "K"),
        ("Seen today: D.C. and the new man.", "D.C."),
        ("draft - d.o. - for Wednesday", "d.o."),
        ('He wrote of "the Tamsin-shaped hole" in it.', "Tamsin"),
        ("It reads un-Tamsin-like in the middle.", "Tamsin"),
        ("On the ward she is Zzelinska-Hall.", "Zzelinska-Hall"),
        ("The page is headed Joy - first draft of mine.", "Joy"),
        ("A lad called Best did it.", "Best"),
        ("On the form his surname, Ward, is crossed out.", "Ward"),
        ("Wing is the brother, I think.", "Wing"),
        ("Price is a proud woman.", "Price"),
        ("Best, her manager, would not come.", "Best"),
        ("A little lass, Summer, was born.", "Summer"),
        ('I found "Tan Mei Ling" in the footer.', "Tan Mei Ling"),
        ("We spoke of wee Faith again.", "wee Faith"),
        ("Signed IF / GB      Hrs this log", "IF"),
        ("Take out the screenshot. - MK]", "MK"),
        ("Before what? Before Jun-Jun, he said.", "Jun-Jun"),
        ("At work they called you the Hawk, you said.", "Hawk"),
        ("shame, then grief\n- R: do not rush to it", "R"),
        ('R: "He is courting."\nT: is he', "R"),
        ("Case 1 = KB. All done.\nTapes: KB s.5", "KB"),
        ("I wrote to Mr G.P. in the spring.", "G.P."),
        ("The properties say Author: zzpugh still.", "zzpugh"),
        ("Her sister Bernadette works nights at the depot.", "Bernadette"),
        ("His surname is al Qastali there.", "al Qastali"),
        ("With affection,\nGrace T.\n", "Grace T."),
        ("For the rota:\n  Joy\n  Art\n", "Joy"),
        ("Solicitor (Best, of that firm) wants a report.", "Best"),
        ('A man shouts "Summer! It is for you" at her.', "Summer"),
    ],
)
def test_what_gives_a_name_away_is_enough(text, name):
    assert name in marked(text, Tier.MUST_GO)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("last 10 mins: cross.\ntrace wants him to go. not sure.", "trace"),
        ("new: she and mark not married. ok.", "mark"),
        ("feels judged. mrs young at the shop. says so.", "young"),
        ("also pascoe (landlord) came. row.", "pascoe"),
        ("(nb will = the partner.) he came.", "will"),
        ('nan calling "gethy bach" upstairs. loud.', "gethy bach"),
        ("tel call. said penny cant come. ok then.", "penny"),
        ("rahima had to be fetched. late.", "rahima"),
    ],
)
def test_a_name_without_its_capital_is_told_by_what_it_does(text, name):
    assert name in marked(text, Tier.MUST_GO)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("You remember the Bests, of course.", "Bests"),
        ('Points for the reader: "Price" is an error.', "Price"),
        ("I saw Mrs B in the corridor.", "B"),
        ("I saw Mr A in the corridor.", "A"),
        ("booked: mark. came late. rang after.", "mark"),
        ("penny. sess 9. came in cross.", "penny"),
        ("hope's wish was to go. ok. late.", "hope"),
        ("Called stuff FINAL final2 in the end.", "stuff FINAL final2"),
        ("The patient, whom I shall call Wolf, wept.", "Wolf"),
    ],
)
def test_a_word_that_may_be_a_name_is_asked_about(text, name):
    assert name in marked(text, Tier.LOOK)


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("Hosp no: RX 448812 is on the scan.", "RX 448812"),
        ("The sticker says RR8 / 2217645 still.", "RR8 / 2217645"),
        ("Please quote TJO/44718-2/Field then.", "TJO/44718-2/Field"),
        ("On C:\\Users\\hp\\Desktop\\rahima voice note.mp3 still.", "rahima voice note.mp3"),
        ("See it: dream for Anil by R Zzbilocq.rtf. Sorry.", "dream for Anil by R Zzbilocq.rtf"),
        ("Born 29th of the second, sixty-four, she says.", "29th of the second, sixty-four"),
        ("DOB ninth of the second seventy one full stop", "ninth of the second seventy one"),
        ("It is at 2 Heol Fach, she says.", "2 Heol Fach"),
        ("Post to Plot 6, Walton Street please.", "Plot 6, Walton Street"),
        ("It is The Old Net Loft, Zzgorse PL99 1QZ now.", "The Old Net Loft, Zzgorse PL99 1QZ"),
        ('It was saved as "J Zzfield letter" there.', "J Zzfield letter"),
        ("My PIN: ZZB-T 20774 is on it.", "ZZB-T 20774"),
    ],
)
def test_a_number_file_date_or_address_is_marked_as_a_whole(text, detail):
    assert any(detail in each for each in marked(text, Tier.MUST_GO))


@pytest.mark.parametrize(
    "text",
    [
        "T: how was that?\nP: all right.\nT's silence. P looked away.",
        "S - Situation\nB - Background\nA - Assessment\nR - Recommendation",
        "Green? Winnicott? Someone said Benjamin.",
        "Here Ogden on reverie is useful.",
        "The defence is self-Other and Fante-speaking is no name.",
        "R.O.: praises. R.S.: goes on lifting.",
        "V. The letter\nIt is to be read.",
        "A. Self\nOverlooked.\nB. Other\nGrand.",
        "PHQ-9 was 12/27 and GAD-7 was 9/21.",
    ],
)
def test_letters_authors_and_scores_are_left_alone(text):
    assert marked(text, Tier.MUST_GO) == []


def test_a_declared_pseudonym_bars_nothing_though_the_name_behind_it_does():
    text = "The patient is called Helen throughout. Helen came late. Then Zzoja rang."

    assert marked(text, Tier.MUST_GO) == ["Zzoja"]
    assert marked(text, Tier.LOOK).count("Helen") == 2

"""Numbers, ways to reach somebody, files, ages, work and places, each in several forms."""

import pytest

from workbench.anonymisation import Label, Tier, scan


def found(text, tier):
    return [text[s.start : s.end] for s in scan(text).spans if s.tier is tier]


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("Ring 0 7 7 0 0 9 0 0 3 3 1 please.", "0 7 7 0 0 9 0 0 3 3 1"),
        (
            "It is oh seven seven double oh nine hundred four.",
            "oh seven seven double oh nine hundred four",
        ),
        ("The log is 417 of 23/10/23 there.", "417 of 23/10/23"),
        ("Her collar 4471 was seen.", "collar 4471"),
        ("His licence was MORGA657054SM9IJ there.", "licence was MORGA657054SM9IJ"),
        ("The car was P481 XWR again.", "P481 XWR"),
        ("She is kdog#4471 online.", "kdog#4471"),
        ("He is on TikTok kezlashes.ldn daily.", "kezlashes.ldn"),
        ("He is on Insta bluesparrowx daily.", "bluesparrowx"),
        ("Posts as u/quietotter there.", "u/quietotter"),
        ("It is joanna dot pryce at mailer dot com now.", "joanna dot pryce at mailer dot com"),
        ("The network BTHub-Mulgrew-5G was up.", "BTHub-Mulgrew-5G"),
        ("See Siddle, Brian - GP letter FINAL.docx there.", "Siddle, Brian - GP letter FINAL.docx"),
        ("See ZT_bundle_v2.pdf there.", "ZT_bundle_v2.pdf"),
        ("At 14 Station Approach today.", "14 Station Approach"),
        ("At Flat 6, Block C, Tweed Court today.", "Flat 6, Block C, Tweed Court"),
        ("Seen on Tuesday 30 January 2024 there.", "Tuesday 30 January 2024"),
        ("IBAN GB33BUKB20201555555555 was given.", "GB33BUKB20201555555555"),
        ("Write to mina.parry(at)mailer.org now.", "mina.parry(at)mailer.org"),
        ("It is IG: minaparryx there.", "minaparryx"),
        ("Since the third of May last year.", "third of May last year"),
        ("Seen with reg YX19 there.", "YX19"),
        ("At Larch Cottage, Mill Lane then.", "Larch Cottage, Mill Lane"),
        ("It came from 192.168.10.14 at night.", "192.168.10.14"),
    ],
)
def test_a_direct_detail_is_marked_whole(text, detail):
    assert any(detail in each for each in found(text, Tier.MUST_GO))


@pytest.mark.parametrize("text", ["See IPAF_draft3.docx there.", "See final_v2.pdf there."])
def test_the_name_of_a_file_that_names_nobody_is_left_alone(text):
    assert scan(text).spans == ()


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("It rained on the fourth of July then.", "fourth of July"),
        ("They lived in the NG7 area then.", "NG7"),
        ("She posts under #teamwojtek there.", "#teamwojtek"),
        ("AGE: 38 on the form.", "38"),
        ("She is a nail technician, 45, Vietnamese.", "45"),
        ("The man is about thirty, and has a dog.", "thirty"),
        ("She's thirty-nine.", "thirty-nine"),
        ("He was sent away to school at eight.", "eight"),
        ("His daughter, a swimmer, is seven and well.", "seven"),
        ("Seen again, 45F, tearful.", "45F"),
        ("His mid-forties were hard.", "mid-forties"),
        ("He was on the number 38 bus.", "number 38 bus"),
        ("She was stuck on the A628 again.", "A628"),
        ("You came alone on the 607. It rained.", "607"),
        ("He was on the Piccadilly line then.", "Piccadilly line"),
        ("He drove to the farm near Doncaster then.", "farm near Doncaster"),
        ("I recall the beach at Embleton well.", "beach at Embleton"),
        ("He is a PE teacher now.", "PE teacher"),
        ("He works for Eddie Stobart now.", "Eddie Stobart"),
        ("She came to Lancaster Talking Therapies then.", "Lancaster Talking Therapies"),
        ("He was on the England hockey squad then.", "England hockey squad"),
        ("They met at the Priory church then.", "Priory church"),
        ("The patient before him was also Black.", "Black"),
    ],
)
def test_an_indirect_detail_is_marked(text, detail):
    assert any(detail in each for each in found(text, Tier.LOOK))


@pytest.mark.parametrize(
    "text",
    [
        "PHQ-9 was 16 and GAD-7 was 11. He took part.",
        "It was lovely. #FamilyFirst #Grateful",
        "PHQ-9: First 19, Last 4.",
        "A German car and a Persian rug.",
        "Her support worker rang, and the line manager.",
        "On the Duty Line someone answered.",
        "He has tried St John's Wort.",
    ],
)
def test_what_only_looks_like_a_detail_is_left_alone(text):
    assert found(text, Tier.LOOK) == []


@pytest.mark.parametrize(
    ("text", "details"),
    [
        ("He lives near Nobody. Her GP Dr Patel rang.", ["Patel"]),
        ("His psychiatrist and GP Dr. Khan came.", ["Khan"]),
        ("At 12 Acacia Dr Leeds then.", ["12 Acacia Dr"]),
        ("She lives on St. Mary Road now.", ["St. Mary Road"]),
    ],
)
def test_a_street_ends_with_its_sentence_and_a_title_is_no_drive(text, details):
    streets_and_names = found(text, Tier.MUST_GO)

    assert set(details) <= set(streets_and_names)
    assert not any("GP" in each for each in streets_and_names)


def test_a_widened_place_is_replaced_by_the_same_elsewhere():
    [span] = scan("He came to the farm near Doncaster then.").spans

    assert (span.label, span.replacement) == (Label.PLACE, "farm elsewhere")


@pytest.mark.parametrize(
    ("text", "replacement"),
    [
        ("She is a 52-year-old.", "fifty-something"),
        ("She is thirty-eight.", "thirty-something"),
        ("Her son is 3.", "very young"),
        ("Her son is 7.", "of primary school age"),
        ("Her son is 15.", "teenage"),
        ("He was there for her 18th birthday.", "of about that age"),
        ("She is 104.", "ninety-something"),
        ("He came on 14 February. She wept.", "a day in winter"),
        ("She is a dinner lady.", "person in similar work"),
        ("He runs a carpet shop.", "something similar"),
    ],
)
def test_a_suggestion_reads_well_in_its_place(text, replacement):
    [span] = scan(text).spans

    assert span.replacement == replacement
    assert not text[span.start : span.end].endswith(".")

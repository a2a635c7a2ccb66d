"""Work told in everyday words: by its name, by its place, by what is done, and what is no work."""

import pytest

from workbench.anonymisation import Label, Tier, scan


def told(text):
    spans = scan(text).spans
    return [text[s.start : s.end] for s in spans if s.tier is Tier.LOOK]


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("His uncles were quarrymen, all of them.", "quarrymen"),
        ("There are three bellringers in the family.", "bellringers"),
        ("Her mother and aunt were dinner ladies then.", "dinner ladies"),
        ("Her dad was treasurer, for a while.", "treasurer"),
        ("New pt (nail technician, two jobs).", "nail technician"),
        ("Seen again (usher), tired.", "usher"),
        ("The son, prison officer at the coast, rang.", "prison officer"),
        ("Eleven years a detective, and proud of it.", "detective"),
        ("Before that it was bus driving and he liked it.", "bus driving"),
        ("She did school dinners until the baby.", "school dinners"),
        ("Thirty years on the bins and never late.", "on the bins"),
        ("They were out on the boats all week.", "on the boats"),
        ("He does nights at the biscuit works.", "does nights at the biscuit works"),
        ("Her shifts at the bakery begin at four.", "shifts at the bakery"),
        ("She does the flowers for the crem, unpaid.", "does the flowers for the crem"),
        ("Back at work, band 5 on the ward.", "band 5 on the ward"),
        ("She cuts hair on Saturdays.", "cuts hair"),
        ("Mr Y, falafel stall, came late.", "falafel stall"),
        ("She stacks shelves at Aldi.", "stacks shelves at Aldi"),
        ("He captained the county once.", "captained the county"),
        ("He plays tuba in the works band.", "plays tuba in the works band"),
        ("Works for the council, on and off.", "the council"),
        ("She is a part-time undertaker's driver.", "part-time undertaker's driver"),
        ("A retired geography teacher came.", "retired geography teacher"),
        ("He teaches at the college down the road.", "teaches at the college"),
        ("He drives the gritter in winter.", "drives the gritter"),
        ("A 2nd yr physio, tired.", "2nd yr physio"),
        ("He runs the weaving shed there.", "runs the weaving shed"),
    ],
)
def test_work_is_marked_however_it_is_told(text, detail):
    assert any(detail in each for each in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "He looked at me like a bus driver.",
        "It felt as if I were the receptionist.",
        "There is a judge in the room, she said.",
        "I am the host and you are a guest.",
        "If you wish to contrast models, do it later.",
        "She came back with her own school of thought.",
        "We work in the transference and work on the ending.",
    ],
)
def test_a_likeness_is_no_work(text):
    assert not [span for span in scan(text).spans if span.label is Label.JOB]

"""The JSON form of the facts."""

from datetime import date

import msgspec
import pytest
from made_facts import case, document, entry, facts, milestone, rating, session

from workbench.progress.domain.facts import Facts, PauseFact, SupervisionFact

EVERYTHING = facts(
    entries=[entry()],
    sessions=[session("A7", 1)],
    cases=[case("A7")],
    documents=[document()],
    ratings=[rating("A7", 1)],
    milestones=[milestone("course")],
    pauses=[PauseFact(start=date(2026, 2, 1), end=date(2026, 2, 3))],
    supervisions=[SupervisionFact(supervisor="Dr Ahmed", start=date(2026, 1, 5))],
)


def test_facts_come_back_from_json_as_they_went():
    assert msgspec.json.decode(msgspec.json.encode(EVERYTHING), type=Facts) == EVERYTHING


def test_a_span_says_from_and_to_and_both_days_belong_to_it():
    [pause] = msgspec.to_builtins(EVERYTHING)["pauses"]

    assert pause == {"from": "2026-02-01", "to": "2026-02-03"}
    assert [EVERYTHING.pauses_on(date(2026, 2, day)) for day in (1, 3, 4)] == [True, True, False]


@pytest.mark.parametrize(
    "wrong", [{"minutes": 0}, {"minutes": 1441}, {"standing": "lost"}, {"colour": "red"}]
)
def test_what_no_fact_can_be_is_refused(wrong):
    page = msgspec.to_builtins(EVERYTHING)
    page["entries"][0].update(wrong)

    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(page, Facts)

"""The bar, held against invented texts: what must be found, and how often a scan cries wolf."""

import pytest
from anonymisation.corpus import WORDS, documents, false_alarms, is_covered

from workbench.anonymisation import Tier, scan

PLANTED = [*documents("planted"), *documents("voices")]
CLEAN = [*documents("clean"), *documents("traps")]


def share_covered(*, direct):
    told = [
        is_covered(document, planted, spans)
        for document in PLANTED
        for spans in [scan(document.text).spans]
        for planted in document.planted
        if planted.direct is direct
    ]
    return sum(told) / len(told)


def alarms_in_a_thousand_words(texts, tier=None):
    alarms = [
        alarm
        for document in texts
        for alarm in false_alarms(document, scan(document.text).spans)
        if tier in {None, alarm.tier}
    ]
    return 1000 * len(alarms) / sum(len(WORDS.findall(document.text)) for document in texts)


def test_the_corpus_is_as_large_as_the_bar_asks():
    assert len(PLANTED) >= 160
    assert len(CLEAN) >= 60


def test_nearly_every_direct_identifier_is_marked_whole():
    assert share_covered(direct=True) >= 0.99


def test_most_indirect_identifiers_are_marked_whole():
    assert share_covered(direct=False) >= 0.7


def test_one_text_in_twenty_five_at_most_leaks_a_direct_identifier():
    leaking = [
        document
        for document in PLANTED
        for spans in [scan(document.text).spans]
        if not all(is_covered(document, each, spans) for each in document.planted if each.direct)
    ]

    assert len(leaking) / len(PLANTED) <= 0.04


@pytest.mark.parametrize("texts", [PLANTED, CLEAN], ids=["planted", "clean"])
def test_false_alarms_are_few(texts):
    assert alarms_in_a_thousand_words(texts) <= 12
    assert alarms_in_a_thousand_words(texts, Tier.MUST_GO) <= 4

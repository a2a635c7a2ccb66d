"""Every shipped file is whole: it can be evaluated as it stands and with every reading it names."""

from datetime import date

import msgspec
import pytest

from tests.curricula.shipped import LIBRARY, facts
from workbench.curricula.checking import misfits
from workbench.curricula.materials import Owner
from workbench.curricula.model import Status
from workbench.curricula.taking import taking
from workbench.progress.domain.evaluate import evaluate
from workbench.progress.domain.findings import Standing

KEYS = {
    "babcp-provisional",
    "bacp-accreditation",
    "ctld-log",
    "dit-complex-care-uk",
    "dit-practitioner-20day-uk",
    "dit-practitioner-5day-uk",
    "dit-register-nl",
    "dit-supervisor-uk",
}
SHIPPED = {one.key: one for one in LIBRARY.all()}
DIT = [one for key, one in SHIPPED.items() if key.startswith("dit-")]
FIRST = SHIPPED["dit-practitioner-5day-uk"]
READINGS = [
    (one.key, question.key, reading.key)
    for one in SHIPPED.values()
    for question in one.questions
    for reading in question.readings[1:]
]

every_file = pytest.mark.parametrize("curriculum", SHIPPED.values(), ids=SHIPPED.keys())
every_dit_file = pytest.mark.parametrize("curriculum", DIT, ids=[one.key for one in DIT])


def test_eight_files_are_shipped_and_published():
    assert SHIPPED.keys() == KEYS
    assert {one.status for one in SHIPPED.values()} == {Status.PUBLISHED}


@every_file
def test_nobody_who_has_done_nothing_is_through_a_gate(curriculum):
    gates = evaluate(curriculum, facts(), on=date(2026, 11, 21))

    assert [gate.key for gate in gates] == [gate.key for gate in curriculum.gates]
    for gate in gates:
        assert not gate.is_met, gate.key
        for finding in gate.findings:
            assert finding.explanation
            assert finding.standing is not Standing.MET or not finding.blocks, finding.key


@pytest.mark.parametrize(("key", "question", "reading"), READINGS)
def test_every_reading_gives_a_curriculum_that_fits_and_says_something_else(key, question, reading):
    other = taking(SHIPPED[key], {question: reading})
    rules = msgspec.structs.replace(other, questions=())

    assert misfits(rules) == []
    assert rules != msgspec.structs.replace(SHIPPED[key], questions=())
    assert evaluate(other, facts(), on=date(2026, 11, 21))


@every_file
def test_every_requirement_has_a_source_or_says_that_there_is_none(curriculum):
    for gate in curriculum.gates:
        for asked in gate.requirements:
            assert asked.sources or "No source" in asked.uncertain, asked.key


@every_file
def test_what_is_open_in_a_question_is_open_in_the_file_too(curriculum):
    parts = {one.key: one for one in curriculum.activities}
    parts |= {one.key: one for gate in curriculum.gates for one in gate.requirements}
    for question in curriculum.questions:
        for reading in question.readings[1:]:
            assert any(parts[key].uncertain for key in reading.sets), question.key


@every_dit_file
def test_the_dit_files_share_one_form_and_its_words(curriculum):
    own = {task.key: task for task in curriculum.tasks}
    for task in FIRST.tasks:
        same = own[task.key]
        for name in ("label", "looks_for", "core", "phase", "scope", "scales"):
            assert getattr(same, name) == getattr(task, name), (task.key, name)
        spoken = same.meaning.replace("twenty-six", "sixteen")
        assert spoken == task.meaning
    assert curriculum.scales == FIRST.scales
    assert curriculum.measures == FIRST.measures


@every_dit_file
def test_the_dit_files_ask_for_the_same_formulation_and_letter(curriculum):
    for key in ("ipaf", "goodbye_letter"):
        ours, first = curriculum.document_kind(key), FIRST.document_kind(key)
        assert ours.owner is Owner.CASE
        assert ours.sections == first.sections
        assert ours.criteria == first.criteria
        assert ours.snippets == first.snippets


def test_complex_care_stretches_the_phases_and_adds_three_tasks():
    stretched = SHIPPED["dit-complex-care-uk"]
    phases = [(phase.first, phase.last) for phase in stretched.treatment.phases]
    more = {task.key for task in stretched.tasks} - {task.key for task in FIRST.tasks}

    assert phases == [(1, 6), (7, 20), (21, 26)]
    assert "not said" in stretched.treatment.uncertain
    assert more == {"G09", "G10", "G11"}
    for phase in stretched.treatment.phases:
        assert len(stretched.short_form_for(phase.key)) == 14


@pytest.mark.parametrize("key", ["bacp-accreditation", "babcp-provisional", "ctld-log"])
def test_a_body_that_rates_nothing_has_no_form(key):
    curriculum = SHIPPED[key]

    assert not curriculum.tasks
    assert not curriculum.scales
    assert "prescribes no number of sessions" in curriculum.treatment.uncertain

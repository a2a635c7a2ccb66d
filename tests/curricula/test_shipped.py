"""The shipped curriculum says what its sources say, and everything a form needs."""

import pytest

from workbench.curricula.asked_standing import Deadline
from workbench.curricula.library import Library
from workbench.curricula.materials import Scope, Weight

DIT = Library().get("dit-practitioner-5day-uk", "2026.1")


def test_the_phases_are_one_to_four_five_to_twelve_and_thirteen_to_sixteen():
    phases = [(phase.key, phase.first, phase.last) for phase in DIT.treatment.phases]

    assert phases == [("initial", 1, 4), ("middle", 5, 12), ("ending", 13, 16)]


@pytest.mark.parametrize(("phase", "own"), [("initial", 15), ("middle", 15), ("ending", 12)])
def test_a_session_is_rated_on_its_phase_and_eight_tasks_of_every_session(phase, own):
    tasks = DIT.tasks_for(phase)

    assert len(tasks) == own + 8
    assert sum(task.core for task in tasks) == 8
    assert len(DIT.short_form_for(phase)) == 11
    assert len(DIT.off_model) == 8


def test_every_core_task_has_anchors_of_its_own_for_each_point_of_skill():
    skill = DIT.scale("skill")

    for task in DIT.tasks:
        assert ("skill" in task.anchors) == task.core, task.key
        assert len(DIT.anchors(task, skill)) == 7


def test_extent_runs_to_four_and_skill_to_six_with_a_floor_of_two():
    extent, skill = DIT.scale("extent"), DIT.scale("skill")

    assert (extent.lowest, extent.highest, skill.lowest, skill.highest) == (0, 4, 0, 6)
    assert (skill.pass_rule.percent, skill.pass_rule.floor) == (50, 2)


def test_a_formulation_without_function_and_transference_can_be_told_so():
    ipaf = DIT.document_kind("ipaf")

    assert ipaf.section("function").weight is Weight.REQUIRED
    assert ipaf.section("function").called == "the function of the pattern"
    assert ipaf.section("transference").weight is Weight.ADVISED
    assert "between you" in ipaf.section("transference").called


def test_measures_have_the_programmes_figures():
    phq, gad = DIT.measure("phq9"), DIT.measure("gad7")

    assert (phq.maximum, phq.caseness, phq.reliable_change) == (27, 10, 6)
    assert (gad.maximum, gad.caseness, gad.reliable_change) == (21, 8, 4)
    assert phq.band(19).name == "moderately severe"


def test_the_deadlines_are_six_eighteen_twenty_four_and_thirty_six_months():
    asked = DIT.gate("practitioner").requirements

    assert [one.months for one in asked if isinstance(one, Deadline)] == [6, 18, 24, 36]


def test_what_no_official_form_says_is_said_to_be_ours():
    assert "our own" in DIT.notice
    assert {task.scope for task in DIT.tasks} == set(Scope)

"""What happened in the demo can be held against every shipped file and every reading it names."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from workbench.clock import today
from workbench.curricula.library import Library
from workbench.curricula.taking import taking
from workbench.db import extension
from workbench.progress.domain.evaluate import evaluate
from workbench.progress.facts import facts_of
from workbench.training.models import Enrolment

SHIPPED = Library().all()


@pytest.fixture
def everybody(app):
    """The facts of every enrolment in the demo."""
    with app.app_context():
        trainees = select(Enrolment).options(joinedload(Enrolment.trainee))
        return [facts_of(extension.session, one) for one in extension.session.scalars(trainees)]


def as_they_stand_and_otherwise(curriculum):
    """A curriculum, and what it is with each reading that it does not take."""
    yield curriculum
    for question in curriculum.questions:
        for reading in question.readings[1:]:
            yield taking(curriculum, {question.key: reading.key})


@pytest.mark.parametrize("curriculum", SHIPPED, ids=[one.key for one in SHIPPED])
def test_every_rule_answers_for_everybody_in_the_demo(curriculum, everybody):
    assert everybody
    for read in as_they_stand_and_otherwise(curriculum):
        for known in everybody:
            gates = evaluate(read, known, on=today("Europe/London"))

            assert [len(gate.findings) for gate in gates] == [
                len(gate.requirements) for gate in read.gates
            ]
            assert all(finding.explanation for gate in gates for finding in gate.findings)

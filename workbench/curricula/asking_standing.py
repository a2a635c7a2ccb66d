"""Do the requirements of events, persons and signatures ask for what the file has? Pure."""

from collections.abc import Iterator, Mapping

from workbench.curricula.asked import Asked
from workbench.curricula.asked_standing import (
    Deadline,
    Milestone,
    Person,
    PersonIs,
    Signatures,
    SignedEach,
    Work,
)
from workbench.curricula.asking_logged import Ask, Check, logged
from workbench.curricula.misfits import Misfit, at, strangers


def _milestone(ask: Ask, asked: Milestone) -> Iterator[Misfit]:
    yield from ask.milestones("milestone", [asked.milestone])


def _deadline(ask: Ask, asked: Deadline) -> Iterator[Misfit]:
    here = at(*ask.place)
    if (asked.from_milestone is None) == (not asked.from_first_of):
        yield here("give one of from_milestone and from_first_of: when does the clock start?")
    if (not asked.until_first_of) == (not asked.until_met):
        yield here("give one of until_first_of and until_met: what must have happened?")
    yield from ask.milestones("from_milestone", [asked.from_milestone])
    yield from ask.milestones("restarted_by", [asked.restarted_by])
    yield from logged(ask, "from_first_of", asked.from_first_of)
    yield from logged(ask, "until_first_of", asked.until_first_of)
    others = [one.key for one in ask.gate.requirements if not isinstance(one, Deadline)]
    yield from strangers((*ask.place, "until_met"), asked.until_met, others)


def _person(ask: Ask, asked: Person) -> Iterator[Misfit]:
    yield from logged(ask, "activities", asked.activities)
    yield from ask.milestones("since", [asked.since])
    if (asked.work is Work.RATING) == bool(asked.activities):
        wrong = "says nothing about rating; leave it out"
        yield ask.here("activities", wrong if asked.activities else "is missing: of what?")
    if (asked.person_is is PersonIs.NEW_AT_THIS_STAGE) == (asked.since is None):
        missing = "is missing: with which milestone does the stage begin?"
        wrong = f"says nothing with “{asked.person_is}”; leave it out"
        yield ask.here("since", missing if asked.since is None else wrong)


def _signatures(ask: Ask, asked: Signatures) -> Iterator[Misfit]:
    yield from logged(ask, "activities", asked.activities)
    if asked.within_days is not None and asked.each is not SignedEach.MONTH:
        yield ask.here("within_days", f"says nothing of each {asked.each}; leave it out")


CHECKS: Mapping[type[Asked], Check] = {
    Milestone: _milestone,
    Deadline: _deadline,
    Person: _person,
    Signatures: _signatures,
}

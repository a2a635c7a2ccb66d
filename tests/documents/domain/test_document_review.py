import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from workbench.documents.domain.anchors import PlaceStatus
from workbench.documents.domain.review import (
    NotAgreed,
    NotWithSupervisor,
    NotWithTrainee,
    ReviewUnfinished,
    ReviewVerdict,
    Stage,
    ThreadMoved,
    ThreadStanding,
    answered,
    attached,
    confirmed,
    rejected,
    reopened,
    resolved,
    reviewed,
    submitted,
    thread_reopened,
)
from workbench.errors import Refusal


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.REVIEWED])
def test_what_is_with_the_trainee_can_be_sent(stage):
    assert submitted(stage) is Stage.SUBMITTED


@pytest.mark.parametrize(
    ("stage", "words"),
    [(Stage.SUBMITTED, "with your supervisor"), (Stage.AGREED, "is agreed")],
)
def test_what_is_not_with_the_trainee_cannot_be_sent(stage, words):
    with pytest.raises(NotWithTrainee, match=words):
        submitted(stage)


def test_a_review_agrees_or_hands_back():
    assert reviewed(Stage.SUBMITTED, ReviewVerdict.FINE, comments=0) is Stage.AGREED
    assert reviewed(Stage.SUBMITTED, ReviewVerdict.REVISE, comments=1) is Stage.REVIEWED


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.REVIEWED, Stage.AGREED])
def test_only_what_was_sent_is_reviewed(stage):
    with pytest.raises(NotWithSupervisor, match=f"is {stage}"):
        reviewed(stage, ReviewVerdict.FINE, comments=1)


@pytest.mark.parametrize(
    ("verdict", "words"), [(None, "fine as it is"), (ReviewVerdict.REVISE, "what to revise")]
)
def test_a_review_says_what_it_wants(verdict, words):
    with pytest.raises(ReviewUnfinished, match=words) as refusal:
        reviewed(Stage.SUBMITTED, verdict, comments=0)

    assert refusal.value.field == "verdict"


def test_an_agreed_document_can_be_opened_again():
    assert reopened(Stage.AGREED) is Stage.REVIEWED


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.SUBMITTED, Stage.REVIEWED])
def test_only_an_agreed_document_is_opened_again(stage):
    with pytest.raises(NotAgreed, match=f"is {stage}"):
        reopened(stage)


def test_a_thread_goes_on_until_it_is_resolved_and_can_be_opened_again():
    assert answered(ThreadStanding.OPEN) is ThreadStanding.OPEN
    assert resolved(ThreadStanding.OPEN) is ThreadStanding.RESOLVED
    assert thread_reopened(ThreadStanding.RESOLVED) is ThreadStanding.OPEN


@pytest.mark.parametrize(
    ("move", "standing", "words"),
    [
        (answered, ThreadStanding.RESOLVED, "Open it again"),
        (resolved, ThreadStanding.RESOLVED, "resolved already"),
        (thread_reopened, ThreadStanding.OPEN, "open already"),
    ],
)
def test_a_thread_is_not_moved_twice(move, standing, words):
    with pytest.raises(ThreadMoved, match=words):
        move(standing)


def test_a_person_settles_a_guess():
    assert confirmed(PlaceStatus.MOVED) is PlaceStatus.CARRIED
    assert rejected(PlaceStatus.MOVED) is PlaceStatus.ORPHANED


@pytest.mark.parametrize("move", [confirmed, rejected])
@pytest.mark.parametrize("status", [PlaceStatus.MADE, PlaceStatus.CARRIED, PlaceStatus.ORPHANED])
def test_what_is_no_guess_needs_no_settling(move, status):
    with pytest.raises(ThreadMoved, match="settled this place"):
        move(status)


@pytest.mark.parametrize("status", [PlaceStatus.MOVED, PlaceStatus.ORPHANED])
def test_a_thread_without_a_sure_place_can_be_attached(status):
    assert attached(status) is PlaceStatus.MADE


@pytest.mark.parametrize("status", [PlaceStatus.MADE, PlaceStatus.CARRIED])
def test_a_thread_at_its_passage_stays_there(status):
    with pytest.raises(ThreadMoved, match="stands at its passage"):
        attached(status)


class Rounds(RuleBasedStateMachine):
    """Whatever people try, only a supervisor agrees, and only to a version that was sent."""

    def __init__(self):
        super().__init__()
        self.stage = Stage.DRAFT
        self.fine = False

    def attempt(self, move, *arguments, **more):
        try:
            self.stage = move(self.stage, *arguments, **more)
        except Refusal:
            return False
        return True

    @rule()
    def send(self):
        if self.attempt(submitted):
            self.fine = False

    @rule()
    def agree(self):
        if self.attempt(reviewed, ReviewVerdict.FINE, comments=0):
            self.fine = True

    @rule()
    def hand_back(self):
        self.attempt(reviewed, ReviewVerdict.REVISE, comments=2)

    @rule()
    def open_again(self):
        if self.attempt(reopened):
            self.fine = False

    @invariant()
    def agreed_means_a_supervisor_said_so(self):
        assert (self.stage is Stage.AGREED) == self.fine


TestRounds = Rounds.TestCase
TestRounds.settings = settings(max_examples=30)

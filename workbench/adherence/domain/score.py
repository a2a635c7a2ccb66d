"""The answers a rater can give to one task. Pure."""

from enum import StrEnum


class Rater(StrEnum):
    """In which capacity somebody rates."""

    SELF = "self"
    SUPERVISOR = "supervisor"


class RatingStanding(StrEnum):
    """Whether a rating can still be changed."""

    DRAFT = "draft"
    SIGNED = "signed"


class Answer(StrEnum):
    """What is said of a task: scored on the scales, or why it is not."""

    SCORED = "scored"
    NOT_DUE = "not_due"
    NOT_DONE = "not_done"
    DEPARTED = "departed"


class SelectedBy(StrEnum):
    """Who chose the session that is rated."""

    SUPERVISOR = "supervisor"
    RANDOM = "random"
    TRAINEE = "trainee"

"""Why time of the log does not count, in words. Pure."""

from enum import Enum


class Reason(Enum):
    """Why minutes do not count: as said of one entry, of several, and on the entry itself.

    Where a part of an entry may be left out there are words for that part too.
    """

    RETURNED = (
        "is returned",
        "are returned",
        "Returned: it counts once it is changed, submitted again and countersigned.",
    )
    WITHDRAWN = ("is withdrawn", "are withdrawn", "Withdrawn.")
    CORRECTED = (
        "is replaced by its correction",
        "are replaced by their corrections",
        "Replaced: its correction counts in its place.",
    )
    STANDS_BY = (
        "corrects an entry that still stands",
        "correct entries that still stand",
        "A correction: it takes the other entry's place once it is countersigned.",
    )
    AHEAD = (
        "lies ahead",
        "lie ahead",
        "The day lies ahead: it counts once it has come.",
    )
    NOT_ATTENDED = (
        "was not attended",
        "were not attended",
        "The client did not attend, and only attended sessions count.",
    )
    CANCELLED_LATE = (
        "was cancelled late",
        "were cancelled late",
        "Cancelled late, and only attended sessions count.",
    )
    SAME_SESSION = (
        "is a therapy session that another entry counts",
        "are therapy sessions that other entries count",
        "The same therapy session is in another entry, and it counts once.",
    )
    MODE = (
        "was held in a way that does not count",
        "were held in a way that does not count",
        "This way of meeting does not count for the activity.",
    )
    FORMAT = (
        "was held in a format that does not count",
        "were held in a format that does not count",
        "Alone or in a group: this format does not count for the activity.",
    )
    SHARED = (
        "is shared with the group",
        "are shared with the group",
        "A group's time is shared: each member is credited with a part.",
        "shared with the group",
    )
    OVER_THE_HOUR = (
        "runs over the hour",
        "run over the hour",
        "A session is credited as one hour, however long it was.",
        "as no more than an hour each",
    )
    TOO_SHORT = (
        "is too short",
        "are too short",
        "It is shorter than the shortest session that counts.",
    )
    ASSESSMENT = (
        "is an assessment session",
        "are assessment sessions",
        "The first sessions of a case are assessment, and do not count.",
    )
    GROUP_TOO_LARGE = (
        "was held in too large a group",
        "were held in too large a group",
        "The group is larger than the largest that counts.",
    )
    SAME_TIME = (
        "holds time that another entry counts",
        "hold time that other entries count",
        "The same time is in another entry, and it counts once.",
    )
    CLAIMED = (
        "is claimed for another step",
        "are claimed for another step",
        "Claimed for another step already, and it counts once.",
    )
    BEFORE = (
        "lies before the time that counts",
        "lie before the time that counts",
        "It lies before the day from which this requirement counts.",
    )
    AFTER = (
        "lies after the time that counts",
        "lie after the time that counts",
        "It lies after the day up to which this requirement counts.",
    )
    CAPPED = (
        "is over what may count of it",
        "are over what may count of them",
        "No more of this may count towards the total.",
        "up to the most that may count",
    )
    EARLIER = (
        "attests earlier years, which do not count here",
        "attest earlier years, which do not count here",
        "Hours of earlier years do not count here.",
    )
    BESIDE_THE_LOG = (
        "attests a time that the log holds",
        "attest a time that the log holds",
        "The log has entries of the same activity in the time that the letter attests.",
    )
    BESIDE_A_LETTER = (
        "attests a time that another letter attests",
        "attest a time that other letters attest",
        "Another letter attests a part of the same time, and it counts once.",
    )
    OTHER_MODE = (
        "was not held in the way asked for",
        "were not held in the way asked for",
        "It was held in another way than is asked for here, or nobody has said how.",
    )
    OTHER_SPAN = (
        "lies outside the span that counts",
        "lie outside the span that counts",
        "It lies outside the stretch of time that counts best.",
    )
    NO_CREDIT = (
        "is of a kind that earns no time",
        "are of a kind that earns no time",
        "This activity is logged but earns no time.",
    )
    UNKNOWN = (
        "is of an activity that this curriculum does not have",
        "are of activities that this curriculum does not have",
        "This curriculum does not have the activity.",
    )
    NO_CASE = (
        "is about no case in particular",
        "are about no case in particular",
        "It names no case, and this is counted for each case.",
    )
    OTHER_STRETCH = (
        "belongs to another stretch",
        "belong to another stretch",
        "The break beside it is too long, so it belongs to another stretch.",
    )

    __hash__ = object.__hash__  # each is one of a kind, and they are counted by the thousand

    def __init__(self, of_one: str, of_several: str, words: str, in_part: str = "") -> None:
        """Keep the ways of saying it apart."""
        self.of_one = of_one
        self.of_several = of_several
        self.words = words
        self.in_part = in_part

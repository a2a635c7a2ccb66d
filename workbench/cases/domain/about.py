"""What may be said about a case beside its code: problems in a few words, days, cases. Pure."""

import re
from datetime import date

from workbench.errors import Refusal

MOST_PROBLEMS = 6
LONGEST_PROBLEM = 40
MOST_WORDS = 4
_SPLIT = re.compile(r"[,;\n]")
_NAMES_A_KIND = re.compile(r"[^\W\d_]+(?:[ '\u2019/-][^\W\d_]+)*")


def problems_named(text: str) -> tuple[str, ...]:
    """The presenting problems of a list with commas, in small letters, each once.

    A problem is a kind, such as depression or panic. Raises a Refusal for whatever tells more: a
    sentence or a figure.
    """
    named = (" ".join(part.split()).lower() for part in _SPLIT.split(text))
    problems = tuple(dict.fromkeys(one for one in named if one))
    for problem in problems:
        _refuse_a_story(problem)
    if len(problems) > MOST_PROBLEMS:
        message = f"Name {MOST_PROBLEMS} presenting problems at most; there are {len(problems)}."
        raise Refusal(message, field="problems")
    return problems


def _refuse_a_story(problem: str) -> None:
    if len(problem) > LONGEST_PROBLEM or len(re.split(r"[ /-]", problem)) > MOST_WORDS:
        message = (
            f"“{problem}” is too long. Name each problem in {MOST_WORDS} words at most, such as "
            "“social anxiety”, with a comma after each."
        )
        raise Refusal(message, field="problems")
    if _NAMES_A_KIND.fullmatch(problem) is None:
        message = f"“{problem}” is more than the name of a problem. Use letters only."
        raise Refusal(message, field="problems")


def consent_ended(on: date, *, opened_on: date, today: date) -> date:
    """The day from which consent is withdrawn. Raises a Refusal for one that cannot be."""
    if on > today:
        message = "That day is still to come."
        raise Refusal(message, field="withdrawn_on")
    if on < opened_on:
        message = "The case was opened after that day."
        raise Refusal(message, field="withdrawn_on")
    return on

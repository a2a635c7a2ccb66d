"""The code that a training case is known by, and nothing else. Pure."""

import re
from collections.abc import Collection

from workbench.errors import Refusal

MOST = 8
_CODE = re.compile(r"[A-Z]{1,3}-?[0-9]{1,4}[A-Z]?")


class BadCode(Refusal):
    """A text that cannot be the code of a case."""

    def __init__(self, message: str) -> None:
        super().__init__(message, field="code")


def case_code(text: str, *, meant_otherwise: Collection[str] = ()) -> str:
    """The code in capitals. Raises BadCode for what may point to a person.

    `meant_otherwise` are words that mean something else in the entry line, such as PHQ9.
    """
    code = text.strip().upper()
    if not code:
        message = "Give the case a code, such as A7."
        raise BadCode(message)
    if len(code) > MOST:
        message = f"Keep the code to {MOST} characters, such as A7."
        raise BadCode(message)
    _refuse_a_person(code)
    if _CODE.fullmatch(code) is None:
        message = "Write one to three letters and then a number, such as A7 or DIT12."
        raise BadCode(message)
    if code.replace("-", "") in {word.upper().replace("-", "") for word in meant_otherwise}:
        message = f"{code} is the name of a measure. Choose another code, such as A7."
        raise BadCode(message)
    return code


def _refuse_a_person(code: str) -> None:
    letters = code.replace(".", "").replace(" ", "").replace("'", "").replace("-", "")
    if letters.isalpha():
        message = (
            "This reads like a name or initials, which could tell who the client is. "
            "Use a letter and a number that mean nothing, such as A7."
        )
        raise BadCode(message)
    if letters.replace("/", "").isdigit():
        message = (
            "This reads like a date or a record number, which could tell who the client is. "
            "Use a letter and a number that mean nothing, such as A7."
        )
        raise BadCode(message)

"""A file that somebody brings, read as the text of a draft: TOML, CASE, Moodle or Mahara. Pure."""

from dataclasses import dataclass

import msgspec

from workbench.curricula.exchange.case_import import read_case
from workbench.curricula.exchange.drafting import draft_of
from workbench.curricula.exchange.framework import Framework, UnreadableFile
from workbench.curricula.exchange.mahara import read_mahara
from workbench.curricula.exchange.moodle import read_moodle
from workbench.curricula.problems import Problem

UTF_8, UTF_16 = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class ReadDraft:
    """The text of a draft, and what is to be known of how it was read."""

    text: str
    remarks: tuple[str, ...] = ()


def read_draft(content: bytes, file: str, *, year: int) -> ReadDraft:
    """The draft that a file makes, by its name and what stands in it.

    A TOML file is taken as it stands, whatever is wrong in it; any other is read whole or refused
    whole. Raises UnreadableFile.
    """
    text, remarks = decoded(content, file)
    if _is_json(text, file):
        return ReadDraft(draft_of(_from_json(text, file), year=year), remarks)
    if file.lower().endswith(".csv"):
        return ReadDraft(draft_of(read_moodle(text, file), year=year), remarks)
    return ReadDraft(text.replace("\r\n", "\n").replace("\r", "\n"), remarks)


def decoded(content: bytes, file: str) -> tuple[str, tuple[str, ...]]:
    """The text of a file in UTF-8, UTF-16 or the Windows encoding. Raises UnreadableFile."""
    try:
        text, remarks = _text_of(content)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UnreadableFile([Problem(file, f"line {line}", "expected a text")]) from error
    if "\x00" in text:
        line = text[: text.index("\x00")].count("\n") + 1
        raise UnreadableFile([Problem(file, f"line {line}", "holds a NUL byte: this is no text")])
    return text, remarks


def _text_of(content: bytes) -> tuple[str, tuple[str, ...]]:
    if content.startswith(UTF_16):
        return content.decode("utf-16"), ()
    try:
        return content.removeprefix(UTF_8).decode(), ()
    except UnicodeDecodeError:
        return content.decode("cp1252"), ("Read as Windows text (cp1252): please look at accents.",)


def _is_json(text: str, file: str) -> bool:
    ending = file.lower().rpartition(".")[2]
    return ending in {"json", "matrix"} or (
        ending not in {"toml", "csv"} and text.lstrip()[:1] == "{"
    )


def _from_json(text: str, file: str) -> Framework:
    said = _json(text, file)
    if isinstance(said, dict) and "CFDocument" in said:
        return read_case(said, file)
    if isinstance(said, dict) and "framework" in said:
        return read_mahara(said, file)
    message = "expected a CASE package (CFDocument) or a SmartEvidence matrix (framework)"
    raise UnreadableFile([Problem(file, "", message)])


def _json(text: str, file: str) -> object:
    try:
        return msgspec.json.decode(text)
    except RecursionError:
        problem = Problem(file, "", "is nested too deeply")
    except msgspec.DecodeError as error:
        problem = Problem(file, _line_of(text, str(error)), f"is not JSON: {error}")
    raise UnreadableFile([problem])


def _line_of(text: str, message: str) -> str:
    """The line that msgspec's words speak of: it counts bytes."""
    digits = "".join(letter for letter in message.rpartition("byte ")[2] if letter.isdigit())
    at = int(digits) if digits else len(text)
    before = text.encode()[:at]
    return f"line {before.count(bytes([10])) + 1}" if text else ""

"""Sets a record on paper: Typst, tagged PDF/UA-1, with everything a person wrote passed as data."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from io import BytesIO
from typing import Any

import msgspec
import segno
import typst

from workbench.config import bundled
from workbench.records.domain.canonical import canonical, digest, grouped
from workbench.records.domain.content import Statement
from workbench.records.domain.table import hours

PROBE = b'#set document(title: "probe")\n#set text(lang: "en")\n#sys.inputs.text'
UNDRAWABLE = re.compile(r"the text `(\".*\")` could not be displayed")
FIRST_UNSURE = "\u0250"
"""From here on no font is sure to have every letter."""


def pdf_of(statement: Statement, kid: str) -> bytes:
    """The PDF of a statement, with the fingerprint of the key that signs its JSON."""
    data = _drawable(_data(statement, kid))
    folder = bundled("templates") / "records"
    content = typst.compile(
        folder / "record.typ",
        root=folder,
        sys_inputs={"data": msgspec.json.encode(data).decode()},
        pdf_standards=["ua-1"],
        timestamp=int(statement.issued_at.timestamp()),
        font_paths=_fonts(),
    )
    return bytes(content)


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Searched for once: those that come with Typst, then those of the machine."""
    return typst.Fonts()


def _data(statement: Statement, kid: str) -> dict[str, Any]:
    data: dict[str, Any] = msgspec.to_builtins(statement)
    data["issued_on"] = long_date(statement.issued_on)
    data["certifies"] = statement.content.certifies
    data["fingerprint"] = grouped(digest(canonical(statement)))
    data["kid"] = kid
    data["qr"] = _qr(statement.address)
    for line in (*data["content"]["hours"], *data["content"]["entries"]):
        line["hours"] = hours(line["credited"])
    return data


def long_date(on: date) -> str:
    """A day in a sentence: 12 February 2027."""
    return f"{on.day} {on:%B} {on.year}"


def _qr(address: str) -> str:
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=0, xmldecl=False)
    return out.getvalue().decode()


def _drawable(data: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON of the same shape
    """The data with letters that no font here has spelt by their code point, as [U+1F600].

    PDF/UA forbids boxes in place of letters; the JSON and the CSV have the name in full.
    """
    marks = {ord(letter): f"[U+{ord(letter):04X}]" for letter in _undrawable(_letters(data))}
    return _translated(data, marks) if marks else data


def _letters(data: object) -> str:
    text = msgspec.json.encode(data).decode()
    return "".join(sorted({letter for letter in text if letter >= FIRST_UNSURE}))


def _undrawable(letters: str) -> str:
    """Which of the letters no font has: each refusal names one stretch of them."""
    missing = ""
    while letters:
        try:
            _probe(letters)
        except typst.TypstError as error:
            refused = UNDRAWABLE.search(str(error))
            if refused is None:
                raise
            found = _literal(refused.group(1))
            missing += found
            letters = "".join(letter for letter in letters if letter not in found)
        else:
            break
    return missing


def _probe(text: str) -> None:
    inputs = {"text": " ".join(text)}
    typst.compile(PROBE, sys_inputs=inputs, pdf_standards=["ua-1"], font_paths=_fonts())


def _literal(quoted: str) -> str:
    """The text that an error message quotes, in Typst's way of escaping."""
    text = re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code.group(1), 16)), quoted[1:-1])
    return text.replace('\\"', '"').replace("\\\\", "\\")


def _translated(value: object, marks: Mapping[int, str]) -> object:
    match value:
        case str():
            return value.translate(marks)
        case dict():
            return {key: _translated(one, marks) for key, one in value.items()}
        case list() | tuple():
            return [_translated(one, marks) for one in value]
        case _:
            return value

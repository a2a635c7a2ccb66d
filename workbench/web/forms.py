"""The base of every form: what was typed is kept, and a Refusal is shown at its field."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from flask_wtf import FlaskForm
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs

from workbench.errors import Refusal


class Form(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """A form of the workbench. Errors that belong to no field stand in `form_errors`."""

    @contextmanager
    def refusals(self) -> Iterator[None]:
        """Catch a Refusal of the deed and show it at the field it names, or above the form."""
        try:
            yield
        except Refusal as refusal:
            self.refused = True
            self._show(refusal)

    refused = False
    """Whether a deed was refused after the fields themselves were in order."""

    def _show(self, refusal: Refusal) -> None:
        field = self._fields.get(refusal.field or "")
        if field is None:
            self.form_errors.append(refusal.message)
        else:
            field.errors = [*field.errors, refusal.message]

    @property
    def status(self) -> int:
        """200 for a fresh form, 409 for a refused deed, 422 for a bad field."""
        if self.refused:
            return 409
        return 422 if self.errors else 200

    @property
    def in_order(self) -> bool:
        """Whether a deed that was tried under `refusals` went through."""
        return not self.refused


def choices(pairs: Iterable[tuple[str, str]]) -> list[SelectChoice]:
    """What a select or a set of radios offers, from (value, words)."""
    return [SelectChoice(value, words) for value, words in pairs]


def stripped(text: str | None) -> str:
    """What was typed without the white space round it; line ends as one newline."""
    return (text or "").replace("\r\n", "\n").replace("\r", "\n").strip()

"""Logging, answering, correcting, and a supervisor's words on one entry."""

from collections.abc import Sequence
from secrets import token_hex
from typing import TYPE_CHECKING, Any, ClassVar, cast

from wtforms import (
    DateField,
    Field,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    SubmitField,
    TextAreaField,
    TimeField,
)
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import HiddenInput, TextInput

from workbench.cases.forms import MODES, number_or_none
from workbench.curricula.activities import Attendance, Mode
from workbench.curricula.asked_standing import Signatory
from workbench.curricula.materials import Measure
from workbench.hours.domain.quick_words import duration
from workbench.hours.domain.worked import Worked
from workbench.training.forms import day
from workbench.web.forms import Form, choices, stripped
from workbench.web.gate import GatedForm

if TYPE_CHECKING:
    from datetime import date

ATTENDANCE = choices(
    (
        (Attendance.ATTENDED, "Attended"),
        (Attendance.DID_NOT_ATTEND, "Did not attend"),
        (Attendance.CANCELLED_LATE, "Cancelled late"),
    )
)
KEY_LENGTH = 32


class MinutesField(Field):
    """Minutes, typed as 50, 50m, 1h, 1:15 or 1.5."""

    widget = TextInput()
    typed: str | None = None
    data: int | None

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was typed; keep it as it is where it cannot be read."""
        self.typed = stripped(valuelist[0]) if valuelist else ""
        self.data = duration(self.typed.lower()) if self.typed else None
        if self.typed and self.data is None:
            message = "This cannot be read as a length. Write 50, 1h, 1:15 or 1.5 (hours)."
            raise ValueError(message)

    def _value(self) -> str:
        if self.typed is not None:
            return self.typed
        return "" if self.data is None else str(self.data)


class EntryForm(GatedForm):
    """Time that was worked."""

    gated: ClassVar[tuple[str, ...]] = ("note",)

    worked_on = DateField("Day", validators=[InputRequired("Say on which day.")])
    minutes = MinutesField("Length", validators=[InputRequired("Say how long it was.")])
    mode = SelectField("How you met", choices=MODES, coerce=Mode, default=Mode.IN_PERSON)
    group_size = IntegerField(
        "People in the group",
        validators=[Optional()],
        description="Yourself included. Leave it empty if it was you alone.",
    )
    group_contracted = IntegerField(
        "People who belong to the group",
        validators=[Optional()],
        description="Whoever came, yourself included. Leave it empty if that is as many as came.",
    )
    case = SelectField("About the case", coerce=number_or_none, validate_choice=False)
    starts = TimeField(
        "Began at",
        format=["%H:%M", "%H:%M:%S"],
        validators=[Optional()],
        description="If you wish: then the same time in two entries counts once.",
    )
    placement = SelectField("Placement", coerce=number_or_none, validate_choice=False)
    supervisor = SelectField("To be countersigned by", coerce=number_or_none, validate_choice=False)
    note = TextAreaField(
        "Note",
        filters=[stripped],
        description="For your supervisor, at most 500 characters. Nothing about a client.",
    )
    version = IntegerField(widget=HiddenInput(), validators=[Optional()])
    form_key = HiddenField(default=lambda: token_hex(KEY_LENGTH // 2))
    submit = SubmitField("Log it")

    def worked(self) -> Worked:
        """What was typed, as the rules take it; the form has been validated before."""
        return Worked(
            worked_on=cast("date", self.worked_on.data),
            minutes=cast("int", self.minutes.data),
            mode=self.mode.data,
            group_size=self.group_size.data,
            group_contracted=self.group_contracted.data if "group_contracted" in self else None,
            starts=self.starts.data,
            case_id=self.case.data if "case" in self else None,
            placement_id=self.placement.data,
            supervisor_id=self.supervisor.data,
            note=self.note.data or "",
            form_key=(self.form_key.data or "")[:KEY_LENGTH] or None,
        )


class SessionForm(EntryForm):
    """A therapy session of a case. Totals of measures are added by `session_form`."""

    number = IntegerField("Session number", validators=[InputRequired("Which session was it?")])
    attendance = SelectField("The client", choices=ATTENDANCE, coerce=Attendance)

    measures: Sequence[Measure] = ()

    def total_fields(self) -> list[Field]:
        """The field of each measure."""
        return [self[measure.key] for measure in self.measures]

    def totals(self) -> dict[str, int]:
        """The totals that were typed."""
        typed = {measure.key: self[measure.key].data for measure in self.measures}
        return {key: total for key, total in typed.items() if total is not None}


def session_form(asked: Sequence[Measure]) -> type[SessionForm]:
    """The form for a session under a curriculum that asks for these measures."""
    fields = {
        measure.key: IntegerField(
            f"{measure.name} total",
            validators=[Optional()],
            description=f"{measure.minimum} to {measure.maximum}; leave it empty if not taken.",
        )
        for measure in asked
    }
    return type("MeasuredSessionForm", (SessionForm,), {**fields, "measures": asked})


class CorrectionForm(EntryForm):
    """What a countersigned entry should have said, and why."""

    gated: ClassVar[tuple[str, ...]] = ("note", "reason")

    reason = TextAreaField(
        "Why it needs correcting", filters=[stripped], description="Both entries stay visible."
    )
    submit = SubmitField("Send the correction")


class AttestationForm(Form):
    """A signature for a stretch of the log."""

    signatory = RadioField(
        "Who signed?", coerce=Signatory, validators=[InputRequired("Say who signed.")]
    )
    name = StringField(
        "Their name",
        filters=[stripped],
        validators=[Length(max=120, message="Use at most 120 characters.")],
        render_kw={"autocomplete": "off"},
    )
    started_on = day("First day")
    ended_on = day("Last day", "Choose the last day.")
    placement = SelectField("Placement", coerce=number_or_none, validate_choice=False)
    signed_on = day("Signed on", "Choose the day of the signature.")
    submit = SubmitField("Record it")


class WordsForm(GatedForm):
    """A question, an answer or a reason, on one entry as it was seen."""

    words = TextAreaField("Your words", filters=[stripped])
    version = IntegerField(widget=HiddenInput(), validators=[Optional()])
    submit = SubmitField("Send")


def picked_from(values: Sequence[str]) -> dict[int, int]:
    """Entries with the version that was seen, from `id:version`. What is no such pair is left."""
    pairs = (value.partition(":") for value in values)
    return {
        int(number): int(version)
        for number, _, version in pairs
        if _is_number(number) and _is_number(version)
    }


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10  # noqa: PLR2004 - fits any column

"""What a provider vouches for: accreditations, who was whose therapist, hours of earlier years."""

from wtforms import DecimalField, RadioField, SelectField, SubmitField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from workbench.accounts.forms import Text
from workbench.curricula.model import Curriculum
from workbench.training.forms import LastDay, day, sensible
from workbench.web.forms import Form, choices, stripped
from workbench.web.gate import DATES_AND_LOOKS, GatedForm

MOST_HOURS = 20_000


class AccreditationForm(Form):
    """From when until when an accreditation was held."""

    started_on = day("First day", "Choose the first day.")
    ended_on = LastDay(
        "Last day", validators=[Optional(), sensible], description="Empty while it holds."
    )
    submit = SubmitField("Record it")


THERAPIST = (("yes", "Yes"), ("no", "No"), ("", "Nobody has said"))


class TherapistForm(Form):
    """Whether a supervisor is, or was, the trainee's own therapist."""

    own_therapist = RadioField(
        "Are they, or were they ever, therapist to the trainee?", choices=choices(THERAPIST)
    )
    submit = SubmitField("Keep it")

    def answer(self) -> bool | None:
        """Yes, no, or nothing said."""
        return {"yes": True, "no": False}.get(self.own_therapist.data)


class PriorForm(GatedForm):
    """What a letter attests of earlier years."""

    gated = ("document",)
    passed = DATES_AND_LOOKS

    activity = SelectField("Kind of time", validators=[InputRequired("Choose a kind of time.")])
    hours = DecimalField(
        "Hours",
        places=None,
        validators=[
            InputRequired("Say how many hours it attests."),
            NumberRange(min=0, max=MOST_HOURS, message="Give hours, such as 120 or 87.5."),
        ],
    )
    started_on = day("First day", "Choose the first day that it attests.")
    ended_on = day("Last day", "Choose the last day that it attests.")
    document = Text(
        "Which letter",
        filters=[stripped],
        validators=[
            InputRequired("Say which letter it is."),
            Length(max=120, message="Use at most 120 characters."),
        ],
        description="Who wrote it, and when: “Letter of the North Clinic, May 2024”.",
    )
    submit = SubmitField("Record it")

    def offer(self, curriculum: Curriculum) -> None:
        """Offer the curriculum's kinds of time."""
        named = ((one.key, one.name) for one in curriculum.activities)
        self.activity.choices = choices([("", "Choose a kind of time"), *named])

    @property
    def minutes(self) -> int:
        """The hours that were typed, to the minute."""
        return round((self.hours.data or 0) * 60)

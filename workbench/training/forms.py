"""Inviting, enrolling, appointing and recording."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from wtforms import DateField, EmailField, RadioField, SelectField, SubmitField
from wtforms.validators import InputRequired, Length, Optional, Regexp, ValidationError

from workbench.accounts.forms import Text, new_password
from workbench.accounts.models import Person
from workbench.anonymisation.model import Label
from workbench.curricula.model import Curriculum, MilestoneKind
from workbench.curricula.telling import told_apart
from workbench.training.models import Cohort, InvitedAs
from workbench.web.forms import Form, choices, stripped
from workbench.web.gate import DATES_AND_LOOKS, GatedForm

EARLIEST, LATEST = 2000, 2100


class DayField(DateField):
    """A day, with words of ours for one that cannot be read."""

    data: date

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed; what cannot be read stays in the field."""
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            message = "Give the day as year, month and day, such as 2026-11-20."
            raise ValueError(message) from error


class Address(EmailField):
    """An e-mail address."""

    data: str


class LastDay(DayField):
    """A day that may be left open."""

    data: date | None  # type: ignore[assignment]  # optional, unlike its parent's


def sensible(_form: Form, field: DayField) -> None:
    """Refuse a year that can only be a slip of the finger."""
    if field.errors:
        return  # it could not be read, and that is said already
    if not EARLIEST <= field.data.year <= LATEST:
        message = f"Choose a year from {EARLIEST} to {LATEST}."
        raise ValidationError(message)


def day(label: str, words: str = "Choose a day.", description: str = "") -> DayField:
    """A field for a day that must be given."""
    return DayField(label, validators=[InputRequired(words), sensible], description=description)


class InvitationForm(Form):
    """Whom to invite, and as what."""

    name = Text(
        "Name",
        filters=[stripped],
        validators=[InputRequired("Enter their name."), Length(max=120)],
        render_kw={"autocomplete": "off"},
    )
    email = Address(
        "E-mail address",
        filters=[stripped],
        validators=[
            InputRequired("Enter their e-mail address."),
            Length(max=254),
            Regexp(
                r"^[^@\s]+@[^@\s]+\.[^@\s.]+$", message="Enter an address like name@example.org."
            ),
        ],
        render_kw={"autocomplete": "off"},
    )
    invited_as = RadioField(
        "Invite them as",
        choices=choices((kind.value, kind.value.capitalize()) for kind in reversed(InvitedAs)),
        validators=[InputRequired("Choose what they are to become.")],
    )
    cohort = SelectField("Cohort", validate_choice=False)
    registration = Text(
        "Professional registration",
        filters=[stripped],
        validators=[Length(max=60, message="Use at most 60 characters.")],
        description="For a supervisor: printed beside their signature, such as “HCPC PYL00000”.",
    )
    submit = SubmitField("Make the link")

    def offer(self, cohorts: Iterable[Cohort]) -> None:
        """Offer the provider's cohorts."""
        self.cohorts = {str(cohort.id): cohort for cohort in cohorts}
        named = ((value, cohort.name) for value, cohort in self.cohorts.items())
        self.cohort.choices = choices([("", "Choose a cohort"), *named])

    @property
    def chosen_cohort(self) -> Cohort | None:
        """The cohort that a trainee joins; none for anybody else."""
        is_trainee = self.invited_as.data == InvitedAs.TRAINEE
        return self.cohorts.get(self.cohort.data) if is_trainee else None

    def validate_cohort(self, field: SelectField) -> None:
        """A trainee is invited to a cohort of this provider; nobody else to any."""
        if self.invited_as.data == InvitedAs.TRAINEE and field.data not in self.cohorts:
            message = "Choose the cohort they join."
            raise ValidationError(message)


class AcceptForm(Form):
    """What a new person says about themself."""

    name = Text(
        "Your name",
        filters=[stripped],
        validators=[InputRequired("Enter your name."), Length(max=120)],
        description="As it is to be printed on your record, or beside your signature.",
        render_kw={"autocomplete": "name"},
    )
    password = new_password("Choose a password")
    submit = SubmitField("Make my account")


class CohortForm(Form):
    """A name, a curriculum and a first day."""

    name = Text(
        "Name",
        filters=[stripped],
        validators=[InputRequired("Give the cohort a name."), Length(max=60)],
        description="Such as “2026a”.",
    )
    curriculum = SelectField("Curriculum", validators=[InputRequired("Choose a curriculum.")])
    starts_on = day("First day", "Choose the day on which it starts.")
    submit = SubmitField("Make the cohort")

    def offer(self, curricula: Mapping[str, Curriculum]) -> None:
        """Offer published versions by their titles, and none before one was chosen."""
        by_title = sorted(told_apart(curricula), key=lambda offered: offered[1])
        self.curriculum.choices = choices([("", "Choose a curriculum"), *by_title])


class EnrolForm(Form):
    """Somebody the provider knows already."""

    person = SelectField("Person", coerce=str, validators=[InputRequired("Choose a person.")])
    started_on = day("First day")
    submit = SubmitField("Enrol")

    def offer(self, people: Iterable[Person]) -> None:
        """Offer people by name."""
        self.person.choices = choices([("", "Choose a person"), *_by_name(people)])


class AppointForm(Form):
    """Who supervises, from when."""

    supervisor = SelectField("Supervisor", validators=[InputRequired("Choose a supervisor.")])
    started_on = day("First day", description="They see and sign the work from this day.")
    submit = SubmitField("Appoint")

    def offer(self, people: Iterable[Person]) -> None:
        """Offer supervisors by name."""
        self.supervisor.choices = choices([("", "Choose a supervisor"), *_by_name(people)])


class LastDayForm(Form):
    """The last day of something."""

    ended_on = day("Last day", "Choose the last day.")
    submit = SubmitField("End it")


class PauseForm(Form):
    """The first day of a pause."""

    started_on = day("First day", "Choose the first day.")
    submit = SubmitField("Pause")


class MilestoneForm(GatedForm):
    """Which milestone, when, and what was shown."""

    gated = ("evidence",)
    passed = DATES_AND_LOOKS

    kind = SelectField("Milestone", validators=[InputRequired("Choose a milestone.")])
    happened_on = day("When it happened", "Choose the day on which it happened.")
    evidence = Text(
        "What was shown",
        filters=[stripped],
        validators=[Length(max=400, message="Use at most 400 characters.")],
    )
    submit = SubmitField("Record it")

    def offer(self, kinds: Sequence[MilestoneKind]) -> None:
        """Offer the curriculum's milestones; what one of them may name is no patient."""
        named = ((kind.key, kind.name) for kind in kinds)
        self.agreed = frozenset(choice for kind in kinds for choice in kind.choices)
        self._registers = {kind.key for kind in kinds if kind.choices}
        self.kind.choices = choices([("", "Choose a milestone"), *named])

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        """Where a register is to be named, the trainee's number in it is what is asked for."""
        if self.kind.data in self._registers:
            self.passed = DATES_AND_LOOKS | {Label.NUMBER}
        return super().validate(extra_validators)


class PlacementForm(Form):
    """A service or practice where a trainee works."""

    name = Text(
        "Name of the service or practice",
        filters=[stripped],
        validators=[InputRequired("Give the placement a name."), Length(max=80)],
        description="The name of a service, never of a person you treat.",
    )
    started_on = day("First day", "Choose the first day.")
    submit = SubmitField("Keep it")


class ChangePlacementForm(PlacementForm):
    """A placement as it is now, with its last day where it has one."""

    ended_on = LastDay(
        "Last day", validators=[Optional(), sensible], description="Empty while you work there."
    )


def _by_name(people: Iterable[Person]) -> list[tuple[str, str]]:
    return [(str(person.id), f"{person.name} ({person.email})") for person in people]

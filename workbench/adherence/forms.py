"""The forms round a rating; the tasks themselves are read by domain/giving.py."""

from wtforms import BooleanField, HiddenField, IntegerField, RadioField, StringField
from wtforms.validators import InputRequired, Optional

from workbench.adherence.domain.form import RatingForm
from workbench.adherence.domain.judging import NOT_PASSED, PASSED
from workbench.adherence.domain.score import SelectedBy
from workbench.web.forms import Form, choices, stripped
from workbench.web.gate import GatedForm

SELECTIONS = (
    (SelectedBy.SUPERVISOR.value, "The supervisor chose it"),
    (SelectedBy.RANDOM.value, "It was drawn at random"),
    (SelectedBy.TRAINEE.value, "The trainee chose it"),
)
VERDICTS = ((PASSED, "Good enough, taken as a whole"), (NOT_PASSED, "Not yet good enough"))


class BeginForm(Form):
    """How a rating begins: who chose the session, and which form."""

    selected_by = RadioField(
        "Who chose this session?", choices=choices(SELECTIONS), default=SelectedBy.SUPERVISOR.value
    )
    short_form = BooleanField("Short form: the core tasks of the phase and three across phases")


def evidence_form(form: RatingForm) -> type[GatedForm]:
    """What is written for each task: where the therapist departed from it, and what was heard."""
    names = [f"{item.task.key}-{what}" for item in form.every for what in ("reason", "evidence")]
    fields: dict[str, object] = {name: StringField(filters=[stripped]) for name in names}
    return type("EvidenceForm", (GatedForm,), fields | {"gated": tuple(names)})


class RateForm(Form):
    """What stands round the tasks: the version they were opened with, and one's own verdict."""

    version = IntegerField(validators=[InputRequired("Load the page anew.")])
    own_verdict = RadioField(
        "Your own verdict on the session", choices=choices(VERDICTS), validators=[Optional()]
    )
    do = HiddenField()

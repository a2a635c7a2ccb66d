"""The forms round a rating; the tasks themselves are read by domain/giving.py."""

from collections.abc import Collection, Sequence

from wtforms import BooleanField, Field, HiddenField, IntegerField, RadioField, StringField
from wtforms.validators import InputRequired, Optional

from workbench.adherence.domain.form import RatingForm
from workbench.adherence.domain.judging import NOT_PASSED, PASSED
from workbench.adherence.domain.score import SelectedBy
from workbench.curricula.materials import DocumentKind
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
    in_doubt = BooleanField("I want to see more: another session of this case is to be rated")

    kinds: Sequence[DocumentKind] = ()

    def content_fields(self) -> list[Field]:
        """A box for each kind of document that the session may present."""
        return [self[_content(kind)] for kind in self.kinds]

    def contents(self) -> list[str]:
        """The kinds of document that were said to be presented."""
        return [kind.key for kind in self.kinds if self[_content(kind)].data]


def rate_form(
    kinds: Sequence[DocumentKind], given: Collection[str], *, asks_doubt: bool
) -> type[RateForm]:
    """The form under a curriculum that wants these things to be known; `given` are kept already."""
    boxes: dict[str, object] = {
        _content(kind): BooleanField(
            f"This session presents: {kind.name}", default=kind.key in given
        )
        for kind in kinds
    }
    off: dict[str, object] = {} if asks_doubt else {"in_doubt": None}
    return type("AskedRateForm", (RateForm,), boxes | off | {"kinds": kinds})


def _content(kind: DocumentKind) -> str:
    return f"content_{kind.key}"

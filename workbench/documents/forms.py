"""The forms of documents: the draft, the declaration, comments, the verdict."""

from wtforms import (
    BooleanField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional
from wtforms.widgets import HiddenInput

from workbench.curricula.materials import DocumentKind
from workbench.documents.domain.handing_over import Handing
from workbench.documents.domain.review import ReviewVerdict
from workbench.documents.domain.sending import COMMENT_CHARACTERS, SECTION_CHARACTERS, Method
from workbench.web.forms import Form, choices, stripped
from workbench.web.gate import GatedForm

PREFIX = "part_"
"""Parts the fields of the sections from the form's own, whatever a curriculum calls them."""

METHODS = (
    (Method.DISGUISE.value, "Disguised: details that point to a person are changed or left out"),
    (Method.COMPOSITE.value, "Composed: put together from several people"),
    (Method.CONSENT.value, "With consent: the patient has read it and agrees to its use here"),
)
RECOGNISED = (
    ("no", "No: neither they nor a colleague at the clinic would"),
    ("yes", "Yes, or perhaps"),
)
VERDICTS = (
    (ReviewVerdict.FINE.value, "Fine as it is"),
    (ReviewVerdict.REVISE.value, "Please revise"),
)
HANDINGS = (
    (Handing.GIVEN.value, "The patient has it"),
    (Handing.BROKEN_OFF.value, "Not given: the therapy broke off"),
    (Handing.DECLINED.value, "Not given: the patient did not want one"),
    (Handing.DECIDED_AGAINST.value, "Not given: decided against it in supervision"),
)
ANEW = "Load the page anew: it did not say which version it shows."


def _line_ends(text: str | None) -> str:
    return (text or "").replace("\r\n", "\n").replace("\r", "\n")


class Versioned(Form):
    """A form that carries the version it was opened with."""

    version = IntegerField(validators=[InputRequired(ANEW)])

    @property
    def opened_with(self) -> int:
        """The version that the page showed; 0 is none of them."""
        return self.version.data or 0


class DraftForm(Versioned):
    """What stands round the sections of a draft."""


def draft_form(kind: DocumentKind) -> type[DraftForm]:
    """The form of one kind of document: a text area for each section."""
    fields = {
        PREFIX + section.key: TextAreaField(
            section.title,
            filters=[_line_ends],
            validators=[
                Length(
                    max=SECTION_CHARACTERS,
                    message=f"“{section.title}” is longer than {SECTION_CHARACTERS:,} characters, "
                    "which is the most that is kept. Your text is still here: shorten it.",
                )
            ],
        )
        for section in kind.sections
    }
    return type("DraftFormOfKind", (DraftForm,), fields)


class SubmitForm(Versioned):
    """The declaration that nobody can be recognised."""

    method = RadioField(
        "How is it anonymous?",
        choices=choices(METHODS),
        validators=[InputRequired("Say how you made it anonymous.")],
    )
    recognised = RadioField(
        "Would a sister of the patient recognise this?",
        choices=choices(RECOGNISED),
        validators=[InputRequired("Answer the question that no program can answer.")],
    )
    declared = BooleanField(
        validators=[DataRequired("Read the statement and tick it if it is true.")]
    )

    own_list = IntegerField(widget=HiddenInput(), validators=[Optional(), NumberRange(0, 1000)])
    """How many real names the browser held against the text, and found none of."""

    @property
    def is_recognisable(self) -> bool:
        """Whether the trainee thinks that somebody close would know who it is."""
        return bool(self.recognised.data != "no")


class FindingForm(Versioned):
    """What is to be done about one finding, and with which words."""

    section = HiddenField()
    start = IntegerField(validators=[InputRequired(ANEW)])
    end = IntegerField(validators=[InputRequired(ANEW)])
    words = StringField("Replace it with", filters=[stripped])
    reason = StringField("It identifies nobody, because", filters=[stripped])
    do = HiddenField()
    in_place = BooleanField()
    """Whether a script asks, and puts the answer where the page stands."""


class SendBackForm(Form):
    """The words that identify somebody. They are kept nowhere."""

    words = TextAreaField("The words that identify somebody", filters=[stripped])


class WordsForm(GatedForm):
    """A comment or an answer."""

    words = TextAreaField(
        "Your comment",
        filters=[stripped],
        validators=[
            DataRequired("Write something first."),
            Length(
                max=COMMENT_CHARACTERS,
                message=f"This is longer than {COMMENT_CHARACTERS:,} characters. It is still "
                "here: shorten it, or make two comments of it.",
            ),
        ],
    )

    @property
    def said(self) -> str:
        """What was written; empty where nothing was."""
        return self.words.data or ""


class PassageForm(Form):
    """A passage of one section: chosen among its sentences, or selected in the text."""

    section = HiddenField()
    passage = RadioField("The passage", validate_choice=False)
    start = IntegerField(validators=[Optional()])
    end = IntegerField(validators=[Optional()])
    quote = HiddenField(filters=[_line_ends])
    do = HiddenField()


class CommentForm(WordsForm, PassageForm):
    """A new comment with its passage, and a starting text if one was asked for."""

    snippet = SelectField("Starting text", validate_choice=False)


class ReviewForm(Versioned):
    """The verdict on a version."""

    verdict = RadioField("Your verdict", choices=choices(VERDICTS), validators=[Optional()])


class HandingForm(Form):
    """Whether the patient got the letter. Only what can be chosen: no word of it is kept."""

    handing = RadioField(
        "What became of it?",
        choices=choices(HANDINGS),
        validators=[InputRequired("Say whether the patient has it.")],
    )
    session = IntegerField(
        "In which session", validators=[Optional()], description="Where it was given."
    )

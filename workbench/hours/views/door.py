"""The blueprint of the hours pages, and what several of them need."""

from flask import Blueprint
from flask_login import current_user
from sqlalchemy.orm import Session

from workbench.cases.forms import place_choices
from workbench.cases.gating import let_names, note_passed
from workbench.cases.queries import case_codes
from workbench.clock import now, today
from workbench.curricula.wanted import wants_case, wants_group_contracted
from workbench.db import session
from workbench.hours.commands.log import Moment
from workbench.hours.forms import EntryForm, WordsForm
from workbench.hours.models import HoursEntry, Verdict
from workbench.hours.queries import supervisors_ever
from workbench.training.models import Enrolment
from workbench.training.queries import placements_of
from workbench.web.curriculum import curriculum_of
from workbench.web.forms import choices
from workbench.web.gate import GatedForm

bp = Blueprint("hours", __name__)


def moment(enrolment: Enrolment) -> Moment:
    """Now, in the person's zone, under the enrolment's curriculum."""
    return Moment(curriculum=curriculum_of(enrolment), today=today(current_user.zone), at=now())


def passed(db: Session, form: GatedForm, row: HoursEntry | Verdict, entry: HoursEntry) -> None:
    """Keep what the gate said of words on an entry."""
    held = entry.therapy_session
    note_passed(db, form, row, place=entry, case_id=held.case_id if held else None, at=now())


def words_form(entry: HoursEntry) -> WordsForm:
    """The form for words on an entry, held at the gate."""
    form = WordsForm()
    held = entry.therapy_session
    let_names(form, entry, held.case_id if held else None)
    return form


def offer_choices(form: EntryForm, enrolment: Enrolment, activity: str) -> None:
    """Offer the enrolment's placements and supervisors; the first of each is what is likeliest.

    What the curriculum does not want to know of an activity is not asked.
    """
    let_names(form, enrolment, None)
    _ask_only_what_is_wanted(form, enrolment, activity)
    places = placements_of(session(), enrolment)
    people = supervisors_ever(session(), enrolment)
    form.placement.choices = choices(place_choices(places))
    form.supervisor.choices = choices(
        [*((str(person.id), person.name) for person in people), ("", "Whoever supervises me")]
    )
    if not form.is_submitted():
        form.placement.data = form.placement.data or (places[0].id if places else None)
        form.supervisor.data = form.supervisor.data or (people[0].id if people else None)


def _ask_only_what_is_wanted(form: EntryForm, enrolment: Enrolment, key: str) -> None:
    curriculum = curriculum_of(enrolment)
    activity = curriculum.activity(key)
    if activity is None or not wants_group_contracted(activity):
        del form.group_contracted
    if activity is None or not wants_case(curriculum, activity):
        del form.case
        return
    codes = case_codes(session(), enrolment)
    named = [(str(number), code) for number, code in codes.items()]
    form.case.choices = choices([("", "None in particular"), *named])

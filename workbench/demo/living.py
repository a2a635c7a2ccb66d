"""Lives one trainee's months through the commands that people use: log, send, countersign."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from sqlalchemy.orm import Session

from workbench.accounts.models import Person
from workbench.cases.commands import close_case, open_case
from workbench.cases.models import Case, CaseStanding
from workbench.cases.queries import cases_of
from workbench.curricula.activities import Mode
from workbench.curricula.model import Curriculum
from workbench.demo.calendar import Meeting, Time, weeks
from workbench.demo.cast import Course, Trainee
from workbench.hours.commands.countersign import countersign_entries, query_entry, return_entry
from workbench.hours.commands.log import Moment, log_entry, record_session, submit_entries
from workbench.hours.domain.worked import Held, Worked
from workbench.hours.models import HoursEntry
from workbench.policy import Actor
from workbench.training.models import Enrolment, Placement

FORTNIGHT = timedelta(days=14)


def evening(day: date, hour: int = 19) -> datetime:
    """When somebody sits down to it."""
    return datetime.combine(day, time(hour), tzinfo=UTC)


@dataclass(slots=True)
class Life:
    """One trainee's training, as it is being lived."""

    db: Session
    curriculum: Curriculum
    enrolment: Enrolment
    trainee: Trainee
    supervisor: Person
    placement: Placement
    today: date
    dice: Random

    @property
    def own(self) -> Actor:
        """The trainee, acting."""
        return Actor(person_id=self.enrolment.trainee_id)

    @property
    def senior(self) -> Actor:
        """The supervisor, acting."""
        return Actor(person_id=self.supervisor.id, supervises=frozenset({self.enrolment.id}))

    def moment(self, day: date) -> Moment:
        """The evening of a day."""
        return Moment(curriculum=self.curriculum, today=day, at=evening(day))

    def live(self) -> Sequence[Case]:
        """Log everything, send it every fortnight, have it countersigned some days later."""
        cases: list[Case] = []
        for stretch in self._fortnights():
            logged = [entry for one in stretch for entry in self._log(one, cases)]
            self._send_and_sign(logged, stretch[-1].on)
        self.db.flush()  # the cases are read back with their sessions
        lived = cases_of(self.db, self.enrolment)
        self._end(lived)
        return lived

    def _fortnights(self) -> Iterator[list[Meeting | Time]]:
        start = self.enrolment.started_on
        stretch: list[Meeting | Time] = []
        for one in weeks(self.trainee.course, start, self.today, self.dice):
            if one.on >= start + FORTNIGHT and stretch:
                yield stretch
                start, stretch = one.on, []
            stretch.append(one)
        if stretch:
            yield stretch

    def _log(self, one: Meeting | Time, cases: list[Case]) -> Iterator[HoursEntry]:
        match one:
            case Meeting():
                recorded = self._held(one, cases)
                if recorded is not None:
                    yield recorded
            case Time():
                worked = self._worked(one.on, one.minutes, one.mode, one.group_size)
                yield log_entry(
                    self.db, self.enrolment, self.own, one.activity, worked, self.moment(one.on)
                )

    def _held(self, meeting: Meeting, cases: list[Case]) -> HoursEntry | None:
        if meeting.case >= len(cases):
            cases.append(self._open(meeting))
        held = Held(number=meeting.number, attendance=meeting.attendance, totals=meeting.totals)
        worked = self._worked(meeting.on, 50, meeting.mode, None)
        moment = self.moment(meeting.on)
        case = cases[meeting.case]
        return record_session(self.db, case, self.own, held, worked, moment).entry

    def _open(self, meeting: Meeting) -> Case:
        return open_case(
            self.db,
            self.enrolment,
            self.own,
            code=self.trainee.codes[meeting.case],
            opened_on=meeting.on,
            today=self.today,
            usual_minutes=50,
            usual_mode=meeting.mode,
            placement_id=self.placement.id,
            curriculum=self.curriculum,
            at=evening(meeting.on),
        )

    def _worked(self, on: date, minutes: int, mode: Mode, group: int | None) -> Worked:
        return Worked(
            worked_on=on,
            minutes=minutes,
            mode=mode,
            group_size=group,
            placement_id=self.placement.id,
            supervisor_id=self.supervisor.id,
        )

    def _send_and_sign(self, logged: list[HoursEntry], last: date) -> None:
        """The newest days stay in draft; the fortnight before waits; the rest is signed."""
        age = (self.today - last).days
        stays = self.trainee.course is Course.STUCK
        if age < 3 or not logged:  # noqa: PLR2004 - the last days are still to be sent
            return
        sent = last + timedelta(days=1)
        submit_entries(self.db, logged, self.own, at=evening(sent, 21))
        if age > 16 and not (stays and age < 90):  # noqa: PLR2004 - a fortnight, a quarter
            self._sign(logged, last + timedelta(days=4))
        elif not stays:
            self._ask(logged, last + timedelta(days=2))

    def _sign(self, logged: list[HoursEntry], day: date) -> None:
        self.db.flush()  # the numbers and versions that are signed
        picked = {entry.id: entry.version for entry in logged}
        countersign_entries(self.db, picked, self.senior, today=day, at=evening(day, 22))

    def _ask(self, logged: list[HoursEntry], day: date) -> None:
        """Of what waits, one entry is queried and one comes back."""
        self.db.flush()  # their versions travel with what is said
        at = evening(min(day, self.today), 22)
        first, *_, last = logged
        words = "Was this the usual fifty minutes? The room was booked for longer."
        query_entry(self.db, first, self.senior, words, version=first.version, at=at)
        if self.trainee.course is Course.STEADY and last is not first:
            words = "Which placement was this? Please correct it and send it again."
            return_entry(self.db, last, self.senior, words, version=last.version, at=at)

    def _end(self, cases: Sequence[Case]) -> None:
        for case in cases:
            held = sum(session.attendance == "attended" for session in case.sessions)
            last = max(session.held_on for session in case.sessions)
            if len(case.sessions) >= 16 and held:  # noqa: PLR2004 - a treatment's sessions
                close_case(
                    self.db,
                    case,
                    self.own,
                    standing=CaseStanding.COMPLETED,
                    closed_on=last,
                    today=self.today,
                    at=evening(last, 20),
                )

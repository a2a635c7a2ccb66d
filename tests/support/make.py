"""Makes rows for tests: each call commits one row and whatever it needs below it."""

from datetime import UTC, date, datetime
from itertools import count

from workbench.accounts.models import OneTimeLink, Person
from workbench.accounts.passwords import hash_password
from workbench.cases.models import Case, TherapySession
from workbench.curricula.activities import Attendance, Mode
from workbench.curricula.asked_standing import Signatory
from workbench.hours.domain.entry import Standing
from workbench.hours.models import Attestation, HoursEntry
from workbench.publishing.models import CurriculumDraft
from workbench.training.models import (
    Accreditation,
    Cohort,
    Enrolment,
    Invitation,
    InvitedAs,
    Membership,
    Placement,
    PriorHours,
    Programme,
    Provider,
    Role,
    Supervision,
)

AT = datetime(2026, 11, 1, 9, tzinfo=UTC)
DAY = date(2026, 3, 2)
CURRICULUM = ("dit-practitioner-5day-uk", "2026.1")
PASSWORD = "correct horse battery staple"
PASSWORD_HASH = hash_password(PASSWORD)


class Make:
    """The factory behind the `make` fixture. Names are invented; numbers count up."""

    def __init__(self, db):
        self.db = db
        self.number = count(1)

    def person(self, name="Mina Parry", **values):
        number = next(self.number)
        return self._kept(
            Person(
                **{
                    "name": name,
                    "email": f"person{number}@example.org",
                    "password_hash": PASSWORD_HASH,
                    "created_at": AT,
                }
                | values
            )
        )

    def provider(self, **values):
        number = next(self.number)
        given = {"name": f"Harbour Institute {number}", "short_name": f"HI{number}"}
        return self._kept(Provider(**given | {"created_at": AT} | values))

    def membership(self, role=Role.ADMINISTRATOR, provider=None, person=None, **values):
        return self._kept(
            Membership(
                role=role,
                provider=provider or self.provider(),
                person=person or self.person("Jo Lindqvist"),
                **{"started_on": DAY} | values,
            )
        )

    def administrator(self, provider):
        return self.membership(provider=provider).person

    def invitation(self, provider=None, name="Hana Brandt", **values):
        number = next(self.number)
        link = self._kept(
            OneTimeLink(
                token_hash=f"{number:064}",
                email=f"invited{number}@example.org",
                name=name,
                created_at=AT,
                expires_at=AT.replace(year=2099),
            )
        )
        given = {"invited_as": InvitedAs.SUPERVISOR, "provider": provider or self.provider()}
        return self._kept(Invitation(link=link, **given | values))

    def cohort(self, provider=None, curriculum=CURRICULUM, **values):
        provider = provider or self.provider()
        key, version = curriculum
        programme = self._kept(Programme(provider=provider, curriculum_key=key, title="DIT"))
        given = {"name": f"2026 {next(self.number)}", "starts_on": DAY, "created_at": AT}
        return self._kept(
            Cohort(
                provider=provider,
                programme=programme,
                curriculum_key=key,
                curriculum_version=version,
                **given | values,
            )
        )

    def enrolment(self, trainee=None, cohort=None, supervisor=None, **values):
        cohort = cohort or self.cohort()
        enrolment = self._kept(
            Enrolment(
                provider=cohort.provider,
                cohort=cohort,
                trainee=trainee or self.person(),
                curriculum_key=cohort.curriculum_key,
                curriculum_version=cohort.curriculum_version,
                **{"started_on": DAY} | values,
            )
        )
        if supervisor is not None:
            self.supervision(enrolment, supervisor)
        return enrolment

    def supervision(self, enrolment, supervisor=None, **values):
        supervisor = supervisor or self.person("Dr Anwar Ahmed")
        return self._kept(
            Supervision(enrolment=enrolment, supervisor=supervisor, **{"started_on": DAY} | values)
        )

    def placement(self, enrolment=None, name="North Clinic", **values):
        enrolment = enrolment or self.enrolment()
        return self._kept(Placement(enrolment=enrolment, name=name, started_on=DAY, **values))

    def case(self, enrolment=None, code="A7", **values):
        given = {"opened_on": DAY, "usual_minutes": 50, "activity": "dit_therapy"}
        return self._kept(
            Case(enrolment=enrolment or self.enrolment(), code=code, **given | values)
        )

    def therapy_session(self, case=None, number=1, **values):
        given = {
            "held_on": DAY,
            "attendance": Attendance.ATTENDED,
            "minutes": 50,
            "mode": Mode.IN_PERSON,
            "phase": "initial",
            "recorded_at": AT,
        }
        return self._kept(TherapySession(case=case or self.case(), number=number, **given | values))

    def entry(self, enrolment=None, standing=Standing.SUBMITTED, **values):
        given = {
            "activity": "supervision",
            "worked_on": DAY,
            "minutes": 60,
            "mode": Mode.VIDEO,
            "logged_at": AT,
        }
        if standing is not Standing.DRAFT:
            given["submitted_at"] = AT
        return self._kept(
            HoursEntry(enrolment=enrolment or self.enrolment(), standing=standing, **given | values)
        )

    def curriculum_draft(self, provider, text, by, title="Small"):
        given = {"text": text, "title": title, "started_at": AT, "saved_at": AT}
        return self._kept(CurriculumDraft(provider=provider, saved_by=by, **given))

    def accreditation(self, membership=None, **values):
        membership = membership or self.membership(Role.SUPERVISOR)
        given = {"started_on": DAY, "recorded_by_id": membership.person_id, "recorded_at": AT}
        return self._kept(
            Accreditation(
                provider_id=membership.provider_id,
                person_id=membership.person_id,
                **given | values,
            )
        )

    def prior(self, enrolment=None, **values):
        enrolment = enrolment or self.enrolment()
        given = {
            "activity": "psychodynamic_therapy",
            "minutes": 7_200,
            "started_on": DAY.replace(year=2021),
            "ended_on": DAY.replace(year=2023),
            "document": "Letter of the North Clinic",
            "recorded_by_id": enrolment.trainee_id,
            "recorded_at": AT,
        }
        return self._kept(PriorHours(enrolment=enrolment, **given | values))

    def attestation(self, enrolment=None, **values):
        enrolment = enrolment or self.enrolment()
        given = {
            "signatory": Signatory.PLACEMENT_MANAGER,
            "name": "Hana Brandt",
            "started_on": DAY,
            "ended_on": DAY.replace(month=4),
            "signed_on": DAY.replace(month=5),
            "recorded_by_id": enrolment.trainee_id,
            "recorded_at": AT,
        }
        return self._kept(Attestation(enrolment=enrolment, **given | values))

    def _kept(self, row):
        self.db.add(row)
        self.db.commit()
        return row

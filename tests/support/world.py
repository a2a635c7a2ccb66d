"""One trainee's whole training among people who may and may not see it, for the route matrix."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import joinedload
from support.issuers import issue_record
from support.make import AT, DAY, Make
from support.marks import mark
from support.pages import Browser
from support.publishers import publish

from workbench.adherence.domain.score import Answer, Rater, RatingStanding, SelectedBy
from workbench.adherence.models import Rating, Score
from workbench.cases.models import Pseudonym
from workbench.curricula.activities import Mode
from workbench.documents.models import Comment, Document
from workbench.hours.domain.entry import Standing, VerdictKind
from workbench.hours.models import Countersignature, HoursEntry, Verdict
from workbench.training.models import GateReport, Membership, Milestone, Pause, Role

MILESTONES = ("diploma", "theory", "registration", "experience")


@dataclass(frozen=True)
class Spot:
    """A row in an address, and where the policy finds it."""

    id: int
    provider_id: int
    enrolment_id: int | None = None
    trainee_id: int | None = None


class World:
    """The people by kind, the rows by name. Every text that somebody wrote holds a mark."""

    def __init__(self, app, db, instance):
        self.app, self.db, self.instance = app, db, instance
        self.make = Make(db)
        self.spots = {}
        self._settle()
        self._train()
        self._log()
        self._write()
        self._rate()
        issue_record(self)
        publish(self)

    def at_work(self, name, row, on=None):
        """Keep a row under a name that hangs on an enrolment, the trainee's unless told."""
        on = on or self.enrolment
        self.spots[name] = Spot(row.id, on.provider_id, on.id, on.trainee_id)
        return row

    def in_provider(self, name, row):
        self.spots[name] = Spot(row.id, self.provider.id)
        return row

    def browser(self, kind):
        browser = Browser(self.app)
        person = self.people[kind]
        return browser if person is None else browser.carrying(self.db, person)

    def _kept(self, row):
        self.db.add(row)
        self.db.commit()
        return row

    def _settle(self):
        make = self.make
        self.provider = make.provider(short_name="ZQH")
        self.elsewhere = make.provider(name=mark("provider elsewhere"))
        self.people = {
            "anonymous": None,
            "trainee": self._person("trainee"),
            "peer": self._person("peer"),
            "supervisor": make.person("Dr Anwar Ahmed"),
            "second supervisor": make.person("Dr Rosa Lind"),
            "former supervisor": make.person("Dr Hugo Varga"),
            "other supervisor": make.person("Dr Ines Okafor"),
            "administrator": make.administrator(self.provider),
            "administrator elsewhere": make.administrator(self.elsewhere),
            "disabled": make.person("Dr Lee Brandt", disabled_at=AT),
            "roleless": make.person("Noor Sato"),
        }

    def _person(self, kind):
        name, email = mark(f"name of the {kind}"), mark(f"address of the {kind}")
        return self.make.person(name, email=f"{email}@example.org")

    def _train(self):
        make, people = self.make, self.people
        cohort = self.in_provider("cohort", make.cohort(self.provider))
        self.enrolment = make.enrolment(people["trainee"], cohort)
        self.at_work("enrolment", self.enrolment)
        self.peer_enrolment = make.enrolment(people["peer"], cohort, people["other supervisor"])
        far = make.cohort(self.elsewhere, name=mark("cohort elsewhere"))
        self.far_enrolment = make.enrolment(self._person("far trainee"), far)
        self._appoint()
        self.in_provider("provider", self.provider)
        invited = make.invitation(self.provider, name=mark("name of the invited"))
        invited.link.email = mark("address of the invited")
        self.in_provider("invitation", self._kept(invited))
        self.in_provider("person", people["trainee"])
        place = make.placement(self.enrolment, name=mark("placement"))
        self.placement = self.at_work("placement", place)
        letter = make.prior(self.enrolment, document=mark("letter of earlier years"))
        self.at_work("prior hours", letter)
        signed = make.attestation(self.enrolment, name=mark("name of a signatory"))
        self.at_work("attestation", signed)
        self.at_work("pause", self._kept(Pause(enrolment=self.enrolment, started_on=DAY)))

    def _appoint(self):
        make, people = self.make, self.people
        for kind in ("supervisor", "second supervisor", "other supervisor", "former supervisor"):
            make.membership(Role.SUPERVISOR, self.provider, people[kind])
        make.membership(Role.ADMINISTRATOR, self.provider, people["disabled"])
        for kind in ("second supervisor", "disabled"):
            make.supervision(self.enrolment, people[kind])
        make.supervision(self.enrolment, people["former supervisor"], ended_on=DAY)
        appointed = make.supervision(self.enrolment, people["supervisor"])
        self.at_work("supervision", appointed)
        membership = self.db.scalars(select(Membership)).first()
        self.in_provider("membership", membership)
        self.in_provider("accreditation", make.accreditation(membership))

    def _log(self):
        self.entry("submitted entry", Standing.SUBMITTED)
        self.entry("draft entry", Standing.DRAFT)
        asked = self.entry("queried entry", Standing.QUERIED)
        self._say(asked, VerdictKind.QUERY)
        back = self.entry("returned entry", Standing.RETURNED)
        self._say(back, VerdictKind.RETURN)
        self._let_stand(asked)
        said = {"signed_at": AT, "statement": "I confirm.", "digest": "0" * 64}
        signature = self._kept(Countersignature(supervisor=self.people["supervisor"], **said))
        self.at_work("signature", signature)
        signed = self.entry("signed entry", Standing.COUNTERSIGNED, countersignature=signature)
        self.entry(
            "correction",
            Standing.SUBMITTED,
            corrects_id=signed.id,
            reason=mark("reason for a correction"),
        )
        others = (self.peer_enrolment, "peer"), (self.far_enrolment, "far trainee")
        for enrolment, whose in others:
            note = mark(f"note of the {whose}")
            self.at_work(f"entry of the {whose}", self.make.entry(enrolment, note=note), enrolment)
        self._enough(signature)

    def _let_stand(self, entry):
        reason = {"section": "note", "start": 0, "end": 2, "label": "NAME"}
        report = {"dismissed": [reason | {"reason": mark("reason to let a note stand")}]}
        given = {"subject": f"hours_entries:{entry.id}", "author_id": entry.trainee_id}
        self._kept(GateReport(enrolment=self.enrolment, report=report, made_at=AT, **given))

    def _say(self, entry, kind):
        words, author = mark(f"{kind} of an entry"), self.people["supervisor"]
        self._kept(Verdict(entry=entry, author=author, kind=kind, words=words, at=AT))

    def entry(self, name, standing, **values):
        given = {"note": mark(f"note of the {name}"), "placement_id": self.placement.id}
        row = self.make.entry(self.enrolment, standing, **given | values)
        return self.at_work(name, row)

    def _enough(self, signature):
        """What the first gate asks, so that a record can be issued."""
        practice = [("psychodynamic_therapy", 1_440)] * 7
        for number, (activity, minutes) in enumerate([("personal_therapy", 50)] * 54 + practice):
            self.db.add(
                HoursEntry(
                    enrolment=self.enrolment,
                    activity=activity,
                    worked_on=AT.date() - timedelta(weeks=number),
                    minutes=minutes,
                    mode=Mode.IN_PERSON,
                    standing=Standing.COUNTERSIGNED,
                    logged_at=AT,
                    submitted_at=AT,
                    countersignature=signature,
                )
            )
        for key in MILESTONES:
            milestone = Milestone(
                enrolment=self.enrolment,
                key=key,
                happened_on=DAY,
                evidence=mark("evidence of a milestone"),
                recorded_by_id=self.people["administrator"].id,
                recorded_at=AT,
            )
            self.at_work("milestone", self._kept(milestone))

    def _write(self):
        """Through the door, since a version and its threads hold each other together."""
        case = self.at_work("case", self.make.case(self.enrolment, code=mark("case code")))
        self.sessions = [
            self.make.therapy_session(case, number, phase="middle") for number in (5, 6, 7)
        ]
        for name, held in zip(("begun", "blind", "rated"), self.sessions, strict=True):
            self.at_work(f"{name} session", held)
        trainee, supervisor = self.browser("trainee"), self.browser("supervisor")
        sent = self._begun(trainee, f"/cases/{case.id}/documents/ipaf")
        self._save(trainee, sent, mark("document"), "Joan copes.")
        self._send(trainee, sent, "Joan")
        self._comment(supervisor, sent, mark("comment"))
        supervisor.post(f"/documents/{sent.id}/review", {"verdict": "revise", "version": 1})
        self._save(trainee, sent, mark("document"), mark("draft after sending"))
        agreed = {"case_id": case.id, "words": mark("pseudonym"), "agreed_at": AT}
        self._kept(Pseudonym(enrolment=self.enrolment, **agreed))
        self._comment(self.browser("second supervisor"), sent, mark("unsent comment"))
        self.at_work("sent document", sent)
        unsent = self._begun(trainee, f"/enrolments/{self.enrolment.id}/documents/case_study")
        self._save(trainee, unsent, mark("unsent document"), part="setting")
        self.at_work("unsent document", unsent)
        sent_comment, unsent_comment = self.db.scalars(
            select(Comment).options(joinedload(Comment.thread)).order_by(Comment.id)
        ).all()
        self.at_work("unsent comment", unsent_comment)
        self.at_work("sent thread", sent_comment.thread)
        self.at_work("unsent thread", unsent_comment.thread)
        self.db.commit()
        answer = {"words": mark("answer")}
        trainee.post(f"/documents/threads/{sent_comment.thread_id}/answers", answer)

    def _begun(self, browser, path):
        location = browser.post(path).location
        return self.db.get(Document, int(location.split("/")[2]))

    def _save(self, browser, document, *words, part="self"):
        self._sent(browser, document, "draft", {f"part_{part}": " ".join(words)})

    def _send(self, browser, document, passage):
        start = document.draft["self"].index(passage)
        where = {"section": "self", "start": start, "end": start + len(passage)}
        decided = {"do": "dismiss", "reason": mark("reason to keep a name")}
        self._sent(browser, document, "findings", where | decided)
        declared = {"method": "disguise", "recognised": "no", "declared": "y"}
        self._sent(browser, document, "submit", declared)

    def _sent(self, browser, document, to, given):
        self.db.refresh(document)
        given |= {"version": document.draft_version}
        self.db.commit()
        assert browser.post(f"/documents/{document.id}/{to}", given).status_code == 303
        self.db.refresh(document)
        self.db.commit()

    @staticmethod
    def _comment(browser, document, words):
        quote = mark("document")
        where = {"section": "self", "start": 0, "end": len(quote), "quote": quote}
        path = f"/documents/{document.id}/versions/1/comments"
        assert browser.post(path, where | {"words": words}).status_code == 303

    def _rate(self):
        begun, blind, both = self.sessions
        self.rating("open rating", begun, "trainee", RatingStanding.DRAFT)
        self.rating("blind rating", blind, "supervisor", RatingStanding.SIGNED)
        self.rating("own rating", both, "trainee", RatingStanding.SIGNED)
        self.rating("opposite rating", both, "supervisor", RatingStanding.SIGNED)

    def rating(self, name, held, rater, standing):
        signed = {"signed_at": AT, "rule_verdict": "passed", "own_verdict": "passed"}
        row = Rating(
            enrolment=self.enrolment,
            therapy_session=held,
            rater=self.people[rater],
            by=Rater.SELF if rater == "trainee" else Rater.SUPERVISOR,
            standing=standing,
            short_form=True,
            selected_by=SelectedBy.SUPERVISOR,
            curriculum_key=self.enrolment.curriculum_key,
            curriculum_version=self.enrolment.curriculum_version,
            phase="middle",
            started_at=AT,
            saved_at=AT,
            **signed if standing is RatingStanding.SIGNED else {},
        )
        said = {"answer": Answer.SCORED, "evidence": mark(f"evidence of the {name}")}
        row.scores = [Score(task="B01", extent=3, skill=3, **said)]
        self.at_work(name, self._kept(row))

"""A small invented curriculum and plain makers of facts, for the tests of the engine."""

from datetime import date, timedelta
from itertools import count

import msgspec

from workbench.curricula.activities import (
    Activity,
    ActivityKind,
    Attendance,
    Format,
    GroupCredit,
    Mode,
    Unit,
)
from workbench.curricula.asked import RaterRole
from workbench.curricula.asked_cases import Cases, Documents, DocumentStanding, RatedRecordings
from workbench.curricula.asked_hours import Duration, Frequency, HoursTotal
from workbench.curricula.asked_standing import Deadline, DeadlineForce, Milestone
from workbench.curricula.asked_supervision import Supervision
from workbench.curricula.materials import DocumentKind, Owner, Section, When
from workbench.curricula.model import Curriculum, Gate, MilestoneKind, Phase, Status, Treatment
from workbench.curricula.requirements import Requirement
from workbench.progress.domain.evaluate import evaluate
from workbench.progress.domain.facts import (
    CaseFact,
    CaseStanding,
    DocumentFact,
    EnrolmentFact,
    EntryFact,
    EntryStanding,
    Facts,
    MilestoneFact,
    PauseFact,
    RatingFact,
    SessionFact,
    Stage,
    Verdict,
)
from workbench.progress.domain.findings import Finding

TODAY = date(2026, 11, 21)
START = date(2026, 1, 5)

THERAPY = Activity(
    key="therapy",
    name="Therapy",
    kind=ActivityKind.CLIENT_WORK,
    meaning="An attended session.",
    unit=Unit.SESSION_IS_AN_HOUR,
    session_minutes=50,
    modes=(Mode.IN_PERSON, Mode.VIDEO),
)
SUPERVISION = Activity(
    key="supervision",
    name="Supervision",
    kind=ActivityKind.SUPERVISION,
    meaning="With a supervisor.",
    unit=Unit.CLOCK,
    formats=(Format.INDIVIDUAL, Format.GROUP),
    group_credit=GroupCredit.DIVIDED,
)
OWN_THERAPY = Activity(
    key="own_therapy",
    name="Personal therapy",
    kind=ActivityKind.PERSONAL_THERAPY,
    meaning="One's own.",
    unit=Unit.CLOCK,
)
ASSESSMENT = Activity(
    key="assessment",
    name="Assessment",
    kind=ActivityKind.OTHER,
    meaning="Before therapy.",
    unit=Unit.NOTHING,
)

HOURS = HoursTotal(
    key="hours", title="Practice", words="150 hours.", activities=("therapy",), hours=150
)
YEAR = Duration(
    key="year",
    title="Personal therapy, one year",
    words="A year, weekly.",
    activities=("own_therapy",),
    months=12,
    frequency=Frequency.WEEKLY,
    periods=40,
    longest_break_days=42,
)
ROLE_PLAY = Milestone(key="role_play", title="Role play", words="Passed.", milestone="role_play")
TWO_CASES = Cases(
    key="cases", title="Cases", words="Two.", activity="therapy", cases=2, sessions=16
)
SUPERVISED = Supervision(
    key="supervised",
    title="DIT supervision",
    words="16 hours.",
    activities=("supervision",),
    hours=16,
    minutes_per_session=30,
    sessions_of=("therapy",),
)
RECORDINGS = RatedRecordings(
    key="recordings",
    title="Rated recordings",
    words="Four, two a case.",
    recordings=4,
    cases=2,
    per_case=2,
    scale="skill",
)
FORMULATIONS = Documents(
    key="formulations",
    title="IPAF agreed",
    words="One a case.",
    kind="ipaf",
    standing=DocumentStanding.AGREED,
    cases=2,
)
CASE_STUDY = Documents(
    key="case_study",
    title="Case study",
    words="Passed.",
    kind="case_study",
    standing=DocumentStanding.PASSED,
)
START_BY = Deadline(
    key="start_by",
    title="Start within six months",
    words="Six months.",
    months=6,
    from_milestone="course",
    until_first_of=("therapy",),
    otherwise="A refresher day is needed.",
)
ALL_BY = Deadline(
    key="all_by",
    title="All within three years",
    words="36 months.",
    months=36,
    from_milestone="course",
    until_met=("role_play",),
    otherwise="The course is repeated.",
)
ADVISED_BY = Deadline(
    key="advised_by",
    title="Best within two years",
    words="24 months.",
    months=24,
    from_first_of=("therapy",),
    until_met=("role_play",),
    force=DeadlineForce.ADVISED,
    otherwise="Talk about it with your provider.",
)


def document_kind(key, owner, when=None):
    section = Section(key="all", title="All", called="all of it", prompt="Write.")
    return DocumentKind(
        key=key,
        name=key.upper(),
        owner=owner,
        introduction="Write.",
        sections=(section,),
        when=when,
        anonymised="I have checked it.",
    )


IPAF_WHEN = When(words="Usual by session 4.", draft_by_session=3, share_by_session=4)
LETTER_WHEN = When(
    words="Draft by session 12, share by 14.", draft_by_session=12, share_by_session=14
)


def curriculum(*requirements: Requirement, gates=None):
    return Curriculum(
        format=1,
        key="invented",
        version="2026.1",
        title="Invented",
        language="en-GB",
        body="Harbour Institute",
        status=Status.PUBLISHED,
        notice="Invented.",
        sources=(),
        treatment=Treatment(
            name="DIT",
            sessions=16,
            usual_minutes=50,
            phases=(
                Phase(key="initial", name="Initial", first=1, last=4),
                Phase(key="middle", name="Middle", first=5, last=12),
                Phase(key="ending", name="Ending", first=13, last=16),
            ),
            extra_session="Belongs to the ending.",
            early_ending="Ended early.",
        ),
        activities=(THERAPY, SUPERVISION, OWN_THERAPY, ASSESSMENT),
        milestones=(
            MilestoneKind(key="role_play", name="Role play", evidence="The result"),
            MilestoneKind(key="course", name="Course", evidence="The certificate"),
        ),
        document_kinds=(
            document_kind("ipaf", Owner.CASE, IPAF_WHEN),
            document_kind("letter", Owner.CASE, LETTER_WHEN),
            document_kind("case_study", Owner.ENROLMENT),
            document_kind("notes", Owner.CASE),
            document_kind("reflection", Owner.CASE, When(words="At any time.")),
        ),
        gates=gates
        or (Gate(key="gate", name="Gate", meaning="A step.", requirements=requirements),),
    )


EVERYTHING = curriculum(
    HOURS,
    YEAR,
    ROLE_PLAY,
    TWO_CASES,
    SUPERVISED,
    RECORDINGS,
    FORMULATIONS,
    CASE_STUDY,
    START_BY,
    ALL_BY,
    ADVISED_BY,
)

numbers = count(1)


def entry(activity="therapy", minutes=60, standing=EntryStanding.COUNTERSIGNED, **fields):
    fields = {"id": next(numbers), "on": date(2026, 10, 1), **fields}
    return EntryFact(activity=activity, minutes=minutes, standing=EntryStanding(standing), **fields)


def session(case, number, on=None, attendance=Attendance.ATTENDED):
    phase = "initial" if number < 5 else "middle" if number < 13 else "ending"
    return SessionFact(
        id=next(numbers),
        case=case,
        number=number,
        on=on or date(2026, 2, 2) + timedelta(weeks=number),
        attendance=attendance,
        minutes=50,
        phase=phase,
    )


def case(code, standing=CaseStanding.OPEN, opened_on=START, **fields):
    return CaseFact(code=code, opened_on=opened_on, standing=standing, **fields)


def document(kind="ipaf", case="A7", stage=Stage.DRAFT, **fields):
    fields = {"id": next(numbers), "on": date(2026, 11, 1), **fields}
    return DocumentFact(kind=kind, case=case, stage=stage, **fields)


def rating(case, session, by="supervisor", verdict=Verdict.PASSED, **fields):
    fields = {"id": next(numbers), "phase": "middle", "signed_on": date(2026, 11, 1), **fields}
    return RatingFact(case=case, session=session, by=RaterRole(by), verdict=verdict, **fields)


def milestone(key, on=date(2026, 3, 4), evidence="", until=None):
    return MilestoneFact(key=key, on=on, evidence=evidence, until=until)


def pause(start, end=None):
    return PauseFact(start=start, end=end)


def facts(**known):
    known = {name: tuple(values) for name, values in known.items()}
    return Facts(enrolment=EnrolmentFact(started_on=START), **known)


def found(asked: Requirement, known: Facts, *, on=TODAY) -> Finding:
    """The finding of one requirement that is alone in its curriculum."""
    [gate] = evaluate(curriculum(asked), known, on=on)
    [finding] = gate.findings
    return finding


def shuffled(known: Facts, random) -> Facts:
    def mixed(values):
        values = list(values)
        random.shuffle(values)
        return tuple(values)

    lists = [name for name in known.__struct_fields__ if name != "enrolment"]
    return msgspec.structs.replace(known, **{name: mixed(getattr(known, name)) for name in lists})

"""What changes on a provider and its enrolments, a file for each kind of row."""

from workbench.training.commands.enrolments import (
    end_enrolment,
    enrol,
    pause_enrolment,
    reopen_enrolment,
    resume_enrolment,
)
from workbench.training.commands.fitness import (
    accredit,
    remove_accreditation,
    say_whether_therapist,
)
from workbench.training.commands.gating import keep_report
from workbench.training.commands.invitations import (
    accept_as_new,
    accept_invitation,
    invite,
    reissue_invitation,
    withdraw_invitation,
)
from workbench.training.commands.marking import mark_change
from workbench.training.commands.milestones import (
    correct_milestone,
    record_milestone,
    remove_milestone,
)
from workbench.training.commands.passwords import make_new_password_link
from workbench.training.commands.placements import change_placement, open_placement
from workbench.training.commands.prior import record_prior, remove_prior, verify_prior
from workbench.training.commands.providers import (
    end_membership,
    make_cohort,
    make_member,
    make_provider,
    programme_of,
)
from workbench.training.commands.supervision import (
    appoint_supervisor,
    cancel_supervision,
    end_supervision,
)

__all__ = [
    "accept_as_new",
    "accept_invitation",
    "accredit",
    "appoint_supervisor",
    "cancel_supervision",
    "change_placement",
    "correct_milestone",
    "end_enrolment",
    "end_membership",
    "end_supervision",
    "enrol",
    "invite",
    "keep_report",
    "make_cohort",
    "make_member",
    "make_new_password_link",
    "make_provider",
    "mark_change",
    "open_placement",
    "pause_enrolment",
    "programme_of",
    "record_milestone",
    "record_prior",
    "reissue_invitation",
    "remove_accreditation",
    "remove_milestone",
    "remove_prior",
    "reopen_enrolment",
    "resume_enrolment",
    "say_whether_therapist",
    "verify_prior",
    "withdraw_invitation",
]

"""What a review holds before it is sent, asked of the commands themselves."""

from datetime import timedelta

import pytest
from support.make import AT, CURRICULUM

from workbench.curricula.library import Library
from workbench.documents.commands.commenting import change_comment, comment_on_passage
from workbench.documents.commands.writing import save_draft, start_document, submit_version
from workbench.documents.domain.sending import AlreadySent, Method
from workbench.documents.queries import versions_waiting
from workbench.policy import Actor

IPAF = Library().get(*CURRICULUM).document_kind("ipaf")


def submitted(db, case, at=AT):
    """An IPAF of a case with its first version."""
    actor = Actor(person_id=case.enrolment.trainee_id)
    document = start_document(db, actor, case.enrolment, IPAF, case=case, at=at)
    db.flush()
    save_draft(db, document, {"self": "I cope."}, version=document.draft_version, at=at)
    db.flush()
    return submit_version(
        db,
        document,
        IPAF,
        actor,
        method=Method.DISGUISE,
        draft_version=document.draft_version,
        after_session=None,
        at=at,
    )


def test_what_was_sent_meanwhile_is_not_changed(db, make):
    supervisor = make.person("Dr Anwar Ahmed")
    version = submitted(db, make.case(make.enrolment(supervisor=supervisor)))
    actor = Actor(person_id=supervisor.id)
    thread = comment_on_passage(db, version, [], actor, start=0, end=1, words="Who?", at=AT)
    [comment] = thread.comments
    comment.sent_at = AT
    db.flush()

    with pytest.raises(AlreadySent):
        change_comment(db, comment, words="Else.")


def test_the_oldest_version_waits_first_and_only_for_its_own_supervisor(db, make):
    supervisor = make.person("Dr Anwar Ahmed")
    enrolment = make.enrolment(supervisor=supervisor)
    later = submitted(db, make.case(enrolment, "A7"), AT + timedelta(days=1))
    earlier = submitted(db, make.case(enrolment, "B2"))
    submitted(db, make.case(make.enrolment(), "C3"))
    actor = Actor(person_id=supervisor.id, supervises=frozenset({enrolment.id}))

    waiting = versions_waiting(db, actor)

    assert list(waiting) == [earlier, later]
    assert waiting[0].document.case.code == "B2"
    assert versions_waiting(db, Actor(person_id=supervisor.id)) == []

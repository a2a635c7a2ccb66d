"""Asks for every address as every kind of person, and knows by a table who may read which row."""

import io
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from typing import Any

from support.apps import quick_app
from support.marks import ALL, CLOSE, FAR, MEMBERS, PEERS, PROVIDER, SUPERVISOR, TRAINEE
from support.world import World

from workbench.config import Config
from workbench.db import extension
from workbench.policy import Actor, allows

KINDS = (
    "anonymous",
    "disabled",
    "roleless",
    "trainee",
    "peer",
    "supervisor",
    "second supervisor",
    "former supervisor",
    "other supervisor",
    "administrator",
    "administrator elsewhere",
)
BOTH = TRAINEE | SUPERVISOR
VERSIONS = {"shipped version": KINDS, "own version": MEMBERS, "far version": FAR}
ENTRIES = dict.fromkeys(
    [f"{one} entry" for one in ("draft", "submitted", "queried", "returned", "signed")], ALL
)
SESSIONS = dict.fromkeys([f"{one} session" for one in ("begun", "blind", "rated")], CLOSE)
READERS = {
    "adherence.find_own_rating": {
        "open rating": TRAINEE,
        "own rating": TRAINEE,
        "blind rating": SUPERVISOR,
        "opposite rating": SUPERVISOR,
    },
    "adherence.find_rating": {
        "open rating": TRAINEE,
        "own rating": BOTH,
        "blind rating": SUPERVISOR,
        "opposite rating": BOTH,
    },
    "cases.find_case": {"case": CLOSE},
    "cases.find_therapy_session": SESSIONS,
    "documents.find_document": {"sent document": CLOSE, "unsent document": TRAINEE},
    "documents.find_own_draft": {"unsent comment": {"second supervisor"}},
    "documents.find_thread": {"sent thread": CLOSE, "unsent thread": {"second supervisor"}},
    "hours.find_attestation": {"attestation": ALL},
    "hours.find_entry": ENTRIES
    | {"correction": ALL, "entry of the peer": PEERS | PROVIDER, "entry of the far trainee": FAR},
    "hours.undo_countersign": {"signature": SUPERVISOR},
    "publishing.case_package": VERSIONS,
    "publishing.curriculum": VERSIONS,
    "publishing.file": VERSIONS,
    "publishing.find_draft": {"curriculum draft": PROVIDER},
    "records.find_record": {"record": TRAINEE | PROVIDER},
    "training.find_accreditation": {"accreditation": PROVIDER},
    "training.find_cohort": {"cohort": PROVIDER},
    "training.find_enrolment": {"enrolment": ALL},
    "training.find_invitation": {"invitation": PROVIDER},
    "training.find_membership": {"membership": PROVIDER},
    "training.find_milestone": {"milestone": ALL},
    "training.find_pause": {"pause": ALL},
    "training.find_person": {"person": PROVIDER},
    "training.find_placement": {"placement": ALL},
    "training.find_prior": {"prior hours": ALL},
    "training.find_provider": {"provider": PROVIDER},
    "training.find_supervision": {"supervision": ALL},
}
"""Who can read which row at all, by the query that finds it or by the view that needs none."""

PARTS = {
    "accounts.end_browser": {"name": "0" * 64},
    "documents.comment": {"number": 1},
    "documents.letter": {"number": 1},
    "documents.new_comment": {"number": 1},
    "documents.send_back": {"number": 1},
    "documents.start": {"kind": "ipaf"},
    "documents.start_for_enrolment": {"kind": "case_study"},
    "documents.version": {"number": 1},
    "progress.finding": {"gate": "eligibility", "key": "practice_150"},
    "records.file": {"kind": "csv"},
}
"""What an address names besides its row."""

NAMES = {
    "shipped version": {"key": "dit-practitioner-5day-uk", "version": "2026.1"},
    "own version": {"key": "zq-own", "version": "2027.1"},
    "far version": {"key": "zq-far", "version": "2027.1"},
}
"""What is found by its names instead of by the number of a row."""

WORDS = {"documents.comment": {"section": "self"}, "documents.new_comment": {"section": "self"}}
"""What a view needs to know besides its address."""

PAGES_OF = {"training.people": PROVIDER | FAR}
"""Pages that are not there for everybody who is signed in."""
NOBODY = {"anonymous", "disabled"}
HANDLED = {"HEAD", "OPTIONS"}
"""Methods that the framework answers for us."""
NEVER_SENT = {
    ("documents.version", "unsent document"),
    ("documents.letter", "unsent document"),
}
"""What a row that somebody may read has nothing to show at."""


@dataclass(frozen=True)
class Visit:
    """One way to ask for one thing; `row` is None where the address names none."""

    endpoint: str
    view: Any
    method: str
    path: str
    row: str | None = None

    def __str__(self):
        return f"{self.method} {self.path} ({self.row or self.endpoint})"


class Visitor:
    """What the browser of one kind of person carries."""

    def __init__(self, world, kind):
        browser = world.browser(kind)
        self.token = browser._token  # noqa: SLF001 - what every form of a test carries
        self.cookie = browser.client.get_cookie("workbench").value


@contextmanager
def asking_on(database, folder):
    """Asks in a whole training on a database of its own."""
    app = quick_app(Config(secret_key="k" * 40, database=database, instance=folder, tls=False))
    with app.app_context():
        engine, sessions = extension.engine, extension.sessionmaker
    with sessions() as db:
        world = World(app, db, folder)
        visitors = {kind: Visitor(world, kind) for kind in KINDS}
    with engine.connect() as connection:
        sessions.configure(bind=connection, join_transaction_mode="create_savepoint")
        yield Asking(world, connection, visitors)
    engine.dispose()


class Asking:
    """Asks as anybody, and takes back whatever that changed."""

    def __init__(self, world, connection, visitors):
        self.world, self.connection, self.visitors = world, connection, visitors
        self.app = world.app

    def __call__(self, kind, method, path, data=None, *, token=True, headers=None):
        visitor = self.visitors[kind]
        client = self.app.test_client()
        client.set_cookie("workbench", visitor.cookie)
        given = dict(data or {}) | ({"csrf_token": visitor.token} if token else {})
        where = {"query_string": data} if method == "GET" else {"data": given}
        with self.connection.begin() as change:
            response = client.open(path, method=method, headers=headers, **where)
            change.rollback()
        return response

    def actor(self, kind):
        """What the policy may know of each; written down here, not asked of the app."""
        world = self.world
        own, peers = frozenset({world.enrolment.id}), frozenset({world.peer_enrolment.id})
        roles = {
            "trainee": {"trains": own},
            "peer": {"trains": peers},
            "supervisor": {"supervises": own},
            "second supervisor": {"supervises": own},
            "other supervisor": {"supervises": peers},
            "administrator": {"administers": frozenset({world.provider.id})},
            "administrator elsewhere": {"administers": frozenset({world.elsewhere.id})},
        }
        return Actor(person_id=world.people[kind].id, **roles.get(kind, {}))

    def rules(self):
        for rule in self.app.url_map.iter_rules():
            yield rule, self.app.view_functions[rule.endpoint]

    def visits(self):
        """Every way to ask for every row that one must sign in for, and for what names no row."""
        for rule, view in self.rules():
            if view.door != "public":
                nameless = () if "row_id" in rule.arguments else (None,)
                rows = READERS.get(reader_of(rule, view), nameless)
                for row, method in product(rows, sorted(rule.methods - HANDLED)):
                    number = self.world.spots[row].id if row in self.world.spots else None
                    path = self.path(rule, number, NAMES.get(row, {}))
                    yield Visit(rule.endpoint, view, method, path, row)

    @staticmethod
    def path(rule, number=None, names=None):
        given = {} if number is None else {"row_id": number}
        return rule.build(given | (names or PARTS.get(rule.endpoint, {})))[1]

    def expected(self, kind, visit):
        """What the policy and the table of readers imply; 200 stands for every way of being in."""
        if kind in NOBODY:
            return 303 if visit.method == "GET" else 401
        if visit.row is None:
            return 200 if kind in PAGES_OF.get(visit.endpoint, KINDS) else 404
        readers = READERS[reader_of(visit, visit.view)][visit.row]
        if kind not in readers or (visit.endpoint, visit.row) in NEVER_SENT:
            return 404
        door = visit.view.door
        if door == "signed in" or allows(self.actor(kind), door, self.world.spots[visit.row]):
            return 200
        return 403


def reader_of(rule, view):
    """What the table of readers calls a view's way to its row."""
    find = getattr(view, "find", None)
    return f"{find.__module__.split('.')[1]}.{find.__name__}" if find else rule.endpoint


def told(response):
    """Everything that an answer says: its body, unpacked where it is packed, and its headers."""
    body = response.get_data()
    if response.mimetype == "application/zip":
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            body = b"".join(packed.read(name) for name in packed.namelist())
    return f"{body.decode(errors='replace')}\n{response.headers}"

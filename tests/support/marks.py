"""Words that a person may or may not come to read, each unlike anything else in the workbench."""

TRAINEE = frozenset({"trainee"})
SUPERVISOR = frozenset({"supervisor"})
SUPERVISORS = SUPERVISOR | {"second supervisor"}
CLOSE = TRAINEE | SUPERVISORS
PROVIDER = frozenset({"administrator"})
ALL = CLOSE | PROVIDER
PEERS = frozenset({"peer", "other supervisor"})
FAR = frozenset({"administrator elsewhere"})
MEMBERS = ALL | PEERS | {"former supervisor"}
"""Whoever has a role in the provider; the former supervisor is a supervisor of its still."""

READERS = {
    "name of the trainee": ALL,
    "address of the trainee": TRAINEE | PROVIDER,
    "case code": ALL,
    "placement": ALL,
    "note of the draft entry": CLOSE,
    "note of the submitted entry": CLOSE,
    "note of the queried entry": CLOSE,
    "note of the returned entry": CLOSE,
    "note of the signed entry": CLOSE,
    "note of the correction": CLOSE,
    "reason for a correction": CLOSE,
    "query of an entry": CLOSE,
    "return of an entry": CLOSE,
    "document": CLOSE,
    "draft after sending": TRAINEE,
    "unsent document": TRAINEE,
    "reason to keep a name": CLOSE,
    "pseudonym": CLOSE,
    "comment": CLOSE,
    "answer": CLOSE,
    "unsent comment": frozenset({"second supervisor"}),
    "evidence of the open rating": TRAINEE,
    "evidence of the blind rating": SUPERVISOR,
    "evidence of the own rating": TRAINEE | SUPERVISOR,
    "evidence of the opposite rating": TRAINEE | SUPERVISOR,
    "evidence of a milestone": ALL,
    "letter of earlier years": ALL,
    "name of a signatory": ALL,
    "record": TRAINEE | PROVIDER,
    "name of the invited": PROVIDER,
    "address of the invited": PROVIDER,
    "name of the peer": PEERS | PROVIDER,
    "address of the peer": frozenset({"peer"}) | PROVIDER,
    "note of the peer": PEERS,
    "name of the far trainee": FAR,
    "address of the far trainee": FAR,
    "note of the far trainee": frozenset(),
    "reason to let a note stand": CLOSE,
    "curriculum of the provider": MEMBERS,
    "draft of a curriculum": PROVIDER,
    "curriculum elsewhere": FAR,
    "provider elsewhere": FAR,
    "cohort elsewhere": FAR,
}
"""Who may come to read what, whatever page it is on."""

SHAPED = {"case code": "ZQX719", "record": "ZQH-2026-0001"}
"""Marks that have to look like what they stand for."""


def mark(name):
    """The word for one of the texts above."""
    assert name in READERS, f"say who may read: {name}"
    return SHAPED.get(name) or f"zq-{name.replace(' ', '-')}-qz"


def marks_hidden_from(kind):
    """Every mark that a kind of person may not read."""
    return [mark(name) for name, readers in READERS.items() if kind not in readers]


def marks_read_by(kind):
    """Every mark that a kind of person may read."""
    return {mark(name) for name, readers in READERS.items() if kind in readers}

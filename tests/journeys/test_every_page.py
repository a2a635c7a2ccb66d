"""Every page that a person can reach from their home page, each held to the rules of every page."""

from collections import deque
from urllib.parse import urljoin, urlsplit

import pytest
from sqlalchemy import select
from support.pages import hold_to_the_rules

from workbench.accounts.models import Person

LIMIT = 150
SKIPPED = ("/static/", "/records/archive")


def links(page, path):
    for anchor in page.select("a[href]"):
        parts = urlsplit(urljoin(f"http://localhost{path}", anchor["href"]))
        if parts.netloc == "localhost" and not parts.path.startswith(SKIPPED):
            yield parts.path + (f"?{parts.query}" if parts.query else "")


@pytest.mark.parametrize("email", ["parry", "ahmed", "lindqvist", "achebe", "okafor"])
def test_every_page_within_reach_is_sound(db, signed_in, email):
    person = db.scalars(select(Person).where(Person.email == f"{email}@harbour.example")).one()
    db.commit()
    browser = signed_in(person)
    queue, seen = deque(["/"]), {"/"}

    while queue and len(seen) < LIMIT:
        path = queue.popleft()
        answer = browser.get(path, follow_redirects=True)
        assert answer.status_code == 200, f"{path}: {answer.status}"
        if answer.mimetype != "text/html":
            continue
        for link in links(hold_to_the_rules(answer.text), path):
            if link not in seen:
                seen.add(link)
                queue.append(link)

    assert len(seen) > 15

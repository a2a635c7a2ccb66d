"""The shelf keeps what was published in memory, up to a limit; what is not there is asked again."""

import pytest
from publishing.conftest import of_version
from support.statements import counted

from workbench.publishing import shelf
from workbench.publishing.shelf import PublishedShelf


@pytest.fixture
def both(publish):
    publish(of_version("2026.1"))
    publish(of_version("2026.10", "2026.1"))


def test_a_version_is_read_once(app, provider, both):
    kept = PublishedShelf()

    with app.app_context(), counted() as sent:
        first, again = (kept.find(provider.id, "small", "2026.1") for _ in range(2))

    assert first is again
    assert len(sent) == 1


def test_what_is_not_there_is_asked_for_again(app, provider, both):
    kept = PublishedShelf()

    with app.app_context(), counted() as sent:
        found = [kept.find(provider.id, "small", "1999.1") for _ in range(2)]

    assert found == [None, None]
    assert len(sent) == 2


def test_the_one_kept_for_longest_goes_first(app, provider, both, monkeypatch):
    monkeypatch.setattr(shelf, "MOST", 1)
    kept = PublishedShelf()

    with app.app_context():
        kept.find(provider.id, "small", "2026.1")
        kept.find(provider.id, "small", "2026.10")
        with counted() as sent:
            kept.find(provider.id, "small", "2026.10")
            kept.find(provider.id, "small", "2026.1")

    assert len(sent) == 1


def test_versions_come_in_their_order(app, provider, both):
    with app.app_context():
        assert [one.version for one in PublishedShelf().of(provider.id)] == ["2026.1", "2026.10"]

"""Journeys walk through the demo, loaded once and copied for each."""

import pytest
from support.pages import Browser


@pytest.fixture
def database(demo):
    return demo()


@pytest.fixture
def visitor(app):
    return Browser(app)

"""A provider, those who work there, and one enrolment."""

import pytest

from workbench.training.models import (
    Role,
)


@pytest.fixture
def provider(make):
    return make.provider(name="Harbour Institute")


@pytest.fixture
def administrator(make, provider):
    return make.administrator(provider)


@pytest.fixture
def enrolment(make, provider):
    return make.enrolment(cohort=make.cohort(provider))


@pytest.fixture
def supervisor(make, provider):
    return make.membership(
        Role.SUPERVISOR, provider=provider, person=make.person("Dr Anwar Ahmed")
    ).person


@pytest.fixture
def desk(signed_in, administrator):
    return signed_in(administrator)

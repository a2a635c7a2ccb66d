"""A case, its trainee and their supervisor."""

import pytest


@pytest.fixture
def scene(make):
    supervisor = make.person("Dr Anwar Ahmed")
    enrolment = make.enrolment(supervisor=supervisor)
    return make.case(enrolment), enrolment.trainee, supervisor

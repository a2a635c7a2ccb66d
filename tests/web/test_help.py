"""The pages that explain, open to everybody."""

import pytest


@pytest.mark.parametrize("path", ["/help", "/shortcuts", "/accessibility", "/sign-in/help"])
def test_everybody_can_read_how_it_works(anonymous, path):
    anonymous.open(path)


def test_a_person_who_is_signed_in_reads_them_too(make, signed_in):
    signed_in(make.person()).open("/shortcuts")

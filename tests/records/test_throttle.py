"""Whoever asks by the hundred waits; nobody else does."""

from datetime import timedelta

from records.conftest import AT

from workbench.records import throttle
from workbench.records.throttle import CHECKS, Throttle


def test_one_address_waits_and_another_does_not():
    door = Throttle()
    for _ in range(CHECKS):
        assert door.lets("192.0.2.1", AT)

    assert not door.lets("192.0.2.1", AT)
    assert door.lets("192.0.2.2", AT)


def test_after_a_minute_it_goes_on():
    door = Throttle()
    for _ in range(CHECKS + 1):
        door.lets("192.0.2.1", AT)

    assert door.lets("192.0.2.1", AT + timedelta(minutes=1))


def test_the_addresses_that_are_remembered_are_bounded():
    door = Throttle()

    for number in range(throttle.MOST_ADDRESSES + 10):
        door.lets(str(number), AT)

    assert len(door._asked) == throttle.MOST_ADDRESSES  # noqa: SLF001 - the bound is the point

"""Numbers of records, as they are made, typed and found."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records.domain.made_statement import FILES, NUMBER, PUBLIC_ID

from workbench.records.domain import reading
from workbench.records.domain.naming import asked_name, fresh_public_id, number_of, prefix_of
from workbench.records.domain.reading import named_in


@pytest.mark.parametrize(
    ("short", "prefix"), [("HI", "HI"), ("hi-2", "HI2"), ("../x", "X"), ("é", "R"), ("", "R")]
)
def test_a_prefix_holds_capitals_and_figures_only(short, prefix):
    assert prefix_of(short) == prefix


def test_a_number_names_provider_year_and_place():
    assert number_of("HI", 2026, 147) == NUMBER
    assert number_of("HI", 2026, 123456) == "HI-2026-123456"


def test_a_public_name_is_128_bits():
    assert fresh_public_id(lambda count: b"\xab" * count) == "ab" * 16


@pytest.mark.parametrize(
    "typed",
    [
        NUMBER,
        f"  {NUMBER.lower()}\n",
        "HI \u2013 2026 \u2013 0147",
        f"Record {NUMBER}.",
        f"https://example.org/verify/{PUBLIC_ID}",
        PUBLIC_ID.upper(),
    ],
)
def test_what_people_type_is_read(typed):
    assert asked_name(typed) in {NUMBER, PUBLIC_ID}


@pytest.mark.parametrize("typed", ["", "hello", "HI-26-1", "x" * 10_000])
def test_what_names_no_record_is_none(typed):
    assert asked_name(typed) is None


@given(st.text())
def test_anything_may_be_typed(typed):
    asked_name(typed)


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_file_names_its_record(name):
    assert {NUMBER, PUBLIC_ID} <= set(named_in(FILES[name]))


@given(st.sampled_from(sorted(FILES)), st.integers(min_value=0), st.integers(1, 255))
def test_a_file_with_a_changed_byte_still_names_its_record(name, place, change):
    content = bytearray(FILES[name])
    content[place % len(content)] ^= change

    assert {NUMBER, PUBLIC_ID} & set(named_in(bytes(content)))


def test_a_name_is_found_in_wide_letters_and_in_a_packed_stream():
    wide = NUMBER.encode("utf-16-be")
    packed = b"%PDF-1.7 stream\n" + zlib.compress(NUMBER.encode())

    assert named_in(wide) == (NUMBER,)
    assert named_in(packed) == (NUMBER,)


def test_what_is_looked_through_is_bounded():
    many = " ".join(f"HI-2026-{n:04}" for n in range(100)).encode()
    bomb = b"%PDF stream\n" + zlib.compress(b"x" * 50_000_000) + b"stream\nstream\n" * 1000
    many_streams = b"%PDF" + b"stream\nx" * 1000

    assert len(named_in(many)) == reading.MOST_NAMES
    assert named_in(bomb) == named_in(many_streams) == ()


@given(st.binary())
def test_any_bytes_may_be_brought(content):
    named_in(content)
    named_in(b"%PDF" + content)

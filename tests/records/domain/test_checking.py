"""No altered form of a record is ever valid."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records.domain.made_statement import FILES, JSON, NUMBER, SIGNER, STRANGER, statement

from workbench.records.domain.canonical import canonical, digest
from workbench.records.domain.checking import Verdict, check_beside, check_bundle, check_sealed
from workbench.records.domain.sealing import is_signed, opened, sealed

KEYS = [SIGNER.public]
OTHERS = {name: content for name, content in FILES.items() if name != f"{NUMBER}.json"}


def changed(content, place, change):
    tampered = bytearray(content)
    tampered[place % len(tampered)] ^= change
    return bytes(tampered)


def test_the_files_as_issued_are_valid():
    assert check_sealed(JSON, KEYS).verdict is Verdict.VALID
    assert check_bundle(FILES, KEYS).verdict is Verdict.VALID
    for content in OTHERS.values():
        assert check_beside(content, JSON, KEYS).verdict is Verdict.VALID


@given(st.integers(min_value=0), st.integers(1, 255))
def test_one_changed_byte_of_the_json_is_never_valid(place, change):
    tampered = changed(JSON, place, change)

    assert check_sealed(tampered, KEYS).verdict is not Verdict.VALID


@given(st.sampled_from(sorted(OTHERS)), st.integers(min_value=0), st.integers(1, 255))
def test_one_changed_byte_of_another_file_is_altered(name, place, change):
    tampered = changed(FILES[name], place, change)

    assert check_beside(tampered, JSON, KEYS).verdict is Verdict.ALTERED
    assert check_bundle({**FILES, name: tampered}, KEYS).verdict is Verdict.ALTERED


@given(st.integers(min_value=0), st.binary(min_size=1, max_size=3))
def test_bytes_put_in_or_left_out_are_never_valid(place, more):
    at = place % len(JSON)

    assert check_sealed(JSON[:at] + more + JSON[at:], KEYS).verdict is not Verdict.VALID
    assert check_sealed(JSON[:at] + JSON[at + 1 :], KEYS).verdict is not Verdict.VALID


def test_the_same_words_written_in_another_way_are_altered():
    pretty = json.dumps(json.loads(JSON), indent=1).encode()

    assert check_sealed(pretty, KEYS).verdict is Verdict.ALTERED


def test_a_forged_statement_under_its_own_digest_needs_the_key():
    forged = json.loads(JSON)
    forged["statement"]["content"]["holder"] = "Somebody Else"
    forged["digest"] = digest(canonical(forged["statement"]))

    assert check_sealed(canonical(forged), KEYS).verdict is Verdict.ALTERED


def test_a_record_sealed_by_a_stranger_cannot_be_told():
    strange = sealed(statement(), OTHERS, STRANGER)

    assert check_sealed(strange, KEYS).verdict is Verdict.UNKNOWN
    assert check_bundle({**OTHERS, f"{NUMBER}.json": strange}, KEYS).verdict is Verdict.UNKNOWN


def test_a_stranger_who_names_our_key_is_altered():
    strange = json.loads(sealed(statement(), OTHERS, STRANGER))
    strange["kid"] = SIGNER.kid

    assert check_sealed(canonical(strange), KEYS).verdict is Verdict.ALTERED


@pytest.mark.parametrize("signature", ["", "x", "é", "AAAA", "A" * 86])
def test_a_signature_that_is_none_is_not_that_of_the_key(signature):
    record = json.loads(JSON) | {"signature": signature}

    assert check_sealed(canonical(record), KEYS).verdict is Verdict.ALTERED


def test_a_second_spelling_of_the_signature_is_refused():
    record = opened(JSON)
    last = {"A": "B", "Q": "R", "g": "h", "w": "x"}[record.signature[-1]]
    other = json.loads(JSON) | {"signature": record.signature[:-1] + last}

    assert not is_signed(opened(canonical(other)), SIGNER.public)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b"x", b"\xff", b"[" * 100_000, b'{"digest":1}', JSON[:-1] + b"]"]
)
def test_what_is_no_sealed_record_is_never_valid(content):
    assert check_sealed(content, KEYS).verdict is not Verdict.VALID
    assert check_beside(b"x", content, KEYS).verdict is Verdict.UNKNOWN


def test_a_file_that_is_none_of_ours_cannot_be_told():
    assert check_sealed(b"Dear all", KEYS).verdict is Verdict.UNKNOWN
    assert check_bundle({}, KEYS).verdict is Verdict.UNKNOWN
    assert check_bundle({"a": JSON, "b": JSON}, KEYS).verdict is Verdict.UNKNOWN


def test_a_broken_json_that_names_a_record_is_altered():
    assert check_sealed(JSON[:-1], KEYS).verdict is Verdict.ALTERED


@pytest.mark.parametrize("name", sorted(OTHERS))
def test_a_bundle_with_a_file_too_few_or_under_another_name_is_altered(name):
    rest = {other: content for other, content in FILES.items() if other != name}

    assert check_bundle(rest, KEYS).verdict is Verdict.ALTERED
    assert check_bundle({**rest, "x": FILES[name]}, KEYS).verdict is Verdict.ALTERED

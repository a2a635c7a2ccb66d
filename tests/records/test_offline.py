"""`workbench records verify`: the same verdict without a server or a database."""

import pytest
from click.testing import CliRunner
from records.domain.made_statement import FILES, NUMBER, SIGNER, STRANGER

from workbench.cli import main
from workbench.records.files import bundled_files
from workbench.records.keys import KeyRing, key_set


@pytest.fixture
def folder(tmp_path):
    """A folder with the three files and the provider's public keys."""
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "jwks.json").write_bytes(key_set([SIGNER.public]))
    return tmp_path


@pytest.fixture
def verify(folder):
    def run(name, *options):
        keys = options or ("--key", str(folder / "jwks.json"))
        result = CliRunner().invoke(main, ["records", "verify", str(folder / name), *keys])
        return result.exit_code, result.output

    return run


@pytest.mark.parametrize("kind", ["json", "pdf", "csv"])
def test_a_file_as_issued_is_valid(verify, kind):
    code, said = verify(f"{NUMBER}.{kind}")

    assert code == 0
    assert said.startswith("Valid: ")
    assert "Daniel Achebe" in said
    assert "Not checked" in said


@pytest.mark.parametrize("kind", ["json", "pdf", "csv"])
def test_a_changed_file_is_altered(verify, folder, kind):
    path = folder / f"{NUMBER}.{kind}"
    path.write_bytes(path.read_bytes().replace(b"2026", b"2027", 1))

    code, said = verify(path.name)

    assert (code, said[:8]) == (1, "Altered:")


def test_a_paper_without_its_record_cannot_be_told(verify, folder):
    (folder / f"{NUMBER}.json").rename(folder / "elsewhere.json")

    assert verify(f"{NUMBER}.pdf")[0] == 2
    keys = ("--key", str(folder / "jwks.json"), "--record", str(folder / "elsewhere.json"))
    assert verify(f"{NUMBER}.pdf", *keys)[0] == 0


def test_a_bundle_is_checked_as_a_whole(verify, folder):
    (folder / "all.zip").write_bytes(bundled_files(sorted(FILES.items())))
    (folder / "repacked.zip").write_bytes(bundled_files(sorted(FILES.items(), reverse=True)))
    changed = FILES | {f"{NUMBER}.csv": b"x"}
    (folder / "changed.zip").write_bytes(bundled_files(sorted(changed.items())))

    assert verify("all.zip")[0] == 0
    assert verify("repacked.zip")[0] == 2
    assert verify("changed.zip")[0] == 1


def test_against_the_keys_of_another_it_cannot_be_told(verify, folder):
    (folder / "other.json").write_bytes(key_set([STRANGER.public]))

    code, said = verify(f"{NUMBER}.json", "--key", str(folder / "other.json"))

    assert code == 2
    assert "not among the keys" in said


def test_a_key_file_that_is_none_is_refused_with_words(verify, folder):
    (folder / "bad.json").write_bytes(b"[]")

    code, said = verify(f"{NUMBER}.json", "--key", str(folder / "bad.json"))

    assert code == 2
    assert "no JWK Set" in said


def test_our_own_keys_are_used_where_none_are_given(folder, monkeypatch):
    monkeypatch.setenv("WORKBENCH_INSTANCE", str(folder))
    public = folder / "keys" / "public"
    public.mkdir(parents=True)
    [key] = [key_set([SIGNER.public])[9:-2]]
    (public / f"{SIGNER.kid}.json").write_bytes(key)

    result = CliRunner().invoke(main, ["records", "verify", str(folder / f"{NUMBER}.json")])

    assert result.exit_code == 0, result.output


def test_a_rotated_key_signs_from_then_on(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBENCH_INSTANCE", str(tmp_path))
    monkeypatch.setenv("WORKBENCH_SECRET_KEY", "k" * 40)
    old = KeyRing(tmp_path / "keys").signing_key()

    result = CliRunner().invoke(main, ["records", "rotate-key"])

    new = KeyRing(tmp_path / "keys").signing_key()
    assert result.exit_code == 0, result.output
    assert new.kid in result.output
    assert new.kid != old.kid

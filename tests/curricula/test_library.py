"""Where curricula are found, and which one answers."""

from pathlib import Path

import pytest

from workbench.curricula.library import (
    Library,
    UnreadableCurriculum,
    check,
    digest,
    shipped_directory,
)

KEY = "dit-practitioner-5day-uk"
SHIPPED = (shipped_directory() / f"{KEY}-2026.1.toml").read_text("utf-8")


def shelve(directory: Path, version: str, *, status: str = "published") -> Path:
    """Put a copy of the shipped file under another version into a directory."""
    text = SHIPPED.replace('version = "2026.1"', f'version = "{version}"', 1)
    path = directory / f"{KEY}-{version}.toml"
    path.write_text(text.replace('status = "published"', f'status = "{status}"', 1), "utf-8")
    return path


def test_the_shipped_files_have_no_problem():
    assert check(sorted(shipped_directory().glob("*.toml"))) == []


def test_a_version_is_had_by_its_key_and_number():
    library = Library()

    assert library.get(KEY, "2026.1").version == "2026.1"
    assert library.get(KEY, "1999.1") is None
    assert library.get("nobody", "2026.1") is None


def test_a_directory_of_ones_own_stands_beside_what_is_shipped(tmp_path):
    shelve(tmp_path, "2027.1")

    library = Library(tmp_path)

    assert [c.version for c in library.all() if c.key == KEY] == ["2026.1", "2027.1"]


def test_ones_own_file_is_taken_where_both_have_the_version(tmp_path):
    own = shelve(tmp_path, "2026.1", status="draft")

    library = Library(tmp_path)

    assert library.get(KEY, "2026.1").status == "draft"
    assert library.digest_of(KEY, "2026.1") == digest(own.read_bytes())


def test_the_latest_is_the_newest_that_is_published_and_ten_comes_after_nine(tmp_path):
    shelve(tmp_path, "2026.9")
    shelve(tmp_path, "2026.10")
    shelve(tmp_path, "2027.1", status="draft")
    shelve(tmp_path, "2028.1", status="withdrawn")

    library = Library(tmp_path)

    assert library.latest(KEY).version == "2026.10"
    assert library.latest("nobody") is None
    assert library.digest_of("nobody", "2026.1") is None


def test_a_bad_file_is_named_when_the_library_is_asked(tmp_path):
    (tmp_path / "mine.toml").write_text("format = 1\n", "utf-8")

    with pytest.raises(UnreadableCurriculum, match=r"mine\.toml"):
        Library(tmp_path).all()


def test_a_file_is_called_after_its_key_and_version(tmp_path):
    path = shelve(tmp_path, "2027.1").rename(tmp_path / "new.toml")

    [problem] = check([path])

    assert problem.message == f"expected the file to be called {KEY}-2027.1.toml"


def test_a_file_that_is_not_there_is_a_problem_and_no_crash(tmp_path):
    [problem] = check([tmp_path / "gone.toml"])

    assert str(problem) == f"{tmp_path / 'gone.toml'}: cannot be read: No such file or directory"


PUBLISHED = {
    "babcp-provisional-2026.1.toml": (
        "8eb5585bec02d15a347aef4be08d592ac5528c33de2b8ea0934f9ae51b7a6842"
    ),
    "bacp-accreditation-2026.1.toml": (
        "21ab5fa2ac516a3266d32e08f83e529c727ed5ae35a17c9b430acd08157af531"
    ),
    "ctld-log-2026.1.toml": ("0cf6d50f3ab75265ca64a6dbb1a4b31b695cbd2998a15ff4c01026d1b07ea40b"),
    "dit-complex-care-uk-2026.1.toml": (
        "d2d9eeb5c5da0defcd40a29c2d264f51b03465c26e0dda928227274434affe57"
    ),
    "dit-practitioner-20day-uk-2026.1.toml": (
        "9933c57e10e0f026c56fb3a1db392e168c56d844637e8138d301a192aedfa6e4"
    ),
    "dit-practitioner-5day-uk-2026.1.toml": (
        "2aa529753ebbc3c40b04e0c293df7be5942329124404a351e10bb5728a8b4175"
    ),
    "dit-register-nl-2026.1.toml": (
        "c27e1aae34676d450be290367b320a576fa37ad871fc79e17622c232c4b6f61c"
    ),
    "dit-supervisor-uk-2026.1.toml": (
        "a02feaedf3835a2869f8fd2d94d8068c980019d41665121d1fdd0c541a36a4f5"
    ),
}


def test_a_published_file_is_never_edited_afterwards():
    found = {path.name: digest(path.read_bytes()) for path in shipped_directory().glob("*.toml")}

    assert found == PUBLISHED, "a change is a new version; a new version is pinned here"


def test_the_file_that_one_means_to_check_may_be_broken(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text("key = mine\n", "utf-8")

    assert check([path]) != []

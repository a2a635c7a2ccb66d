"""Commands about competency records: check files without a database, change the signing key."""

from collections.abc import Mapping
from os import environ
from pathlib import Path

import click
import msgspec
from flask import current_app
from flask.cli import with_appcontext

from workbench.config import Config
from workbench.records.domain.checking import (
    Checked,
    Verdict,
    check_beside,
    check_bundle,
    check_sealed,
)
from workbench.records.domain.sealing import PublicKey, opened
from workbench.records.files import bundled_files, members_of
from workbench.records.keys import KeyRing, read_key_set

EXITS = {Verdict.VALID: 0, Verdict.ALTERED: 1}
CANNOT_TELL = 2
SAID = {Verdict.VALID: "Valid", Verdict.ALTERED: "Altered", Verdict.UNKNOWN: "Cannot tell"}
NOT_CHECKED = (
    "Not checked: whether it was superseded or revoked since, and whether the person is the holder."
)
REPACKED = "The files in it are as issued, but the ZIP was packed again: check them one by one."

EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def records() -> None:
    """Check competency records, and look after the key that signs them."""


@records.command("verify")
@click.argument("file", type=EXISTING)
@click.option(
    "--key", "key_set", type=EXISTING, help="The provider's jwks.json; else our own keys."
)
@click.option("--record", type=EXISTING, help="The record's JSON file; else the one beside FILE.")
def verify_file(file: Path, key_set: Path | None, record: Path | None) -> None:
    """Check FILE (a record's JSON, PDF, CSV or ZIP) without a server or a database.

    Exit 0 when it is valid, 1 when it was altered, 2 when it cannot be told.
    """
    checked = _checked(file, record, _keys(key_set))
    click.echo(f"{SAID[checked.verdict]}: {checked.words}")
    if checked.statement is not None:
        said = checked.statement
        click.echo(f"{said.number}: {said.content.holder}. {said.content.certifies}.")
        click.echo(f"Issued on {said.issued_on} by {said.content.provider}.")
    click.echo(NOT_CHECKED)
    raise SystemExit(EXITS.get(checked.verdict, CANNOT_TELL))


@records.command("rotate-key")
@with_appcontext
def rotate_key() -> None:
    """Sign new records with a fresh key. What the old one signed stays verifiable."""
    config: Config = current_app.config["WORKBENCH"]
    key = KeyRing(config.instance / "keys").rotate()
    click.echo(f"New records are signed with {key.kid}.")


def _keys(key_set: Path | None) -> tuple[PublicKey, ...]:
    if key_set is None:
        return KeyRing(_instance() / "keys").public_keys()
    try:
        return read_key_set(key_set.read_bytes())
    except msgspec.MsgspecError as error:
        message = f"{key_set} is no JWK Set with Ed25519 keys: {error}"
        raise click.BadParameter(message) from error


def _instance() -> Path:
    """Where our own keys lie. Checking a file needs no secret, so none has to be set."""
    return Config.from_environment({**environ, "WORKBENCH_SECRET_KEY": "-" * 32}).instance


def _checked(file: Path, record: Path | None, keys: tuple[PublicKey, ...]) -> Checked:
    content = file.read_bytes()
    if (members := members_of(content)) is not None:
        return _bundle(content, members, keys)
    if opened(content) is not None or file.suffix == ".json":
        return check_sealed(content, keys)
    beside = record or file.with_suffix(".json")
    if not beside.is_file():
        words = f"It can only be checked against its record: {beside} is not there."
        return Checked(Verdict.UNKNOWN, words)
    return check_beside(content, beside.read_bytes(), keys)


def _bundle(content: bytes, members: Mapping[str, bytes], keys: tuple[PublicKey, ...]) -> Checked:
    checked = check_bundle(members, keys)
    if checked.verdict is Verdict.VALID and bundled_files(sorted(members.items())) != content:
        return Checked(Verdict.UNKNOWN, REPACKED, checked.statement)
    return checked

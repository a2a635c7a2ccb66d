"""Apps that a test need not wait for: what is alike in all of them is compiled once."""

import sqlite3
from typing import ClassVar

from flask import Flask
from jinja2 import BytecodeCache
from sqlalchemy import event
from werkzeug.routing import Rule

from workbench.app import create_app
from workbench.db import extension


class Templates(BytecodeCache):
    """What each template's text came to: every app of ours has the same texts and filters."""

    def __init__(self):
        self.kept = {}

    def load_bytecode(self, bucket):
        bucket.code = self.kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket):
        self.kept[bucket.key, bucket.checksum] = bucket.code


class Address(Rule):
    """A rule that keeps how an address is built of it; its words and defaults decide that."""

    kept: ClassVar[dict] = {}

    def _compile_builder(self, append_unknown=True):  # noqa: FBT002 - as Werkzeug calls it
        defaults = tuple(sorted((self.defaults or {}).items()))
        key = self.rule, self.subdomain, defaults, append_unknown
        if key not in self.kept:
            self.kept[key] = super()._compile_builder(append_unknown)
        return self.kept[key]


Flask.url_rule_class = Address
TEMPLATES = Templates()


def quick_app(config):
    """The app as `create_app` makes it, with what was compiled for another one."""
    app = create_app(config)
    app.jinja_env.bytecode_cache = TEMPLATES
    with app.app_context():
        event.listen(extension.engine, "connect", leave_to_the_system)
    return app


def leave_to_the_system(connection, _record):
    """No test loses its current, so that none needs to wait for the disk."""
    if isinstance(connection, sqlite3.Connection):
        connection.execute("PRAGMA synchronous=OFF").close()

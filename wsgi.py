"""The WSGI entry point: `granian --interface wsgi wsgi:app`."""

from workbench.app import from_environment

app = from_environment()

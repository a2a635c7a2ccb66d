"""The WSGI entry point: `granian --interface wsgi wsgi:app`."""

from workbench.app import create_app
from workbench.config import Config

app = create_app(Config.from_environment())

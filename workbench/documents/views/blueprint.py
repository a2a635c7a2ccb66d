"""The blueprint that the pages of documents hang on."""

from flask import Blueprint

bp = Blueprint("documents", __name__)

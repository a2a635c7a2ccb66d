"""The blueprint that every page of the slice hangs on."""

from flask import Blueprint

bp = Blueprint("publishing", __name__)

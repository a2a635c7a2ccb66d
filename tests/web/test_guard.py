"""No view without a stated door."""

import pytest
from flask import Flask

from workbench.web.guard import UnguardedView, prove_every_door, public


def test_a_view_that_states_no_permission_keeps_the_app_from_starting():
    app = Flask("bare", static_folder=None)
    app.add_url_rule("/open", "open", lambda: "canary")

    with pytest.raises(UnguardedView, match=r"open \(/open\) states no permission"):
        prove_every_door(app)


def test_a_public_view_says_so_aloud():
    app = Flask("bare", static_folder=None)
    app.add_url_rule("/open", "open", public(lambda: "words"))

    prove_every_door(app)

"""The settings, read from the environment once."""

from pathlib import Path

import pytest

from workbench.app import create_app
from workbench.config import BadSetting, Config

KEY = "k" * 40


def test_what_is_not_set_has_its_default():
    config = Config.from_environment({"WORKBENCH_SECRET_KEY": KEY, "WORKBENCH_DATABASE": ""})

    assert config == Config(secret_key=KEY)


def test_every_setting_is_read():
    config = Config.from_environment(
        {
            "WORKBENCH_SECRET_KEY": KEY,
            "WORKBENCH_DATABASE": "sqlite://",
            "WORKBENCH_INSTANCE": "/srv/workbench",
            "WORKBENCH_TLS": "0",
            "WORKBENCH_PROXIES": "2",
            "WORKBENCH_ADDRESS": "https://workbench.example",
        }
    )

    assert (config.database, config.instance) == ("sqlite://", Path("/srv/workbench"))
    assert (config.tls, config.proxies) == (False, 2)
    assert config.address == "https://workbench.example"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short"),
        ("TLS", "yes"),
        ("PROXIES", "-1"),
        ("PROXIES", "two"),
        ("PROXIES", "²"),
    ],
)
def test_a_setting_that_makes_no_sense_is_named(name, value):
    with pytest.raises(BadSetting, match=f"WORKBENCH_{name}"):
        Config.from_environment({"WORKBENCH_SECRET_KEY": KEY, f"WORKBENCH_{name}": value})


def test_no_key_is_a_bad_setting_too():
    with pytest.raises(BadSetting, match="WORKBENCH_SECRET_KEY"):
        Config.from_environment({})


def test_behind_tls_the_cookie_is_bound_to_the_host(tmp_path):
    app = create_app(Config(secret_key=KEY, database="sqlite://", instance=tmp_path, testing=True))

    response = app.test_client().get("/sign-in", base_url="https://workbench.example")

    assert response.headers["Set-Cookie"].startswith("__Host-workbench=")
    assert "Secure" in response.headers["Set-Cookie"]
    assert response.headers["Strict-Transport-Security"].startswith("max-age=")

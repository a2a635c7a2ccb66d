"""Signing in, one's own account, and a new password."""

from wtforms import BooleanField, EmailField, PasswordField, SelectField, StringField, SubmitField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired, Length

from workbench.accounts.domain.passwords import LONGEST, SHORTEST
from workbench.accounts.zones import zones
from workbench.web.forms import Form, choices, stripped


class Text(StringField):
    """A line of text. Once a form is in order, it is there, if only as nothing."""

    data: str


class Secret(PasswordField):
    """A password. It never goes back to the page."""

    data: str


def new_password(label: str) -> Secret:
    """A field for a password that is being chosen."""
    return Secret(
        label,
        validators=[InputRequired("Choose a password."), Length(max=LONGEST)],
        description=f"At least {SHORTEST} characters. Three or four unrelated words do well.",
    )


def _zone_choices() -> list[SelectChoice]:
    return choices((zone, zone.replace("_", " ")) for zone in zones())


class SignInForm(Form):
    """E-mail address and password."""

    email = EmailField(
        "E-mail address",
        filters=[stripped],
        validators=[InputRequired("Enter your e-mail address."), Length(max=254)],
        render_kw={"autocomplete": "username"},
    )
    password = Secret(
        "Password",
        validators=[InputRequired("Enter your password."), Length(max=LONGEST)],
        render_kw={"autocomplete": "current-password"},
    )
    shared = BooleanField("This is a shared computer")
    submit = SubmitField("Sign in")


class SettingsForm(Form):
    """What a person says about themself."""

    name = Text(
        "Name",
        filters=[stripped],
        validators=[
            InputRequired("Enter your name."),
            Length(max=120, message="Use at most 120 characters."),
        ],
        description="As it is printed beside your signature and on your record.",
        render_kw={"autocomplete": "name"},
    )
    zone = SelectField(
        "Time zone", choices=_zone_choices, description="Your days begin and end by its clocks."
    )
    shortcuts = BooleanField("Single-key shortcuts")
    submit = SubmitField("Save")


class PasswordForm(Form):
    """The present password and a new one."""

    present = Secret(
        "Present password",
        validators=[InputRequired("Enter the password you have now."), Length(max=LONGEST)],
    )
    password = new_password("New password")
    submit = SubmitField("Change password")


class NewPasswordForm(Form):
    """A new password, for whoever holds a one-time link."""

    password = new_password("New password")
    submit = SubmitField("Set password")

"""Signing in."""

from wtforms import BooleanField, EmailField, PasswordField, SubmitField
from wtforms.validators import InputRequired, Length

from workbench.web.forms import Form, stripped


class SignInForm(Form):
    """E-mail address and password."""

    email = EmailField(
        "E-mail address",
        filters=[stripped],
        validators=[InputRequired("Enter your e-mail address."), Length(max=254)],
        render_kw={"autocomplete": "username"},
    )
    password = PasswordField(
        "Password",
        validators=[InputRequired("Enter your password."), Length(max=200)],
        render_kw={"autocomplete": "current-password"},
    )
    shared = BooleanField("This is a shared computer")
    submit = SubmitField("Sign in")

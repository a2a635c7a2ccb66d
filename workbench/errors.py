"""What a person may not do now, in words they can act on. Pure."""


class Refusal(Exception):
    """A lawful request that cannot be met now. Its text is shown to the person as it is.

    `field` names the form field that the words belong to, where there is one.
    """

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class StaleEdit(Refusal):
    """Somebody changed the row after this person opened it; nothing was overwritten."""

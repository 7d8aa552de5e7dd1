"""What cannot be done in a workshop; ``wording.entry`` says it in words."""

from kano_app.domain.session import Refusal


class Refused(Exception):  # noqa: N818 - reads as what it says
    """Raised when a key cannot do anything; nothing has changed."""

    def __init__(self, why: Refusal) -> None:
        """Keep the reason."""
        super().__init__(why.value)
        self.why = why


__all__ = ["Refusal", "Refused"]

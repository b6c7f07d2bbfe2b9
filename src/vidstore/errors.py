"""What makes going on impossible. Data that is wrong is a `Diagnostic`, not an exception."""

from pathlib import Path


class VidstoreError(Exception):
    """Base of everything vidstore raises on purpose.

    `key` names the sentence in the locale files (`errors.<key>`), `params` fill it, so that the
    command line can say it in the reader's language. `str(error)` is for logs and tests.
    """

    exit_code = 2

    def __init__(self, key: str, /, **params: object) -> None:
        """Remember which sentence to say and with what."""
        self.key = key
        self.params = {name: str(value) for name, value in params.items()}
        super().__init__(f"{key}: {', '.join(f'{k}={v}' for k, v in self.params.items())}")

    def __reduce__(self) -> tuple[object, ...]:
        """Errors travel between processes whole."""
        return (_rebuilt, (type(self), self.key, self.params))


def _rebuilt(kind: type[VidstoreError], key: str, params: dict[str, str]) -> VidstoreError:
    return kind(key, **params)


class ConfigurationError(VidstoreError):
    """The project itself (its root, its configuration, its templates) cannot be used."""


class UsageError(VidstoreError):
    """The command was asked for something that it does not do."""


class EngineError(VidstoreError):
    """The site engine (MkDocs or Zensical) is not installed, or failed."""


class OutputError(VidstoreError):
    """What was to be written cannot be written; nothing was replaced."""

    exit_code = 1

    @classmethod
    def of(cls, path: Path, error: OSError) -> "OutputError":
        """Tell which path failed and what the operating system said."""
        return cls("output", path=path, reason=error.strerror or error)

"""For whoever runs plain `mkdocs build` or `mkdocs serve` here out of habit: one clear sentence."""

from mkdocs.exceptions import Abort


def on_startup(command: str, **_: object) -> None:
    """Stop before anything half-made is built or shown."""
    verb = "serve" if command == "serve" else "build"
    raise Abort(
        f"This site is made from catalog/ by vidstore: run `vidstore {verb}` (or `make "
        f"{'serve' if verb == 'serve' else 'site'}`) instead of `mkdocs {verb}`."
    )

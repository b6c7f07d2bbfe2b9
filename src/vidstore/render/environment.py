"""Jinja environments: HTML escapes by default, unknown names fail, output depends on input alone."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from markupsafe import escape

from vidstore.config import Project
from vidstore.errors import ConfigurationError
from vidstore.locale import Locale
from vidstore.render.chips import chip, chips
from vidstore.render.escaping import PageEnvironment

Source = tuple[str, str | None, Callable[[], bool] | None]

_FIXED_WORDS = re.compile(r"""\{\{\s*say\(["']([\w.]+)["']\)\s*\}\}""")


class _Translated(BaseLoader):
    """Puts fixed words (`{{ say("ui.home") }}`) into the template before it is compiled.

    A page asks for some thirty of them; looked up and escaped one by one while it is rendered they
    took a quarter of its time.
    """

    def __init__(self, inner: BaseLoader, say: Locale) -> None:
        self.inner, self.say = inner, say

    def get_source(self, environment: Environment, template: str) -> Source:
        """The template's text with its fixed words filled in."""
        text, name, is_current = self.inner.get_source(environment, template)
        return _FIXED_WORDS.sub(self._word, text), name, is_current

    def _word(self, found: re.Match[str]) -> str:
        return str(escape(self.say(found[1]))).replace("{", "&#123;")

    def list_templates(self) -> list[str]:
        """All names that can be loaded."""
        return self.inner.list_templates()


def html_environment(project: Project, say: Locale) -> Environment:
    """For pages in one language. Compiled templates are kept in `.vidstore/` where that works."""
    loader = _Translated(_loader(project), say)
    environment = _environment(
        PageEnvironment, loader, _bytecode(project.cache / "pages" / say.lang)
    )
    # Filters, unlike functions, are called by the compiled template directly.
    environment.filters |= {"chip": chip, "chips": chips}
    return environment


def text_environment(project: Project) -> Environment:
    """For Markdown: nothing is escaped but by functions that know Markdown."""
    environment = _environment(Environment, _loader(project), None)
    environment.autoescape = False
    return environment


def _loader(project: Project) -> FileSystemLoader:
    return FileSystemLoader([str(folder) for folder in project.template_folders])


def _environment(
    kind: type[Environment], loader: BaseLoader, bytecode: FileSystemBytecodeCache | None
) -> Environment:
    return kind(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        # Our templates are few: all stay loaded, without the bookkeeping of who was used last.
        cache_size=-1,
        bytecode_cache=bytecode,
    )


def _bytecode(folder: Path) -> FileSystemBytecodeCache | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))


def render(environment: Environment, name: str, /, **context: Any) -> str:
    """Fill a template.

    Raises:
        ConfigurationError: the template is missing, is not well formed, names something that it
            was not given, or asks for what cannot be done.
    """
    try:
        return environment.get_template(name).render(context)
    except TemplateNotFound as error:
        raise ConfigurationError("no_template", name=error.name, root="") from error
    except TemplateSyntaxError as error:
        raise _broken(error.name or name, error.lineno, error) from error
    except Exception as error:
        line = _line_of(error, name)
        if not isinstance(error, TemplateError) and line is None:
            raise
        raise _broken(name, line or 0, error) from error


def _broken(name: str, line: int, error: Exception) -> ConfigurationError:
    return ConfigurationError("template", name=name, line=line, reason=str(error))


def _line_of(error: Exception, name: str) -> int | None:
    """The line of the template that was being filled; None when the error is not of its making."""
    trace, line = error.__traceback__, None
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            line = trace.tb_lineno if file.endswith(name) else line or 0
        elif trace.tb_next is None and "jinja2" not in file and "markupsafe" not in file:
            return None
        trace = trace.tb_next
    return line

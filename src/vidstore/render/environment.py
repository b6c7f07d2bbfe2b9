"""Jinja environments: HTML escapes by default, unknown names fail, output depends on input alone."""

from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)

from vidstore.config import Project
from vidstore.errors import ConfigurationError


def html_environment(project: Project) -> Environment:
    """For pages. Compiled templates are kept in `.vidstore/`, when that can be written."""
    return _environment(project, autoescape=True)


def text_environment(project: Project) -> Environment:
    """For Markdown: nothing is escaped but by filters that know Markdown."""
    return _environment(project, autoescape=False)


def _environment(project: Project, *, autoescape: bool) -> Environment:
    return Environment(
        loader=FileSystemLoader([str(folder) for folder in project.template_folders]),
        autoescape=autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_bytecode(project.cache / "templates"),
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
        ConfigurationError: the template is missing, is not well formed, or names something that
            it was not given.
    """
    try:
        return environment.get_template(name).render(**context)
    except TemplateNotFound as error:
        raise ConfigurationError("no_template", name=error.name, root="") from error
    except TemplateSyntaxError as error:
        raise _broken(error.name or name, error.lineno, error) from error
    except TemplateError as error:
        raise _broken(name, _line_of(error, name), error) from error


def _broken(name: str, line: int, error: TemplateError) -> ConfigurationError:
    return ConfigurationError("template", name=name, line=line, reason=error.message)


def _line_of(error: TemplateError, name: str) -> int:
    """The last line of the template that was being filled."""
    trace, line = error.__traceback__, 0
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(name):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line

"""The engines that build hand-written pages and frames: MkDocs with Material, or Zensical.

Each language is one build in a process of its own. What came out is kept in `.vidstore/` for as
long as what went in is the same.
"""

import importlib.util
import os
import re
import signal
import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vidstore.config import Project
from vidstore.errors import EngineError, OutputError
from vidstore.interruption import held
from vidstore.model.catalog import Charter
from vidstore.model.text import Lang
from vidstore.render.lexicon import Lexicon
from vidstore.site.workspace import Workspace, inputs_digest, lay_out


class Engine(StrEnum):
    """What turns Markdown into pages."""

    MKDOCS = "mkdocs"
    ZENSICAL = "zensical"


_MODULES = {Engine.MKDOCS: ("mkdocs", "material"), Engine.ZENSICAL: ("zensical",)}
_PLUGINS: dict[Engine, tuple[object, ...]] = {
    Engine.MKDOCS: (),
    # Without a word about it Zensical adds its search, which knows only the engine's few pages.
    Engine.ZENSICAL: ({"search": {"enabled": False}},),
}
RUNNER = Path(__file__).with_name("mkdocs_runner.py")
_PACKAGES = {Engine.MKDOCS: "mkdocs-material", Engine.ZENSICAL: "vidstore[zensical]"}


@dataclass(slots=True)
class EngineRun:
    """An engine at work, or its kept output. `wait` before reading the workspaces."""

    workspaces: dict[Lang, Workspace]
    digest: str
    engine: Engine
    stale: list[Lang]
    running: "list[subprocess.Popen[str]]"

    def wait(self) -> None:
        """Wait until the pages are there.

        Raises:
            EngineError: the engine failed.
        """
        outputs = [process.communicate()[0] for process in self.running]
        built = all((self.workspaces[lang].site / "index.html").is_file() for lang in self.stale)
        if not built or any(process.returncode for process in self.running):
            reason = _last_words("\n".join(outputs))
            raise EngineError("engine_failed", engine=self.engine, reason=reason)
        for lang in self.stale:
            _stamp_of(self.workspaces[lang]).write_text(self.digest, "utf-8")

    def stop(self) -> None:
        """End what still runs."""
        for process in self.running:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)  # a runner may have forked
            if process.stdout and not process.stdout.closed:
                process.communicate()  # waits, and closes the pipe


def start(
    project: Project,
    charter: Charter,
    lexicons: dict[Lang, Lexicon],
    engine: Engine,
    *,
    fresh: bool = False,
) -> EngineRun:
    """Start the engine where its kept output will not do.

    Raises:
        EngineError: the engine is not installed.
        OutputError: its folder cannot be written.
    """
    home = project.cache / engine.value
    workspaces = {lang: Workspace(lang, home / lang.value, _PLUGINS[engine]) for lang in Lang}
    digest = f"{inputs_digest(project, charter, lexicons)}:{_identity(engine)}"
    stale = [lang for lang in Lang if fresh or not _is_current(workspaces[lang], digest)]
    run = EngineRun(workspaces, digest, engine, stale, [])
    try:
        for lang in stale:
            lay_out(project, workspaces[lang], lexicons[lang])
        for command in _commands(engine, [workspaces[lang] for lang in stale]):
            with held():  # an engine that nobody knows of would not be ended
                run.running.append(_launch(command, home))
    except BaseException as error:
        run.stop()
        if isinstance(error, OSError):
            raise OutputError.of(home, error) from error
        raise
    return run


def _stamp_of(workspace: Workspace) -> Path:
    return workspace.folder / "built-from"


def _is_current(workspace: Workspace, digest: str) -> bool:
    try:
        return _stamp_of(workspace).read_text("utf-8") == digest
    except OSError:
        return False


def _identity(engine: Engine) -> str:
    """Changes when another version of the engine is installed.

    Raises:
        EngineError: it is not installed at all.
    """
    marks = []
    for module in _MODULES[engine]:
        found = importlib.util.find_spec(module)
        if found is None or not found.origin:
            raise EngineError("engine_missing", engine=engine, package=_PACKAGES[engine])
        stat = Path(found.origin).stat()
        marks.append(f"{found.origin}:{stat.st_mtime_ns}:{stat.st_size}")
    return ",".join(marks)


def _commands(engine: Engine, workspaces: list[Workspace]) -> list[list[str]]:
    """What to run: one MkDocs for all, or a Zensical for each."""
    configs = [str(workspace.config) for workspace in workspaces]
    if engine is Engine.MKDOCS:
        return [[str(RUNNER), *configs]] if configs else []
    return [["-m", "zensical", "build", "--config-file", config] for config in configs]


def _launch(arguments: list[str], home: Path) -> "subprocess.Popen[str]":
    environment = os.environ | {
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONIOENCODING": "utf-8",
        "VIDSTORE_PID": str(os.getpid()),  # without whom our runner has nothing to do
    }
    return subprocess.Popen(  # noqa: S603 - our own arguments
        [sys.executable, *arguments],
        cwd=home,
        env=environment,
        process_group=0,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )


def _last_words(output: str) -> str:
    plain = re.sub(r"\x1b\[[0-9;]*m", "", output)
    lines = [line.strip() for line in plain.splitlines() if line.strip()]
    return " | ".join(lines[-4:]) or "no message"

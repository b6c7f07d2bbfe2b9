import os
import re
from pathlib import Path

import pytest
from tools.chromium import NoChromiumError, find, install, main

STUB = """#!/bin/sh
echo "Chromium 1.2.3"
"""
BROKEN = """#!/bin/sh
echo "Command requires the snap to be installed." >&2
exit 1
"""
PLAYWRIGHT_API = """
import contextlib, os, types

@contextlib.contextmanager
def sync_playwright():
    path = os.environ.get("STUB_PLAYWRIGHT_BROWSER", "/nowhere/chrome")
    yield types.SimpleNamespace(chromium=types.SimpleNamespace(executable_path=path))
"""
PLAYWRIGHT_COMMAND = """
import os, pathlib, sys

with open(os.environ["STUB_LOG"], "a") as log:
    print("playwright", *sys.argv[1:], file=log)
if os.environ.get("STUB_PLAYWRIGHT_WORKS") == str("--with-deps" in sys.argv):
    browser = pathlib.Path(os.environ["STUB_PLAYWRIGHT_BROWSER"])
    browser.write_text("#!/bin/sh\\necho Chromium 9\\n")
    browser.chmod(0o755)
else:
    sys.exit("no network")
"""
APT = """#!/bin/sh
echo "apt-get $*" >> "$STUB_LOG"
if [ "$STUB_APT" = fails ]; then echo "E: no package" >&2; exit 100; fi
if [ "$1" = install ]; then
  printf '#!/bin/sh\\necho Chromium 7\\n' > "$STUB_BIN/chromium"
  /bin/chmod 755 "$STUB_BIN/chromium"
fi
"""
SUDO = """#!/bin/sh
shift
[ "$1" = true ] && exit 0
exec "$@"
"""


class Machine:
    """A made-up machine: a folder that is all of PATH, and a Playwright of our own."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self.log = folder / "log"
        self.own = folder / "playwright-chrome"
        package = folder / "python" / "playwright"
        for path in (self.bin, package):
            path.mkdir(parents=True)
        self.log.touch()
        (package / "__init__.py").touch()
        (package / "sync_api.py").write_text(PLAYWRIGHT_API)
        (package / "__main__.py").write_text(PLAYWRIGHT_COMMAND)
        self.environment = {
            "PATH": str(self.bin),
            "PYTHONPATH": str(package.parent),
            "STUB_LOG": str(self.log),
            "STUB_BIN": str(self.bin),
            "STUB_PLAYWRIGHT_BROWSER": str(self.own),
        }
        self.has("sudo", SUDO)

    def has(self, name: str, script: str = STUB) -> Path:
        return executable(self.bin / name, script)

    def calls(self) -> list[str]:
        return self.log.read_text().splitlines()


def executable(path: Path, script: str = STUB) -> Path:
    path.write_text(script)
    path.chmod(0o755)
    return path


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome"])
def test_finds_the_browser_of_the_system(machine: Machine, name: str) -> None:
    browser = machine.has(name)
    executable(machine.own)

    assert find(machine.environment) == browser


def test_prefers_chromium_to_chrome(machine: Machine) -> None:
    machine.has("google-chrome")
    browser = machine.has("chromium")

    assert find(machine.environment) == browser


def test_prefers_the_browser_that_was_named(machine: Machine, tmp_path: Path) -> None:
    machine.has("chromium")
    named = executable(tmp_path / "mine")

    assert find(machine.environment | {"VIDSTORE_CHROMIUM": str(named)}) == named


def test_takes_playwrights_browser_when_the_system_has_none(machine: Machine) -> None:
    executable(machine.own)

    assert find(machine.environment) == machine.own


def test_passes_over_a_stub_that_only_asks_for_snap(machine: Machine) -> None:
    machine.has("chromium-browser", BROKEN)
    browser = machine.has("google-chrome")

    assert find(machine.environment) == browser


@pytest.mark.parametrize("script", [None, BROKEN])
def test_does_not_look_further_when_the_named_browser_is_no_good(
    machine: Machine, tmp_path: Path, script: str | None
) -> None:
    machine.has("chromium")
    named = tmp_path / "mine"
    if script:
        executable(named, script)

    with pytest.raises(
        NoChromiumError, match=r"VIDSTORE_CHROMIUM: \S*mine (is not there|does not)"
    ):
        install(machine.environment | {"VIDSTORE_CHROMIUM": str(named)})
    assert machine.calls() == []


def test_says_everything_that_was_tried_and_what_to_do(machine: Machine) -> None:
    machine.has("chromium-browser", BROKEN)

    with pytest.raises(NoChromiumError) as caught:
        find(machine.environment)

    message = str(caught.value)
    assert "chromium on PATH: not there" in message
    assert re.search(r"chromium-browser on PATH: \S+ does not start .*requires the snap", message)
    assert "google-chrome on PATH: not there" in message
    assert f"Playwright's own: {machine.own} is not there" in message
    assert "apt install chromium" in message
    assert "VIDSTORE_CHROMIUM" in message


def test_installs_nothing_when_there_is_a_browser(machine: Machine) -> None:
    browser = machine.has("chromium")
    machine.has("apt-get", APT)

    assert install(machine.environment) == browser
    assert machine.calls() == []


def test_lets_playwright_install_its_browser_with_what_it_needs(machine: Machine) -> None:
    environment = machine.environment | {"STUB_PLAYWRIGHT_WORKS": "True"}

    assert install(environment) == machine.own
    assert machine.calls() == ["playwright install --with-deps chromium"]


def test_lets_playwright_install_its_browser_alone_when_that_fails(machine: Machine) -> None:
    environment = machine.environment | {"STUB_PLAYWRIGHT_WORKS": "False"}

    assert install(environment) == machine.own
    assert machine.calls()[-1] == "playwright install chromium"


def test_lets_apt_install_a_browser_last(machine: Machine) -> None:
    machine.has("apt-get", APT)

    assert install(machine.environment) == machine.bin / "chromium"
    assert machine.calls() == [
        "playwright install --with-deps chromium",
        "playwright install chromium",
        "apt-get update",
        "apt-get install -y chromium",
    ]


def test_says_how_each_way_to_install_one_failed(machine: Machine) -> None:
    machine.has("apt-get", APT)

    with pytest.raises(NoChromiumError) as caught:
        install(machine.environment | {"STUB_APT": "fails"})

    message = str(caught.value)
    assert "install --with-deps chromium: no network" in message
    assert "apt-get update: E: no package" in message


def test_never_asks_for_a_password(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    machine.has("sudo", '#!/bin/sh\necho "sudo $*" >> "$STUB_LOG"\nexit 1\n')

    with pytest.raises(NoChromiumError):
        install(machine.environment)
    sudo = [call for call in machine.calls() if call.startswith("sudo")]
    assert sudo
    assert all(call.startswith("sudo -n ") for call in sudo)
    assert "playwright install --with-deps chromium" not in machine.calls()


def test_the_command_prints_the_path(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    browser = machine.has("chromium")
    monkeypatch.setattr(os, "environ", machine.environment)

    assert main(["--install"]) == 0
    assert capsys.readouterr().out == f"{browser}\n"


def test_the_command_ends_with_1_and_the_reason(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "environ", machine.environment)

    assert main([]) == 1
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err.startswith("No Chromium for the browser tests. Tried:")

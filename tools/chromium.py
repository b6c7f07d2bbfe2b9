"""Finds the Chromium that the browser tests drive, and gets one where there is none.

python tools/chromium.py            prints its path
python tools/chromium.py --install  the same, after installing one if need be
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

VARIABLE = "VIDSTORE_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""What the systems call it. Ubuntu's `chromium-browser` may be a stub that only asks for snap."""

_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright:\n"
    "    print(playwright.chromium.executable_path)\n"
)
_REMEDY = (
    "Install Chromium or Chrome with your system's packages (Debian, Ubuntu: apt install chromium), "
    f"or set {VARIABLE} to the path of one, or run: python tools/chromium.py --install"
)


class NoChromiumError(Exception):
    """No browser can be had; the message says what was tried and what to do."""

    def __init__(self, tried: list[str]) -> None:
        lines = "".join(f"\n  - {line}" for line in tried)
        super().__init__(f"No Chromium for the browser tests. Tried:{lines}\n{_REMEDY}")


def find(environment: Mapping[str, str]) -> Path:
    """The browser that was named, else the system's, else Playwright's.

    Raises:
        NoChromiumError: there is none, or the one that was named does not start.
    """
    tried: list[str] = []
    for origin, path in _candidates(environment):
        problem = _problem(path, environment)
        if not problem:
            return Path(path)
        tried.append(f"{origin}: {problem}")
        if origin == VARIABLE:
            break
    raise NoChromiumError(tried)


def _candidates(environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Where a browser may be: what to call the place, and the path or an empty string."""
    if environment.get(VARIABLE):
        yield VARIABLE, environment[VARIABLE]
    for name in NAMES:
        yield f"{name} on PATH", shutil.which(name, path=environment.get("PATH", "")) or ""
    yield "Playwright's own", _of_playwright(environment)


def _of_playwright(environment: Mapping[str, str]) -> str:
    """Where Playwright would keep its browser. Asked in a process: its API refuses running loops."""
    asked = _run([sys.executable, "-c", _PLAYWRIGHT], environment)
    return asked.stdout.strip() if asked.returncode == 0 else ""


def _problem(path: str, environment: Mapping[str, str]) -> str:
    if not path or not Path(path).is_file():
        return f"{path} is not there" if path else "not there"
    asked = _run([path, "--version"], environment)
    if asked.returncode or "chrom" not in asked.stdout.lower():
        return f"{path} does not start ({_last_line(asked)})"
    return ""


def _run(command: list[str], environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    except OSError as error:
        return subprocess.CompletedProcess(command, 127, "", error.strerror or str(error))


def _last_line(done: subprocess.CompletedProcess[str]) -> str:
    lines = [line for line in (done.stdout + "\n" + done.stderr).splitlines() if line.strip()]
    return lines[-1].strip() if lines else f"exit code {done.returncode}"


def install(environment: Mapping[str, str]) -> Path:
    """Make sure that there is a browser: one that is there, else Playwright's, else apt's.

    Raises:
        NoChromiumError: none of these ways led to one.
    """
    try:
        return find(environment)
    except NoChromiumError:
        if environment.get(VARIABLE):
            raise
    tried: list[str] = []
    for steps in _ways(environment):
        for command in steps:
            sys.stderr.write(f"$ {' '.join(command)}\n")
            done = _run(command, environment)
            if done.returncode:
                tried.append(f"{' '.join(command)}: {_last_line(done)}")
                break
        else:
            try:
                return find(environment)
            except NoChromiumError:
                tried.append(
                    f"{' '.join(steps[-1])}: went well, but no browser is there that starts"
                )
    raise NoChromiumError(
        [*tried, "any of these after that: " + ", ".join((*NAMES, "Playwright's"))]
    )


def _ways(environment: Mapping[str, str]) -> Iterator[list[list[str]]]:
    """What to run, way by way. Nothing here may ask for a password: `sudo -n` fails instead."""
    playwright = [sys.executable, "-m", "playwright", "install"]
    is_root = os.geteuid() == 0
    if is_root or _run(["sudo", "-n", "true"], environment).returncode == 0:
        yield [[*playwright, "--with-deps", "chromium"]]
    yield [[*playwright, "chromium"]]
    apt = ["apt-get"] if is_root else ["sudo", "-n", "apt-get"]
    yield [[*apt, "update"], [*apt, "install", "-y", "chromium"]]


def main(arguments: list[str] | None = None) -> int:
    """Print the path of the browser; 1 when there is none."""
    parser = argparse.ArgumentParser(description="Find the Chromium for the browser tests.")
    parser.add_argument("--install", action="store_true", help="install one if there is none")
    asked = parser.parse_args(arguments)
    environment = dict(os.environ) | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        print(install(environment) if asked.install else find(environment))
    except NoChromiumError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

import re
from collections.abc import Callable
from subprocess import CompletedProcess
from typing import Any

import pytest

import vidstore as package

Run = Callable[..., "CompletedProcess[str]"]

COMMANDS = ("init", "build", "serve", "validate", "readme", "schema", "stats", "export")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(cli: Run, command: str) -> None:
    told = cli(command, "--help")
    assert (told.returncode, told.stderr) == (0, "")
    assert f"Example: vidstore {command}" in told.stdout
    for option in ("--root DIR", "--debug", "--help"):
        assert option in told.stdout
    assert "Traceback" not in told.stdout
    assert not CHINESE.search(told.stdout)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_speaks_chinese(vidstore: Run, command: str) -> None:
    told = vidstore(command, "--help", VIDSTORE_LANG="zh")
    assert told.returncode == 0
    assert f"例：vidstore {command}" in told.stdout
    lines = re.sub(r"\n {20,}", " ", told.stdout).splitlines()
    described = [line for line in lines if re.match(r"\s+(-|PATH|DIR)", line)]
    assert all(CHINESE.search(line) for line in described), told.stdout
    assert "[default" not in told.stdout
    assert "[required" not in told.stdout
    headings = re.findall(r"^\S[^:：]*[:：]", told.stdout, re.MULTILINE)
    assert headings[:2] == ["用法：", "参数：" if command in {"init", "validate"} else "选项："]


def test_wrong_usage_is_shown_with_our_words(vidstore: Run) -> None:
    told = vidstore("build", "--nonsense", VIDSTORE_LANG="zh")
    assert told.returncode == 2
    assert told.stderr.startswith("用法：python")
    assert "--nonsense" in told.stderr


@pytest.mark.parametrize(
    ("environment", "chinese"),
    [
        ({"VIDSTORE_LANG": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_CN.UTF-8"}, True),
        ({"VIDSTORE_LANG": "", "LC_ALL": "zh_TW", "LANG": "en_US.UTF-8"}, True),
        ({"VIDSTORE_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}, False),
        ({"VIDSTORE_LANG": "fr"}, False),
        ({"VIDSTORE_LANG": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": ""}, False),
    ],
    ids=["lang", "lc-all-first", "own-variable-first", "other-language", "nothing-set"],
)
def test_speaks_the_language_of_the_environment(
    vidstore: Run, environment: dict[str, str], chinese: bool
) -> None:
    assert bool(CHINESE.search(vidstore("--help", **environment).stdout)) == chinese


def test_lists_its_commands_and_where_to_start(cli: Run) -> None:
    told = cli("--help").stdout
    assert all(re.search(rf"^  {command} ", told, re.MULTILINE) for command in COMMANDS)
    assert "Start with: vidstore serve" in told


def test_without_a_command_it_shows_its_help(vidstore: Run) -> None:
    told = vidstore()
    assert told.returncode == 2
    assert "Commands:" in told.stdout + told.stderr


def test_says_its_version(vidstore: Run) -> None:
    assert vidstore("--version").stdout == f"vidstore {package.__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("buidl",),
        ("validate", "--format", "xml"),
        ("validate", "--rot", "."),
        ("build", "--engine", "hugo"),
        ("serve", "--port", "70000"),
        ("serve", "--port", "eighty"),
        ("readme", "extra"),
        ("export",),
        ("export", "--format", "xml"),
        ("export", "--format", "json", "--kind", "kite"),
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_one_line_of_why(cli: Run, arguments: Any) -> None:
    told = cli(*arguments)
    assert told.returncode == 2
    assert "Error: " in told.stderr
    assert "Traceback" not in told.stderr
    assert told.stdout == ""

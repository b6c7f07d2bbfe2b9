"""A real `vidstore serve`, asked as a browser asks."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.serve.server import GENEROUS, Server, command, environment, members, serving

TAILLESS = "catalog/papers/tailless.yml"


def change(root: Path, old: str, new: str, file: str = TAILLESS) -> None:
    path = root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory, toy_source: Path) -> Iterator[Server]:
    """A preview that tests only read from."""
    root = tmp_path_factory.mktemp("serve") / "toy"
    shutil.copytree(toy_source, root)
    with serving(root) as server:
        (root / "site/.secret.html").write_text("secret")
        (root / "site/.hidden").mkdir()
        (root / "site/.hidden/index.html").write_text("secret")
        (root / "site/way-out").symlink_to(root / "catalog")
        yield server


def raw_get(server: Server, target: str) -> tuple[int, bytes]:
    """Ask for a target exactly as written; clients with manners tidy it up before they ask."""
    place = urlsplit(server.url)
    connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=GENEROUS)
    try:
        connection.request("GET", target)
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", "风筝小站"),
        ("en/", "Kite Corner"),
        ("papers/tailless/", "双线操控，不要尾巴。"),
        ("en/papers/tailless/", "Two lines and no tail."),
        ("en/guides/first-kite/", "Three lines, one knot."),
        ("en/papers/tailless/index.html", "Two lines and no tail."),
    ],
)
def test_pages_are_served_with_the_script_that_reloads_them(
    preview: Server, path: str, expected: str
) -> None:
    answer = preview.get(path)

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    assert expected in answer.text
    script = '<script type="module" src="/.vidstore/live.js"></script></body>'
    assert answer.text.count(script) == 1


def test_the_script_is_not_part_of_the_site(preview: Server) -> None:
    script = preview.get(".vidstore/live.js")

    assert script.status_code == 200
    assert script.headers["content-type"].startswith("text/javascript")
    assert "EventSource" in script.text


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("assets/vidstore/vidstore.css", "text/css"),
        ("assets/figures/tail.zh.svg", "image/svg+xml"),
        ("sitemap.xml", "xml"),
    ],
)
def test_other_files_are_served_as_they_are(preview: Server, path: str, kind: str) -> None:
    answer = preview.get(path)

    assert answer.status_code == 200
    assert kind in answer.headers["content-type"]
    assert b"live.js" not in answer.content


@pytest.mark.parametrize("path", ["papers/tailless", "en", "en/papers"])
def test_a_folder_without_its_slash_leads_to_the_one_with(preview: Server, path: str) -> None:
    answer = preview.get(path)

    assert answer.is_redirect
    assert answer.headers["location"] == f"/{path}/"


def test_a_redirect_never_leads_to_another_host(preview: Server) -> None:
    for target in (
        "//example.org/..",
        "//papers",
        "/%2Fexample.org%2F..%2F..%2Fpapers",
        "/\\\\example.org",
    ):
        status, _ = raw_get(preview, target)
        assert status in {400, 404}, target


@pytest.mark.parametrize(
    ("path", "expected"),
    [("papers/nope/", "这里没有页面"), ("en/papers/nope/", "There is no page here")],
)
def test_what_is_not_there_gets_the_page_for_it(preview: Server, path: str, expected: str) -> None:
    answer = preview.get(path)

    assert answer.status_code == 404
    assert expected in answer.text


@pytest.mark.parametrize(
    "target",
    [
        "/../catalog/site.yml",
        "/papers/../../catalog/site.yml",
        "/%2e%2e/catalog/site.yml",
        "/..%2fcatalog/site.yml",
        "/%2e%2e%2fcatalog%2fsite.yml",
        "/..%5ccatalog%5csite.yml",
        "/..%00/catalog/site.yml",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/way-out/site.yml",
        "/.made-by-vidstore",
        "/.secret.html",
        "/.hidden/",
        "/.hidden/index.html",
        "/papers/../.secret.html",
        "/%2esecret.html",
        "/" + "x" * 5000,
    ],
)
def test_nothing_outside_the_site_and_nothing_hidden_is_served(
    preview: Server, target: str
) -> None:
    status, content = raw_get(preview, target)

    assert status in {400, 404}
    assert b"secret" not in content
    assert b"repository:" not in content
    assert b"root:" not in content
    assert preview.process.poll() is None


def test_an_edit_is_announced_and_shown(toy: Path) -> None:
    with serving(toy) as server, server.events() as until:
        first = until(lambda state: True)
        assert first.problem == ""
        change(toy, "Two lines and no tail.", "Not even one tail.")

        state = until(lambda state: state.version > first.version)

        assert state.problem == ""
        assert "Not even one tail." in server.get("en/papers/tailless/").text
        assert "Not even one tail." in server.get("en/papers/").text
        server.until_printed(r"^catalog/papers/tailless\.yml: \d+ files written in [\d.]+ s$")


def test_a_broken_entry_is_explained_while_the_old_page_stays(toy: Path) -> None:
    with serving(toy) as server, server.events() as until:
        first = until(lambda state: True)
        change(toy, "family: stunt", "family: stnt")

        state = until(lambda state: state.problem != "")

        assert state.version == first.version
        assert state.title == "The catalog has findings; you see the last good site"
        assert state.problem.startswith("catalog/papers/tailless.yml:6:9: E402 stnt is not one of")
        assert "| family: stnt" in state.problem
        assert "did you mean stunt?" in state.problem
        server.until_printed("The site stays as it was until this is mended:")
        server.until_printed(r"^catalog/papers/tailless\.yml:6:9: E402")
        server.until_printed("did you mean stunt")
        assert "Two lines and no tail." in server.get("en/papers/tailless/").text

        change(toy, "family: stnt", "family: stunt")

        assert until(lambda state: state.problem == "").title == ""
        assert "Two lines and no tail." in server.get("en/papers/tailless/").text


def test_a_page_that_comes_later_hears_of_the_problem_too(toy: Path) -> None:
    with serving(toy) as server:
        change(toy, "family: stunt", "family: stnt")
        server.until_printed("did you mean stunt")
        with server.events() as until:
            assert "E402" in until(lambda state: True).problem


def test_a_new_entry_and_a_deleted_one_are_noticed(toy: Path) -> None:
    with serving(toy) as server, server.events() as until:
        first = until(lambda state: True)
        (toy / "catalog/papers/new.yml").write_bytes(
            (toy / TAILLESS).read_bytes().replace(b"Tailless Flight", b"New Flight")
        )
        second = until(lambda state: state.version > first.version)
        assert "New Flight" in server.get("en/papers/new/").text

        (toy / "catalog/papers/new.yml").unlink()
        until(lambda state: state.version > second.version)
        assert server.get("en/papers/new/").status_code == 404


def test_a_template_and_a_guide_are_watched(toy: Path) -> None:
    templates = toy / "templates" / "locale"
    templates.mkdir(parents=True)
    with serving(toy) as server, server.events() as until:
        first = until(lambda state: True)
        (templates / "en.yml").write_text("ui: {whats_new: Just arrived}\n")
        second = until(lambda state: state.version > first.version)
        assert "Just arrived" in server.get("en/").text

        change(toy, "one knot", "one good knot", "docs/en/guides/first-kite.md")
        until(lambda state: state.version > second.version)
        assert "one good knot" in server.get("en/guides/first-kite/").text


def test_a_project_that_is_broken_from_the_start_gets_a_page_and_is_served_when_mended(
    toy: Path,
) -> None:
    change(toy, "family: stunt", "family: stnt")
    with serving(toy) as server:
        assert any("E402" in line for line in server.printed)
        answer = server.get("")
        assert answer.status_code == 503
        assert "There is no site yet: the catalog has findings." in answer.text
        assert "/.vidstore/live.js" in answer.text
        assert not (toy / "site").exists()

        with server.events() as until:
            first = until(lambda state: "E402" in state.problem)
            change(toy, "family: stnt", "family: stunt")
            until(lambda state: state.version > first.version and not state.problem)
        assert server.get("").status_code == 200


def test_a_broken_template_is_explained_too(toy: Path) -> None:
    (toy / "templates/partials").mkdir(parents=True)
    with serving(toy) as server, server.events() as until:
        until(lambda state: True)
        (toy / "templates/partials/row.html.j2").write_text("{% if %}")

        state = until(lambda state: state.problem != "")

        assert "The template partials/row.html.j2 does not work (line 1)" in state.problem
        assert server.get("en/papers/").status_code == 200


def test_a_port_in_use_is_a_matter_of_usage(toy: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        done = subprocess.run(
            command("--port", str(port)),
            cwd=toy,
            env=environment(),
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=GENEROUS,
        )

    assert done.returncode == 2
    assert done.stderr == (
        f"error: Cannot listen on 127.0.0.1:{port}: Address already in use. "
        "Name another port with --port.\n"
    )
    assert not (toy / "site").exists()


@pytest.mark.parametrize("listening", [False, True], ids=["nobody listens", "a page listens"])
def test_ctrl_c_ends_it_with_130_and_leaves_no_process(toy: Path, listening: bool) -> None:
    with serving(toy) as server:
        if listening:
            with server.events() as until:
                until(lambda state: True)
                code = server.interrupt()
        else:
            code = server.interrupt()

        assert code == 130
        assert until_gone(server.process.pid) == []
        server.until_printed(r"^Interrupted\.$")
        assert not any("Traceback" in line for line in server.printed)


def test_a_signal_to_the_server_alone_ends_its_builder_too(toy: Path) -> None:
    with serving(toy) as server:
        assert len(members(server.process.pid)) > 1
        os.kill(server.process.pid, signal.SIGTERM)
        server.process.wait(GENEROUS)

        assert until_gone(server.process.pid) == []


def until_gone(group: int) -> list[int]:
    """Processes of a group that do not end by themselves."""
    end = time.monotonic() + GENEROUS
    while members(group) and time.monotonic() < end:
        time.sleep(0.02)
    return members(group)

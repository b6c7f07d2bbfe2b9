"""The page that a contributor has open while they edit."""

from pathlib import Path

from playwright.sync_api import Browser, expect
from tests.browser.conftest import Watch, new_context
from tests.serve.server import serving


def test_the_open_page_follows_the_file(browser: Browser, toy: Path) -> None:
    path = toy / "catalog/papers/tailless.yml"
    sound = path.read_text("utf-8")
    with serving(toy) as server:
        context = new_context(browser)
        page = context.new_page()
        watch = Watch(page)
        page.goto(f"{server.url}en/papers/tailless/")
        expect(page.get_by_text("Two lines and no tail.")).to_be_visible()
        overlay = page.locator("#vidstore-problem")
        expect(overlay).to_have_count(0)

        path.write_text(sound.replace("Two lines and no tail.", "Not even one tail."), "utf-8")
        expect(page.get_by_text("Not even one tail.")).to_be_visible(timeout=30_000)

        path.write_text(sound.replace("family: stunt", "family: stnt"), "utf-8")
        expect(overlay).to_be_visible(timeout=30_000)
        expect(overlay).to_contain_text("The catalog has findings; you see the last good site")
        expect(overlay).to_contain_text("catalog/papers/tailless.yml:6:9")
        expect(overlay).to_contain_text("did you mean stunt?")
        expect(page.get_by_text("Not even one tail.")).to_be_visible()

        path.write_text(sound, "utf-8")
        expect(overlay).to_have_count(0, timeout=30_000)
        expect(page.get_by_text("Two lines and no tail.")).to_be_visible(timeout=30_000)
        assert [problem for problem in watch.problems if problem.startswith("error")] == []
        context.close()


def test_a_project_without_a_site_shows_the_findings_and_then_the_site(
    browser: Browser, toy: Path
) -> None:
    path = toy / "catalog/papers/tailless.yml"
    sound = path.read_text("utf-8")
    path.write_text(sound.replace("family: stunt", "family: stnt"), "utf-8")
    with serving(toy) as server:
        context = new_context(browser)
        page = context.new_page()
        page.goto(server.url)
        expect(page.get_by_text("There is no site yet")).to_be_visible()
        expect(page.locator("#vidstore-problem")).to_contain_text(
            "catalog/papers/tailless.yml:6:9"
        )

        path.write_text(sound, "utf-8")

        expect(page.get_by_role("heading", level=1)).to_have_text("风筝小站", timeout=30_000)
        expect(page.locator("#vidstore-problem")).to_have_count(0)
        context.close()

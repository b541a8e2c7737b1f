"""The report in a browser: one file without a network, for a phone, a dark room and a screen reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page

from build_tools.cli import main
from build_tools.model import Curriculum
from build_tools.record import bank
from build_tools.results.page import MOST_GROUPS
from tests.a11y import broken_rules
from tests.results_case import export, result


@pytest.fixture(scope="module")
def out(curriculum: Curriculum, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report on two owners, one of them with more groups than the page lists; one line is refused."""
    known, folder = bank(curriculum), tmp_path_factory.mktemp("page")
    (folder / "in").mkdir()
    ones = [result(known, n) for n in range(1, 60)]
    many = (MOST_GROUPS + 1) * 5
    ones += [result(known, n, owner="financing", province="sekong", group=f"g{n % (MOST_GROUPS + 1)}")
             for n in range(100, 100 + many)]  # fmt: skip
    (folder / "in/tally.jsonl").write_text(export(ones, known) + "nonsense\n", "utf-8")
    ran = CliRunner().invoke(main, ["results", str(folder / "in"), "--to", str(folder / "out")])
    assert ran.exit_code == 0, ran.output
    return folder / "out"


@pytest.mark.parametrize("language", ["lo", "en"])
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_it_breaks_no_rule_and_fits(
    out: Path, new_page: Callable[..., Page], language: str, width: int, scheme: str
) -> None:
    page = new_page(width=width, color_scheme=scheme)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((out / f"report.{language}.html").as_uri())
    assert page.evaluate(
        "document.fonts.ready.then(() => document.fonts.check('16px \"Noto Sans Lao\"', 'ກ'))"
    )
    assert [url for url in asked if not url.startswith("data:")] == [page.url]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert broken_rules(page) == []


def test_rows_say_what_the_tables_say(out: Path, new_page: Callable[..., Page]) -> None:
    page = new_page(width=1280, java_script_enabled=False)
    page.goto((out / "report.en.html").as_uri())
    assert page.locator("h2").all_inner_texts() == ["Financing", "Two-day provincial training"]
    section = page.locator("section").nth(1)
    weakest = section.locator("table").first.locator("tbody tr")
    marks = [
        int(text.split("%")[0]) for text in weakest.locator("td:nth-child(6)").all_inner_texts()
    ]
    assert marks == sorted(marks) and len(marks) == 10
    assert section.locator("svg").count() >= 10
    assert f"{MOST_GROUPS + 1} groups" in page.locator("section").first.inner_text()
    assert "There is no result in it. (1)" in page.locator("header").inner_text()


def test_the_lao_report_is_lao(out: Path) -> None:
    text = (out / "report.lo.html").read_text("utf-8")
    body = re.sub(r"<style>.*?</style>|<[^>]*>", " ", text, flags=re.S)
    assert "ສະບັບຮ່າງ" in body and "ຕາມແຂວງ" in body
    assert not re.search("[\u200b\u200c\u200d\ufeff]", body)

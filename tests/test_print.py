"""A lesson on paper, as Chromium prints it: A4, the lesson alone, black on white, answers at the end."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from build_tools import assets
from build_tools.output import write
from tests.pages_case import ROOT
from tests.quiz_case import page as items_page, sample_items
from tests.test_engine import build

LESSON = "en/basics/first-steps.html"
COLOUR = "(part, name) => getComputedStyle(part)[name]"
ANSWERS = '<section class="tot-answers" hidden><h2>Answers</h2><ol></ol></section>'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small curriculum."""
    site = tmp_path_factory.mktemp("print") / "site"
    write(site, build(tmp_path_factory.mktemp("engine")))
    write(site, assets.site_assets(ROOT))
    return site


@pytest.fixture
def paper(new_page: Callable[..., Page], folder: Path) -> Callable[..., Page]:
    """Opens a page and shows it as it will be printed."""

    def opened(path: str = LESSON, **settings: object) -> Page:
        page = new_page(**settings)
        page.goto((folder / path).as_uri())
        page.emulate_media(media="print")
        return page

    return opened


def test_paper_is_a4_whatever_the_printer_is_set_to(paper: Callable[..., Page]) -> None:
    made = paper().pdf(prefer_css_page_size=True, format="Letter")
    sizes = {tuple(round(float(size)) for size in box.split()[2:]) for box in
             re.findall(r"/MediaBox \[([\d. ]+)\]", made.decode("latin-1"))}  # fmt: skip
    assert sizes == {(595, 842)}


def test_nothing_is_printed_that_serves_the_screen_alone(paper: Callable[..., Page]) -> None:
    page = paper()
    for name in ("header", "#tot-drawer", ".tot-way", ".tot-trainer-view", ".tot-item__actions",
                 "[data-box=trainer]"):  # fmt: skip
        assert page.locator(name).count() and not page.locator(name).first.is_visible(), name
    assert not page.get_by_text("(side-by-side)").is_visible()
    for name in ("h1", "[data-box=objectives]", ".tot-chips", "[data-box=key-messages]",
                 ".tot-sources", ".tot-footer", ".tot-item"):  # fmt: skip
        assert page.locator(name).first.is_visible(), name


def test_notes_for_the_trainer_are_printed_where_they_are_open(paper: Callable[..., Page]) -> None:
    page = paper()
    page.locator("[data-box=trainer]").evaluate("box => { box.open = true; }")
    assert page.get_by_text("Walk round.").is_visible()


def test_only_sources_show_their_addresses(paper: Callable[..., Page]) -> None:
    page = paper()
    after = """links => links.map(link => [link.getAttribute('href'), getComputedStyle(link, '::after').content])"""
    printed = page.locator(".md-content a").evaluate_all(after)
    shown = {href: content for href, content in printed if content not in ("none", "normal")}
    assert list(shown) == ["https://example.org/census"]
    assert "https://example.org/census" in shown["https://example.org/census"]


def test_dark_screens_print_black_on_white(paper: Callable[..., Page]) -> None:
    page = paper(color_scheme="dark")
    assert page.evaluate("document.documentElement.dataset.mdColorScheme") == "slate"
    assert page.locator("body").evaluate(COLOUR, "backgroundColor") == "rgb(255, 255, 255)"
    for name in ("h1", ".tot-part p", ".tot-box__title"):
        assert page.locator(name).first.evaluate(COLOUR, "color") == "rgb(0, 0, 0)", name
    for name in (".tot-box", ".tot-item", ".tot-card"):
        wash = page.locator(name).first.evaluate(COLOUR, "backgroundColor")
        assert wash in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"), name
    figure = """colour => { const figure = document.createElement('figure');
        figure.className = 'tot-figure'; document.querySelector('article').append(figure);
        return getComputedStyle(figure).getPropertyValue('--tot-figure-ink').trim(); }"""
    page.add_style_tag(path=ROOT / "build_tools/web/figure.css")
    assert page.evaluate(figure) == "#1B2430"


def test_boxes_and_headings_hold_together(paper: Callable[..., Page]) -> None:
    page = paper()
    for name in (".tot-item", ".tot-facts li", ".tot-card"):
        assert page.locator(name).first.evaluate(COLOUR, "breakInside") == "avoid", name
    for name in ("activity", "case", "key-messages"):
        boxes = page.locator(f"[data-box={name}]")
        assert all(
            boxes.evaluate_all(
                "all => all.map(box => getComputedStyle(box).breakInside === 'avoid')"
            )
        )
    for name in ("h1", "h2", "h3"):
        assert page.locator(name).first.evaluate(COLOUR, "breakAfter") == "avoid", name


def test_lines_on_paper_are_high_enough_for_lao_marks(paper: Callable[..., Page]) -> None:
    ratio = """part => { const style = getComputedStyle(part);
        return parseFloat(style.lineHeight) / parseFloat(style.fontSize); }"""
    page = paper("basics/first-steps.html")
    for name, least in {"h1": 1.6, "h2": 1.6, ".tot-part p": 1.8}.items():
        assert page.locator(name).first.evaluate(ratio) >= least - 0.01, name


def test_answers_stand_at_the_end_of_the_paper_and_nowhere_on_the_screen(
    new_page: Callable[..., Page], folder: Path
) -> None:
    page = new_page()
    page.goto((folder / LESSON).as_uri())
    end, question = page.locator(".tot-answers"), page.locator(".tot-item")
    assert not end.is_visible() and end.locator("li").count() == 0
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not question.get_by_text("A risk is bad.").is_visible()
    assert end.get_by_role("heading", name="(answers)").is_visible()
    assert end.locator("ol > li").first.get_by_text("A risk is bad.").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert not end.is_visible() and end.locator("li").count() == 0


def test_without_scripts_paper_has_the_answers_under_the_questions(
    paper: Callable[..., Page],
) -> None:
    page = paper(LESSON, java_script_enabled=False)
    assert not page.locator(".tot-answers").is_visible()
    assert page.locator(".tot-item__answer summary").is_visible()


def test_paper_has_every_answer_once_and_what_lists_offer(
    new_page: Callable[..., Page], tmp_path: Path
) -> None:
    items = tuple(sample_items().values())
    made = items_page("lo", items, "").replace("</html>", f"{ANSWERS}</html>")
    assert ANSWERS in made
    (tmp_path / "items.html").write_text(made, encoding="utf-8")
    page = new_page()
    page.goto((tmp_path / "items.html").as_uri())
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    entries = page.locator(".tot-answers > ol > li")
    assert entries.count() == len(items)
    for number, item in enumerate(items):
        assert item.rationale.of("lo") in entries.nth(number).inner_text()
    rows = [item for item in items if item.type in ("match", "sort")]
    for item in rows:
        form = page.locator(f"form[data-type={item.type}]")
        offered = form.locator(".tot-item__offer").inner_text().split(" · ")
        assert (
            offered
            == form.locator("select").first.locator("option:not([value=''])").all_inner_texts()
        )
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".tot-item__offer").count() == entries.count() == 0

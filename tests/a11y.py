"""Accessibility of an open page: what axe finds (WCAG 2.2 AA), and the probes of a11y.js."""

from __future__ import annotations

from playwright.sync_api import Page

from bench.weight import KINDS as WEIGHED, ROOT

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KINDS = {
    **WEIGHED,
    "lesson with a sorting": "foundations/four-guarantees.html",
    "alone": "tracks/officials-self-paced.html",
    "not found": "404.html",
}
"""One page of each kind of the real site, by what it is."""
_TWICE = {"fontSizes": {"standard": 32, "fixed": 26}}
_AXE = ROOT / "node_modules/axe-core/axe.min.js"
_PROBES = (ROOT / "tests/a11y.js").read_text("utf-8")


def enlarge(page: Page) -> None:
    """Nothing; makes letters twice as large as browsers have them, as a reader sets it."""
    page.context.new_cdp_session(page).send("Page.setFontSizes", _TWICE)


def open_all(page: Page) -> None:
    """Nothing; opens every folded part."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")


def broken_rules(page: Page, part: str = "html") -> list[str]:
    """What this part of the page breaks of the rules that axe knows, its folded parts opened."""
    assert _AXE.is_file(), "axe-core is missing: run the tests by `./tot test`."
    open_all(page)
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE.read_text("utf-8"))
    found = page.evaluate(
        "([part, rules]) => axe.run(part, {runOnly: rules, preload: false})", [part, RULES]
    )
    assert len(found["passes"]) > 10
    return [f"{one['id']}: {node['html'][:150]}"
            for one in found["violations"] for node in one["nodes"]]  # fmt: skip


def probe(page: Page, name: str, *arguments: object) -> list[str]:
    """What a probe of a11y.js finds on the page."""
    if not page.evaluate("'a11y' in window"):
        page.evaluate(_PROBES)
    found: list[str] = page.evaluate(
        "([name, given]) => window.a11y[name](...given)", [name, list(arguments)]
    )
    return found

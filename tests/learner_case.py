"""A learner in the browser: tests of one owner that have ended, and what pages show of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from playwright.sync_api import Page

from build_tools.model import Language

BOTH = ("pre", "post")
FULL_NAME = "ທ້າວ ສົມສັກ ນ້ຳທິບ"
SEED = """([owner, forms, own]) => tot.progress.change((record) => {
    const { bank } = tot;
    const right = ({ type, key }) => {
        if (type === "numeric") return key.answer;
        if (key.places) return key.places;
        if (key.steps) return key.steps;
        return type === "multiple" ? key.keys : (key.keys || key.accept)[0];
    };
    for (const form of forms) {
        const items = bank.owners[owner][form];
        const isGiven = (place) => form === "post" ? place > 0 : place % 3 === 0;
        record.tests[owner + "-" + form] = {
            began: form === "pre" ? "2026-11-22T02:00:00Z" : "2026-11-24T08:00:00Z",
            ended: form === "pre" ? "2026-11-22T02:14:30Z" : "2026-11-24T08:20:00Z",
            attempt: 1, place: 0, items,
            answers: Object.fromEntries(items.filter((id, place) => isGiven(place)).map(
                (id) => [id, { given: right(bank.items[id]), language: "lo" }])),
        };
    }
    Object.assign(record.own, own);
})"""
"""Ends tests: every third question of a pre-test is right, all but the first of a post-test."""


def visit(page: Page, base: str, path: str, language: Language = "lo") -> None:
    """Nothing; opens a page of the site at `base`, from a folder with the network off."""
    page.context.set_offline(base.startswith("file"))
    start = "" if language == "lo" else "en/"
    page.goto(f"{base}/{start}{path}.html")


def seed(page: Page, owner: str, forms: tuple[str, ...] = BOTH, *, own: Mapping[str, str]) -> None:
    """Nothing; gives the learner ended tests of this owner, and opens the page again."""
    assert page.evaluate(SEED, [owner, forms, dict(own)])
    page.reload()


def paper_sizes(page: Page) -> list[tuple[int, int]]:
    """Width and height in points of each page that this page prints on paper of its own choice."""
    made = page.pdf(prefer_css_page_size=True, print_background=False).decode("latin-1")
    boxes = re.findall(r"/MediaBox \[([\d. ]+)\]", made)
    return [
        (round(float(width)), round(float(height))) for _, _, width, height in map(str.split, boxes)
    ]

"""Records in a real browser, on a page that is no secure context."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict

from playwright.sync_api import Page

from build_tools.record import code, to_json
from tests.quiz_case import WEB
from tests.record_case import NACL, SCRIPTS, records, sample_bank

BANK = sample_bank()


def test_the_browser_reads_and_writes_what_python_does(new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.route("http://pi.test/**", lambda route: route.fulfill(body="", content_type="text/html"))
    page.goto("http://pi.test/")
    assert page.evaluate("isSecureContext") is False
    for path in (NACL, *(WEB / name for name in SCRIPTS)):
        page.add_script_tag(content=path.read_text(encoding="utf-8"))
    page.evaluate("bank => { tot.bank = bank; }", json.loads(json.dumps(asdict(BANK))))
    made = records(BANK, 40, seed=3)
    texts = [text for one in made for text in (to_json(one, BANK), code(one, BANK))]
    read = page.evaluate(
        """texts => texts.map((text) => tot.record.readText(text, tot.bank))
        .map(([{ record }]) => tot.record.code(record, tot.bank))""",
        texts,
    )
    assert read == [code(one, BANK) for one in made for _ in range(2)]

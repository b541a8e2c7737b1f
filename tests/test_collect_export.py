"""What leaves the trainer's page: tables, the tally, the report and countersigned certificates."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page

from build_tools.forms import FORMS, Form
from build_tools.model import Curriculum
from build_tools.record import Bank, Result, marks, read_text
from tests.collect_case import class_of, codes, line
from tests.test_statistics import Marks, check_class

SAVED = ".tot-collect__save .tot-tool__told"
SIGNED = ".tot-collect__sign .tot-tool__told"
Class = tuple[Bank, list[Result]]


@pytest.fixture(scope="module")
def thirty(curriculum: Curriculum) -> Class:
    """The bank and a class of 30, one of whom has a formula for a name."""
    bank, results = class_of(curriculum, 30)
    results[3] = replace(results[3], name="=1+1")
    return bank, results


@pytest.fixture
def page(new_page: Callable[..., Page], site: Path, thirty: Class) -> Page:
    """The page from its folder, without network, with the class; what it prints is kept open."""
    opened = new_page(width=1280)
    opened.add_init_script("window.print = () => { window.printed = true; }")
    opened.goto(f"{site.as_uri()}/en/trainer/collect.html")
    paste(opened, codes(thirty[1], thirty[0]))
    return opened


def paste(page: Page, text: str) -> None:
    page.fill("[name=pasted]", text)
    page.click("[data-action=read]")


def saved(page: Page, action: str) -> tuple[str, bytes]:
    """The name and the bytes of the file that a button saves."""
    with page.expect_download() as download:
        page.click(f"[data-action={action}]")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def printed(page: Page, action: str) -> bytes:
    """The PDF of what a button prints."""
    page.click(f"[data-action={action}]")
    assert page.evaluate("window.printed")
    return page.pdf(prefer_css_page_size=True, print_background=True)


def sizes(pdf: bytes) -> list[tuple[int, ...]]:
    """The size of each page in points."""
    boxes = re.findall(r"/MediaBox \[([\d. ]+)\]", pdf.decode("latin-1"))
    return [tuple(round(float(size)) for size in box.split()[2:]) for box in boxes]


def score(result: Result, form: Form, bank: Bank) -> float | None:
    """The mean mark of a test; None where it was not taken."""
    if form not in result.tests:
        return None
    values = list(marks(result, form, bank).values())
    return sum(values) / len(values)


def test_csv_opens_in_spreadsheets(page: Page, thirty: Class) -> None:
    bank, results = thirty
    name, data = saved(page, "csv")
    assert re.fullmatch(r"results-officials-workshop-\d{8}\.csv", name)
    assert data.startswith(b"\xef\xbb\xbf") and name in page.inner_text(SAVED)
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert head[:3] == ["Name", "Learner's number", "Province"] and len(rows) == 30
    by_learner = {row[1]: row for row in rows}
    for result in results:
        row = by_learner[result.learner]
        assert row[0] == ("'=1+1" if result.name == "=1+1" else result.name)
        for cell, form in zip(row[6:8], FORMS, strict=True):
            known = score(result, form, bank)
            assert cell == "" if known is None else abs(float(cell) - 100 * known) < 0.051


def test_cells_that_would_run_are_made_harmless(page: Page) -> None:
    harmful = ["=1", "+1", "-1", "@x", "\t=1", " =1", "|x", "\uff1d1", 'a"b', "a,b", "a\nb"]
    text = page.evaluate(
        "cells => tot.collectExport.csv({ head: [], rows: [cells] })", harmful
    ).lstrip("\ufeff")
    _, row = csv.reader(io.StringIO(text, newline=""))
    assert row == [*(f"'{cell}" for cell in harmful[:8]), *harmful[8:]]


def test_xlsx_has_sheets_of_learners_objectives_and_items(page: Page, thirty: Class) -> None:
    bank, results = thirty
    name, data = saved(page, "xlsx")
    assert name.endswith(".xlsx")
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Learners", "Objectives", "Questions"]
    learners, objectives, items = (list(sheet.iter_rows(values_only=True)) for sheet in book)
    assert len(learners) == 31
    by_learner = {row[1]: row for row in learners[1:]}
    for result in results:
        row = by_learner[result.learner]
        assert row[0] == result.name
        assert row[6] == pytest.approx(score(result, "pre", bank))
        assert row[7] == pytest.approx(score(result, "post", bank))
    assert all(cell.data_type != "f" for row in book["Learners"] for cell in row)
    assert len(items) == 1 + 20 and {row[1] for row in items[1:]} == {"Pre-test", "Post-test"}
    for row in items[1:]:
        form: Form = "pre" if row[1] == "Pre-test" else "post"
        asked = [marks(one, form, bank)[str(row[2])] for one in results if form in one.tests]
        assert row[3] == len(asked) and row[4] == pytest.approx(sum(asked) / len(asked))
    after = [row[2] for row in objectives[1:]]
    assert after == sorted(after), "the weakest first"


def test_the_tally_goes_on_and_is_read_by_the_office(page: Page, thirty: Class) -> None:
    bank, results = thirty
    name, data = saved(page, "tally")
    assert name == "results.jsonl"
    text = data.decode()
    found = read_text(text, bank)
    assert sorted(found, key=str) == sorted(results, key=str)
    lines = {json.loads(one)["learner"]: json.loads(one) for one in text.splitlines()}
    for result in results:
        assert lines[result.learner] == json.loads(line(result, bank))
    page.reload()
    paste(page, text)
    assert page.inner_text(".tot-collect__in .tot-tool__told") == "30 new."


def test_names_are_left_out_of_every_file(page: Page, thirty: Class) -> None:
    bank, results = thirty
    page.check("[name=nameless]")
    shown = page.inner_text(".tot-collect__results")
    texts = [saved(page, action)[1].decode("utf-8-sig") for action in ("csv", "tally")]
    book = openpyxl.load_workbook(io.BytesIO(saved(page, "xlsx")[1]))
    texts.append(str([[cell.value for cell in row] for sheet in book for row in sheet]))
    for result in results:
        assert not any(result.name in text for text in [shown, *texts]), result.name
        assert all(result.learner in text for text in texts)
    found = read_text(texts[1], bank)
    assert all(isinstance(one, Result) and one.name == "" for one in found), "it is still sound"


def test_the_report_fills_half_a_page_without_names(page: Page, thirty: Class) -> None:
    page.fill("[name=title]", "Salavan, first round")
    page.fill("[name=place]", "Salavan")
    page.fill("[name=dates]", "9-10 November 2026")
    page.select_option("select[name=group]", "=SV-1")
    page.click("[data-action=report]")
    paper = page.locator(".tot-paper")
    text = paper.text_content() or ""
    for part in ("Salavan, first round", "9-10 November 2026", "Learning gain", "Learners: 16."):
        assert part in text
    assert paper.locator("li").count() == 3
    assert not any(result.name in text for result in thirty[1])
    page.emulate_media(media="print")
    box = paper.locator(".tot-collect__half")
    assert box.evaluate("half => half.scrollHeight <= half.clientHeight"), "nothing is cut off"
    assert sizes(page.pdf(prefer_css_page_size=True)) == [(595, 842)]
    assert page.locator(".tot-paper").count() == 0, "it is gone once it is printed"


@pytest.mark.parametrize("language", ["lo", "en"])
def test_the_longest_report_fits(page: Page, curriculum: Curriculum, language: str) -> None:
    bank, results = class_of(curriculum, 8)
    if language == "lo":
        page.goto(page.url.replace("/en/", "/"))
        paste(page, codes(results, bank))
    page.fill("[name=title]", "ການຝຶກອົບຮົມ " * 7)
    page.fill("[name=place]", "ສາລາປະຊຸມ " * 9)
    page.click("[data-action=report]")
    page.emulate_media(media="print")
    box = page.locator(".tot-collect__half")
    assert box.evaluate("half => half.scrollHeight <= half.clientHeight")


def test_certificates_are_countersigned(page: Page, thirty: Class, tmp_path: Path) -> None:
    page.click("[data-action=certificates]")
    assert "key" in page.inner_text(SIGNED) and page.locator(".tot-paper").count() == 0
    page.click("[data-action=make-key]")
    assert "office" in page.inner_text(SIGNED)
    page.fill("[name=office]", "Salavan office")
    name, data = saved(page, "make-key")
    key = json.loads(data)
    assert key["kind"] == "tot-key" and name in page.inner_text(SIGNED)
    assert "Salavan office" in page.inner_text(".tot-collect__key")
    kept = page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
    assert key["secret"] not in kept and key["secret"] not in page.content()
    page.reload()
    paste(page, codes(thirty[1], thirty[0]))
    (tmp_path / "wrong.json").write_text("{}")
    page.set_input_files("[name=key]", tmp_path / "wrong.json")
    page.wait_for_function(
        "s => document.querySelector(s).textContent.includes('wrong')", arg=SIGNED
    )
    (tmp_path / name).write_bytes(data)
    page.set_input_files("[name=key]", tmp_path / name)
    page.wait_for_selector(".tot-collect__key:not([hidden])")
    done = [result for result in thirty[1] if "post" in result.tests]
    page.click("[data-action=certificates]")
    assert page.locator(".tot-certificate").count() == len(done)
    text = page.locator(".tot-paper").text_content() or ""
    assert all(result.name in text for result in done) and "Salavan office" in text
    assert sizes(printed(page, "certificates")) == [(842, 595)] * len(done)


def test_codes_are_handed_back(page: Page, thirty: Class) -> None:
    page.fill("[name=office]", "ຫ້ອງການ ສາລະວັນ")
    saved(page, "make-key")
    for number in (1, 2):
        page.locator(".tot-collect__learners tbody input").nth(number).check()
    assert "Learners chosen: 2." in page.inner_text(".tot-collect__for")
    name, data = saved(page, "codes")
    text = data.decode("utf-8-sig")
    assert name.startswith("certificates-") and name.endswith(".txt")
    read = page.evaluate("text => tot.certificate.readAll(text, tot.bank)", text)
    ticked = page.locator(".tot-collect__learners tbody tr:has(:checked) th").all_inner_texts()
    assert sorted(one["certificate"]["name"] for one in read) == sorted(map(str.strip, ticked))
    assert all(one["signed"] and one["valid"] for one in read)
    assert all(one["certificate"]["office"] == "ຫ້ອງການ ສາລະວັນ" for one in read)


def test_the_page_says_what_fractions_say(page: Page, thirty: Class) -> None:
    bank, results = thirty
    said = page.evaluate(
        """text => {
          const tally = new tot.tally.Tally(tot.bank);
          tally.take(text);
          const { summary, pairs, parts, weakestFirst, items } = tot.statistics;
          const rows = tally.rows();
          return { whole: summary(pairs(rows)), parts: weakestFirst(parts(rows, () => "")),
            pre: items(rows, "pre"), post: items(rows, "post") };
        }""",
        codes(results, bank),
    )
    learners: list[Marks] = [
        {form: marks(one, form, bank) if form in one.tests else None for form in FORMS}
        for one in results
    ]
    said["parts"] = []
    check_class(said, learners)

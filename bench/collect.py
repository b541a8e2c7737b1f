"""How long the trainer's page takes to show many results, with a processor four times slower too.

`python -m bench.collect [SITE]` reads a built site (`./tot build site` first), opens
`trainer/collect.html` from its folder in Chromium with the network off, and gives it 500 generated
records: as files, as codes in one pasted text, and as a saved tally. Printed are the seconds from
giving them until the table and the charts are drawn and laid out, and the processor's seconds of
the page in that time.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from build_tools.load import load
from build_tools.reading import read_sources
from tests.collect_case import class_of, codes, line, write_class

ROOT = Path(__file__).parent.parent
SIZE = 500
TOLD = ".tot-collect__in .tot-tool__told"
DONE = f"""size => {{
    const told = document.querySelector("{TOLD}").textContent;
    const rows = document.querySelectorAll(".tot-collect__learners tbody tr").length;
    return told.startsWith(String(size)) && rows > 0 && document.body.offsetHeight > 0;
}}"""


def processor_seconds(control: CDPSession) -> float:
    """The seconds of the processor that the page has taken so far."""
    found = control.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in found if one["name"] == "TaskDuration"))


def measured(
    browser: Browser, site: Path, give: Callable[[Page], object], slower: int
) -> tuple[float, float]:
    """Seconds by the clock and of the processor until what was given is shown."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    page = context.new_page()
    page.goto((site / "en/trainer/collect.html").as_uri())
    control = context.new_cdp_session(page)
    control.send("Performance.enable")
    control.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    began, spent = time.perf_counter(), processor_seconds(control)
    give(page)
    page.wait_for_function(DONE, arg=SIZE, polling=20)
    taken = time.perf_counter() - began, processor_seconds(control) - spent
    context.close()
    return taken


def paste(text: str) -> Callable[[Page], None]:
    """What pastes a text and reads it."""

    def give(page: Page) -> None:
        page.evaluate("text => { document.querySelector('[name=pasted]').value = text }", text)
        page.click("[data-action=read]")

    return give


def ways(folder: Path) -> dict[str, Callable[[Page], object]]:
    """The ways in which the records are given to the page."""
    curriculum = load(read_sources(ROOT).files).curriculum
    assert curriculum is not None
    bank, results = class_of(curriculum, SIZE)
    files = write_class(folder, results, bank)
    tally = folder / "results.jsonl"
    tally.write_text("".join(line(result, bank) for result in results), encoding="utf-8")
    return {
        "files": lambda page: page.set_input_files("input[name=files]", files),
        "codes": paste(codes(results, bank)),
        "tally": lambda page: page.set_input_files("input[name=files]", tally),
    }


def main(site: Path) -> None:
    """Nothing; prints the figures."""
    chromium = os.environ.get("TOT_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        print(f"{SIZE} records as      slower   seconds   processor")
        for name, give in ways(Path(folder)).items():
            for slower in (1, 4):
                clock, processor = measured(browser, site, give, slower)
                print(f"{name:20}{slower:>6}x{clock:>10.2f}{processor:>12.2f}")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / "site")

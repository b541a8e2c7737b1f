"""The certificate in Chromium: on paper, countersigned, checked from its code and from a photograph."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from build_tools.model import LANGUAGES, Curriculum, Language
from build_tools.record import bank
from tests.a11y import broken_rules, enlarge, probe
from tests.browser_case import watched
from tests.learner_case import FULL_NAME, paper_sizes, seed, visit
from tests.test_signing import KEY, VECTORS

OWNER = "officials-workshop"
OFFICE = "ຫ້ອງການແຮງງານ ແລະ ສະຫວັດດີການສັງຄົມ"
KEY_OF_OFFICE = {**KEY, "office": OFFICE}
LANDSCAPE = [(842, 595)]
OUTSIDE = """() => {
    const sheet = document.querySelector(".tot-certificate-view .tot-certificate");
    const frame = sheet.getBoundingClientRect();
    const inner = sheet.querySelector(".tot-certificate__inner").getBoundingClientRect();
    const isOut = (box, within) => box.left < within.left - 0.5 || box.right > within.right + 0.5
        || box.top < within.top - 0.5 || box.bottom > within.bottom + 0.5;
    return [...sheet.querySelectorAll("p, svg.tot-qr")].filter((one) => {
        const box = one.getBoundingClientRect();
        return isOut(box, inner) || isOut(box, frame) || one.scrollWidth > one.clientWidth + 1;
    }).map((one) => one.className + ": " + one.textContent);
}"""
PHOTOGRAPH = """async ([look, blur, turn]) => {
    const svg = document.querySelector("svg.tot-qr").cloneNode(true);
    svg.setAttribute("width", "900");
    svg.setAttribute("height", "900");
    svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    const picture = new Image();
    picture.src = "data:image/svg+xml," + encodeURIComponent(svg.outerHTML);
    await picture.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [2400, 1800];
    const pen = canvas.getContext("2d");
    pen.fillStyle = look;
    pen.fillRect(0, 0, 2400, 1800);
    pen.translate(1250, 880);
    pen.rotate(turn);
    pen.filter = "blur(" + blur + "px) brightness(0.8) contrast(0.7)";
    pen.drawImage(picture, -450, -450);
    return canvas.toDataURL("image/jpeg", 0.8).split(",")[1];
}"""
"""A photograph of the code on the page: on this ground, out of focus, askew and dim."""


def opened(page: Page, base: str, language: Language = "lo", **own: str) -> Page:
    """The page of the certificate of a learner who has ended both tests."""
    visit(page, base, "learning/certificate", language)
    seed(page, OWNER, own=own or {"name": FULL_NAME})
    expect(page.locator(".tot-certificate-view .tot-certificate")).to_be_visible()
    return page


def codes(page: Page, key: dict[str, Any]) -> tuple[str, str]:
    """The code of the learner's certificate, and the one that the holder of this key gives back."""
    plain, signed = page.evaluate(
        """async ([owner, key]) => {
            const { bank, certificate, progress, record } = tot;
            const result = record.make(await progress.read(), owner, bank, progress.now());
            const made = certificate.make(result, bank);
            return [made, certificate.sign(made, key)].map(certificate.code);
        }""",
        [OWNER, key],
    )
    return plain, signed


def check(page: Page, base: str, text: str, language: Language = "lo") -> Page:
    """The page that checks certificates with this text checked."""
    visit(page, base, "trainer/verify", language)
    page.locator("textarea[name=code]").fill(text)
    page.locator("[data-action=check]").click()
    return page


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_page_landscape_in_both_languages(
    new_page: Callable[..., Page], anywhere: str, curriculum: Curriculum, language: Language
) -> None:
    page = new_page(width=1280)
    wrong = watched(page, anywhere)
    opened(page, anywhere, language)
    assert paper_sizes(page) == LANDSCAPE
    title = bank(curriculum).owners[OWNER].title
    said = page.locator(".tot-certificate-view").inner_text()
    for text in (FULL_NAME, title["lo"], title["en"], "40%", "90%", "24 ພະຈິກ 2026",
                 "24 November 2026", "2026.11.0", curriculum.word("certificate-self", "lo"),
                 curriculum.word("certificate-self", "en")):  # fmt: skip
        assert text in said
    assert said.index(title["lo"]) < said.index(title["en"])
    assert (
        page.locator(".tot-paper").text_content()
        == page.locator(".tot-certificate-view").text_content()
    )  # what is printed is what is shown
    assert not wrong


@pytest.mark.parametrize(
    "name", ["", "ນາງ " + "ບຸນມີ" * 15, "ໝ້ຳ" * 20, "ກ" * 80, "W" * 80, "Ma. " * 20, "<i>x</i>"]
)
@pytest.mark.parametrize("width", [320, 1280])
def test_any_name_fits(new_page: Callable[..., Page], site: Path, name: str, width: int) -> None:
    page = opened(new_page(width=width), site.as_uri(), name=name)
    code = codes(page, {**KEY, "office": "ຫ້ອງການ" * 8})[1]
    assert page.evaluate(OUTSIDE) == []
    if name.strip() == name and name:
        assert page.locator(".tot-certificate-view bdi").inner_text() == name
    page.locator("textarea[name=code]").fill(code)
    page.locator("[data-action=use]").click()
    expect(page.locator("[data-action=drop]")).to_be_visible()
    assert page.evaluate(OUTSIDE) == []
    assert paper_sizes(page) == LANDSCAPE


def test_a_countersigned_code_is_taken_kept_and_dropped(
    new_page: Callable[..., Page], base: str, curriculum: Curriculum
) -> None:
    page = opened(new_page(), base)
    plain, signed = codes(page, KEY_OF_OFFICE)
    told, use = page.locator(".tot-result__taken"), page.locator("[data-action=use]")
    area, sheet = page.locator("textarea[name=code]"), page.locator(".tot-certificate-view")
    fingerprint = page.evaluate("(known) => tot.signing.fingerprint(known)", KEY["public"])

    def refused(text: str, word: str, **values: object) -> None:
        area.fill(text)
        use.click()
        expect(told).to_have_text(curriculum.word(word, "lo", **values))
        expect(sheet).to_contain_text(curriculum.word("certificate-self", "lo"))

    cut = curriculum.word("verify-fault-cut", "lo")
    refused("", "verify-paste-first")
    refused(plain, "certificate-not-signed")
    refused(signed[:-8], "verify-refused", reason=cut)
    page.locator("[name=name]").fill("ນາງ ອື່ນ")
    refused(signed, "certificate-other-name", name=FULL_NAME)
    page.locator("[name=name]").fill(FULL_NAME)
    area.fill(f"{FULL_NAME}\r\n{signed.lower()}")
    use.click()
    expect(told).to_have_text(curriculum.word("certificate-taken", "lo", office=OFFICE))
    page.goto(f"{base}/en/learning/certificate.html")
    expect(sheet).to_contain_text(OFFICE)
    expect(sheet).to_contain_text(fingerprint)
    expect(sheet).not_to_contain_text(curriculum.word("certificate-self", "en"))
    page.locator("[data-action=drop]").click()
    expect(sheet).to_contain_text(curriculum.word("certificate-self", "en"))
    page.reload()
    expect(sheet).to_contain_text(curriculum.word("certificate-self", "en"))


def test_a_learner_without_a_post_test_is_told_what_to_do(
    new_page: Callable[..., Page], site: Path, curriculum: Curriculum
) -> None:
    page = new_page()
    visit(page, site.as_uri(), "learning/certificate")
    seed(page, OWNER, ("pre",), own={"name": FULL_NAME})
    expect(page.get_by_text(curriculum.word("certificate-first", "lo"))).to_be_visible()
    expect(page.locator(".tot-result__whole")).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_check_says_what_is_proved(
    new_page: Callable[..., Page], anywhere: str, curriculum: Curriculum, language: Language
) -> None:
    page = new_page()
    plain, signed = codes(opened(page, anywhere), KEY_OF_OFFICE)
    wrong = watched(page, anywhere)
    check(page, anywhere, plain, language)
    found, standing = page.locator(".tot-verify__found"), page.locator(".tot-verify__standing")
    for text in (
        FULL_NAME,
        bank(curriculum).owners[OWNER].title[language],
        "40%",
        "90%",
        "24/11/2026",
    ):
        expect(found).to_contain_text(text)
    expect(standing).to_contain_text(curriculum.word("verify-self", language))
    expect(standing).to_contain_text(curriculum.word("verify-self-means", language))
    expect(page.locator(".tot-verify__compare")).to_be_hidden()
    check(page, anywhere, signed, language)
    fingerprint = page.evaluate("(known) => tot.signing.fingerprint(known)", KEY["public"])
    expect(standing).to_contain_text(curriculum.word("verify-signed", language, office=OFFICE))
    expect(standing).to_contain_text(fingerprint)
    expect(standing).to_contain_text(curriculum.word("verify-signed-means", language))
    assert not wrong


def test_the_key_is_compared(
    new_page: Callable[..., Page], base: str, curriculum: Curriculum
) -> None:
    page = new_page()
    check(page, base, codes(opened(page, base), KEY_OF_OFFICE)[1])
    own, other = page.evaluate(
        "(all) => all.map(tot.signing.fingerprint)", [KEY["public"], VECTORS[1][1]]
    )
    told, known = page.locator(".tot-verify__same"), page.locator("[name=known]")
    for text, word, values in (
        (own.lower(), "verify-same", {"fingerprint": own}),
        (other, "verify-other", {"fingerprint": own, "known": other}),
        ("1234", "verify-not-known", {}),
    ):
        known.fill(text)
        page.locator("[data-action=compare]").click()
        expect(told).to_contain_text(curriculum.word(word, "lo", **values))
    public_half = {name: value for name, value in KEY.items() if name != "secret"}
    for public, state in ((KEY["public"], "same"), (VECTORS[1][1], "other")):
        text = json.dumps({**public_half, "public": public}).encode()
        file: Any = {"name": "key.json", "mimeType": "application/json", "buffer": text}
        page.locator("input[name=key]").set_input_files(file)
        expect(told).to_have_attribute("data-state", state)


def test_what_is_damaged_or_forged_is_refused_with_the_reason(
    new_page: Callable[..., Page], base: str, curriculum: Curriculum
) -> None:
    page = new_page()
    signed = codes(opened(page, base), KEY_OF_OFFICE)[1]
    forged = page.evaluate(
        """(text) => {
            const { certificate } = tot.certificate.read(text, tot.bank);
            return tot.certificate.code({ ...certificate, post: 1 });
        }""",
        signed,
    )
    record = page.evaluate(
        """async (owner) => { const { bank, progress, record } = tot;
            const made = record.make(await progress.read(), owner, bank, progress.now());
            return record.code(made); }""",
        OWNER,
    )
    other = "2" if signed[50] != "2" else "3"
    for text, fault in (
        (signed[:-3], "cut"), (signed[:50] + other + signed[51:], "misread"), (forged, "changed"),
        (record, "a-result"), ("ສະບາຍດີ", "not-a-certificate"),
    ):  # fmt: skip
        check(page, base, text)
        reason = curriculum.word(f"verify-fault-{fault}", "lo")
        told = curriculum.word("verify-refused", "lo", reason=reason)
        expect(page.locator(".tot-verify__told")).to_have_text(told)
        expect(page.locator(".tot-verify__found")).to_be_hidden()


@pytest.mark.parametrize(
    ("ground", "blur", "turn"), [("#fff", 0, 0), ("#888", 1.5, 0.09), ("#5a4a3a", 1, -0.2)]
)
def test_a_photograph_is_read(
    new_page: Callable[..., Page], base: str, ground: str, blur: float, turn: float
) -> None:
    """The QR code of a countersigned certificate, the longest code of all."""
    page = opened(new_page(), base)
    page.locator("textarea[name=code]").fill(codes(page, KEY_OF_OFFICE)[1])
    page.locator("[data-action=use]").click()
    expect(page.locator("[data-action=drop]")).to_be_visible()
    taken = page.evaluate(PHOTOGRAPH, [ground, blur, turn])
    visit(page, base, "trainer/verify")
    assert not page.evaluate("'jsQR' in window")
    photograph(page, taken)
    expect(page.locator(".tot-verify__standing")).to_contain_text(OFFICE, timeout=15000)


def photograph(page: Page, taken: str) -> None:
    """Nothing; gives this picture, as base64, to the page that checks certificates."""
    page.evaluate(
        """(data) => {
            const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
            const chosen = new DataTransfer();
            chosen.items.add(new File([bytes], "photo.jpg", { type: "image/jpeg" }));
            const input = document.querySelector("input[name=photo]");
            input.files = chosen.files;
            input.dispatchEvent(new Event("change"));
        }""",
        taken,
    )


@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_a_picture_without_a_code_is_refused(
    new_page: Callable[..., Page], base: str, curriculum: Curriculum
) -> None:
    page = new_page()
    visit(page, base, "trainer/verify")
    reason = curriculum.word("verify-fault-no-code", "lo")
    told = page.locator(".tot-verify__told")
    for data, kind in ((page.screenshot(), "image/png"), (b"no picture", "image/jpeg")):
        file: Any = {"name": "photo", "mimeType": kind, "buffer": data}
        page.locator("input[name=photo]").set_input_files(file)
        expect(told).to_have_text(
            curriculum.word("verify-refused", "lo", reason=reason), timeout=15000
        )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("path", "word"), [("learning/certificate", "certificate"), ("trainer/verify", "verify")]
)
def test_without_scripts_it_says_what_it_needs(
    new_page: Callable[..., Page],
    site: Path,
    curriculum: Curriculum,
    language: Language,
    path: str,
    word: str,
) -> None:
    page = new_page(java_script_enabled=False)
    visit(page, site.as_uri(), path, language)
    expect(page.get_by_text(curriculum.word(f"{word}-no-script", language))).to_be_visible()
    expect(page.locator(".tot-tool")).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_filled_pages_are_accessible(
    new_page: Callable[..., Page], site: Path, language: Language
) -> None:
    page = opened(new_page(width=320), site.as_uri(), language)
    code = codes(page, KEY_OF_OFFICE)[1]
    accessible(page)
    check(page, site.as_uri(), code, language)
    page.locator("[name=known]").fill(str(KEY["public"]))
    page.locator("[data-action=compare]").click()
    accessible(page)


def accessible(page: Page) -> None:
    """Nothing; both looks break no rule, and nothing is too wide or too small at 320 pixels."""
    for scheme in ("default", "slate"):
        page.evaluate("one => { document.documentElement.dataset.mdColorScheme = one }", scheme)
        assert broken_rules(page) == []
    assert probe(page, "tooWide") + probe(page, "smallTargets") == []
    enlarge(page)
    assert probe(page, "tooWide") == []

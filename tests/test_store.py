"""The device's store in Chromium: one for all pages of a folder, closed to everybody else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

ASK = """([url, op]) => new Promise((done) => {
    const frame = document.createElement('iframe');
    frame.src = url;
    addEventListener('message', ({ source, data }) => {
        if (source === frame.contentWindow) done(data);
    });
    frame.addEventListener('load', () => {
        frame.contentWindow.postMessage({ id: 1, op, key: 'k', text: 't' }, '*');
        setTimeout(() => done('no answer'), 700);
    });
    document.body.append(frame);
})"""
FROM_A_SIBLING = """(url) => new Promise((done) => {
    const frames = [url, 'about:blank'].map((src) => {
        const frame = document.createElement('iframe');
        frame.src = src;
        return document.body.appendChild(frame);
    });
    addEventListener('message', ({ source }) => {
        if (source === frames[0].contentWindow) done('answered');
    });
    setTimeout(() => {
        const script = frames[1].contentDocument.createElement('script');
        script.textContent = "parent.frames[parent.frames.length - 2]" +
            ".postMessage({ id: 1, op: 'get', key: 'k' }, '*')";
        frames[1].contentDocument.body.append(script);
        setTimeout(() => done('no answer'), 700);
    }, 500);
})"""


def opened(new_page: Callable[..., Page], base: str, path: str = "glossary.html") -> Page:
    page = new_page()
    page.context.set_offline(base.startswith("file"))
    page.goto(f"{base}/{path}")
    return page


def test_texts_are_kept_for_all_pages(new_page: Callable[..., Page], anywhere: str) -> None:
    page = opened(new_page, anywhere)
    assert page.evaluate("tot.store.works()") is True
    assert page.evaluate("tot.store.get('a')") is None
    assert page.evaluate("tot.store.set('a', 'ນ້ຳ \\u0000 \"')") is True
    page.goto(f"{anywhere}/en/foundations/index.html")
    assert page.evaluate("tot.store.get('a')") == 'ນ້ຳ \0 "'
    assert page.evaluate("tot.store.swap('a', 'new', 'other')") is False
    assert page.evaluate("tot.store.swap('a', 'new', 'ນ້ຳ \\u0000 \"')") is True
    assert page.evaluate("tot.store.swap('b', 'first', null)") is True
    assert sorted(page.evaluate("tot.store.names()")) == ["a", "b"]
    assert page.evaluate("tot.store.remove('a')") is True
    assert page.evaluate("tot.store.names()") == ["b"]


def test_a_browser_that_keeps_nothing_is_told_of_and_never_fails(
    new_page: Callable[..., Page], base: str
) -> None:
    page = new_page()
    page.context.set_offline(base.startswith("file"))
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw Error() }})")
    page.goto(f"{base}/glossary.html")
    assert page.evaluate("tot.store.works()") is False
    assert page.evaluate("tot.store.get('a')") is None
    assert page.evaluate("tot.store.set('a', 'b')") is False
    assert page.evaluate("tot.store.swap('a', 'b', null)") is None
    assert page.evaluate("tot.store.remove('a')") is False
    assert page.evaluate("tot.store.names()") == []


def test_after_a_failed_reading_nothing_is_written_over_what_is_kept(
    new_page: Callable[..., Page], base: str
) -> None:
    page = new_page()
    page.context.set_offline(base.startswith("file"))
    page.add_init_script("Storage.prototype.getItem = () => { throw Error() }")
    page.goto(f"{base}/glossary.html")
    assert page.evaluate("tot.store.get('a')") is None
    assert page.evaluate("tot.store.set('a', 'b')") is False


def test_on_a_server_the_frame_answers_nobody(new_page: Callable[..., Page], server: str) -> None:
    page = opened(new_page, server)
    page.context.set_offline(False)
    for op in ("get", "names"):
        assert page.evaluate(ASK, [f"{server}/assets/tot/learn/store.html", op]) == "no answer"


def test_in_a_folder_the_frame_answers_its_page_and_known_questions_alone(
    new_page: Callable[..., Page], site: Path
) -> None:
    base = site.as_uri()
    url = f"{base}/assets/tot/learn/store.html"
    page = opened(new_page, base)
    assert page.evaluate(ASK, [url, "get"]) == {"id": 1, "value": None}
    for op in ("toString", "clear", "constructor", None):
        assert page.evaluate(ASK, [url, op]) == "no answer"
    assert page.evaluate(FROM_A_SIBLING, url) == "no answer"

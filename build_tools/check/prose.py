"""Links lead somewhere, pictures have words, roles have a form, quotations are short."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from build_tools.check.uses import parts_with_text, prose_references, text_references
from build_tools.findings import Finding, Place, did_you_mean
from build_tools.lao import word_count
from build_tools.markdown import Reference, parse_inline, plain_text
from build_tools.markdown.rules.roles import FACT_FORMS
from build_tools.model import LANGUAGES, Curriculum, Lesson, Prose, Text
from build_tools.model.slides import QuoteSlide
from build_tools.model.walk import texts

MAX_QUOTE_WORDS = 40


def check_prose(curriculum: Curriculum) -> Iterator[Finding]:
    """Every finding about links, pictures, roles, raw HTML in YAML texts, and quotations."""
    for lesson in curriculum.lessons:
        for prose in filter(None, (lesson.en, lesson.lo)):
            for reference, place in prose_references(prose):
                yield from _reference(curriculum, reference, place, lesson)
            yield from _quotes(prose)
        for slide in lesson.slides:
            if isinstance(slide, QuoteSlide):
                yield from _length(slide.quote.en, slide.quote.at("en"))
    for part in parts_with_text(curriculum):
        for reference, place in text_references(part):
            yield from _reference(curriculum, reference, place, None)
        for text in texts(part):
            yield from _html(text)


def _reference(
    curriculum: Curriculum, reference: Reference, place: Place, lesson: Lesson | None
) -> Iterator[Finding]:
    """What is wrong with one reference."""
    if reference.kind == "role":
        message = f"Unknown role `{{{reference.target}}}`."
        yield Finding(
            place, "role-unknown", message, did_you_mean(reference.target, ("fact", "term"))
        )
    elif reference.kind == "fact" and reference.form not in FACT_FORMS:
        message = f"A fact has no form `{reference.form}`."
        yield Finding(place, "role-unknown", message, did_you_mean(reference.form, FACT_FORMS))
    elif reference.kind == "link":
        yield from _link(curriculum, reference.target, place, lesson)
    elif reference.kind == "image":
        if not reference.form.strip():
            yield Finding(place, "image-alt", f"The picture `{reference.target}` has no words.")
        if lesson is None or reference.target not in lesson.media:
            known = lesson.media if lesson else ()
            message = f"There is no picture `{reference.target}` beside this text."
            yield Finding(place, "link-broken", message, did_you_mean(reference.target, known))


def _link(
    curriculum: Curriculum, target: str, place: Place, lesson: Lesson | None
) -> Iterator[Finding]:
    """What is wrong with one link."""
    scheme = urlsplit(target).scheme.lower()
    if scheme == "https":
        return
    if scheme == "lesson":
        name, _, fragment = target.removeprefix("lesson:").partition("#")
        yield from _lesson_link(curriculum, name, fragment, place)
    elif target.startswith("#") and lesson is not None:
        yield from _lesson_link(curriculum, lesson.id, target[1:], place)
    elif scheme:
        yield Finding(place, "link-unsafe", f"The address `{target[:60]}` is not allowed.")
    else:
        yield Finding(place, "link-broken", f"The address `{target[:60]}` leads nowhere.")


def _lesson_link(
    curriculum: Curriculum, name: str, fragment: str, place: Place
) -> Iterator[Finding]:
    """What is wrong with a link to a heading or box of a lesson."""
    if any(path.endswith("/module.yaml:*") for path in curriculum.broken):
        return
    written = {lesson.id: lesson for lesson in curriculum.lessons}
    if name not in written:
        if name not in curriculum.broken:
            message = f"There is no lesson `{name}`."
            yield Finding(place, "link-broken", message, did_you_mean(name, written))
        return
    prose = written[name].en
    known = [section.id for section in prose.sections] + [box.id for box in prose.boxes() if box.id]
    if fragment and fragment not in known:
        message = f"The lesson `{name}` has no heading or box `{fragment}`."
        yield Finding(place, "link-broken", message, did_you_mean(fragment, known))


def _html(text: Text) -> Iterator[Finding]:
    """A finding for raw HTML in a text of a YAML file."""
    for language in LANGUAGES:
        words = getattr(text, language)
        for token in parse_inline(words) if words and "<" in words else ():
            if token.type == "html_inline":
                message = f"Raw HTML: `{token.content[:40]}`."
                yield Finding(text.at(language), "html-raw", message)


def _quotes(prose: Prose) -> Iterator[Finding]:
    """Quote boxes of the English text that are too long; a translation may need more words."""
    if prose.path.endswith("lesson.en.md"):
        for box in prose.boxes("quote"):
            yield from _length(plain_text(box.tokens), box.place)


def _length(words: str, place: Place) -> Iterator[Finding]:
    """A finding for more words than a quotation may have."""
    count = round(word_count(words))
    if count > MAX_QUOTE_WORDS:
        yield Finding(place, "quote-length", f"The quotation has {count} words.")

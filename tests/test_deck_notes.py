"""Speaker notes: one action a line, cues in bold, answers, sources and the clock in each edition."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import yaml
from hypothesis import given, strategies as st

from build_tools.model import EDITIONS, Edition, Text
from build_tools.model.slides import BulletsSlide, Point
from build_tools.render.deck import module_outline
from build_tools.render.deck.decks import DeckMaker
from build_tools.render.deck.evidence import facts_sources
from build_tools.render.deck.kinds_question import item_plans
from build_tools.render.deck.notes import cued, note_lines, note_paragraphs
from build_tools.render.deck.say import Line, Voice
from build_tools.render.runs import TextRun
from tests import deck_case as case
from tests.figure_case import deck_ruler as ruler


def marked(line: Line) -> str:
    """The words of a line with its bold ones between stars."""
    words = "".join(f"*{run.text}*" if run.bold else run.text for run in line.runs if run.text)
    return words.replace("**", "")


def voice(edition: Edition) -> Voice:
    return Voice(case.curriculum(), edition, edition != "en")


def notes(edition: Edition, slide_id: str) -> list[str]:
    """The notes of a slide of the sample, of its first part; English under Lao after ">"."""
    plans = [one.fitted.plan for one in case.planned(edition)]
    plan = next(plan for plan in plans if plan.id == slide_id)
    return [
        "> " * (one.level > 1) + ("[no Lao]" if one.only_mark and one.line.missing else marked(one.line))
        for one in note_paragraphs(voice(edition), plan)
    ]  # fmt: skip


GOLDEN: dict[tuple[Edition, str], list[str]] = {
    ("en", "aims"): ["*1 min (2-3)*", "Read aloud."],
    ("en", "chart"): [
        "*1 min (10-11)*",
        "*Change the numbers:* right-click the chart, then choose Edit Data.",
        "*Source:* Office A, 2021-06; Office B, n.d.",
    ],
    ("en", "floor"): [
        "*20 min (11-31)*",
        "Each group stands at one wall.",
        "*Result:* every card is on a wall.",
        "Do not correct at once.",
    ],
    ("lo", "floor"): [
        "*20 ນາທີ (11-31)*",
        "ແຕ່ລະກຸ່ມ ຢືນຢູ່ຝາດຽວ.",
        "*ຜົນ:* ບັດທຸກໃບ ຢູ່ຝາແລ້ວ.",
        "ຢ່າແກ້ທັນທີ.",
    ],
    ("lo-en", "ask-single"): [
        "*2 ນາທີ (31-33)*",
        "> *2 min (31-33)*",
        "*ຖາມ:* ອ່ານຄຳຖາມອອກສຽງ ແລ້ວນັບຄົນຍົກມື ໃຫ້ແຕ່ລະຄຳຕອບ.",
        "> *Ask:* read the question aloud, then count the hands for each answer.",
        "*ຄຳຕອບທີ່ຖືກ:* B. ເງິນອຸດໜູນ",
        "> *Right answer:* B. A grant",
        "*A.* ຕ້ອງໃຊ້ຄືນ.",
        "> *A.* It must be paid back.",
        "*B.* ໃຫ້ລ້າ.",
        "> *B.* It is given.",
        "*ເຫດຜົນ:* ເງິນອຸດໜູນ ບໍ່ຕ້ອງໃຊ້ຄືນ.",
        "> *Why:* A grant is not paid back.",
    ],
    ("en", "ask-single-answer"): [
        "*1 min (33-34)*",
        "*A.* *A loan:* It must be paid back.",
        "*B.* *A grant:* It is given.",
        "*Why:* A grant is not paid back.",
    ],
    ("en", "ask-order"): [
        "*1 min (37-38)*",
        "*Ask:* read the question aloud; each pair writes its answer, then three pairs read theirs.",
        "*Right answer:*",
        "Register",
        "Decide",
        "Pay",
        "*Why:* First names and then money.",
    ],
    ("en", "ask-word"): [
        "*1 min (40-41)*",
        "*Ask:* read the question aloud; each pair writes its answer, then three pairs read theirs.",
        "*Right answer:* pension",
        "*Counts as right:* pension / old-age pension",
        "*Why:* It is paid in old age.",
    ],
    ("lo-en", "gain-inputs"): [
        "*2 ນາທີ (44-46)*",
        "> *2 min (44-46)*",
        "ຖາມກ່ອນ.",
        "> Ask first.",
        "*ໜ້າຂອງເຄື່ອງມືນີ້:* tools/learning-gain.html",
        "> *Page of this tool:* en/tools/learning-gain.html",
        "*ແຫຼ່ງຂໍ້ມູນ:* Office A, 2021-06; Office B, n.d.",
    ],
    ("en", "gain-exercise"): ["*4 min (49-53)*", "*What should come out:* The groups agree."],
    ("en", "differ"): ["*1 min (43-44)*", "*Source:* Office A, 2021-06; Office B, n.d."],
    ("lo", "said"): ["*1 ນາທີ (42-43)*", "*ແຫຼ່ງຂໍ້ມູນ:* Office A, 2021-06"],
    ("lo-en", "long"): ["*3 ນາທີ (1-4)*", "> *3 min (1-4)*", "[no Lao]", "> Take time."],
    ("en", "refs"): ["*0 min (58-58)*", "For reference. This slide need not be shown."],
}  # fmt: skip


@pytest.mark.parametrize(("edition", "slide_id"), list(GOLDEN))
def test_the_notes_of_each_kind_of_slide(edition: Edition, slide_id: str) -> None:
    assert notes(edition, slide_id) == GOLDEN[edition, slide_id]


def written(edition: Edition, text: Text) -> list[str]:
    """The notes of a slide that has no others, without the clock."""
    slide = BulletsSlide(
        id="one", kind="bullets", title=Text(en="One", lo="ໜຶ່ງ"), points=(Point(en="A", lo="ກ"),),
        notes=text,
    )  # fmt: skip
    lesson = replace(case.module().lessons[0], slides=(slide,))
    outline = module_outline(replace(case.module(), lessons=(lesson,)))
    maker = DeckMaker(case.curriculum(), outline, edition, ruler(), False)
    (one,) = maker.slides()
    paragraphs = note_paragraphs(maker.voice, one.fitted.plan)[2 if edition == "lo-en" else 1 :]
    return ["> " * (paragraph.level > 1) + marked(paragraph.line) for paragraph in paragraphs]


ENGLISH = 'Ask: "Which came first?"\nExpected: the grant [@first-report].'
LAO = 'ຖາມວ່າ: "ອັນໃດມາກ່ອນ?"\nຄາດວ່າ ເງິນອຸດໜູນ [@first-report].'


@pytest.mark.parametrize(
    ("edition", "expected"),
    [
        ("en", ['*Ask:* "Which came first?"', "*Expected:* the grant.",
                "*Source:* Office A, 2021-06"]),
        ("lo", ['*ຖາມວ່າ:* "ອັນໃດມາກ່ອນ?"', "*ຄາດວ່າ* ເງິນອຸດໜູນ.",
                "*ແຫຼ່ງຂໍ້ມູນ:* Office A, 2021-06"]),
        ("lo-en", ['*ຖາມວ່າ:* "ອັນໃດມາກ່ອນ?"', '> *Ask:* "Which came first?"',
                   "*ຄາດວ່າ* ເງິນອຸດໜູນ.", "> *Expected:* the grant.",
                   "*ແຫຼ່ງຂໍ້ມູນ:* Office A, 2021-06"]),
    ],
)  # fmt: skip
def test_a_line_of_the_author_is_a_paragraph_with_its_twin(
    edition: Edition, expected: list[str]
) -> None:
    assert written(edition, Text(en=ENGLISH, lo=LAO)) == expected


@pytest.mark.parametrize(
    ("edition", "expected"),
    [
        ("en", ["One.", "Two."]),
        ("lo", ["ໜຶ່ງ. ສອງ."]),
        ("lo-en", ["ໜຶ່ງ. ສອງ.", "> One.", "> Two."]),
    ],
)
def test_lines_that_differ_in_number_stand_language_after_language(
    edition: Edition, expected: list[str]
) -> None:
    assert written(edition, Text(en="One.\nTwo.", lo="ໜຶ່ງ. ສອງ.")) == expected


def test_lines_without_lao_are_marked_one_by_one() -> None:
    said = note_lines(voice("lo"), Text(en="One.\nTwo."))
    assert [(one.main.text, one.main.missing) for one in said] == [("One.", True), ("Two.", True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask: who pays?", "*Ask:* who pays?"),
        ("Right answer:", "*Right answer:*"),
        ("Ask at each pair: why?", "*Ask at each pair:* why?"),
        ("Expected for B: double", "*Expected for B:* double"),
        ("ຄຳຕອບທີ່ຄາດໄວ້: ສອງ", "*ຄຳຕອບທີ່ຄາດໄວ້:* ສອງ"),
        ("ເວົ້າວ່າ: ສະບາຍດີ", "*ເວົ້າວ່າ:* ສະບາຍດີ"),
        ("ຄາດວ່າ ຫຼາຍຄົນ", "*ຄາດວ່າ* ຫຼາຍຄົນ"),
        ("B. It is given", "*B.* It is given"),
        ("10:30 is the break", "10:30 is the break"),
        ("At 10:30: stop", "At 10:30: stop"),
        ('"Ask: me" is what she said', '"Ask: me" is what she said'),
        ('Write "other: 120" on the board', 'Write "other: 120" on the board'),
        ("Count aloud. Say: many", "Count aloud. Say: many"),
        ("12 months: down", "12 months: down"),
        ("A test of it all is: see", "A test of it all is: see"),
        ("Walk along the wall and ask: who?", "Walk along the wall and ask: who?"),
        ("lesson:two is a link", "lesson:two is a link"),
        ("ຄາດວ່າຈະມີ", "ຄາດວ່າຈະມີ"),
    ],
)
def test_a_cue_is_a_few_words_before_a_colon(text: str, expected: str) -> None:
    assert marked(cued(Line((TextRun(text),), "en"))) == expected


RUNS = st.builds(TextRun, st.text('ab Aກຄາດວ່ :.10"?', max_size=12), st.booleans(), st.booleans())


@given(st.lists(RUNS, max_size=4))
def test_a_cue_changes_the_look_and_never_the_words(runs: list[TextRun]) -> None:
    line = Line(tuple(runs), "lo")
    made = cued(line)
    assert "".join(run.text for run in made.runs) == "".join(run.text for run in runs)
    looks = [(run.italic, run.href) for run in made.runs for _ in run.text]
    assert looks == [(run.italic, run.href) for run in runs for _ in run.text]
    assert not any(
        was.bold and not run.bold
        for run, was in zip(_letters(made.runs), _letters(tuple(runs)), strict=True)
    )


def _letters(runs: tuple[TextRun, ...]) -> list[TextRun]:
    """Each letter with its look."""
    return [replace(run, text=letter) for run in runs for letter in run.text]


def test_an_item_alone_names_its_key_reasons_and_sources_but_not_what_to_do() -> None:
    item = replace_facts(next(one for one in case.module().items if one.id == "item-single"))
    speaker = voice("en")
    titles = speaker.word("deck-why"), speaker.word("deck-key")
    asked, answered = item_plans(speaker, item, "one", titles)
    assert [one.main.text for one in asked.notes] == [
        "Right answer: B. A grant", "A. It must be paid back.", "B. It is given.",
        "Why: A grant is not paid back.", "Source: Office A, 2021-06",
    ]  # fmt: skip
    assert answered.notes[-1].main.text == "Source: Office A, 2021-06"


def replace_facts(item: Any) -> Any:
    """An item that rests on a fact."""
    return item.model_copy(update={"facts": ("children-first",)})


def test_a_derived_fact_rests_on_the_sources_of_its_parts() -> None:
    facts = case.curriculum().facts
    parts = {"derived_from": ("children-first", "both"), "sources": (), "id": "both"}
    both = facts["children-first"].model_copy(update=parts)
    known = replace(case.curriculum(), facts={**facts, "both": both})
    assert list(facts_sources(known, ["both"])) == ["first-report"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_paragraph_of_notes_says_something(edition: Edition) -> None:
    for one in case.planned(edition):
        for paragraph in note_paragraphs(voice(edition), one.fitted.plan):
            assert paragraph.line.text


SLIDES = sorted((case.ROOT / "modules").glob("*/*/slides.yaml"))


@pytest.mark.parametrize("path", SLIDES, ids=lambda path: path.parent.name)
def test_the_notes_of_the_curriculum_have_as_many_lines_in_both_languages(path: Any) -> None:
    """Lines are paired by their place; a line that begins in the middle of a sentence is no action."""
    for slide in yaml.safe_load(path.read_text(encoding="utf-8")):
        said = slide.get("notes")
        if said is None:
            continue
        english, lao = said["en"].splitlines(), said["lo"].splitlines()
        assert len(english) == len(lao), slide["id"]
        assert not [line for line in english if line[:1].islower()], slide["id"]
        assert not [line for line in english + lao if line.count('"') % 2], slide["id"]

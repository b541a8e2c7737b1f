"""The rules of `tot check`: every name, how grave it is, what it means and how to mend it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Level = Literal["error", "warning"]


class Rule(NamedTuple):
    """A rule: what should be true, and the way to mend what is not."""

    level: Level
    means: str
    fix: str


RULES: dict[str, Rule] = {
    # Files
    "file-unreadable": Rule("error", "Every source file can be read.", "Check the file's permissions, or put back a good copy."),
    "file-not-utf8": Rule("error", "Every text file is UTF-8.", "Save the file again with the encoding UTF-8."),
    "file-too-big": Rule("error", "No source file is over 1 MB.", "Split the file, or make the picture smaller."),
    "file-symlink": Rule("error", "Source files are real files, not links.", "Replace the link by a copy of the file it points to."),
    "file-missing": Rule("error", "Every file that the curriculum needs is there.", "Add the file; `tot new` makes a lesson with all its files."),
    "file-unknown": Rule("warning", "Every file in a source folder is one that the build reads.", "Rename the file as the author guide says, or move it out."),
    # YAML
    "yaml-syntax": Rule("error", "Every YAML file can be parsed.", "Look at the line and the one above: a quote, bracket or indent is wrong."),
    "yaml-duplicate-key": Rule("error", "No field is written twice in one block.", "Keep one of the two lines."),
    "yaml-tag": Rule("error", "No YAML tags (`!name`) are used.", "Remove the tag and write the plain value."),
    "yaml-alias": Rule("error", "No YAML anchors and aliases (`&name`, `*name`) are used.", "Write the value out where it is needed."),
    "yaml-depth": Rule("error", "YAML is nested no deeper than 20 levels.", "Write the block as the sample in the author guide shows."),
    # Shape
    "field-unknown": Rule("error", "Every field is one that the format knows.", "Remove the field or correct its name."),
    "field-missing": Rule("error", "Every field that the format needs is written.", "Add the field."),
    "value-wrong": Rule("error", "Every value is of the kind its field needs.", "Write a value of the kind that the message names."),
    # Ids
    "id-unknown": Rule("error", "Every id that is referred to exists.", "Correct the id, or add what it names."),
    "id-repeated": Rule("error", "Every id is used once for its kind.", "Give one of the two another id."),
    "id-reserved": Rule("error", "No module is named like a folder of the site, no lesson `index`, and no heading or box `tot-...`.", "Choose another id."),
    "id-unused": Rule("warning", "Every source, figure and room activity is used; every fact and term too, once no lesson is planned any more.", "Use it in a lesson, slide, item or agenda, or remove it."),
    # Time
    "minutes-over-room": Rule("error", "The activities of a lesson fit into its room minutes.", "Shorten an activity or give the lesson more room minutes."),
    "minutes-slides": Rule("error", "The minutes of the slides add up to the lesson's room minutes.", "Change the minutes of the slides, or of the lesson."),
    "minutes-day": Rule("error", "Sessions and breaks add up to the length of the day.", "Change a session, a break, or the start or end of the day."),
    "minutes-self": Rule("warning", "Self-paced minutes are near the reading speed.", "Change `minutes: {self: ...}`, or the length of the text."),
    # Learning
    "objective-verb": Rule("error", "Every objective has a verb that can be seen and measured.", "Say what the learner does: name, list, explain, calculate, choose, draft."),
    "objective-unassessed": Rule("error", "Every objective is assessed by an item at its level, or by an activity.", "Add an item with this objective and Bloom level, or name the objective in an activity's `assesses=`."),
    "objective-unlisted": Rule("error", "A lesson lists exactly the objectives that its module gives it.", "Make `objectives:` of the lesson and of module.yaml agree."),
    "item-key": Rule("error", "Every item has a right answer that its type allows.", "Mark the right option with `key: true`; every group, pair or step needs what its type needs."),
    "item-rationale": Rule("error", "Every option says why it is right or wrong.", "Add `rationale: {en: ..., lo: ...}` to the option."),
    "item-forms": Rule("warning", "Every objective assessed by items has one for the pre-test and a parallel one for the post-test.", "Add `use: [pre]` to one item of the objective and `use: [post]` to another."),
    "item-giveaway": Rule("warning", "The form of the options does not give the key away.", "Make the options of like length, and put the keys of a module in varied positions."),
    "item-catch-all": Rule("error", "No option says “all of these” or “none of these”.", "Write an option that stands for itself, or use the type `multiple`."),
    # Tools
    "tool-words": Rule("error", "Every tool has words for each of its inputs, choices, steps, limits and verdicts, and for nothing else.", "Add or remove the words in `curriculum/tools/`."),
    "tool-input": Rule("error", "Every input of a tool is a parameter of its unit, with a range and a source, and the lesson's values do not contradict each other.", "Mend the entry in parameters.yaml: `unit`, `min`, `max`, `step`, and `fact:` or `invented: true`."),
    "item-stale": Rule("error", "Every number typed in an item whose key a tool works out is a number of that tool.", "Write the number of today, or name the changed value in `with:`."),
    # Figures and slides
    "figure-data": Rule("error", "Every figure has the data that its kind needs.", "Give each bar one fact with a value or one value, each row as many cells as columns, each series as many values as categories; a tree has two levels below its root."),
    "slide-data": Rule("error", "Every slide has the content that its kind needs.", "Mend the table, the facts or the key-messages box that the message names."),
    "slide-overflow": Rule("warning", "Every text fits on its slide in every edition, at the smallest size that a room can read.", "Shorten the text of the box, or deal it out to two slides."),
    # Templates of decks
    "deck-template": Rule("error", "A template of the host's own is a presentation that opens, made from the empty template, with wide slides.", "Save it in PowerPoint as .pptx without a password; under Design, Slide Size choose Widescreen (13.333 x 7.5 inches)."),
    "template-layout": Rule("error", "A template has every layout that decks use, by its name.", "In the master view, give the layout its name back, or copy it from the empty template."),
    "template-placeholder": Rule("error", "Every layout of a template has the boxes that decks fill, by name and kind, on the slide.", "In the master view, give the box its name back in the Selection Pane, or copy the box from the empty template."),
    # Words of the program
    "word-slots": Rule("error", "The `{slots}` of an interface word are those that the program fills in.", "Write each slot as the message names it; use braces for nothing else."),
    # Twins and translation
    "twin-missing": Rule("warning", "Every lesson and every text has its Lao.", "Write the Lao text, or leave it: readers see the English under a notice."),
    "twin-headings": Rule("error", "The Lao lesson has the same headings and ids as the English.", "Give both files the same headings, in the same order, with the same ids."),
    "twin-boxes": Rule("error", "The Lao lesson has the same boxes, ids and settings as the English.", "Give both files the same boxes in the same order; only `title=` and `materials=` differ."),
    "twin-structure": Rule("warning", "A Lao section has as many list items, table rows and bold passages as the English.", "Write lists with `- ` or `1. `, tables with `|` and bold with `**`, as the English does."),
    "twin-references": Rule("error", "The Lao text has the same facts, terms, links and citations as the English.", "Add what is missing in the Lao, or remove what is too much."),
    "twin-numbers": Rule("error", "The Lao text has the same numbers as the English.", "Correct the number in one of the two."),
    "translation-stale": Rule("warning", "The Lao was made from the English as it stands now.", "Compare both texts, correct the Lao, then run `tot stamp KEY`."),
    "translation-unstamped": Rule("warning", "Every Lao text is stamped in the ledger.", "Compare both texts, then run `tot stamp KEY`."),
    "ledger-unknown": Rule("warning", "Every line of a ledger belongs to a text that exists.", "Remove the line, or give the text its old id back."),
    "term-wrong": Rule("error", "The Lao has no wrong form of a term that the English has.", "Use the glossary's form."),
    "term-missing": Rule("warning", "The Lao uses the glossary's form where the English has the term.", "Use the form of the glossary, or add the form you used to the term's `variants`."),
    # Prose
    "heading-id": Rule("error", "Every heading of a lesson has a written id, once.", "Write `## Heading {#an-id}`."),
    "box-unknown": Rule("error", "Every box is one of the closed set, with the attributes it needs.", "Correct the name or the attribute; the author guide has a sample of every box."),
    "box-unclosed": Rule("error", "Every box is closed by `:::` before the next one opens.", "Put `:::` alone on a line after the box's text."),
    "link-broken": Rule("error", "Every link and picture points to something that exists.", "Correct the address: `lesson:ID`, `#heading-id`, a picture beside the lesson, or https://."),
    "link-unsafe": Rule("error", "Links are https, lesson or heading links.", "Use an https:// address; `javascript:`, `data:` and plain http are not allowed."),
    "image-alt": Rule("error", "Every picture says in words what it shows.", "Write `![what the picture shows](file.png)`."),
    "html-raw": Rule("error", "Lessons hold no raw HTML.", "Write it in Markdown, or with a box."),
    "role-unknown": Rule("error", "Every role is `{fact}` or `{term}`, in a form that exists.", "Write {fact}`id`, {fact}`id|full` (also date, source), or {term}`id`."),
    "text-invisible": Rule("error", "Sources hold no invisible characters.", "Delete the character that the message names; type the word again if it is easier."),
    "text-composed": Rule("error", "A letter and its accent are one character, as Unicode composes them (NFC).", "Type the word again."),
    # Lao letters
    "lao-am": Rule("error", "ຳ is one character, with the tone mark before it.", "Type the syllable again with the key ຳ."),
    "lao-order": Rule("error", "Marks follow their consonant in the order ຼ, vowel, tone.", "Type the syllable again: consonant, ຼ, vowel, tone."),
    "lao-ho": Rule("error", "ໜ and ໝ are one character, not ຫ with ນ or ມ.", "Write ໜ or ໝ; where ຫ ends a word, put a space after it."),
    "lao-double-e": Rule("error", "ແ is one character, not ເ twice.", "Write ແ."),
    "lao-repeated": Rule("error", "A consonant has one vowel mark and one tone mark at most.", "Delete the mark that is too much."),
    "lao-orphan": Rule("error", "Every mark stands on a consonant, and every vowel of ເ ແ ໂ ໃ ໄ before one.", "Put the letter in its place, or delete it; a mark shown by itself stands with \u25cc."),
    "lao-foreign": Rule("error", "Lao is written with the letters of its own alphabet: no Thai ones, none that do not exist.", "Type the word again with a Lao keyboard."),
    "lao-lookalike": Rule("warning", "No Latin, Greek or Cyrillic letter stands in a Lao word for one that looks alike.", "Type the Lao letter or the digit; a letter that is meant stands with spaces."),
    "lao-legacy": Rule("error", "Texts are Unicode, not the code of an old Lao font or a file read in the wrong encoding.", "Convert the text to Unicode (Phetsarath OT), or type it again."),
    "lao-digits": Rule("warning", "Digits are 0-9.", "Write the number with 0-9."),
    "lao-space": Rule("warning", "ໆ follows its word without a space.", "Delete the space."),
    "quote-length": Rule("error", "A quotation has at most 40 words and names its source.", "Shorten the quotation."),
}  # fmt: skip
"""By name. `means` is phrased as what should be true."""

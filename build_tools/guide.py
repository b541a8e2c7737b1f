"""The parts of the author guide that are made from the machine itself: rules, boxes, samples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_tools.load.boxes import BOXES, TRANSLATED
from build_tools.rules import RULES

MADE = (
    "<!-- Made from the program; `TOT_UPDATE=1 ./tot test tests/test_guide.py` makes it anew. -->"
)


def guide_files(boxes: Mapping[str, str], sample: Mapping[str, str]) -> dict[str, str]:
    """The generated pages of the author guide, by path.

    `boxes` holds the example of every box by its name; `sample` the smallest whole curriculum.
    """
    return {
        "docs/authors/rules.md": _page("Rules of `tot check`", _rules()),
        "docs/authors/boxes.md": _page("Boxes", _boxes(boxes)),
        "docs/authors/samples.md": _page("A sample of every file", _samples(sample)),
    }


def _page(title: str, lines: Iterator[str]) -> str:
    """A page with its title and the remark that it is made."""
    return "\n".join((f"# {title}", "", MADE, "", *lines)) + "\n"


def _rules() -> Iterator[str]:
    """A line for every rule."""
    yield "An error stops the build; a warning stops only `./tot build --release`."
    yield "A message reads `file:line:column: level: rule: what is wrong`, with a `fix:` line below it."
    yield ""
    yield "| rule | level | what should be true | how to mend it |"
    yield "|---|---|---|---|"
    for name, rule in RULES.items():
        cells = (f"`{name}`", rule.level, rule.means, rule.fix)
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _boxes(examples: Mapping[str, str]) -> Iterator[str]:
    """What every box is for, what it needs, and its example."""
    yield "A box opens with `::: name {...}` and closes with `:::`, each on a line of its own."
    yield "Boxes do not nest. `#id` gives the box its id; `use=` names something by its id."
    yield f"In the Lao lesson only {' and '.join(f'`{name}=`' for name in TRANSLATED)} differ."
    for name, shape in BOXES.items():
        yield from ("", f"## {name}", "", shape.means, "")
        yield f"Needs: {_written(shape.needs)}. May have: {_written(shape.allows)}."
        yield from ("", "```markdown", examples[name].rstrip("\n"), "```")


def _written(attributes: tuple[str, ...]) -> str:
    """Attributes as they are written in the opening line."""
    return ", ".join("`#id`" if name == "id" else f"`{name}=`" for name in attributes) or "nothing"


def _samples(sample: Mapping[str, str]) -> Iterator[str]:
    """Every file of the smallest whole curriculum, which the tests load without a finding."""
    yield "The smallest whole curriculum. The tests load these very files and find nothing to mend."
    for path, text in sorted(sample.items()):
        kind = "markdown" if path.endswith(".md") else "yaml"
        yield from ("", f"## {path}", "", f"````{kind}", text.rstrip("\n"), "````")

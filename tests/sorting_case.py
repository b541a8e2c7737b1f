"""A page that holds every sorting of the curriculum, for the tests of sortings."""

from __future__ import annotations

from html import escape

from build_tools.model import Curriculum, Language
from build_tools.render.measure import Ruler
from build_tools.render.tools.sorting import sorting_html
from build_tools.tools import TOOLS, Sorting
from tests.quiz_case import WEB, NoLinks

SORTINGS = {tool.id: tool for tool in TOOLS.values() if isinstance(tool, Sorting)}
SHEETS = ("site.css", "page.css", "tool.css", "sorting.css")
SCRIPTS = (
    "tools/exact.js",
    *(f"tools/{name}.js" for name in SORTINGS),
    "tool-file.js",
    "sorting.js",
)


class ToolLinks(NoLinks):
    """Links of a page that stands alone."""

    def tool_url(self, tool_id: str) -> str:
        return f"#{tool_id}"


def section(curriculum: Curriculum, tool_id: str, language: Language, *, full: bool) -> str:
    """The HTML of one sorting."""
    tool = curriculum.tools[tool_id]
    prefix = f"on-this-page-{tool_id}"
    return sorting_html(curriculum, tool, language, ToolLinks(), Ruler({}), prefix, full=full)


def page(curriculum: Curriculum, language: Language, scheme: str) -> str:
    """A whole HTML page with every sorting in full, its styles and its scripts inside."""
    title = escape(curriculum.word("tools", language))
    parts = "".join(section(curriculum, name, language, full=True) for name in SORTINGS)
    styles = "".join((WEB / name).read_text("utf-8") for name in SHEETS)
    scripts = "".join(f"<script>{(WEB / name).read_text('utf-8')}</script>" for name in SCRIPTS)
    return (
        f'<!doctype html><html lang="{language}" data-md-color-scheme="{scheme}">'
        f'<meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{styles}body{{margin:0 auto;padding:0 8px;max-width:47em;font-family:sans-serif}}"
        f'</style><body><main class="md-typeset"><h1>{title}</h1>{parts}</main>{scripts}</html>'
    )

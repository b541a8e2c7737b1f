"""The pages of the site: a tree of Markdown headings over finished HTML, and its navigation."""

from build_tools.render.pages.deck_file import DeckFile as DeckFile
from build_tools.render.pages.navigation import nav as nav
from build_tools.render.pages.notices import Notice as Notice
from build_tools.render.pages.whole import media as media, render_pages as render_pages

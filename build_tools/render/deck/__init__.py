"""PowerPoint decks: for modules, training days and tests, all in placeholders of a template."""

from build_tools.render.deck.build import Deck as Deck, deck as deck
from build_tools.render.deck.outline import MODULE_DECKS as MODULE_DECKS, Outline as Outline
from build_tools.render.deck.outlines import module_outline as module_outline, outlines as outlines
from build_tools.render.deck.own import template_path as template_path, templates as templates
from build_tools.render.deck.toolbox import TOOLBOX as TOOLBOX, toolbox as toolbox

"""PowerPoint decks: one for each module and edition, everything in placeholders of our own template."""

from build_tools.render.deck.build import (
    Deck as Deck,
    deck as deck,
    deck_path as deck_path,
    is_draft as is_draft,
)
from build_tools.render.deck.toolbox import TOOLBOX as TOOLBOX, toolbox as toolbox

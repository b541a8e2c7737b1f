"""PowerPoint decks: one for each module and edition, everything in placeholders of our own template."""

from build_tools.render.deck.build import (
    deck as deck,
    deck_path as deck_path,
    is_draft as is_draft,
    overflows as overflows,
    render_decks as render_decks,
)

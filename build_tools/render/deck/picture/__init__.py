"""Pictures of slides as SVG, drawn from the same geometry as the slides themselves."""

from build_tools.render.deck.picture.glyphs import Glyphs as Glyphs
from build_tools.render.deck.picture.sheet import Pictures as Pictures
from build_tools.render.deck.picture.slide import Shown as Shown

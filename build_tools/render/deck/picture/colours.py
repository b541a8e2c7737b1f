"""The colours of a deck as literal values, read from the very elements that its slides carry."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache
from typing import Any

from build_tools.model.course import DeckLook
from build_tools.render.deck.figure import paint
from build_tools.render.deck.look import fill
from build_tools.render.deck.theme import theme
from build_tools.render.deck.xml import qn
from build_tools.render.figure.palette import Role

Channels = tuple[float, float, float]
_SLOTS = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
"""Names that shapes use, and those of the theme, where the two differ."""
_WHOLE = 100_000


class Colours:
    """Colours of one theme, as `#0B6E6E`."""

    def __init__(self, look: DeckLook) -> None:
        """The colours of the theme with this look."""
        scheme = theme(look).find(f".//{qn('a:clrScheme')}")
        self._theme = {
            slot.tag.split("}")[1]: _channels(slot.find(qn("a:srgbClr")).get("val"))
            for slot in scheme
        }
        self.of = lru_cache(maxsize=None)(self._of)
        self.role = lru_cache(maxsize=None)(self._role)

    @property
    def link(self) -> str:
        """The colour of links."""
        return _written(self._theme["hlink"])

    def tint(self, name: str, share: float) -> str:
        """A deck colour thinned with white."""
        return thinned(self.of(name), share)

    def _of(self, name: str) -> str:
        """A colour of layouts and text boxes: `ink`, `accent`, `sand`."""
        return _written(self._resolved(fill(name)))

    def _role(self, role: Role) -> str:
        """A colour of figures by its role."""
        return _written(self._resolved(paint(role)))

    def _resolved(self, element: Any) -> Channels:
        """The colour of a fill, with its changes of lightness and saturation."""
        scheme = element.find(qn("a:schemeClr"))
        name = scheme.get("val")
        hue, light, strong = rgb_to_hls(*self._theme[_SLOTS.get(name, name)])
        for change in scheme:
            value = int(change.get("val")) / _WHOLE
            match change.tag.split("}")[1]:
                case "lumMod":
                    light *= value
                case "lumOff":
                    light += value
                case "satMod":
                    strong *= value
                case other:
                    raise ValueError(f"no such change of a colour: {other}")
        return hls_to_rgb(hue, min(light, 1.0), min(strong, 1.0))


def thinned(value: str, share: float) -> str:
    """A colour of which this share is left beside white, as table styles thin it: in linear light."""
    red, green, blue = (
        _gamma(1 + share * (_linear(one) - 1)) for one in _channels(value.lstrip("#"))
    )
    return _written((red, green, blue))


def _channels(value: str) -> Channels:
    """Red, green and blue from 0 to 1."""
    red, green, blue = (int(value[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _written(channels: Channels) -> str:
    """The colour as SVG writes it."""
    return "#" + "".join(f"{round(one * 255):02X}" for one in channels)


def _linear(channel: float) -> float:
    """The light of a channel."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _gamma(light: float) -> float:
    """The channel with this light."""
    return float(light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)

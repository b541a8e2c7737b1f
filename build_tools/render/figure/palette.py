"""The colours of figures by role: what a shape means, not how it is painted."""

from __future__ import annotations

from typing import Literal

Role = Literal[
    "accent", "accent-2", "accent-3", "accent-4", "accent-5",
    "soft", "ink", "muted", "paper", "sand", "rule", "on-dark", "on-light",
]  # fmt: skip

LIGHT: dict[Role, str] = {
    "accent": "#0B6E6E",
    "accent-2": "#B8452F",
    "accent-3": "#D9952B",
    "accent-4": "#3E5C8A",
    "accent-5": "#5F7F2E",
    "soft": "#D5E9E7",
    "ink": "#1B2430",
    "muted": "#4E5866",
    "paper": "#FFFFFF",
    "sand": "#F6F2E9",
    "rule": "#C9C2B2",
    "on-dark": "#FFFFFF",
    "on-light": "#1B2430",
}
"""The colours where no style sheet speaks; `web/figure.css` gives the same ones and the dark scheme."""

SERIES: tuple[Role, ...] = ("accent", "accent-3", "accent-4", "accent-2", "accent-5")
"""Layers and lines in this order: neighbours differ in lightness as well as in hue."""

_TEXT_ON: dict[Role, Role] = {
    "accent": "on-dark",
    "accent-2": "on-dark",
    "accent-3": "on-light",
    "accent-4": "on-dark",
    "accent-5": "on-dark",
}


def text_on(fill: Role | None) -> Role:
    """The role of text that stands on this fill."""
    return _TEXT_ON.get(fill, "ink") if fill else "ink"

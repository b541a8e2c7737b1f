"""Figures: one geometry, drawn as SVG on pages and as native shapes on slides."""

from build_tools.render.figure.bar import bar_number as bar_number, bar_text as bar_text
from build_tools.render.figure.drawing import draw as draw
from build_tools.render.figure.live import chart_data as chart_data
from build_tools.render.figure.page import captions as captions, figure_html as figure_html
from build_tools.render.figure.shapes import Drawing as Drawing, overflows as overflows
from build_tools.render.figure.svg import svg as svg

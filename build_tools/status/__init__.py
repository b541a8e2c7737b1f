"""Where the curriculum stands, as text: the tables, every unit of a part, what changed since a stamp."""

from build_tools.status.changes import Version as Version, changes_text as changes_text
from build_tools.status.part import (
    known_parts as known_parts,
    part_text as part_text,
    stale_units as stale_units,
)
from build_tools.status.table import keys as keys, status_text as status_text

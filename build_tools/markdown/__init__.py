"""The one Markdown parser: CommonMark with boxes, roles, citations, heading ids and bold in Lao."""

from build_tools.markdown.inline import (
    Reference as Reference,
    plain_text as plain_text,
    references as references,
)
from build_tools.markdown.leftovers import (
    leftovers as leftovers,
    text_leftovers as text_leftovers,
    unused_notes as unused_notes,
)
from build_tools.markdown.parser import (
    parse_blocks as parse_blocks,
    parse_inline as parse_inline,
)
from build_tools.markdown.rules.roles import split_role as split_role

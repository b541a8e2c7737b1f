"""Lao text: folding before comparison, digits, order, letters; the rules are those of Lao orthography."""

from build_tools.lao.fold import (
    fold as fold,
    spelled as spelled,
    western_digits as western_digits,
)
from build_tools.lao.keep import (
    WIDEST_IN_CELLS as WIDEST_IN_CELLS,
    keeper as keeper,
    pieces as pieces,
)
from build_tools.lao.letters import (
    INVISIBLE as INVISIBLE,
    has_lao as has_lao,
    invisible_name as invisible_name,
    is_lao as is_lao,
    is_unseen as is_unseen,
    word_count as word_count,
)
from build_tools.lao.order import sort_key as sort_key

"""Two texts of one section laid beside each other: which blocks of the Lao say what the English says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_tools.model import Block, Box, Heading, Run

Blocks = tuple[Block, ...]


def pairs(lao: Sequence[Block], english: Sequence[Block]) -> Iterator[tuple[Blocks, Blocks]]:
    """Piece by piece as far as both have the same pieces; what differs stays whole."""
    if [_kind(block) for block in lao] != [_kind(block) for block in english]:
        yield tuple(lao), tuple(english)
        return
    for ours, theirs in zip(lao, english, strict=True):
        left, right = _pieces(ours), _pieces(theirs)
        if [_kind_of_piece(piece) for piece in left] == [_kind_of_piece(piece) for piece in right]:
            yield from (((one,), (other,)) for one, other in zip(left, right, strict=True))
        else:
            yield (ours,), (theirs,)


def _kind(block: Block) -> str:
    """What a block is, whatever it says."""
    return block.name if isinstance(block, Box) else type(block).__name__


def _kind_of_piece(piece: Block) -> str:
    """What a piece is: the type of a Markdown block, or a box with what it uses."""
    if isinstance(piece, Run):
        return piece.tokens[0].type
    return _kind(piece) if isinstance(piece, Heading) else f"{piece.name} {piece.uses()}"


def _pieces(block: Block) -> Blocks:
    """The Markdown blocks of a run, a box for each thing that a box uses, or the block itself."""
    if isinstance(block, Run):
        return tuple(_markdown_blocks(block))
    if isinstance(block, Box) and len(block.uses()) > 1:
        return tuple(
            replace(block, attributes={**block.attributes, "use": used}) for used in block.uses()
        )
    return (block,)


def _markdown_blocks(run: Run) -> Iterator[Run]:
    """The run cut where one of its outermost Markdown blocks ends."""
    start = depth = 0
    for end, token in enumerate(run.tokens, start=1):
        depth += token.nesting
        if depth == 0:
            yield replace(run, tokens=run.tokens[start:end])
            start = end

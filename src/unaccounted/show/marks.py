"""A text with its claims marked: from offsets that may nest and overlap to blocks of properly nested pieces.

In come a text and its claims; out come blocks, one a paragraph, each a row of pieces in order: plain text, a mark that opens,
a mark that closes. Claims that nest are marked one inside the other; of two that overlap, the one that ends first is
closed where the other begins and goes on inside it. The pieces of plain text, put together, are the text to the letter. It escapes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from unaccounted.base.records import Claim

_GAP = re.compile(r"\n[ \t\r\f\v]*\n\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, or the edge of a mark.

    Args:
        kind: text, open, close.
        text: of a stretch; "" for an edge.
        claim: of an edge.
        first: whether this is where the claim begins: only there it may carry its anchor.
    """

    kind: str
    text: str = ""
    claim: Claim | None = None
    first: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: its pieces, and the claims that begin in it."""

    pieces: tuple[Piece, ...]
    claims: tuple[Claim, ...]


def _blocks(text: str) -> list[tuple[int, int]]:
    edges = [0, *(match.end() for match in _GAP.finditer(text)), len(text)]
    return [(start, end) for start, end in pairwise(edges) if end > start]


def _mark(text: str, start: int, end: int, claims: Sequence[Claim]) -> tuple[Piece, ...]:
    """The pieces of `text[start:end]`; `claims` are those that touch it, in order of start, the longer first."""
    pieces: list[Piece] = []
    opened: list[Claim] = []  # the one that ends last at the bottom, so that marks always close from the top
    here, place = start, 0
    while here < end:
        while place < len(claims) and claims[place].start <= here:
            claim, place, closed = claims[place], place + 1, list[Claim]()
            while opened and opened[-1].end < claim.end:
                closed.append(opened.pop())
                pieces.append(Piece("close", claim=closed[-1]))
            for each in (claim, *reversed(closed)):
                opened.append(each)
                pieces.append(Piece("open", claim=each, first=each is claim and claim.start >= start))
        edges = [end, *(each.end for each in opened[-1:]), *(each.start for each in claims[place : place + 1])]
        following = min(edges)
        pieces.append(Piece("text", text[here:following]))
        here = following
        while opened and opened[-1].end <= here:
            pieces.append(Piece("close", claim=opened.pop()))
    pieces += [Piece("close", claim=each) for each in reversed(opened)]
    return tuple(pieces)


def mark_text(text: str, claims: Sequence[Claim]) -> tuple[Block, ...]:
    """The text in blocks with its claims marked.

    Args:
        text: the document's text.
        claims: of this document, in any order, their offsets within the text.
    """
    ordered = sorted(claims, key=lambda claim: (claim.start, -claim.end, claim.id))
    blocks: list[Block] = []
    going: list[Claim] = []
    place = 0
    for start, end in _blocks(text):
        going = [claim for claim in going if claim.end > start]
        starting = []
        while place < len(ordered) and ordered[place].start < end:
            starting.append(ordered[place])
            place += 1
        going += starting
        blocks.append(Block(_mark(text, start, end, going), tuple(starting)))
    return tuple(blocks)

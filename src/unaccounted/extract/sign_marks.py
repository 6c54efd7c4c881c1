"""Which lists of the gate a sentence's tokens stand in, as the bits of one number: each token is looked up once.

In: tokens. Out: their marks. Of a table of phrases one bit says that a token, or two of them, are a phrase, the next that two tokens
begin a longer one, so that only then these are compared. It decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from unaccounted.extract.lexicons import Phrases
from unaccounted.extract.sign_tables import SignTables, Table, load_sign_tables

_WORDS = ("there", "against", "compared", "of", "from", "into", "those", "a", "an", "no")
BIT = {name: 1 << 2 * at for at, name in enumerate((*SignTables.__slots__, *_WORDS))}
"""The bit of each table and of some words; the next higher one says that a phrase of more than two tokens begins."""
PAIR = [(1 << 2 * len(BIT) + 2 * at, 2 << 2 * len(BIT) + 2 * at) for at in range(16)]
"""The bits of the two halves of each pair of words that must stand together."""


@cache
def _bits(language: str) -> tuple[dict[str, int], dict[tuple[str, str], int]]:
    """Every token of the tables, and every first two tokens of their phrases, with their bits."""
    tables = load_sign_tables(language)
    bits: dict[str, int] = {}
    begun: dict[tuple[str, str], int] = {}

    def mark(tokens: Iterable[str], bit: int) -> None:
        for token in tokens:
            bits[token] = bits.get(token, 0) | bit

    for name in SignTables.__slots__:
        table = getattr(tables, name)
        if isinstance(table, Phrases):
            for tokens in table.phrases():
                if len(tokens) == 1:
                    mark(tokens, BIT[name])
                else:
                    two = tokens[0], tokens[1]
                    begun[two] = begun.get(two, 0) | BIT[name] << (len(tokens) > 2)
        elif name != "paired":
            mark(table, BIT[name])
    for (first, second), pair in zip(tables.paired, PAIR, strict=False):
        mark(first, pair[0])
        mark(second, pair[1])
    for word in _WORDS:
        mark([word], BIT[word])
    return bits, begun


def mark_tokens(tokens: Sequence[str], language: str = "en") -> int:
    """The marks of some tokens together."""
    bits, begun = _bits(language)
    marks = 0
    for token in bits.keys() & tokens:
        marks |= bits[token]
    for two in begun.keys() & pairwise(tokens):
        marks |= begun[two]
    return marks


def either(*bits: int) -> int:
    """The marks of any of some lists: the bits of each, and those of its longer phrases."""
    marks = 0
    for bit in bits:
        marks |= bit | bit << 1
    return marks


def stands(marks: int, bit: int, table: Table, tokens: Sequence[str]) -> bool:
    """Whether a phrase of a table stands among tokens, of which the marks are known."""
    return bool(marks & bit) or (bool(marks & bit << 1) and table.occurs(tokens))


def pairs_stand(marks: int, pairs: int) -> bool:
    """Whether both halves of any of the first so many pairs are marked."""
    return any(marks & first and marks & second for first, second in PAIR[:pairs])

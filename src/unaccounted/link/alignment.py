"""Which words of two names stand for one another, and how much it tells.

In: words of two names. Out: pairs with how alike they are, each word in one pair at most; two words written as one are paired
with it. A rare word that is shared tells more than a common one: how common words are is data.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from unaccounted.link.spelling import compare_words, skeleton_of

MET = 0.7
"""How alike two words must be to stand for one another."""
_WORTH_A_LOOK, _WRITTEN_AS_ONE, _LONG = 0.5, 0.85, 4
_A_BIT_LESS = 0.02
"""Two words that together are another are not quite as sure as two that are one."""
_LISTED = 10_000
"""Names from which the tables of frequencies were counted, in round numbers."""


@cache
def load_frequencies(kind: str) -> Mapping[str, int]:
    """Skeletons to how many of ten thousand names hold them, where these are more than a few; `kind` is names or groups."""
    text = (files("unaccounted.link") / f"{kind}_frequencies.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["skeleton"]: int(row["in_ten_thousand"]) for row in rows}


def weigh_word(word: str, kind: str) -> float:
    """How much it tells that a word is shared: 1 for one that the tables do not have, near 0 for one that every name has.

    The logarithm of the inverse frequency, over that of a word met once (Spärck Jones 1972, doi:10.1108/eb026526).
    """
    count = load_frequencies(kind).get(skeleton_of(word) or word, 0)
    return math.log((_LISTED + 1) / (count + 1)) / math.log(_LISTED + 1)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Words of two names paired.

    Args:
        left, right: the words.
        left_weights, right_weights: how much each tells.
        met: for each word how alike the one is that stands for it, 0 where none does: left, then right.
        pairs: places of the words that stand for one another, with how alike they are.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    left_weights: tuple[float, ...]
    right_weights: tuple[float, ...]
    met: tuple[tuple[float, ...], tuple[float, ...]]
    pairs: tuple[tuple[int, int, float], ...]


def align_words(left: Sequence[str], right: Sequence[str], kind: str, consonantal: bool = False) -> Alignment:
    """Pair the words of two names, the most alike first.

    Args:
        left, right: folded words.
        kind: names or groups.
        consonantal: whether one name is written without vowels.
    """
    found: list[tuple[float, tuple[int, ...], tuple[int, ...]]] = []
    for at, word in enumerate(left):
        for to, other in enumerate(right):
            alike = compare_words(word, other, consonantal)
            if alike >= _WORTH_A_LOOK:
                found.append((alike, (at,), (to,)))
    found += _written_as_one(left, right, consonantal)
    found += [(alike, one, two) for alike, two, one in _written_as_one(right, left, consonantal)]
    found.sort(key=lambda each: (-each[0], each[1], each[2]))
    met = [0.0] * len(left), [0.0] * len(right)
    pairs = []
    for alike, one, two in found:
        if any(met[0][at] for at in one) or any(met[1][to] for to in two):
            continue
        for at in one:
            met[0][at] = alike
        for to in two:
            met[1][to] = alike
        pairs.append((one[0], two[0], alike))
    shown = tuple(tuple(alike if alike >= MET else 0.0 for alike in side) for side in met)
    return Alignment(
        tuple(left), tuple(right), tuple(weigh_word(word, kind) for word in left), tuple(weigh_word(word, kind) for word in right),
        (shown[0], shown[1]), tuple(pair for pair in pairs if pair[2] >= MET),
    )  # fmt: skip


def _written_as_one(whole: Sequence[str], halves: Sequence[str], consonantal: bool) -> list[tuple[float, tuple[int, ...], tuple[int, ...]]]:
    """Words of the first that are two neighbouring words of the second."""
    found: list[tuple[float, tuple[int, ...], tuple[int, ...]]] = []
    for to in range(len(halves) - 1):
        joined = halves[to] + halves[to + 1]
        for at, word in enumerate(whole):
            if len(word) > _LONG and abs(len(word) - len(joined)) <= _LONG:
                alike = compare_words(word, joined, consonantal)
                if alike >= _WRITTEN_AS_ONE:
                    found.append((alike - _A_BIT_LESS, (at,), (to, to + 1)))
    return found

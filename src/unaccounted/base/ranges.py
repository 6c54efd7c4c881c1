"""Counts and shares as ranges with a bound, and the one table of what vague words mean.

A range holds what was said, not how far it can be trusted: that is for reconcile. The table is `vague_words.csv`
beside this file: words measured with respondents where they were, by a stated rule where not.
"""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from unaccounted.base.errors import UsageError
from unaccounted.base.vocabulary import BOUNDS, UNITS


@dataclass(frozen=True, slots=True)
class CountRange:
    """How many, as said.

    Args:
        low, best, high: people, or fractions of 1; low <= best <= high where they are given.
        bound: a word of `BOUNDS`.
        unit: a word of `UNITS`.
        words: the words of a vague class, as printed; None elsewhere.

    Raises:
        UsageError: the numbers are out of order, negative, not finite, or beyond 1 for a share; or a word is unknown.
    """

    low: float | None
    best: float | None
    high: float | None
    bound: str
    unit: str = "people"
    words: str | None = None

    def __post_init__(self) -> None:
        if self.bound not in BOUNDS:
            raise UsageError(f"'{self.bound}' is not a bound", remedy=f"Use one of: {', '.join(BOUNDS)}")
        if self.unit not in UNITS:
            raise UsageError(f"'{self.unit}' is not a unit", remedy=f"Use one of: {', '.join(UNITS)}")
        given = [number for number in (self.low, self.best, self.high) if number is not None]
        if any(not math.isfinite(number) or number < 0 for number in given):
            raise UsageError("a count cannot be negative or endless", f"{self.low}, {self.best}, {self.high}")
        if given != sorted(given):
            raise UsageError("low, best and high must not fall", f"{self.low}, {self.best}, {self.high}")
        if self.unit == "share" and given and given[-1] > 1:
            raise UsageError("a share lies between 0 and 1", f"{given[-1]}", "Write 10% as 0.1")


@cache
def _vague_table() -> dict[tuple[str, str], CountRange]:
    table: dict[tuple[str, str], CountRange] = {}
    text = (files("unaccounted.base") / "vague_words.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        low, best, high = (float(row[end]) if row[end] else None for end in ("low", "best", "high"))
        table[row["words"], row["unit"]] = CountRange(low, best, high, "vague", row["unit"], row["words"])
    return table


def normalise_words(words: str) -> str:
    """Vague words as the table writes them: lower case, single spaces, without a closing "of"."""
    plain = " ".join(words.lower().split())
    return plain.removesuffix(" of").removesuffix(" of the")


def read_vague(words: str, unit: str | None = None) -> CountRange | None:
    """The range that vague words stand for.

    Args:
        words: "dozens", "several hundred", "the majority of": case and spacing do not matter.
        unit: people or share, for words that can be either; None takes the one that the table has first.

    Returns:
        The range, or None where the table does not know the words.
    """
    plain = normalise_words(words)
    for each in (unit,) if unit else ("people", "share"):
        found = _vague_table().get((plain, each))
        if found:
            return found
    return None


def list_vague(unit: str) -> tuple[str, ...]:
    """The vague words of a unit, longest first, for readers that look for them."""
    return tuple(sorted((words for words, each in _vague_table() if each == unit), key=lambda words: (-len(words), words)))

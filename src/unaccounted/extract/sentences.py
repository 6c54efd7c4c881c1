"""A text as sentences, and a sentence as words with their offsets.

Sentences are cut by our own linear scan (a full stop after an abbreviation or an initial does not end one; a blank
line always does); its words are cut in `words`. It decides nothing about what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import add
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

from unaccounted.extract.words import find_words, plain

LONGEST = 4000
"""A stretch without an end is cut at a space after so many characters, so that no text costs more than its length."""

_WRAPPED = (45, 110)
_GOES_ON = frozenset('("“')
"""Signs that a wrapped line may begin with."""
_CLOSING = r"[\"'”’)\]]"
_BREAK = re.compile(  # begins with a class, so that the scan passes over letters at the speed of one look
    rf"[\s\"'”’)\]](?:(?<=\n)[ \t\r]*\n\s*|(?<=[.!?…]{_CLOSING}){_CLOSING}*\s+|(?<=[.!?…]\s)\s*|(?<=\r)\n|(?<=\n))"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Cpl|Adm|Gov|Sen|Rep|St|No|Nos|vs|etc|approx|ca|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct"
    r"|Nov|Dec|Inc|Ltd|Co|Bros|U\.S|U\.N|a\.m|p\.m|e\.g|i\.e|Brig|Mt|Ft)|\b[A-Z])\.$",
    re.IGNORECASE,
)

_FREQUENT = "etaoinsr"
_NO_UPPER, _NO_LOWER = str.maketrans("", "", ascii_uppercase), str.maketrans("", "", ascii_lowercase)


class Sentence(NamedTuple):
    """A sentence: its place in the text, the paragraph's number, and its words.

    Args:
        start, end: code points into the document's text.
        paragraph: from 0; a blank line begins the next.
        forms: the words as printed; `words`: the same in lower case with plain apostrophes.
        starts, ends: each word's place in the document's text.
        shouts: whether it is printed in capitals, so that capitals tell nothing.
    """

    start: int
    end: int
    paragraph: int
    forms: tuple[str, ...]
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    shouts: bool


def cut_sentences(text: str) -> Iterator[tuple[int, int, int]]:
    """The sentences of a text, in order: (start, end, paragraph); white space at their ends left out."""
    start = paragraph = 0
    for match in [*_BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        gap = match.group() if match else ""
        blank = gap.count("\n") > 1
        if match and not blank and _continues(text, start, end, gap):
            continue
        yield from _pieces(text, start, end + len(gap) - len(gap.lstrip("\"'”’)]")), paragraph)
        start = match.end() if match else end
        if "\n" in gap and (blank or text[max(end - 1, 0) : end] in '.!?…:"”'):
            paragraph += 1


def _continues(text: str, start: int, end: int, gap: str) -> bool:
    """Whether a possible break is none: a line wrapped within a sentence, an abbreviation, a lower-case word after it."""
    follows = text[end + len(gap) : end + len(gap) + 1]
    if "\n" in gap:
        # A hard-wrapped line is about as long as its neighbours; a heading or a list entry is not.
        line = end - (text.rfind("\n", max(end - 2 * _WRAPPED[1], 0), end) + 1)
        return (
            text[end - 1 : end] not in ".!?…:" and bool(_WRAPPED[0] <= line <= _WRAPPED[1]) and (follows.isalnum() or follows in _GOES_ON)
        )
    if follows.islower():
        return True
    return text[end - 1 : end] == "." and _ABBREVIATION.search(text[max(start, end - 12) : end]) is not None


def _pieces(text: str, start: int, end: int, paragraph: int) -> Iterator[tuple[int, int, int]]:
    while start < end:
        stop = end
        if end - start > LONGEST:
            space = text.rfind(" ", start, start + LONGEST)
            stop = space if space > start else start + LONGEST
        inside = text[start:stop]
        left, kept = len(inside) - len(inside.lstrip()), inside.strip()
        if kept:
            yield start + left, start + left + len(kept), paragraph
        start = stop


def read_sentence(text: str, start: int, end: int, paragraph: int) -> Sentence:
    """The sentence at a place of a text, with its words."""
    forms, starts = find_words(text, start, end)
    ends = tuple(map(add, starts, map(len, forms)))
    inside = text[start:end]
    words = tuple(map(str.lower if inside.isascii() else plain, forms))
    shouts = is_loud(inside)
    return Sentence(start, end, paragraph, tuple(forms), words, tuple(starts), ends, shouts)


def is_loud(text: str) -> bool:
    """Whether most letters of a sentence are capitals."""
    if text.isupper():
        return True
    if 3 * sum(map(text.count, _FREQUENT)) > len(text):
        return False  # so many small letters that the rest, were all of it capitals, is no majority of 7 in 10
    if text.isascii():
        upper, lower = len(text) - len(text.translate(_NO_UPPER)), len(text) - len(text.translate(_NO_LOWER))
        return upper > 0.7 * max(upper + lower, 1)
    letters = [letter for letter in text if letter.isalpha()]
    return sum(map(str.isupper, letters)) > 0.7 * max(len(letters), 1)

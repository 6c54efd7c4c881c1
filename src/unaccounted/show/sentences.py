"""The sentence around a quote, for showing: from a text and two offsets, the words before, the quote, the words after.

A sentence ends at a stop followed by white space and a capital, a digit or an opening mark, or where a paragraph ends.
A stop after an initial or a short capitalised word ("Gen.", "No.") does not end one: a sentence shown too long is
harmless, one cut short is not. It reads nothing into the text and never changes the quote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

REACH = 400
"""Code points shown to either side of a quote at the most."""

_ENDS = re.compile(r"""\n[ \t\r]*\n|(?<=[.!?…])["'”’)\]]*\s+(?=["'“‘(]*[A-Z0-9À-ÖØ-Þ]|\[)""")
_ABBREVIATED = re.compile(r"(?:^|[\s(\"“])(?:[A-Z]\.)*[A-Z][A-Za-z]{0,2}\.$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A quote in its sentence; `before + quote + after` stands in the text to the letter, unless `cut`.

    Args:
        before, quote, after: as printed.
        cut_before, cut_after: whether the sentence goes on beyond what is shown.
    """

    before: str
    quote: str
    after: str
    cut_before: bool = False
    cut_after: bool = False


def _is_abbreviation(text: str, stop: int) -> bool:
    return bool(_ABBREVIATED.search(text[max(0, stop - 12) : stop]))


def find_sentence(text: str, start: int, end: int) -> Sentence:
    """The sentence, or sentences, that hold `text[start:end]`.

    Args:
        text: the document's text.
        start, end: the quote's offsets in code points, end exclusive.
    """
    left = max(0, start - REACH)
    first, cut_before = left, left > 0
    # The pattern looks past the end of a sentence, so it must see where the quote begins.
    for match in _ENDS.finditer(text, left, min(len(text), start + 3)):
        if match.end() > start:
            break
        if "\n" in match.group().strip(" \t\r") or not _is_abbreviation(text, match.start()):
            first, cut_before = match.end(), False
    right = min(len(text), end + REACH)
    last, cut_after = right, right < len(text)
    # A claim's span may or may not hold its closing stop: look from one code point before its end.
    for match in _ENDS.finditer(text, max(start, end - 1), min(len(text), right + 3)):
        if "\n" in match.group().strip(" \t\r") or not _is_abbreviation(text, match.start()):
            last, cut_after = max(end, match.start()), False
            break
    before, after = text[first:start], text[end:last]
    if cut_before:
        before = before.partition(" ")[2] or before
    if cut_after:
        after = after.rpartition(" ")[0] or after
    return Sentence(before.lstrip() if not cut_before else before, text[start:end], after.rstrip(), cut_before, cut_after)

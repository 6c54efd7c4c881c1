"""Numbers in figures and words: "5,000", "150 000", "1.2m", "two and a half thousand".

In: a sentence's words and a place. Out: the value of the number that begins there, and where it ends.
"""

from __future__ import annotations

import re

from unaccounted.extract.lexicons import Lexicon
from unaccounted.extract.sentences import Sentence

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d+(?:\.\d+)?")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+")
PERCENT = frozenset(["%", "percent", "pct"])


def read_number(sentence: Sentence, at: int, lexicon: Lexicon) -> tuple[int, float] | None:
    """A number that begins at a word: (index after it, its value), or None.

    Reads "5,000", "150 000", "2.5 million", "forty-three", "two hundred and six", "a hundred", "half a million",
    "two and a half thousand".
    """
    words, count = sentence.words, len(sentence.words)
    numbers = lexicon.numbers
    scales = numbers["scales"]
    if _DIGITS.fullmatch(words[at]):
        end, total = at + 1, float(words[at].replace(",", "").replace(".", "", max(words[at].count(".") - 1, 0)))
        while (
            end < count
            and len(words[end]) == 3
            and words[end].isdecimal()
            and len(words[at]) <= 3
            and "." not in words[at]
            and _adjoins(sentence, end)
        ):
            total, end = total * 1000 + float(words[end]), end + 1
        if _DOTTED.fullmatch(words[at]) and (end >= count or (words[end] not in scales and words[end] not in PERCENT)):
            total = float(words[at].replace(".", ""))  # no count of people has thousandths
        short = lexicon.numbers["short_scales"].get(words[end]) if end < count else None
        if short and sentence.starts[end] == sentence.ends[end - 1] and _counts(words, end + 1, lexicon):
            return end + 1, total * short
        return _scaled(words, end, total, scales)
    if words[at] in ("a", "an", "half") and at + 1 < count:
        half = 0.5 if words[at] == "half" else 1.0
        scale_at = at + 2 if half == 0.5 and words[at + 1] in ("a", "an") else at + 1
        if scale_at < count and words[scale_at] in scales and (half == 1.0 or scale_at == at + 2):
            return _scaled(words, scale_at, half, scales)
        return None
    total, current, end, seen = 0.0, 0.0, at, False
    while end < count:
        word = words[end]
        if word in numbers["units"] or word in numbers["tens"]:
            if (
                seen
                and words[end - 1] not in ("and", "-", "hundred", "thousand", "million")
                and not (words[end - 1] in numbers["tens"] and word in numbers["units"])
            ):
                break
            current += numbers["units"].get(word, numbers["tens"].get(word, 0))
            seen = True
        elif word in scales and seen:
            if scales[word] >= 1000:
                total, current = total + max(current, 1) * scales[word], 0.0
            else:
                current = max(current, 1) * scales[word]
        elif word in ("and", "-") and seen and end + 1 < count:
            if word == "and" and words[end + 1 : end + 3] in (("a", "half"),) and end + 3 < count and words[end + 3] in scales:
                return end + 4, (total + current + 0.5) * scales[words[end + 3]]
            joined = words[end + 1] in numbers["units"] or words[end + 1] in numbers["tens"]
            if not joined or (word == "and" and words[end - 1] not in scales) or (word == "-" and words[end - 1] not in numbers["tens"]):
                break
        else:
            break
        end += 1
    return (end, total + current) if seen else None


def _scaled(words: tuple[str, ...], end: int, total: float, scales: dict[str, float]) -> tuple[int, float]:
    while end < len(words) and words[end] in scales:
        total, end = total * scales[words[end]], end + 1
    return end, total


def _counts(words: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether what follows "1.2m" is people and not a length: a noun for them, a fate word or "of"."""
    return at < len(words) and (words[at] == "of" or bool(lexicon.people.match(words, at) or lexicon.fates.match(words, at)))


def _adjoins(sentence: Sentence, at: int) -> bool:
    return sentence.starts[at] - sentence.ends[at - 1] == 1

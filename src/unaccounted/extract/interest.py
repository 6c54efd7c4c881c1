"""The cheap gate before reading: may this sentence hold a claim at all?

A sentence without a fate word, a naming pattern, people said to be there, or a sign of an event, a policy, a trend or a
category costs one scan. It is blind to case, and must never say no to a sentence of which a claim would be made: a test
reads a corpus with and without it.
"""

from __future__ import annotations

import re
from functools import cache

from unaccounted.extract.lexicons import load_lexicon, read_list
from unaccounted.extract.signs import kinds_told

_TOKEN = re.compile(r"[^\W_]+")
_LISTS_WITH_SIGNS = ("naming", "rivals")


@cache
def _first_words(language: str) -> frozenset[str]:
    """First words of fate words and of the names of groups, and the signs of one word."""
    lexicon = load_lexicon(language)
    words = {*lexicon.fates.firsts(), *lexicon.group_prefixes, *(sign for sign in _signs(language) if _TOKEN.fullmatch(sign))}
    return frozenset(_TOKEN.findall(word)[0] for word in words if _TOKEN.search(word))


@cache
def _signs(language: str) -> tuple[str, ...]:
    return tuple(sign for name in _LISTS_WITH_SIGNS for sign in read_list(language, name)["signs"])


@cache
def _longer_signs(language: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """The signs of several words: their first words, and all of them as a pattern."""
    signs = sorted((sign for sign in _signs(language) if not _TOKEN.fullmatch(sign)), key=lambda sign: (-len(sign), sign))
    alternatives = "|".join(r"\s+".join(re.escape(word) for word in sign.replace("'", "’").split()).replace("’", "['’]") for sign in signs)
    return frozenset(_TOKEN.findall(sign)[0] for sign in signs), re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


def may_hold_claim(sentence: str, language: str) -> bool:
    """Whether a sentence has a word of which a claim can be made."""
    lowered = sentence.lower()
    words = _TOKEN.findall(lowered)
    if not _first_words(language).isdisjoint(words):
        return True
    firsts, pattern = _longer_signs(language)
    if not firsts.isdisjoint(words) and pattern.search(lowered) is not None:
        return True
    return bool(kinds_told(sentence, language))

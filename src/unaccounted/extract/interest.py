"""The cheap gate before reading: may this sentence hold a claim at all?

A sentence without a fate word, a naming pattern, people said to be there, or a sign of an event, a policy, a trend or a
category costs one scan. It is blind to case, and must never say no to a sentence of which a claim would be made: a test
reads a corpus with and without it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from unaccounted.extract.group_words import load_group_words
from unaccounted.extract.lexicons import Phrases, load_lexicon, read_list
from unaccounted.extract.personal import load_personal
from unaccounted.extract.signs import find_tokens, kinds_told

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


@cache
def _told(language: str) -> tuple[Phrases[bool], frozenset[str]]:
    """The phrases that tell of one person or of a group, each as the runs of letters and digits that it is made of, and their firsts."""
    personal, group = load_personal(language), load_group_words(language)
    found: Phrases[bool] = Phrases()
    phrases = [words for table in (personal.fates, group.ended, group.made_of) for words in table.phrases()]
    phrases += [(word,) for word in personal.remains | group.units | group.changed]
    for words in phrases:
        found.add(tuple(_TOKEN.findall(" ".join(words))), True)
    return found, frozenset(found.firsts())


@lru_cache(maxsize=64)
def may_hold_claim(sentence: str, language: str) -> bool:
    """Whether a sentence has a word of which a claim can be made."""
    words = find_tokens(sentence)
    if not _first_words(language).isdisjoint(words):
        return True
    told, begins = _told(language)
    if not begins.isdisjoint(words) and any(told.match(words, at) for at, word in enumerate(words) if word in begins):
        return True
    firsts, pattern = _longer_signs(language)
    if not firsts.isdisjoint(words) and pattern.search(sentence.lower()) is not None:
        return True
    return bool(kinds_told(sentence, language))

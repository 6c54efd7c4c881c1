"""What a sentence tells that later sentences lean on: the country or group that acts, the place."""

from __future__ import annotations

from functools import cache

from unaccounted.extract.lexicons import load_lexicon
from unaccounted.extract.place_names import read_place
from unaccounted.extract.sentences import Sentence
from unaccounted.extract.source_roles import load_speaker_words
from unaccounted.extract.tokens import tokens_of

PLACING = frozenset(["in", "at", "near"])
_OPENING = 14
"""Words of a sentence among which the country that acts is looked for."""


@cache
def group_signs() -> frozenset[str]:
    """Tokens of which one stands in every sentence that names a known group."""
    return frozenset(tokens_of((word,))[0] for word in load_lexicon("en").groups.firsts())


@cache
def country_signs() -> frozenset[str]:
    """Tokens of which one stands in every sentence that names a country or a people."""
    return frozenset(tokens_of((word,))[0] for word in load_lexicon("en").demonyms.firsts())


def find_group(sentence: Sentence) -> str | None:
    """The last known group that a sentence names."""
    groups = load_lexicon("en").groups.find(sentence.words)
    return groups[-1][2] if groups else None


def find_country(sentence: Sentence) -> str | None:
    """The country that acts in a sentence: its government or parliament is named early, or it opens the sentence."""
    words, country = sentence.words, None
    for first, last, place in load_lexicon("en").demonyms.find(words, 0, min(len(words), _OPENING)):
        after = words[last] if last < len(words) else ""
        if (after in load_speaker_words()["states"]) or (
            first <= 2
            and place.code
            and words[last - 1] == place.name.lower().split()[-1]
            and words[max(first - 1, 0)] not in ("in", "from", "to")
        ):
            country = place.name
    return country


def find_place(sentence: Sentence) -> str | None:
    """The last place that a sentence names after "in", "at" or "near"."""
    words, lexicon = sentence.words, load_lexicon("en")
    for at in range(len(words) - 2, -1, -1):
        if words[at] in PLACING:
            found = read_place(sentence, at + 1, lexicon)
            if found is not None:
                return found[1]
    return None

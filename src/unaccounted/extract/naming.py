"""The words around names: titles, particles, given names, words that mark no person.

In: `naming.yaml`, `given_names.yaml`, and for text in capitals every other list, whose words are no names. Out: sets and
phrase tables. It reads no text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from unaccounted.extract.lexicons import Phrases, read_list
from unaccounted.extract.words import split_phrase

_LISTS = ("closed", "cues", "dates", "fates", "groups", "numbers", "people", "persons", "units", "verbs")
AGENTS = ("er", "or", "ist", "ian", "man", "woman", "smith")
"""Endings of nouns for people, where a noun beside a name tells who it is."""
_ENDINGS = (
    "tion",
    "tions",
    "ment",
    "ments",
    "ing",
    "ings",
    "ed",
    "ly",
    "ity",
    "ities",
    "ness",
    "ism",
    "ists",
    "ist",
    "ence",
    "able",
    "ful",
)


@dataclass(frozen=True, slots=True)
class Naming:
    """Words around names.

    Args:
        strong: titles that one name alone may follow in text in capitals.
        alias: phrases before another name: their meaning is "alias", "weak" (after a comma, a bracket or before quotes
            only), "real" or "only" (the real name is not known).
        self_named: phrases before the name that a group gives itself.
        between: words that may stand between such a phrase and the name.
        not_persons: nouns that make a capitalised name one of a body, place, craft, law, paper or deed.
        cue_ends: last words of the phrases of "only". courtesy: titles that are no office. not_alone: given names that alone are
            words or places as well. attaches: words before a phrase of `alias` that let it speak of the person. rulers: thrones.
        everyday: words that are no part of a name where capitals tell nothing.
    """

    kunya: frozenset[str]
    particles: frozenset[str]
    titles: frozenset[str]
    strong: frozenset[str]
    unknown: frozenset[str]
    given: frozenset[str]
    between: frozenset[str]
    not_persons: frozenset[str]
    everyday: frozenset[str]
    alias: Phrases[str]
    self_named: Phrases[str]
    cue_ends: frozenset[str]
    courtesy: frozenset[str]
    not_alone: frozenset[str]
    attaches: frozenset[str]
    rulers: frozenset[str]

    def is_everyday(self, word: str) -> bool:
        """Whether a word printed in capitals is plainly no name: listed, or with the ending of another word."""
        if word in self.everyday or (word.endswith("s") and word[:-1] in self.titles and word not in self.given):
            return True
        return word.endswith(_ENDINGS) and len(word) > 4 and word not in self.given


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
    elif isinstance(value, str):
        yield value


@cache
def load_naming(language: str = "en") -> Naming:
    """The naming words of a language."""
    lists = read_list(language, "naming")
    alias: Phrases[str] = Phrases()
    for kind, name in (("alias", "alias"), ("weak", "alias_weak"), ("real", "real"), ("only", "only")):
        for phrase in lists[name]:
            alias.add(phrase, kind)
    named: Phrases[str] = Phrases()
    for phrase in lists["self_named"]:
        named.add(phrase, "self")
    given = frozenset(read_list(language, "given_names")["given"])
    known = {
        word
        for name in _LISTS
        for kind, value in read_list(language, name).items()
        if kind != "source"
        for leaf in _leaves(value)
        for word in split_phrase(leaf.replace("/", " ").replace("=", " ").replace("~", " "))
        if word.isalpha() and len(word) > 1
    }
    lists_of = {
        name: frozenset(lists[name])
        for name in ("kunya", "particles", "titles", "strong", "unknown", "between", "courtesy", "not_alone", "attaches", "rulers")
    }
    nouns = frozenset(word for words in lists["not_persons"].values() for word in words)
    return Naming(
        given=given,
        not_persons=nouns - {"princess", "lady", "queen"},
        everyday=(frozenset(lists["everyday"]) | nouns | known) - lists_of["particles"] - lists_of["kunya"],
        alias=alias,
        self_named=named,
        cue_ends=frozenset(split_phrase(phrase)[-1] for phrase in lists["only"]),
        **lists_of,
    )

"""Signs that a sentence names persons or groups of whom something may be told: what stands beside its capitals.

In: a sentence's tokens and its text. Out: whether a name can be told for certain, and whether who a person is can be told, or what a
group is. Every rule is wider than what the readers of names ask. It reads no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise

from unaccounted.extract.lexicons import load_lexicon
from unaccounted.extract.naming import load_naming
from unaccounted.extract.sentences import is_loud
from unaccounted.extract.tokens import find_tokens, tokens_of

_CAPITAL = r"[^\W\d_a-z]"
_NAME_END = rf"{_CAPITAL}[\w.'’-]*"
_INITIAL = re.compile(rf"(?<![\w'’])[^\W\d_a-zAI](?![\w'’])|-\s*{_CAPITAL}")
"""An initial, or a hyphen before a capital, by which a name is taken for a person's as well."""
_WHO_OR_AGE = re.compile(rf"{_NAME_END}(?:,?\s+(?i:who)\b|\s*,\s*\d+\s*,)")
_QUOTED = re.compile(rf"{_NAME_END}\s+[\"“'‘`«]\s*{_CAPITAL}")
_SPACED = re.compile(r"[\"“‘`«'](?:(?<!')|(?<=\s'))")
_THEN_A = re.compile(r",\s*(?:\d+\s*,\s*)?(?i:an?)\s")
_THEN_CAPITAL = re.compile(rf",\s*[\"“'‘`«]?{_CAPITAL}")
_APPOSED = 90
"""Characters of an apposition, of six or seven words, in which it tells from where."""
_ACRONYM = re.compile(r"[(\[]\s*[^\W\d_a-z]{2,8}\s*[)\]]")
_BRACKET, _CLOSED = re.compile(r"[(\[]"), re.compile(r"[)\]]")
_OPENED, _QUOTES_END = re.compile("[\"“'‘`«]"), re.compile("[\"”'’`»]")
_LETTERS = re.compile(r"[^\W_]+")
_LONGEST_WORD = 40
"""Characters at the most of a word that stands beside a sign."""
_THE_CAPITAL = re.compile(rf"\b(?i:the)\s+(?:of\s+|the\s+)*{_CAPITAL}")


def has_inner_capital(text: str) -> bool:
    """Whether a capital stands after the first character."""
    rest = text[1:]
    return rest.lower() != rest


@cache
def _given() -> frozenset[str]:
    naming = load_naming()
    return frozenset(token for word in naming.given | naming.kunya for token in tokens_of((word,)))


@cache
def _leading() -> frozenset[str]:
    """Last tokens of titles and of nouns for people, after which a name is plainly a person's."""
    words = [(word,) for word in load_naming().titles] + list(load_lexicon("en").people.phrases())
    return frozenset(tokens[-1] for each in words if (tokens := tokens_of(each)))


def names_capital(tokens: Iterable[str], text: str) -> bool:
    """Whether any of some tokens is printed with a capital."""
    return any(token.capitalize() in text or token.upper() in text for token in tokens)


def may_name_person(tokens: list[str], text: str, known: Mapping[str, str]) -> bool:
    """Whether a sentence may name a person for certain.

    Args:
        tokens, text: the sentence's.
        known: the last words of names given before.
    """
    given = _given().intersection(tokens)
    if (given and names_capital(given, text)) or not known.keys().isdisjoint(tokens):
        return True
    inner = has_inner_capital(text)
    if inner and ("-" in text or any(len(each) == 1 and each not in "ai" for each in tokens)) and _INITIAL.search(text) is not None:
        return True
    if inner and ("who" in tokens or any(map(str.isdigit, tokens))) and _WHO_OR_AGE.search(text) is not None:
        return True
    if inner and not _leading().isdisjoint(tokens) and (_leads_to_capital(text) or is_loud(text)):
        return True
    return load_naming().alias.occurs(tokens)


def _leads_to_capital(text: str) -> bool:
    """Whether a title or a noun for people is the last word before one with a capital."""
    leading = _leading()
    return any(after[0].isupper() and before.lower() in leading for before, after in pairwise(_LETTERS.findall(text)))


def may_tell_apart(text: str) -> bool:
    """Whether a name has another in quotes after it."""
    return _SPACED.search(text) is not None and _QUOTED.search(text) is not None


def may_describe(text: str, origins: frozenset[str]) -> bool:
    """Whether a name stands beside an apposition that an article opens, and that tells from where: "A, a boxer from Korvat".

    Args:
        text: the sentence.
        origins: tokens with which names of countries and peoples begin, "from" and "of".
    """
    if "," not in text:
        return False
    for each in _THEN_A.finditer(text):
        if _ends_name(text, each.start()) and not origins.isdisjoint(find_tokens(text[each.end() : each.end() + _APPOSED])):
            return True
    for each in _THEN_CAPITAL.finditer(text):
        before = find_tokens(text[max(each.start() - 2 * _APPOSED, 0) : each.start()])
        article = next((at for at, token in enumerate(before) if token in ("a", "an")), None)
        if article is not None and not origins.isdisjoint(before[article:]):
            return True
    return False


def _ends_name(text: str, at: int) -> bool:
    """Whether a word with a capital, a bracket or a quote stands right before a place."""
    before = text[max(at - _LONGEST_WORD, 0) : at].split()[-1:]
    return before != [] and (before[0].lower() != before[0] or not before[0][-1].isalnum())


def may_rename_group(text: str, marks: frozenset[str], organs: frozenset[str]) -> bool:
    """Whether brackets may give a group another name: after a word that ends a group's name, or round an acronym or an organ."""
    if "(" not in text and "[" not in text:
        return False
    return _ACRONYM.search(text) is not None or _stands_before(text, _BRACKET, marks) or _stands_before(text, _CLOSED, organs)


def may_quote_group(text: str, nouns: frozenset[str]) -> bool:
    """Whether quotes stand right beside a noun for groups."""
    if _stands_before(text, _OPENED, nouns):
        return True
    return any(
        not nouns.isdisjoint(find_tokens(text[found.end() : found.end() + _LONGEST_WORD])[:1]) for found in _QUOTES_END.finditer(text)
    )


def _stands_before(text: str, signs: re.Pattern[str], words: frozenset[str]) -> bool:
    """Whether one of some words is the last before any of some signs."""
    return any(
        not words.isdisjoint(find_tokens(text[max(found.start() - _LONGEST_WORD, 0) : found.start()])[-1:])
        for found in signs.finditer(text)
    )


def may_call_group(text: str) -> bool:
    """Whether a name may stand after "the", so that what is said of it can tell it as a group."""
    return _THE_CAPITAL.search(text) is not None

"""Signs that a sentence names persons or groups of whom something may be told: what stands beside its capitals.

In: a sentence's tokens and its text. Out: whether a name can be told for certain, and whether who a person is can be told, or what a
group is. Every rule is wider than what the readers of names ask. It reads no name.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import cache

from unaccounted.extract.group_words import load_group_words
from unaccounted.extract.lexicons import load_lexicon
from unaccounted.extract.naming import load_naming
from unaccounted.extract.sentences import is_loud
from unaccounted.extract.tokens import tokens_of

_CAPITAL = r"[^\W\d_a-z]"
_NAME_END = rf"{_CAPITAL}[\w.'’-]*"
_BEFORE_CAPITAL = re.compile(rf"([^\W\d_]+)['’]?[.,]{{0,2}}[\"“'‘`«]?\s+(?={_CAPITAL})")
_INITIAL = re.compile(rf"(?<![\w'’])[^\W\d_a-zAI](?![\w'’])|-\s*{_CAPITAL}")
"""An initial, or a hyphen before a capital, by which a name is taken for a person's as well."""
_WHO_OR_AGE = re.compile(rf"{_NAME_END}(?:,?\s+(?i:who)\b|\s*,\s*\d+\s*,)")
_QUOTED = re.compile(rf"{_NAME_END}\s+[\"“'‘`«]\s*{_CAPITAL}")
_SPACED = re.compile("[\"“‘`«]|(?<=\\s)'")
_THEN_A = re.compile(rf"(?:{_NAME_END}[\"”’'`»]?|[)\]])\s*,\s*(?:\d+\s*,\s*)?(?i:an?)\s")
_A_THEN = re.compile(rf"\b(?i:an?)\s[^;]{{2,160}}?,\s*[\"“'‘`«]?{_CAPITAL}")
_ACRONYM = re.compile(r"[(\[][\"“'‘`«\s]*(?:\w+\s+){0,9}?[^\W\d_a-z]{2,}[\"”'’`»\s]*[)\]]")
_BEFORE_BRACKET = re.compile(r"([^\W_]+)[\"”'’`»]?\s*[(\[]")
_BEFORE_CLOSING = re.compile(r"([^\W_]+)\s*[)\]]")
_AFTER_QUOTE = re.compile(r"[\"”'’`»]\s*([^\W_]+)")
_BEFORE_QUOTE = re.compile(r"([^\W_]+)\s*[\"“‘`«]")
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


def may_name_person(tokens: list[str], text: str, known: Container[str]) -> bool:
    """Whether a sentence may name a person for certain.

    Args:
        tokens, text: the sentence's.
        known: the last words of names given before.
    """
    given = _given().intersection(tokens)
    if (given and names_capital(given, text)) or any(token in known for token in tokens) or load_naming().alias.occurs(tokens):
        return True
    if is_loud(text):
        return not _leading().isdisjoint(tokens) or _INITIAL.search(text) is not None or _WHO_OR_AGE.search(text) is not None
    if not has_inner_capital(text):
        return False
    return (
        not _leading().isdisjoint(word.lower() for word in _BEFORE_CAPITAL.findall(text))
        or _INITIAL.search(text) is not None
        or _WHO_OR_AGE.search(text) is not None
    )


def may_tell_apart(text: str) -> bool:
    """Whether a name has another in quotes after it."""
    return _SPACED.search(text) is not None and _QUOTED.search(text) is not None


def may_describe(text: str) -> bool:
    """Whether a name stands beside an apposition that an article opens: "A, a boxer from Korvat", "an ethnic Russian, A"."""
    return "," in text and (_THEN_A.search(text) is not None or _A_THEN.search(text) is not None)


def may_rename_group(text: str, marks: frozenset[str], organs: frozenset[str]) -> bool:
    """Whether brackets may give a group another name: after a word that ends a group's name, or round an acronym or an organ."""
    if "(" not in text and "[" not in text:
        return False
    if _ACRONYM.search(text) is not None:
        return True
    return not (
        marks.isdisjoint(word.lower() for word in _BEFORE_BRACKET.findall(text))
        and organs.isdisjoint(word.lower() for word in _BEFORE_CLOSING.findall(text))
    )


def may_quote_group(text: str, nouns: frozenset[str]) -> bool:
    """Whether quotes stand right beside a noun for groups."""
    return not (
        nouns.isdisjoint(word.lower() for word in _AFTER_QUOTE.findall(text))
        and nouns.isdisjoint(word.lower() for word in _BEFORE_QUOTE.findall(text))
    )


@cache
def _suffix_of() -> re.Pattern[str]:
    words = sorted(load_lexicon("en").group_suffixes | load_group_words().units)
    return re.compile(rf"\b(?i:{'|'.join(map(re.escape, words))})\s+(?i:of)\b")


def may_be_part(text: str) -> bool:
    """Whether "of" stands right after a word that ends a group's name."""
    found = _suffix_of().search(text)
    return found is not None


def may_call_group(text: str) -> bool:
    """Whether a name may stand after "the", so that what is said of it can tell it as a group."""
    return _THE_CAPITAL.search(text) is not None

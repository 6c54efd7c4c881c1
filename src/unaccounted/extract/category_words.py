"""The words of categories: nouns for classes, the numbers that pick one out, and how a division is announced."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from unaccounted.extract.lexicons import Phrases, read_list


@dataclass(frozen=True, slots=True)
class Categories:
    """The words of `categories.yaml`."""

    classes: frozenset[str]
    dividing: Phrases[str]
    numbers: frozenset[str]
    ordinals: frozenset[str]
    being: Phrases[str]
    openers: Phrases[str]
    sorting: Phrases[str]
    finding: Phrases[str]
    distinguishing: frozenset[str]
    sorted_by: frozenset[str]
    """Words of the phrases that announce classes without a noun for them ("told apart")."""


@cache
def load_categories(language: str = "en") -> Categories:
    """The words of categories of a language."""
    lists = read_list(language, "categories")
    tables: dict[str, Phrases[str]] = {}
    for name in ("dividing", "being", "openers", "sorting", "finding"):
        tables[name] = Phrases()
        for words in lists[name]:
            tables[name].add(words, "")
    return Categories(
        classes=frozenset(lists["classes"]),
        numbers=frozenset(lists["numbers"]),
        ordinals=frozenset(lists["ordinals"]),
        distinguishing=frozenset(lists["distinguishing"]),
        sorted_by=frozenset(word.split(" ")[-1] for word in lists["sorting"]),
        **tables,
    )

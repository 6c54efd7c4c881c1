"""The words that make, end and compose groups, from `groups.yaml`. It reads no text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from unaccounted.extract.lexicons import Phrases, read_list, verb_forms


@dataclass(frozen=True, slots=True)
class GroupWords:
    """The words of `groups.yaml` that are read of groups alone.

    Args:
        units: nouns for armed units. parts: plural nouns of which a whole is made. bodies: nouns of other organisations.
        named_so: phrases before another name.
        ended: verbs that end a group, with their form. by_itself: those that a group does itself. changed: those that change it.
        made_of, made: phrases, and their first words, before those of whom a group is made.
        like: words that begin a list of examples. nouns: nouns for a group. called: phrases between such a noun and a name.
        qualifiers: everyday words that stand in their names. so_called: nouns that make a "so-called" name one of a group.
    """

    units: frozenset[str]
    parts: frozenset[str]
    bodies: frozenset[str]
    named_so: Phrases[str]
    ended: Phrases[str]
    by_itself: frozenset[str]
    changed: frozenset[str]
    made_of: Phrases[str]
    made: frozenset[str]
    like: frozenset[str]
    nouns: frozenset[str]
    qualifiers: frozenset[str]
    so_called: frozenset[str]
    called: Phrases[str]


@cache
def load_group_words(language: str = "en") -> GroupWords:
    """The words of a language about groups."""
    lists = read_list(language, "groups")
    named_so: Phrases[str] = Phrases()
    made_of: Phrases[str] = Phrases()
    ended: Phrases[str] = Phrases()
    called: Phrases[str] = Phrases()
    for phrase in lists["called"]:
        called.add(phrase, phrase)
    for phrase in lists["named_so"]:
        named_so.add(phrase, phrase)
    for phrase in lists["made_of"]:
        made_of.add(phrase, phrase)
    for verb in lists["ended"]:
        for words, form in verb_forms(verb):
            ended.add(words, form)
    sets = {
        name: frozenset(lists[name])
        for name in ("units", "parts", "bodies", "by_itself", "changed", "made", "like", "nouns", "qualifiers", "so_called")
    }
    return GroupWords(named_so=named_so, made_of=made_of, ended=ended, called=called, **sets)

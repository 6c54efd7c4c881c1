"""The words of events: verbs by what they must be done to or said of, nouns, and what makes either an event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from unaccounted.extract.lexicons import Phrases, load_lexicon, read_list, verb_forms
from unaccounted.extract.tokens import tokens_of

_NAME = re.compile(r"\w[^\w\n]+[A-Z]\w")


MEANING = frozenset(["planned", "threatened", "trying", "possible"])
"""Kinds of cues beside which a deed not done is told as one that is meant."""


@dataclass(frozen=True, slots=True)
class EventVerb:
    """A verb that tells an event: its name, the frame that says what it must be done to or said of, and its form."""

    event: str
    frame: str
    form: str


@dataclass(frozen=True, slots=True)
class Events:
    """The words of `events.yaml`."""

    verbs: Phrases[EventVerb]
    undergoing: Phrases[tuple[EventVerb, ...]]
    nouns: Phrases[str]
    of_name: Phrases[str]
    doing: Phrases[str]
    occurring: Phrases[str]
    subjects: dict[str, frozenset[str]]
    targets: frozenset[str]
    places: frozenset[str]
    abstract: frozenset[str]
    wagons: frozenset[str]
    beginning: frozenset[str]
    only_happening: frozenset[str]
    strong: frozenset[str]
    closed: frozenset[str]
    labels: Phrases[str]
    wished: frozenset[str]
    telling: Phrases[bool]
    """Every phrase of the tables that does not begin with a common word."""
    common: frozenset[str]
    """Common words ("took", "closed"), with which phrases begin that tell an event only beside what `beside` lists."""
    beside: frozenset[str]
    """Tokens of things, places, groups, rulers and dates."""

    def bound(self, tokens: Sequence[str], text: str) -> bool:
        """Whether a thing, a place, a group, a date, a number or a name stands in a sentence, so that a common word can tell an event."""
        if not self.beside.isdisjoint(tokens):
            return True
        return (not text.isupper() and _NAME.search(text) is not None) or any(map(str.isdigit, tokens))

    def tables(self) -> tuple[Phrases[EventVerb], Phrases[tuple[EventVerb, ...]], Phrases[str], Phrases[str]]:
        """The tables of which a phrase stands in every sentence that tells an event."""
        return self.verbs, self.undergoing, self.nouns, self.of_name

    def tells(self, words: Sequence[str]) -> bool:
        """Whether a phrase stands among words that does not begin with a common one."""
        return self.telling.occurs(words)


def _phrases(words_of: list[str]) -> Phrases[str]:
    found: Phrases[str] = Phrases()
    for words in words_of:
        found.add(words, "")
    return found


def _named(lists: dict[str, list[str]]) -> Phrases[str]:
    found: Phrases[str] = Phrases()
    for name, words_of in lists.items():
        for words in words_of:
            found.add(words, name)
    return found


@cache
def load_events(language: str = "en") -> Events:
    """The words of events of a language."""
    lists = read_list(language, "events")
    verbs: Phrases[EventVerb] = Phrases()
    undergone: dict[str, tuple[EventVerb, ...]] = {}

    def add(event: str, frame: str, entries: list[str]) -> None:
        for entry in entries:
            for words, form in verb_forms(entry):
                verbs.add(words, EventVerb(event, frame, form))

    for event, entries in lists["acts"].items():
        add(event, "target", entries)
    for event, entries in lists["captures"].items():
        add(event, "place", entries)
    for event, entries in lists["closures"].items():
        add(event, "closed", entries)
    for event, entries in lists["defeats"].items():
        add(event, "group", entries)
    for event, entries in lists["removals"].items():
        add(event, "people", entries)
    for event, frames in lists["undergoes"].items():
        for frame, entries in frames.items():
            for entry in entries:
                for words, form in verb_forms(entry):
                    undergone[words] = (*undergone.get(words, ()), EventVerb(event, frame, form))
    undergoing: Phrases[tuple[EventVerb, ...]] = Phrases()
    for words, meanings in undergone.items():
        undergoing.add(words, meanings)
    nouns, of_name = _named(lists["nouns"]), _named(lists["of_name"])
    common = frozenset(lists["common"])
    telling: Phrases[bool] = Phrases()
    for table in (verbs, undergoing, nouns, of_name):
        for phrase in table.phrases():
            if phrase[0] not in common:
                telling.add(phrase, True)
    lexicon = load_lexicon(language)
    things = {word for name in ("targets", "places", "closed", "wagons") for word in lists[name]}
    things |= {word for words_of in lists["subjects"].values() for word in words_of}
    things |= {*lexicon.group_suffixes, *lexicon.group_plain, *lexicon.groups.firsts(), "group", "groups", "faction", "factions"}
    things |= {*lexicon.dates["months"], *lexicon.dates["weekdays"], *lexicon.dates["seasons"], "today", "yesterday", "arms", "power"}
    things |= {"coalition", "president", "government", "regime", "king"}
    return Events(
        verbs,
        undergoing,
        nouns,
        of_name,
        _phrases(lists["doing"]),
        _phrases(lists["occurring"]),
        {name: frozenset(each) for name, each in lists["subjects"].items()},
        frozenset(lists["targets"]),
        frozenset(lists["places"]),
        frozenset(lists["abstract"]),
        frozenset(lists["wagons"]),
        frozenset(lists["beginning"]),
        frozenset(lists["only_happening"]),
        frozenset(words for entry in lists["strong"] for words, _ in verb_forms(entry)),
        frozenset(lists["closed"]),
        _phrases(lists["labels"]),
        frozenset(lists["wished"]),
        telling,
        common,
        frozenset(token for word in things for token in tokens_of((word,))),
    )

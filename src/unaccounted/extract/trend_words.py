"""The words of trends: flows of people and of what befalls them, and the words by which these rise, fall or stop."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from unaccounted.extract.lexicons import Phrases, phrases_by_meaning, read_list, verb_forms


@dataclass(frozen=True, slots=True)
class Trends:
    """The words of `trends.yaml`, with the nouns of fates.yaml among the flows."""

    flows: Phrases[str]
    flow_firsts: frozenset[str]
    measures: frozenset[str]
    standing: Phrases[str]
    verbs: Phrases[str]
    nouns: Phrases[str]
    adverbs: Phrases[str]
    moves: Phrases[str]
    transitive: Phrases[str]
    predicates: Phrases[str]
    growing: Phrases[str]
    stopping: frozenset[str]
    changing: frozenset[str]
    """First words of all words of change: without one of them a sentence tells no trend."""


@cache
def load_trends(language: str = "en") -> Trends:
    """The words of trends of a language."""
    lists = read_list(language, "trends")
    flows = phrases_by_meaning(lists["flows"])
    for fate, words_of in read_list(language, "fates")["event"].items():
        for words in words_of:
            flows.add(words, fate)
    verbs: Phrases[str] = Phrases()
    for direction, entries in lists["verbs"].items():
        for entry in entries:
            for words, _ in verb_forms(entry):
                verbs.add(words, direction)
    standing: Phrases[str] = Phrases()
    for words in lists["standing"]:
        standing.add(words, "")
    nouns, adverbs = phrases_by_meaning(lists["nouns"]), phrases_by_meaning(lists["adverbs"])
    transitive: Phrases[str] = Phrases()
    for direction, entries in lists["transitive"].items():
        for entry in entries:
            for words, form in verb_forms(entry):
                if form != "base" or words.split(" ")[0].endswith("s"):
                    transitive.add(words, direction)
    moves: Phrases[str] = Phrases()
    for fate, entries in lists["moves"].items():
        for entry in entries:
            for words, _ in verb_forms(entry):
                moves.add(words, fate)
    predicates, growing = phrases_by_meaning(lists["predicates"]), phrases_by_meaning(lists["growing"])
    stopping = frozenset(lists["stopping"])
    changing = frozenset([*verbs.firsts(), *nouns.firsts(), *adverbs.firsts(), *predicates.firsts(), *growing.firsts(), *stopping])
    changing |= {"compared", "against", "up", "down", "more", "anymore", "any", *transitive.firsts()}
    return Trends(
        flows,
        frozenset(flows.firsts()),
        frozenset(lists["measures"]),
        standing,
        verbs,
        nouns,
        adverbs,
        moves,
        transitive,
        predicates,
        growing,
        stopping,
        changing,
    )

"""Signs in a sentence that it may tell an event, a policy, a trend or a category: a scan of its words, before any reading.

In: a sentence's text. Out: the kinds that it may tell. The gate of interest lets a sentence through that may tell one, and the
reader of a kind reads only what may tell it, so the two never differ. A common word ("took", "closed", "help") is a sign only
beside another of what its patterns need: a place, a date or a name for events, people and an authority for policies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from unaccounted.extract.category_words import load_categories
from unaccounted.extract.closed import load_closed
from unaccounted.extract.event_words import load_events
from unaccounted.extract.lexicons import load_lexicon, read_list
from unaccounted.extract.policy_words import LACKING, POLICY, load_policies
from unaccounted.extract.trend_words import load_trends

_TOKEN = re.compile(r"[^\W_]+")
_NAME = re.compile(r"\w[^\w\n]+[A-Z]\w")
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Signs:
    """Words by which a kind is told: alone, and only beside one of others."""

    alone: frozenset[str]
    weak: frozenset[str]
    beside: frozenset[str]


def _split(words: set[str], common: frozenset[str], beside: set[str]) -> Signs:
    tokens = {_TOKEN.findall(word)[0] for word in words if _TOKEN.search(word)}
    companions = {token for word in beside for token in _TOKEN.findall(word)}
    return Signs(frozenset(tokens - common), frozenset(tokens & common), frozenset(companions))


@cache
def _events(language: str) -> Signs:
    events, lexicon = load_events(language), load_lexicon(language)
    words = {*events.words, *(phrase[0] for phrase in events.labels.phrases())}
    things = {
        *events.targets,
        *events.places,
        *events.closed,
        *events.wagons,
        *(word for each in events.subjects.values() for word in each),
    }
    groups = {
        *lexicon.group_suffixes,
        *lexicon.group_plain,
        *lexicon.groups.firsts(),
        "group",
        "groups",
        "faction",
        "factions",
        "coalition",
    }
    dates = {*lexicon.dates["months"], *lexicon.dates["weekdays"], *lexicon.dates["seasons"], "today", "yesterday", "arms", "power"}
    common = frozenset(read_list(language, "events")["common"])
    return _split(words, common, {*things, *groups, *dates, "president", "government", "regime", "king"})


@cache
def _policies(language: str) -> tuple[Signs, frozenset[str]]:
    policies, lexicon = load_policies(language), load_lexicon(language)
    people = {*lexicon.people.firsts(), *lexicon.demonyms.firsts(), *lexicon.fates.firsts(), *load_closed(language).pronouns}
    people |= {*policies.everyone, *policies.nobody, "their", "those", "exiles", "nationals"}
    authorities = {"be", "will", "must", *policies.authorities, *lexicon.demonyms.firsts(), *policies.standing}
    common = frozenset(read_list(language, "policies")["common"])
    tokens = frozenset(_TOKEN.findall(word)[0] for word in people if _TOKEN.search(word))
    return _split(set(policies.words), common, authorities), tokens


@cache
def _trends(language: str) -> tuple[frozenset[str], frozenset[str]]:
    trends = load_trends(language)
    flows = {*trends.flow_firsts, *trends.measures, *trends.moves.firsts(), "the", "their"} - {"the", "their"}
    standing = {word for phrase in trends.standing.phrases() for word in phrase[1:]}
    return frozenset({*flows, *standing, *load_lexicon(language).fates.firsts()}), trends.changing


def _opens(words: list[str], language: str) -> bool:
    """Whether a sentence opens as a class does after its announcement."""
    categories = load_categories(language)
    start = words[1:5] if words[:1] in (["and"], ["then"]) else words[:4]
    if not start:
        return False
    if start[0] == "there" or (start[0] == "the" and len(start) > 1 and start[1] in categories.ordinals) or start[0] in categories.ordinals:
        return True
    if categories.openers.match(start, 0) is not None:
        return True
    return categories.finding.begins_any(start[:3]) and any(
        categories.finding.match(start, at) is not None for at in range(min(3, len(start)))
    )


def _bound(text: str, words: frozenset[str], events: Signs) -> bool:
    """Whether a common word of events stands beside a thing, a place, a date, a number or a name."""
    return not events.beside.isdisjoint(words) or (not text.isupper() and _NAME.search(text) is not None) or any(map(str.isdigit, words))


@lru_cache(maxsize=4)
def find_tokens(text: str) -> list[str]:
    """The runs of letters and digits of a sentence, in lower case; it is asked twice for each sentence, by the gate and for its signs."""
    return _TOKEN.findall(text.lower())


@lru_cache(maxsize=64)
def kinds_told(text: str, language: str = "en") -> frozenset[str]:
    """The kinds, of event, policy, trend and category, that a sentence may tell.

    Args:
        text: the sentence as printed.
        language: a folder's name under `languages`.
    """
    listed = find_tokens(text)
    words = frozenset(listed)
    told: list[str] = []
    events = _events(language)
    if not events.alone.isdisjoint(words) or (not events.weak.isdisjoint(words) and _bound(text, words, events)):
        told.append("event")
    policies, people = _policies(language)
    if not people.isdisjoint(words) and (
        not policies.alone.isdisjoint(words)
        or not (policies.weak.isdisjoint(words) or policies.beside.isdisjoint(words))
        or not (POLICY.isdisjoint(words) or LACKING.isdisjoint(words))
    ):
        told.append("policy")
    flows, changing = _trends(language)
    if not changing.isdisjoint(words) and not flows.isdisjoint(words):
        told.append("trend")
    categories = load_categories(language)
    if (
        not categories.classes.isdisjoint(words)
        or not categories.distinguishing.isdisjoint(words)
        or not categories.sorted_by.isdisjoint(words)
        or ("into" in words and "those" in words)
        or _opens(listed, language)
    ):
        told.append("category")
    return frozenset(told) if told else _NOTHING

"""What tells whether a fate, a number and its people are rightly tied: the features by which a count is scored.

In: a passage, a phrase with its quantity, the fate word that it was tied to, and the people that were made of them. Out: the names of the
features that hold; each is a yes or no. What each is worth is fitted (`scripts/fit_edges.py`) and applied in `scorer`.
"""

from __future__ import annotations

from collections.abc import Iterator

from unaccounted.base.records import Cohort
from unaccounted.base.vocabulary import FATES, Role
from unaccounted.extract.closed import load_closed
from unaccounted.extract.noun_phrases import QUOTES, Phrase
from unaccounted.extract.passage import Passage
from unaccounted.extract.references import NOBODY
from unaccounted.extract.scorer import load_scorer
from unaccounted.extract.triggers import Trigger
from unaccounted.extract.verbs import load_verbs

FEATURES = (
    "fate: moves or stays",  # "crossed", "left", "held out" are said of much else
    "fate: still there",
    "no fate word",  # another figure for what was told, people who are only there
    "frame: active",
    "frame: passive",
    "frame: doer",
    "frame: noun of a deed",
    "frame: noun of people",
    "fate of several words",
    "fate of several numbers",
    "infinitive",
    "people after fate",
    "uncounted people before fate",
    "by after fate",
    "preposition after fate",
    "apart",  # from here to "fate between": of the words between the people and the fate's verb group
    "comma between",
    "break between",
    "conjunction between",
    "relative between",
    "verb between",
    "people between",
    "fate between",
    "bare number",
    "bare number, nobody told",
    "bare number, told in an earlier sentence",
    "people filled from elsewhere",
    "part told by who they are",
    "number: a share",
    "number: vague",
    "number: nobody",
    "number: three or fewer",
    "number: a hundred or more",
    "several numbers",
    "dated",
    "conditional",
    "quotation",
    "capitals",
    "short sentence",
)
"""Every feature, in the order of the weights' file."""

_MOVES = frozenset(
    [
        "set out",
        "joined",
        "surrendered",
        "deserted",
        "escaped",
        "rescued",
        "returned",
        "repatriated",
        "deported",
        "displaced",
        "in camp",
        "remaining",
    ]
)
"""Fates of the vocabulary that are told by where people are or go."""
_FRAMES = {"agent": "frame: doer", "event": "frame: noun of a deed", "toll": "frame: noun of a deed", "people": "frame: noun of people"}
_BREAKS = frozenset([";", ":", "-", "–", "—", "--"])
_CONDITIONAL = frozenset(["if", "would", "could"])
_SHORT = 12
_FEW, _MANY = 3, 100


def score_edge(passage: Passage, phrase: Phrase, trigger: Trigger | None, fate: str, cohort: Cohort) -> float:
    """The probability, to three digits, that a count's fate, number and people are right together; as `describe_edge` is asked."""
    return round(load_scorer().score(describe_edge(passage, phrase, trigger, fate, cohort)), 3)


def describe_edge(passage: Passage, phrase: Phrase, trigger: Trigger | None, fate: str, cohort: Cohort) -> list[str]:
    """The features that hold of a count.

    Args:
        passage: the sentence.
        phrase: the people with their quantity.
        trigger: the fate word; None where the count has none in its sentence.
        fate: what it tells; cohort: the people, with what was filled in from elsewhere.

    Returns:
        Names of `FEATURES`, each once.
    """
    found = [*_of_sentence(passage), *_of_people(passage, phrase, cohort), *_of_number(passage, phrase)]
    if fate in _MOVES:
        found.append("fate: moves or stays")
    if FATES[fate].role is Role.STILL_THERE:
        found.append("fate: still there")
    if trigger is None:
        found.append("no fate word")
    else:
        found += _of_fate(passage, phrase, trigger)
        found += _between(passage, phrase, trigger)
    return found


def _of_sentence(passage: Passage) -> Iterator[str]:
    words = passage.sentence.words
    if passage.dates:
        yield "dated"
    if not _CONDITIONAL.isdisjoint(words):
        yield "conditional"
    if not QUOTES.isdisjoint(words):
        yield "quotation"
    if passage.sentence.shouts:
        yield "capitals"
    if len(words) <= _SHORT:
        yield "short sentence"
    if len(passage.quantities) > 1:
        yield "several numbers"


def _of_people(passage: Passage, phrase: Phrase, cohort: Cohort) -> Iterator[str]:
    if phrase.composed:
        yield "part told by who they are"
    if phrase.head is not None:
        if phrase.parts.label != cohort.label:
            yield "people filled from elsewhere"
        return
    yield "bare number"
    if cohort.label == NOBODY.label:
        yield "bare number, nobody told"
    elif not any(each.head is not None and each.people is not False and each.last <= phrase.first for each in passage.phrases):
        yield "bare number, told in an earlier sentence"


def _of_number(passage: Passage, phrase: Phrase) -> Iterator[str]:
    quantity = phrase.quantity
    if quantity is None:
        return
    count = quantity.count
    if count.unit == "share":
        yield "number: a share"
    elif count.bound == "vague":
        yield "number: vague"
    elif count.high == 0:
        yield "number: nobody"
    if count.unit == "people" and 0 < quantity.value <= _FEW:
        yield "number: three or fewer"
    elif count.unit == "people" and quantity.value >= _MANY:
        yield "number: a hundred or more"


def _of_fate(passage: Passage, phrase: Phrase, trigger: Trigger) -> Iterator[str]:
    words, closed = passage.sentence.words, load_closed()
    frame = trigger.word.frame
    if trigger.word.form in ("base", "ing") and words[trigger.last : trigger.last + 1] == ("of",):
        frame = "event"  # "the murder of"
    if frame in _FRAMES:
        yield _FRAMES[frame]
    elif frame == "patient" and trigger.passive:
        yield "frame: passive"
    elif frame == "patient" and trigger.last <= phrase.first:
        yield "frame: active"
    if trigger.last > trigger.first + 1:
        yield "fate of several words"
    if sum(edge.trigger.first == trigger.first and edge.phrase.quantity is not None for edge in passage.edges) > 1:
        yield "fate of several numbers"
    if "to" in words[max(trigger.start - 1, 0) : trigger.first]:
        yield "infinitive"
    if any(
        each.last <= trigger.start and each.quantity is None and each.people is not False and each.head is not None
        for each in passage.phrases
    ):
        yield "uncounted people before fate"
    if trigger.last < len(words) and words[trigger.last] in closed.prepositions:
        yield "preposition after fate"
        if words[trigger.last] == "by":
            yield "by after fate"


def _between(passage: Passage, phrase: Phrase, trigger: Trigger) -> Iterator[str]:
    words, closed, verbs = passage.sentence.words, load_closed(), load_verbs()
    if trigger.last <= phrase.first:
        yield "people after fate"
        first, last = trigger.last, phrase.first
    else:
        first = phrase.last
        last = trigger.start if trigger.start >= first else trigger.first
    if first >= last:
        return
    gap = words[first:last]
    yield "apart"
    if "," in gap:
        yield "comma between"
    if not _BREAKS.isdisjoint(gap):
        yield "break between"
    if not closed.conjunctions.isdisjoint(gap):
        yield "conjunction between"
    if not closed.relatives.isdisjoint(gap):
        yield "relative between"
    if any(words[at] in closed.auxiliaries or verbs.is_verb(words, at) for at in range(first, last)):
        yield "verb between"
    if any(first <= each.first < last and each.quantity is None for each in passage.phrases):
        yield "people between"
    if any(first <= each.first < last for each in passage.triggers):
        yield "fate between"

"""What a count measures: how many there are at a date (stock), how many in a period (flow), how many so far (cumulative).

In: a passage, a fate and where its words stand. Out: a measure of the vocabulary. Counts of what people left by are cumulative
where nothing tells otherwise, since a report gives the whole toll of what it tells.
"""

from __future__ import annotations

from functools import cache

from unaccounted.base.vocabulary import FATES
from unaccounted.extract.closed import load_closed
from unaccounted.extract.dating import choose_date
from unaccounted.extract.lexicons import read_list
from unaccounted.extract.passage import Passage
from unaccounted.extract.words import split_phrase

_BEFORE = 6
_BOUNDS = frozenset([",", ";", "(", ")", "."])
_STATES = frozenset(["missing", "in camp", "imprisoned"])
_HELD = frozenset(["detained", "abducted"])


@cache
def _phrases(name: str) -> frozenset[tuple[str, ...]]:
    return frozenset(split_phrase(phrase) for phrase in read_list("en", "measures")[name])


def tell_measure(passage: Passage, fate: str, number: tuple[int, int], trigger: tuple[int, int] | None, frame: str | None) -> str:
    """The measure of a count.

    Args:
        passage: the sentence.
        fate: what became of the people.
        number: the words of the people counted, the last exclusive.
        trigger: the fate word's, or None where there is none; frame: what it sets up.

    Returns:
        stock, flow or cumulative.
    """
    words = passage.sentence.words
    first, last = number
    at = trigger[0] if trigger is not None else first
    if FATES[fate].role.value == "still there" or (frame == "state" and (fate in _STATES or fate in _HELD)):
        return "stock"
    if (fate in _STATES or fate in _HELD or fate == "displaced") and _stands(words, first, at):
        return "stock"
    if _holds(words[max(first - 1, 0) : last], "new") or _holds(words[max(first - 3, 0) : first], "rises"):
        return "flow"
    if _holds(_around(words, first, max(last, at + 1)), "so_far"):
        return "cumulative"
    if _holds(words[first : min(max(last, at + 1) + 4, len(words))], "rates"):
        return "flow"
    if any(words[at] == "more" and words[at + 1 : at + 2] != ("than",) for at in range(first + 1, last)):
        return "flow"  # "35 more civilians"
    return "flow" if frame != "toll" and _is_of_period(passage, at) else "cumulative"


def _stands(words: tuple[str, ...], first: int, at: int) -> bool:
    """Whether people are held or missing now: "are still held", "there are 12 prisoners", "the camp hosts 12", "prisoners stand at 12"."""
    near = words[max(at - _BEFORE, 0) : at]
    before = words[max(first - 4, 0) : first]
    verb = at
    while verb > 0 and (load_closed().is_adverb(words[verb - 1]) or words[verb - 1] == "being"):
        verb -= 1
    return (
        any((word,) in _phrases("still") for word in near)
        or (verb > 0 and (words[verb - 1],) in _phrases("being"))
        or any((word,) in _phrases("holding") for word in before[-3:])
        or _holds(before, "counted now")
    )


def _around(words: tuple[str, ...], first: int, last: int) -> tuple[str, ...]:
    """The words from a few before a count to a few after it, up to the next comma or bracket."""
    start = max((at + 1 for at in range(max(first - 4, 0), first) if words[at] in _BOUNDS), default=max(first - 4, 0))
    stop = next((at for at in range(last, min(last + 5, len(words))) if words[at] in _BOUNDS), min(last + 5, len(words)))
    return words[start:stop]


def _holds(words: tuple[str, ...], name: str) -> bool:
    phrases = _phrases(name)
    return any(words[at : at + size] in phrases for size in (1, 2, 3) for at in range(len(words) - size + 1))


def _is_of_period(passage: Passage, at: int) -> bool:
    """Whether the count's date is a period that it is of: "in the third quarter", "last month", "today"."""
    mention = choose_date(passage.sentence, passage.dates, passage.lexicon, at)
    if mention is None or mention.open:
        return False
    words = passage.sentence.words
    if words[max(mention.first - 1, 0)] in ("of", "by", "since", "until", "till", "from", "before", "after"):
        return False
    if mention.when.days > 1 and words[mention.first] in ("between", "from"):
        return True
    if (words[mention.first],) in _phrases("bare" if mention.when.days > 1 else "days"):
        return True
    before = mention.first - 1
    while before > 0 and words[before] in ("the", "early", "late", "mid", "-"):
        before -= 1
    return mention.when.days > 1 and before >= 0 and (words[before],) in _phrases("within")

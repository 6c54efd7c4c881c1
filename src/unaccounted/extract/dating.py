"""Which date goes with which statement: one in its clause, else one that opens the sentence, else the nearest that nothing divides from it.

In: a sentence, its dates and a fate word's place. Out: a date or None: no date is better than another event's. The day on which
somebody said it ("residents said on Sunday") is no date of what is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from unaccounted.extract.calendars import load_calendar
from unaccounted.extract.clauses import clause_end, clause_start
from unaccounted.extract.dates import DateMention
from unaccounted.extract.lexicons import Lexicon
from unaccounted.extract.sentences import Sentence

_OPENING = 5
"""A date that begins within so many words of a sentence's start holds for all of it."""

_FARTHEST = 60
"""Words beyond which a date is too far away, where it does not open the sentence."""

_SPOKEN = frozenset(["say", "alleging", "denying", "according"])


def choose_date(sentence: Sentence, dates: Sequence[DateMention], lexicon: Lexicon, at: int, first: int = 0) -> DateMention | None:
    """The date that goes with a word.

    Args:
        sentence: its words.
        dates: its dates, in order.
        lexicon: the words of saying.
        at: the fate word.
        first: dates before this word are not looked at.
    """
    near = [each for each in dates if each.first >= first and (each.first <= _OPENING or _distance(each, at) <= _FARTHEST)]
    if not near:
        return None
    spoken = {mention.first for mention in near if _is_of_saying(sentence, mention, lexicon) or _is_of_work(sentence, mention)}
    near = [mention for mention in near if mention.first not in spoken]
    start, end = clause_start(sentence, at), clause_end(sentence, at)
    inside = [mention for mention in near if start <= mention.first < end]
    if inside:
        return min(inside, key=lambda each: (_distance(each, at), each.first))
    open_to = [mention for mention in near if not _is_divided(sentence, mention, at)]
    if not open_to:
        return None
    return min(open_to, key=lambda each: (_distance(each, at), each.first))


def _distance(mention: DateMention, at: int) -> int:
    return mention.first - at if mention.first > at else max(at - mention.last + 1, 0)


def _is_of_saying(sentence: Sentence, mention: DateMention, lexicon: Lexicon) -> bool:
    """Whether a date tells when it was said: "said on Sunday", "told reporters late on Monday", "in a statement on 3 May"."""
    gap = load_calendar().lists["saying_gap"]
    at = mention.first - 1
    while at >= 0 and mention.first - at <= 6 and sentence.words[at] in gap:
        at -= 1
    if at < 0:
        return False
    for size in (1, 2):
        cue = lexicon.cues.match(sentence.words, at + 1 - size) if at + 1 - size >= 0 else None
        if cue is not None and cue[0] == at + 1 and cue[1] in _SPOKEN:
            return True
    return False


def _is_of_work(sentence: Sentence, mention: DateMention) -> bool:
    """Whether a date tells of what year a text, chart or census is: "the copy of 2020 says", "the 1869 chart"."""
    works, words = load_calendar().lists["works"], sentence.words
    before = words[max(mention.first - 2, 0) : mention.first]
    after = words[mention.last : mention.last + 1]
    return (
        before[-1:] in (("of",), ("from",), ("in",)) and before[:1] != before[-1:] and before[0] in works and mention.first - 2 >= 0
    ) or (bool(after) and after[0] in works and mention.last - mention.first == 1)


def _is_divided(sentence: Sentence, mention: DateMention, at: int) -> bool:
    """Whether something stands between a date and a word that keeps them apart."""
    words = sentence.words
    first, last = (mention.last, at) if mention.first < at else (at + 1, mention.first)
    between = words[first:last]
    if any(word in load_calendar().lists["divides"] for word in between):
        return not (mention.first <= _OPENING and ";" not in between)
    opened = between.count("(") != between.count(")")
    if opened and not (words[mention.first - 1 : mention.first] == ("(",) and words[mention.last : mention.last + 1] == (")",)):
        return True
    if mention.first < at:
        return "," in between and _in_relative(words, mention)
    return any(words[each] == "," and words[each + 1] in load_calendar().lists["relatives"] for each in range(at + 1, mention.first - 1))


def _in_relative(words: tuple[str, ...], mention: DateMention) -> bool:
    """Whether a date stands in a relative clause set off by commas: "X, who was born in 1970, was killed"."""
    at = mention.first
    while at > 0 and words[at - 1] not in (",", ";"):
        at -= 1
    return at > 0 and words[at] in load_calendar().lists["relatives"]

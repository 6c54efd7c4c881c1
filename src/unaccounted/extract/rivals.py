"""Another figure for what was just told: "The army said that 46 had died. The rebels put the number at 120."

In: a passage without a fate word for its number, and the last count told. Out: count claims of the same fate and people, by
whoever gives the figure. Disagreement is told this way more often than by saying the whole sentence again.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from unaccounted.base.records import Claim
from unaccounted.extract.closed import load_closed
from unaccounted.extract.lexicons import read_list
from unaccounted.extract.noun_phrases import Phrase
from unaccounted.extract.passage import Passage
from unaccounted.extract.references import Told

_FARTHEST = 600
"""Characters after the last count within which another figure is taken to be of the same."""
_REACH = 8


@dataclass(frozen=True, slots=True)
class RivalWords:
    """The words of `rivals.yaml`."""

    figures: frozenset[str]
    links: frozenset[str]
    giving: frozenset[str]
    between: frozenset[str]


@cache
def load_rivals(language: str = "en") -> RivalWords:
    """The rival words of a language."""
    lists = read_list(language, "rivals")
    return RivalWords(*(frozenset(lists[name]) for name in RivalWords.__slots__))


def may_rival(words: tuple[str, ...]) -> bool:
    """Whether a sentence has a word by which another figure is given."""
    rivals = load_rivals()
    return not (rivals.giving.isdisjoint(words) and rivals.figures.isdisjoint(words))


def find_rivals(passage: Passage, claims: list[Claim], told: Told | None) -> list[Phrase]:
    """The numbers of a passage that give another figure for the last count.

    Args:
        passage: the sentence.
        claims: the counts that were made of it already, whose numbers are taken.
        told: the last count before the sentence; None where there is none.
    """
    if told is None or not 0 <= passage.sentence.start - told.end <= _FARTHEST:
        return []
    taken = [(claim.start, claim.end) for claim in claims if claim.kind == "count"]
    found = []
    for phrase in passage.phrases:
        if phrase.quantity is None or phrase.quantity.count.unit != "people" or phrase.head is not None or phrase.refers is not None:
            continue
        if phrase.quantity.value <= 1:
            continue  # "the one to believe", "names nobody"
        start = passage.sentence.starts[phrase.first]
        if any(first <= start < last for first, last in taken) or not _ends(passage, phrase):
            continue
        if _gives(passage, phrase):
            found.append(phrase)
    return found[:1]


def _ends(passage: Passage, phrase: Phrase) -> bool:
    """Whether the number closes its clause, so that no noun or verb of its own follows."""
    words = passage.sentence.words
    return phrase.last >= len(words) or load_closed().stops(words[phrase.last])


def _has_speaker(words: tuple[str, ...], at: int) -> bool:
    """Whether somebody stands before a verb of giving who can say it, and not the thing counted ("the column still counted 55,000")."""
    while at > 0 and load_closed().is_adverb(words[at - 1]):
        at -= 1
    return at > 0 and words[at - 1] not in ("it", "which", "that", "who", ",")


def _gives(passage: Passage, phrase: Phrase) -> bool:
    words, rivals, lexicon = passage.sentence.words, load_rivals(), passage.lexicon
    for gap, at in enumerate(range(phrase.first - 1, max(phrase.first - _REACH, -1), -1)):
        word = words[at]
        if word in rivals.giving:
            return at > 0 and gap <= 3 and _has_speaker(words, at)
        if word in rivals.figures:
            return all(
                each in rivals.links or each in rivals.between or lexicon.bounds.begins(each) for each in words[at + 1 : phrase.first]
            )
        if word not in rivals.between and word not in rivals.links and not lexicon.bounds.begins(word):
            return False
    return False

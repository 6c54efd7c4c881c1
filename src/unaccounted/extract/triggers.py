"""The fate words of a sentence, with what their verb group tells: passive or not, in a relative clause or not."""

from __future__ import annotations

from dataclasses import dataclass, replace

from unaccounted.extract.closed import load_closed
from unaccounted.extract.lexicons import FateWord, Lexicon
from unaccounted.extract.noun_phrases import Phrase
from unaccounted.extract.sentences import Sentence

BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "get", "got", "gets", "'re", "'s"])
HAVE = frozenset(["have", "has", "had", "having", "'ve"])
PREDICATES = frozenset(["back", "free"])
"""States that are told only behind "to be": "are back", and no "back" of "looked back"."""
_RELATIVE = frozenset(["who", "that", "which"])
_LEADS_AWAY = frozenset(["in", "on", "under", "behind", "aboard"])


@dataclass(frozen=True, slots=True)
class Trigger:
    """A fate word in a sentence.

    Args:
        first, last: its words, `last` exclusive.
        word: what it sets up.
        relative: whether it stands in a clause of "who" or "that".
        passive: whether its verb group has a form of "to be".
        start: the first word of its verb group, with auxiliaries and adverbs; `first` where there are none.
    """

    first: int
    last: int
    word: FateWord
    relative: bool = False
    passive: bool = False
    start: int = -1


@dataclass(frozen=True, slots=True)
class Edge:
    """A fate word and the people that it speaks of; the score, by which rules choose, falls with what stands between them."""

    trigger: Trigger
    phrase: Phrase
    score: float


def may_have_triggers(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a sentence can have a fate word: one look at its words, where finding them needs its people first."""
    if lexicon.fates.occurs(words) or lexicon.located.begins_any(words):
        return True
    parted = lexicon.parted
    if parted.keys().isdisjoint(words):
        return False
    have = frozenset(words)
    return any(have.issuperset(rest) for word in words if word in parted for rest, _ in parted[word])


def find_triggers(sentence: Sentence, phrases: list[Phrase], lexicon: Lexicon) -> list[Trigger]:
    """The fate words of a sentence, in order."""
    closed = load_closed()
    words = sentence.words
    inside = {at: phrase for phrase in phrases for at in range(phrase.first, phrase.head_end)}
    found: list[Trigger] = []
    for first, last, listed in lexicon.fates.find(words):
        word = listed
        if word.frame == "idiom":
            continue
        phrase = inside.get(first)
        if phrase is not None and phrase.fate_at != first and word.frame != "toll":
            continue
        if word.frame == "people" and phrase is None:
            word = FateWord(word.fate, "state")
        at, passive = first - 1, False
        while at >= 0 and (
            closed.is_adverb(words[at])
            or words[at] in closed.auxiliaries
            or words[at] in ("to", "-", "–", ",")
            or (words[at] in closed.linking and at and (words[at - 1] in closed.auxiliaries or closed.is_adverb(words[at - 1])))
        ):
            if words[at] in (",", "–", "-") and not (at and words[at - 1] in closed.adverbs | closed.auxiliaries):
                break
            if at in inside:
                break
            passive = passive or words[at] in BE
            at -= 1
        relative = at >= 0 and words[at] in _RELATIVE
        if word.fate == "remaining" and word.frame == "agent" and _attributive(sentence, first, last, lexicon):
            continue
        found.append(Trigger(first, last, word, relative, passive and word.form != "ing", at + 1))  # "are holding 12" is active
    parted = _parted(sentence, phrases, found, lexicon)
    whole = {each.first for each in parted}
    found = [*(each for each in found if each.first not in whole), *parted]
    found = sorted([*found, *_located(words, found, lexicon)], key=lambda each: each.first)
    found = [each for each in found if words[each.first] not in PREDICATES or each.word.frame != "state" or each.passive]
    return [each for each in found if not _circumstance(words, each, found)]


def _parted(sentence: Sentence, phrases: list[Phrase], found: list[Trigger], lexicon: Lexicon) -> list[Trigger]:
    """Verbs of several words around their object: "led 20 men away", "sent 208 of them home"."""
    words, made = sentence.words, []
    for phrase in phrases:
        at = phrase.first - 1
        while at >= 0 and words[at] in load_closed().determiners:
            at -= 1
        if at < 0 or phrase.quantity is None:
            continue
        for rest, word in lexicon.parted.get(words[at], ()):
            if words[phrase.last : phrase.last + len(rest)] == rest:
                alone = next((each for each in found if each.first <= at < each.last), None)
                if alone is None:
                    made.append(Trigger(at, at + 1, word, start=at))
                elif alone.last == alone.first + 1:  # "held 20 men hostage": the verb alone tells less
                    made.append(replace(alone, word=replace(word, form=alone.word.form)))
                break
    return made


def _located(words: tuple[str, ...], found: list[Trigger], lexicon: Lexicon) -> list[Trigger]:
    """States told by where people are: "are in 17 temporary camps", "sit in the jails of the north"."""
    made: list[Trigger] = []
    known = {at for each in found for at in range(each.first, each.last)}
    for at, word in enumerate(words):
        if not lexicon.located.begins(word) or at in known:
            continue
        match = lexicon.located.match(words, at)
        if match is None:
            continue
        back = next((each for each in range(at - 1, max(at - 5, 0), -1) if words[each] in ("in", "at", "inside")), None)
        if back is None or words[back - 1] not in lexicon.residing or any(each in known for each in range(back, at)):
            continue
        start = back
        while start > 0 and words[start - 1] in lexicon.residing | load_closed().auxiliaries:
            start -= 1
        held = not {"held", "kept"}.isdisjoint(words[start:back])
        state = FateWord("detained", "state") if held and match[1].fate != "imprisoned" else match[1]
        made.append(Trigger(back, match[0], state, passive=True, start=start))
    return made


def _attributive(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether "remain" says nothing by itself: "the remaining units", "remain missing"."""
    before = sentence.words[first - 1] if first else ""
    follows = lexicon.fates.match(sentence.words, last) if last < len(sentence.words) else None
    if sentence.words[first] == "remaining" and before in load_closed().determiners:
        return True
    return follows is not None and follows[1].frame in ("state", "patient", "people")


def _circumstance(words: tuple[str, ...], trigger: Trigger, every: list[Trigger]) -> bool:
    """Whether a state only tells where another fate was met: "died in custody", "were killed on board"."""
    if trigger.word.frame != "state" or words[trigger.first] not in _LEADS_AWAY or trigger.start < trigger.first:
        return False
    before = [each for each in every if each.last <= trigger.first and each.word.frame in ("patient", "agent")]
    if not before:
        return False
    gap = words[before[-1].last : trigger.first]
    return len(gap) <= 4 and not any(word in (",", "and", "or", ";", ":") or word in BE for word in gap)


def is_named_deed(words: tuple[str, ...], trigger: Trigger) -> bool:
    """Whether a word that can be a verb stands as a noun after a determiner: "a return", "the release"."""
    return trigger.word.form == "base" and trigger.first > 0 and words[trigger.first - 1] in load_closed().determiners

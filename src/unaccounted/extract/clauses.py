"""Where a clause begins and ends around a fate word: the words that a claim quotes, and the window in which cues count."""

from __future__ import annotations

from unaccounted.extract.sentences import Sentence

_HARD = frozenset([";", ":", "—", "–"])
_OPENERS = frozenset(["but", "while", "whereas", "although", "though", "because", "when", "after", "before", "if", "unless", "whether"])


def clause_start(sentence: Sentence, at: int) -> int:
    """The first word of the clause that holds a word."""
    first = at
    depth = 0
    while first > 0:
        word = sentence.words[first - 1]
        if word in ")]":
            depth += 1
        elif word in "([":
            if depth == 0:
                break
            depth -= 1
        elif (depth == 0 and (word in _HARD or (word == "," and not _inside_list(sentence, first - 1)))) or (
            depth == 0 and word in ("that",) and first - 1 < at
        ):
            break
        first -= 1
    return first


def clause_end(sentence: Sentence, at: int) -> int:
    """One past the last word of the clause that holds a word, without the closing full stop."""
    last = at
    depth = 0
    while last < len(sentence.words):
        word = sentence.words[last]
        if word in "([":
            depth += 1
        elif word in ")]":
            if depth == 0:
                break
            depth -= 1
        elif (
            depth == 0
            and (word in _HARD or word in (".", "!", "?") or word in _OPENERS or (word == "," and not _inside_list(sentence, last)))
        ) or (
            depth == 0
            and word == "and"
            and last + 1 < len(sentence.words)
            and sentence.words[last + 1] in ("was", "were", "is", "are", "has", "have", "had", "he", "she", "they", "it", "the")
        ):
            break
        last += 1
    return max(last, at + 1)


def _inside_list(sentence: Sentence, at: int) -> bool:
    """Whether a comma stands inside a number of joined items or a date, so that the clause goes on."""
    words = sentence.words
    after = words[at + 1] if at + 1 < len(words) else ""
    return bool(after[:1].isdigit() and len(after) == 4 and words[at - 1][:1].isdigit())

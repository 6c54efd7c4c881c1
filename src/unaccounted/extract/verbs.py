"""Which words of a sentence are verbs that say nothing of fates: they close the clause of a fate word.

In: words. Out: yes or no for a word. It is told by lists and by the ending, without a tagger, and needs no more than
that a subject is not looked for beyond another clause's verb.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from unaccounted.extract.closed import load_closed
from unaccounted.extract.lexicons import read_list


@dataclass(frozen=True, slots=True)
class Verbs:
    """The words of `verbs.yaml`."""

    finite: frozenset[str]
    not_verbs: frozenset[str]
    containers: frozenset[str]

    def is_verb(self, words: tuple[str, ...], at: int) -> bool:
        """Whether a word is a verb here: one of the lists, or an -ed word that does not stand before a noun as an adjective."""
        word = words[at]
        before = words[at - 1] if at else ""
        if word in self.not_verbs:
            return False
        if word in self.finite:
            return before not in load_closed().determiners
        if not (word.endswith("ed") and len(word) > 4):
            return False
        return before not in load_closed().determiners and not before[:1].isdigit()


@cache
def load_verbs(language: str = "en") -> Verbs:
    """The verbs of a language."""
    lists = read_list(language, "verbs")
    return Verbs(frozenset([*lists["past"], *lists["present"]]), frozenset(lists["not_verbs"]), frozenset(lists["containers"]))

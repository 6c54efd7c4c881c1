"""The words that tell what became of one named person, beyond those said of people counted.

In: `persons.yaml`. Out: fate words that are read of named persons only, and sets of words. It reads no text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from unaccounted.extract.lexicons import FateWord, Phrases, phrases_by_meaning, read_list, verb_forms


@dataclass(frozen=True, slots=True)
class Personal:
    """The words of `persons.yaml`.

    Args:
        fates: fate words of named persons only.
        status: phrases that tell how far a person's case has come.
        reason: phrases before a reason.
        months: units of time, in months.
        men: phrases for the persons last named together.
    """

    fates: Phrases[FateWord]
    status: Phrases[str]
    reason: Phrases[str]
    men: Phrases[str]
    months: dict[str, float]
    remains: frozenset[str]
    reason_of: frozenset[str]
    loose: frozenset[str]
    not_of_one: frozenset[str]
    homeward: frozenset[str]
    ranks: frozenset[str]
    undone: frozenset[str]
    asked: frozenset[str]
    achieved: frozenset[str]
    done: frozenset[str]
    told_as: frozenset[str]
    victims: frozenset[str]
    lost: frozenset[str]
    unknown: frozenset[str]
    naming: frozenset[str]
    flee: frozenset[str]
    single: frozenset[str]
    own: frozenset[str]
    leave: frozenset[str]
    serve: frozenset[str]
    given: frozenset[str]
    including: frozenset[str]
    capital: frozenset[str]
    parties: frozenset[str]
    light: frozenset[str]
    takes_for: frozenset[str]
    no_reason: frozenset[str]


@cache
def load_personal(language: str = "en") -> Personal:
    """The words of a language about one person."""
    lists = read_list(language, "persons")
    fates: Phrases[FateWord] = Phrases()
    for frame in ("patient", "agent"):
        for fate, verbs in lists[frame].items():
            for entry in verbs:
                for words, form in verb_forms(entry):
                    fates.add(words, FateWord(fate, frame, form))
    for frame in ("state", "event"):
        for fate, words_of in lists[frame].items():
            for words in words_of:
                fates.add(words, FateWord(fate, frame))
    rest = {name: frozenset(lists[name]) for name in Personal.__slots__ if name not in ("fates", "status", "reason", "men", "months")}
    return Personal(
        fates=fates,
        status=phrases_by_meaning(lists["status"]),
        reason=phrases_by_meaning({phrase: [phrase] for phrase in lists["reason"]}),
        men=phrases_by_meaning({"men": lists["men"]}),
        months=dict(lists["months"]),
        **rest,
    )

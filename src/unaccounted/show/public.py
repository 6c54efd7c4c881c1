"""What is public in some evidence: the names of its authors, publishers, groups, ships and places.

In: these names as printed. Out: a record that tells whether a name is one of them. Which of them may be believed is for `redaction`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from unaccounted.show.gazetteer import fold_name


@dataclass(frozen=True)
class Public:
    """What is public in some evidence.

    Args:
        phrases: names of bodies, groups and publishers, folded, words parted by spaces.
        persons: the folded words of each name of an author or office holder.
        places: names that the evidence itself holds for places, folded.
    """

    phrases: frozenset[str] = frozenset()
    persons: frozenset[tuple[str, ...]] = frozenset()
    places: frozenset[str] = frozenset()

    def holds(self, words: tuple[str, ...]) -> bool:
        """Whether a name is a public person's: all its words are, the last among them, or initials stand for them."""
        if not words:
            return False
        return any(
            words[-1] == known[-1] and all(word in known or (len(word) == 1 and word in self._initials(known)) for word in words)
            for known in self._ending.get(words[-1], ())
        )

    @staticmethod
    def _initials(known: tuple[str, ...]) -> set[str]:
        return {word[0] for word in known}

    @cached_property
    def _ending(self) -> dict[str, list[tuple[str, ...]]]:
        ending: dict[str, list[tuple[str, ...]]] = {}
        for person in self.persons:
            ending.setdefault(person[-1], []).append(person)
        return ending


def know_public(phrases: Iterable[str], persons: Iterable[str], places: Iterable[str]) -> Public:
    """Make ready what is public.

    Args:
        phrases: names of bodies, groups and publishers.
        persons: names of authors.
        places: names that the evidence holds for places.
    """
    folded = frozenset(fold_name(each) for each in phrases)
    names = (tuple(fold_name(each).split()) for each in persons)
    return Public(folded - {""}, frozenset(name for name in names if name), frozenset(fold_name(each) for each in places) - {""})

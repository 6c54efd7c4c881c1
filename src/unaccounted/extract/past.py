"""What a document has told up to a sentence by which later ones are understood, looked for only when a reader asks.

In: the sentences that went by, read or not. Out: the last group, acting country and place, the fate spoken of, whether a stance was
told, the groups and the persons named. Nothing of it depends on which sentences the gate let through, and a sentence that nobody looks
back to costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from unaccounted.base.records import Document
from unaccounted.extract.sentences import Sentence, read_sentence
from unaccounted.extract.tokens import Tokens

Found = TypeVar("Found")
Span = tuple[int, int, int]
"""Where a sentence starts and ends, and its paragraph."""


_KEPT = 50
"""Sentences that are kept cut into tokens and words: most are looked back to soon or never."""


class Past:
    """The sentences of a document up to the one that is read, which is the last of them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = Tokens(document.text)
        self.spans: list[Span] = []
        self._looked: dict[str, int] = {}
        self._found: dict[str, object] = {}
        self._tokens: dict[int, list[str]] = {}
        self._cut: dict[int, Sentence] = {}

    def go_on(self, span: Span) -> list[str]:
        """Come to the next sentence: its tokens."""
        if len(self._tokens) >= _KEPT:
            self._tokens.clear()
        tokens = self._tokens[len(self.spans)] = self.tokens.between(span[0], span[1])
        self.spans.append(span)
        return tokens

    @property
    def here(self) -> Span:
        """The sentence that is read."""
        return self.spans[-1]

    def sentence(self, at: int) -> Sentence:
        """One of the sentences, cut into words."""
        if at not in self._cut:
            if len(self._cut) >= _KEPT:
                self._cut.clear()
            self._cut[at] = read_sentence(self.document.text, *self.spans[at])
        return self._cut[at]

    def tokens_at(self, at: int) -> list[str]:
        """The tokens of one of the sentences."""
        kept = self._tokens.get(at)
        return self.tokens.between(*self.spans[at][:2]) if kept is None else kept

    def last(self, name: str, find: Callable[[Sentence], Found | None], signs: frozenset[str], with_here: bool = True) -> Found | None:
        """What the last sentence that tells it tells.

        Args:
            name: what is asked for; it is looked for once in each sentence.
            find: finds it in a sentence, or None.
            signs: tokens of which one stands in each sentence that tells it.
            with_here: whether the sentence that is read may tell it too.
        """
        stop = len(self.spans) - (not with_here)
        for at in range(stop - 1, self._looked.get(name, 0) - 1, -1):
            if signs.isdisjoint(self.tokens_at(at)):
                continue
            found = find(self.sentence(at))
            if found is not None:
                self._found[name] = found
                break
        self._looked[name] = max(stop, self._looked.get(name, 0))
        return self._found.get(name)  # type: ignore[return-value]

    def tell(self, name: str, found: object) -> None:
        """Take note of what was read in the sentence that is read."""
        self._found[name], self._looked[name] = found, len(self.spans)

    def look(self, name: str) -> None:
        """The reader that is at work looks at the sentence itself."""
        self._looked[name] = len(self.spans)

    def unseen(self, name: str) -> Iterator[int]:
        """The sentences before the one that is read that were not yet looked at for something, in order; they count as looked at."""
        first, stop = self._looked.get(name, 0), len(self.spans) - 1
        self._looked[name] = max(first, stop)
        yield from range(first, stop)

"""A text as runs of letters and digits in lower case: what the gate looks at before a sentence is cut into words.

In: a text. Out: the tokens of any stretch of it. Where a word of `words` stands, its tokens stand too, in the same order: "n't" is
a token of its own as it is a word of its own, "cannot" is two, and a number is parted from the letters that are glued to it. So a
phrase of the word lists stands among the words only if its tokens stand among the tokens. It decides nothing about a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from unaccounted.extract.words import INVISIBLE

_GLUED = re.compile(r"(\d)(?=[^\W\d_])")


class _Lowered(dict[int, str]):
    """What each character becomes: a letter or digit in lower case, an apostrophe plain, what cannot be seen itself, all else a space."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char.isalnum():
            self[code] = char.lower()[0]
        elif char in "'’‘":
            self[code] = "'"
        else:
            self[code] = char if INVISIBLE.match(char) else " "
        return self[code]


_LOWERED = _Lowered()


class Tokens:
    """The tokens of a text, by the place of a stretch in it."""

    def __init__(self, text: str) -> None:
        self._text = text.translate(_LOWERED).replace("n't", " nt")
        self._unseen = not self._text.isascii() and INVISIBLE.search(self._text) is not None
        self._odd = self._unseen or "cannot" in self._text or _GLUED.search(self._text) is not None
        if not self._unseen:
            self._text = self._text.replace("'", " ")

    def between(self, start: int, end: int) -> list[str]:
        """The tokens of the text from one code point to another."""
        stretch = self._text[start:end]
        if self._odd:
            if self._unseen:
                stretch = INVISIBLE.sub("", stretch).replace("n't", " nt").replace("'", " ")
            stretch = _GLUED.sub(r"\1 ", stretch.replace("cannot", "can not"))
        return stretch.split()


def find_tokens(text: str) -> list[str]:
    """The tokens of a whole text."""
    return Tokens(text).between(0, len(text))


def tokens_of(words: Iterable[str]) -> tuple[str, ...]:
    """The tokens of a phrase of the word lists, given as words."""
    return tuple(find_tokens(" ".join(words)))

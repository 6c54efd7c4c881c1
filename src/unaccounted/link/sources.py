"""Who is given as the source, in a form in which "Buturlin" and "Dmitri Buturlin" are one.

In: a claim or a name as printed. Out: a speaker that can be met with another. Two that only share a title ("the government"),
or one who is only of the other's country or place, are two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from unaccounted.base.records import Claim
from unaccounted.link.folding import fold
from unaccounted.link.parts import load_words

_NAME = re.compile(r"\b[^\W\d_]\w*", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Speaker:
    """One source as printed.

    Args:
        name: as printed, without an article; "" where nobody is named.
        folded: the name folded.
        names: its capitalised words, folded, in order.
        last: the last of these, or all of the name where it has none: sources that share none are never one.
        bare: whether the name is nothing but capitalised words.
        placed: whether it is told by a place or a country ("a resident of Raqqa").
    """

    name: str
    folded: str
    names: tuple[str, ...]
    last: str
    bare: bool
    placed: bool

    def meets(self, other: Speaker) -> bool:
        """Whether the two are one source."""
        if not self.name or not other.name:
            return False
        if self.folded == other.folded:
            return True
        if not self.names or not other.names or self.last != other.last or self.placed or other.placed:
            return False
        fewer, more = sorted((set(self.names), set(other.names)), key=len)
        return fewer <= more and (self.bare or other.bare)


def read_speaker(told: Claim | str) -> Speaker:
    """The source of a claim, or of a name as printed."""
    name = told if isinstance(told, str) else (told.source.name if told.source is not None else None) or ""
    words = _NAME.findall(re.sub(r"['’]s\b", "", name))
    if words and words[0].lower() in load_words("leading"):
        words = words[1:]
    shouted = all(word.isupper() for word in words)
    names = () if shouted else tuple(fold(word) for word in words if word[0].isupper())
    folded = " ".join(fold(word) for word in words)
    return Speaker(
        " ".join(words),
        folded,
        names,
        names[-1] if names else folded,
        len(names) == len(words),
        any(word.lower() in load_words("placing") for word in words),
    )

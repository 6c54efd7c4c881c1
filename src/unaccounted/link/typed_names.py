"""A personal name in typed parts: its words, kunyas, and what was put before them.

In: a name as printed, in any script that anyascii knows. Out: parts in comparable form. Names of two words that are often
written as one ("Abd al-Rahman", "Abdurrahman"; "Nur al-Din", "Nuruddin") are one word. It compares nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from unaccounted.link.folding import fold

_ARTICLE, _SERVANT_OF = "\u0627\u0644", ("\u0639\u0628\u062f\u0627\u0644",)
"""The Arabic article, and "servant of the" in one word."""
_LEAST = 3
"""Letters that must be left of a word when an article or a half of a name is taken off it."""


@dataclass(frozen=True, slots=True)
class TypedName:
    """A name's parts.

    Args:
        words: given and family names, patronymics and nisbas, folded, in order.
        kunyas: what follows each Abu or Umm, folded.
        titles: how many titles and honorifics were left out.
        consonantal: whether the script writes consonants alone.
    """

    words: tuple[str, ...]
    kunyas: tuple[str, ...]
    titles: int
    consonantal: bool

    @property
    def is_kunya(self) -> bool:
        """Whether nothing but a kunya is told."""
        return not self.words and bool(self.kunyas)


@cache
def load_name_words(name: str) -> frozenset[str]:
    """A list of `name_words.yaml` by its name."""
    return frozenset(_load_lists()[name]["words"])


@cache
def _load_lists() -> dict[str, Any]:
    import yaml

    lists: dict[str, Any] = yaml.safe_load((files("unaccounted.link") / "name_words.yaml").read_text(encoding="utf-8"))
    return lists


@lru_cache(maxsize=65536)
def type_name(name: str) -> TypedName:
    """The parts of a name as printed."""
    consonantal = any("\u0590" <= sign <= "\u06ff" for sign in name)  # Hebrew and Arabic
    folded = fold(" ".join(_read_arabic(word) for word in name.split())).split() if consonantal else fold(name).split()
    words: list[str] = []
    kunyas: list[str] = []
    titles, place = 0, 0
    while place < len(folded):
        word = folded[place]
        place += 1
        # Consonants alone may look like an abbreviated title: mr is Umar.
        if word in load_name_words("titles") and len(folded) > 1 and (not consonantal or len(word) > _LEAST):
            titles += 1
        elif word in load_name_words("kunya") and (after := _next(folded, place)) < len(folded):
            kunya, place = _take(folded, after)
            kunyas.append(kunya)
        elif word in load_name_words("articles") or word in load_name_words("filiation"):
            continue
        elif word in load_name_words("faith") and words:
            words[-1] += "din"
        else:
            taken, place = _take(folded, place - 1)
            words.append(taken)
    return TypedName(tuple(words), tuple(kunyas), titles, consonantal)


@cache
def _longest_first(name: str) -> tuple[str, ...]:
    return tuple(sorted(load_name_words(name), key=lambda word: (-len(word), word)))


def _next(folded: Sequence[str], place: int) -> int:
    """The place of the next word that is no article."""
    while place < len(folded) and folded[place] in load_name_words("articles"):
        place += 1
    return place


def _take(folded: Sequence[str], place: int) -> tuple[str, int]:
    """One name that begins at a place, of two words where the first is the servant of the second; and where it ends."""
    word = folded[place]
    if word in load_name_words("servant") and (after := _next(folded, place + 1)) < len(folded):
        return "abd" + folded[after], after + 1
    for joined in _longest_first("joined servant"):
        if word.startswith(joined) and len(word) >= len(joined) + _LEAST:
            return "abd" + word.removeprefix(joined).lstrip("l"), place + 1
    for half in _longest_first("faith"):
        if len(half) > len("din") and word.endswith(half) and len(word) >= len(half) + _LEAST:
            return word.removesuffix(half) + "din", place + 1
    return word, place + 1


@cache
def _load_arabic() -> dict[str, str]:
    return {written: each["word"] for each in _load_lists()["arabic"]["words"] for written in each["written"]}


def _read_arabic(word: str) -> str:
    """A word in Arabic letters by what it is, or without its article; the servant of God in one word as two; others as they are."""
    plain = word.strip("()[],،.")
    if plain in _load_arabic():
        return _load_arabic()[plain]
    for servant in _SERVANT_OF:
        if plain.startswith(servant) and len(plain) >= len(servant) + _LEAST - 1:
            return f"abd {plain.removeprefix(servant)}"
    return plain.removeprefix(_ARTICLE) if plain.startswith(_ARTICLE) and len(plain) >= len(_ARTICLE) + _LEAST else word

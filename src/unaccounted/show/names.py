"""Names of persons in a text: which words give a person away, and where they stand, whatever the case and the spacing.

In come the names of persons about whom something is said; out come stretches of a text. The rule:

1. A full name is withheld wherever its words stand in a row, with any or no spacing or punctuation between them, in any
   case, with or without accents, in whole words.
2. So is every single part of it that has at least four letters, unless the part is an ordinary word here: a title, a
   particle, a month or a function word (`ordinary_words.csv`), a country's or a people's name, a word of a place or an
   origin, or a word of a cohort or group that is printed in lower case somewhere. A cohort or group called by a man's name
   does not make the name ordinary: in doubt it is withheld.
3. A last part of three letters is withheld where it is printed with a capital.

It does not know names that no claim speaks of, nicknames that no claim gives, or who "he" is.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from unaccounted.base.spans import Span

LONG_PART, SHORT_PART = 4, 3
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"  # marks that stand on a letter
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"  # signs that are not seen
)
_WORD = re.compile(rf"[{MARKS}]*(?:[^\W_][{MARKS}]*)+")
_LOWER = re.compile(r"\b[a-zß-öø-ÿ]{4,}\b")


@lru_cache(maxsize=1 << 17)
def fold_word(word: str) -> str:
    """A word in lower-case letters and digits of the ASCII range, whatever its script and accents; "" where it has none.

    Letters of a script that cannot be put into these stay as they are, in lower case.
    """
    from anyascii import anyascii

    return "".join(each for each in anyascii(word).lower() if each.isalnum()) or "".join(each for each in word.casefold() if each.isalnum())


def split_words(text: str) -> list[tuple[str, int, int]]:
    """The words of a text, folded, each with its offsets."""
    found = ((fold_word(match.group()), match.start(), match.end()) for match in _WORD.finditer(text))
    return [each for each in found if each[0]]


@cache
def read_ordinary() -> frozenset[str]:
    """Titles, particles, months and function words: parts of names that give nobody away."""
    text = (files("unaccounted.show") / "ordinary_words.csv").read_text(encoding="utf-8")
    return frozenset(row["word"] for row in csv.DictReader(text.splitlines()))


@cache
def read_peoples() -> frozenset[str]:
    """Names of countries and peoples: a first name that is also one ("Jordan", "German") cannot be withheld alone."""
    import yaml

    text = (files("unaccounted.languages.en") / "demonyms.yaml").read_text(encoding="utf-8")
    found: set[str] = set()

    def gather(node: object) -> None:
        if isinstance(node, dict):
            for name, beneath in node.items():
                if name != "source":
                    gather(name)
                    gather(beneath)
        elif isinstance(node, list):
            for each in node:
                gather(each)
        elif isinstance(node, str):
            found.update(word for word, _, _ in split_words(node) if len(word) >= LONG_PART)

    gather(yaml.safe_load(text))
    return frozenset(found)


def find_ordinary(places: Iterable[str], groups: Iterable[str], texts: Iterable[str]) -> frozenset[str]:
    """The ordinary words of one body of evidence, folded.

    Args:
        places: names of places and origins.
        groups: labels of cohorts and names of groups.
        texts: in which a word of a group must be printed in lower case to count as ordinary.
    """
    groups = tuple(groups)
    from_places = {word for name in places for word, _, _ in split_words(name)}
    from_groups = {word for name in groups for word, _, _ in split_words(name)}
    lower = {fold_word(word) for text in (*groups, *texts) for word in set(_LOWER.findall(text))}
    return read_ordinary() | read_peoples() | from_places | (from_groups & lower)


@dataclass(frozen=True, slots=True)
class Names:
    """The names of the persons to protect, ready to be looked for; see `know_names`.

    Args:
        whole: full names, folded and without spacing.
        beginnings: every beginning of a full name that ends where a word of a text may end.
        parts: single parts that give a person away.
        capitalised: last parts of three letters, withheld only with a capital.
        foreign: full names in other scripts as they stand, which may be joined to other letters.
    """

    whole: frozenset[str]
    beginnings: frozenset[str]
    parts: frozenset[str]
    capitalised: frozenset[str]
    foreign: tuple[str, ...]

    def find(self, text: str) -> tuple[Span, ...]:
        """Where a protected name stands in `text`: stretches in order, none overlapping."""
        if not self.whole:
            return ()
        words, spans, place = split_words(text), list[Span](), 0
        while place < len(words):
            last = self._reach(words, place)
            if last is None:
                word, start, end = words[place]
                alone = word in self.parts or (word in self.capitalised and text[start:end].lstrip()[:1].isupper())
                last = place if alone else None
            if last is None:
                place += 1
                continue
            spans.append(Span(words[place][1], words[last][2]))
            place = last + 1
        for name in self.foreign:
            spans += [Span(match.start(), match.end()) for match in re.finditer(re.escape(name), text, re.IGNORECASE)]
        return merge_spans(spans, text)

    def _reach(self, words: list[tuple[str, int, int]], place: int) -> int | None:
        squeezed, last = "", None
        for following in range(place, len(words)):
            squeezed += words[following][0]
            if squeezed in self.whole:
                last = following
            if squeezed not in self.beginnings:
                break
        return last


def merge_spans(spans: list[Span], text: str) -> tuple[Span, ...]:
    """Overlapping spans become one, and so do neighbours with nothing but spacing or punctuation of names between."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and (span.start <= merged[-1].end or not text[merged[-1].end : span.start].strip(" \t-'’.")):
            merged[-1] = merged[-1].cover(span)
        else:
            merged.append(span)
    return tuple(merged)


def know_names(names: Iterable[str], ordinary: frozenset[str]) -> Names:
    """Make ready to look for persons.

    Args:
        names: full names and aliases as printed.
        ordinary: from `find_ordinary`; a full name is withheld even where its words are ordinary, unless it is nothing but
            a title, a particle or a function word.
    """
    whole, beginnings, parts, capitalised, foreign = set[str](), set[str](), set[str](), set[str](), set[str]()
    never = read_ordinary()
    for name in names:
        words = [word for word, _, _ in split_words(name)]
        if not words or all(word in never for word in words):
            continue
        squeezed = "".join(words)
        whole.add(squeezed)
        beginnings.update(squeezed[:length] for length in range(1, len(squeezed)))
        if not name.isascii() and not any("A" <= each.upper() <= "Z" for each in name):
            foreign.add(name.strip())
        parts.update(word for word in words if len(word) >= LONG_PART and not word.isdigit() and word not in ordinary)
        if len(words) > 1 and len(words[-1]) == SHORT_PART and words[-1] not in ordinary:
            capitalised.add(words[-1])
    return Names(frozenset(whole), frozenset(beginnings), frozenset(parts), frozenset(capitalised), tuple(sorted(foreign)))

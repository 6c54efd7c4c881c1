"""How likely two names are one person's, or one group's: a plain first form on folded words.

In: two names as printed, in any script that anyascii knows. Out: a probability in [0, 1], from the best matching of words
by skeleton and spelling. A kunya alone tells nobody from another, so it can never reach a half by itself.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from unaccounted.link.folding import fold
from unaccounted.link.parts import load_words, name_group


@cache
def load_sounds() -> tuple[tuple[str, str], ...]:
    """Spellings and the sound that they are read as, in the order in which they are put."""
    import yaml

    lists = yaml.safe_load((files("unaccounted.link") / "words.yaml").read_text(encoding="utf-8"))
    return tuple((written, read) for written, read in lists["sounds"]["pairs"])


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    """A word as it sounds, roughly: one letter for one sound, doubled letters made single."""
    for written, read in load_sounds():
        word = word.replace(written, read)
    return re.sub(r"(.)\1+", r"\1", word)


def _skeleton(word: str) -> str:
    return re.sub(r"[aiu]", "", word) or word


def _words(name: str) -> list[str]:
    return [word for word in fold(name).split() if word not in load_words("articles")]


def _agreement(left: list[str], right: list[str]) -> float:
    """The share of letters of the shorter name whose words meet one of the longer, less what is left over."""
    from rapidfuzz.distance import JaroWinkler

    if not left or not right:
        return 0.0
    short, long = sorted((left, right), key=len)
    open_words = list(long)
    met = 0.0
    for word in sorted(short, key=len, reverse=True):
        best, score = None, 0.0
        for other in open_words:
            sounds = _sound(word), _sound(other)
            same = (
                1.0
                if sounds[0] == sounds[1]
                else 0.94
                if len(word) > 3 and _skeleton(sounds[0]) == _skeleton(sounds[1])
                else JaroWinkler.similarity(*sounds)
            )
            if len(word) == 1 or len(other) == 1:
                same = 0.8 if word[0] == other[0] else 0.0
            if same > score:
                best, score = other, same
        if best is not None and score > 0.8:
            open_words.remove(best)
            met += len(word) * score
    total = sum(map(len, short))
    return met / total * (1 - 0.08 * (len(long) - len(short)))


def compare_names(left: str, right: str) -> float:
    """How likely two names are one person's.

    Args:
        left, right: as printed.

    Returns:
        A probability in [0, 1]; 1 only for the same words. Never high for a kunya alone.
    """
    a, b = _words(left), _words(right)
    if not a or not b:
        return 0.0
    told = [word for word in a if word not in load_words("kunya")], [word for word in b if word not in load_words("kunya")]
    kunya = bool(set(a) & load_words("kunya")), bool(set(b) & load_words("kunya"))
    score = _agreement(a, b)
    if all(kunya) and min(map(len, told)) <= 1:
        return min(score * 0.45, 0.45)
    if min(len(a), len(b)) == 1:
        score *= 0.6
    return max(0.0, min(1.0, (score - 0.55) / 0.45)) if score < 1 else 1.0


def compare_groups(left: str, right: str) -> float:
    """How likely two names are one group's: known aliases, an acronym and its words, or words that agree.

    Args:
        left, right: as printed.

    Returns:
        A probability in [0, 1].
    """
    if name_group(left) == name_group(right):
        return 1.0
    a, b = _words(left), _words(right)
    if not a or not b:
        return 0.0
    for acronym, words in ((a, b), (b, a)):
        if len(acronym) == 1 and len(words) > 1 and acronym[0] == "".join(word[0] for word in words):
            return 0.85
    telling = [word for word in a if word not in load_words("generic")] or a, [word for word in b if word not in load_words("generic")] or b
    score = min(_agreement(a, b), _agreement(*telling))
    return max(0.0, min(0.99, (score - 0.5) / 0.5))

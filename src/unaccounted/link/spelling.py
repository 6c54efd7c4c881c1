"""How a word of a name sounds, roughly, so that transliterations of one name meet.

In: folded words. Out: one letter for one sound; a skeleton of consonants for scripts that write no vowels; and how alike two
words are. The merges are data (`words.yaml`, sounds). It knows no language: where two sounds are often confused, they are one.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

_VOWELS = re.compile(r"[aiuv]")
_EXACT, _SOUND, _SKELETON, _SHORT_SKELETON, _INITIAL, _BEGINNING = 1.0, 0.97, 0.9, 0.84, 0.55, 0.75
"""How alike two words are that are equal, sound equal, share consonants (three or more, or two), an initial, or a beginning."""


@cache
def load_sounds() -> tuple[tuple[str, str], ...]:
    """Spellings and the sound that they are read as, in the order in which they are put."""
    import yaml

    lists = yaml.safe_load((files("unaccounted.link") / "words.yaml").read_text(encoding="utf-8"))
    return tuple((written, read) for written, read in lists["sounds"]["pairs"])


@lru_cache(maxsize=65536)
def sound_word(word: str) -> str:
    """A folded word as it sounds, doubled letters made single."""
    plain = word
    for written, read in load_sounds():
        # Letters that are not heard go last: in "mhmd" two letters m stay, which "muhammad" has too.
        plain = plain.replace(written, read) if read else re.sub(r"(.)\1+", r"\1", plain).replace(written, read)
    return plain or word


@lru_cache(maxsize=65536)
def skeleton_of(word: str) -> str:
    """The consonants of a folded word as they sound; "" where it has none. W and v stand for vowels in Arabic and go too."""
    return _VOWELS.sub("", sound_word(word))


@lru_cache(maxsize=262144)
def compare_words(left: str, right: str, consonantal: bool) -> float:
    """How alike two folded words of names are, 0 to 1.

    Args:
        left, right: folded.
        consonantal: whether one was written without its vowels: then the consonants alone decide.
    """
    from rapidfuzz.distance import JaroWinkler, Levenshtein

    if left == right:
        return _EXACT
    if len(left) == 1 or len(right) == 1:
        return _INITIAL if left[0] == right[0] else 0.0
    sounds = sound_word(left), sound_word(right)
    if sounds[0] == sounds[1]:
        return _SOUND
    alike = 0.5 * JaroWinkler.similarity(*sounds) + 0.5 * Levenshtein.normalized_similarity(*sounds)
    bones = skeleton_of(left), skeleton_of(right)
    if bones[0] == bones[1] and len(bones[0]) >= 2:
        alike = max(alike, _SKELETON if len(bones[0]) >= 3 else _SHORT_SKELETON)
    elif min(map(len, bones)) >= 2:
        near = Levenshtein.normalized_similarity(*bones)
        alike = max(alike, 0.85 * near) if consonantal else 0.75 * alike + 0.25 * near
    short, long = sorted(sounds, key=len)
    return max(alike, _BEGINNING) if len(short) >= 3 and long.startswith(short) else alike

"""Under which forms a person's name is looked for, and whether two names that share one are likely one person's.

In: folded full names. Out: forms, made of consonants as they sound, so that spellings and scripts of one name share one; and a
judgement of two names. A form alone joins nobody: `persons` asks for context as well.
"""

from __future__ import annotations

from functools import lru_cache

from unaccounted.link.alignment import MET
from unaccounted.link.names import compare_names
from unaccounted.link.spelling import compare_words, skeleton_of
from unaccounted.link.typed_names import type_name

_LIKELY = 0.8


@lru_cache(maxsize=65536)
def whole_form(name: str) -> tuple[str, ...]:
    """All of a name: what its words sound like, in any order; kunyas apart from words."""
    typed = type_name(name)
    return tuple(sorted([*(skeleton_of(word) or word for word in typed.words), *(f"abu {skeleton_of(k) or k}" for k in typed.kunyas)]))


@lru_cache(maxsize=65536)
def list_forms(name: str) -> tuple[tuple[str, ...], ...]:
    """All of a name, and its first and last word: what stands between them may be missing."""
    words = type_name(name).words
    ends = [tuple(sorted(skeleton_of(word) or word for word in (words[0], words[-1])))] if len(words) > 1 else []
    return tuple(sorted({whole_form(name), *ends}))


@lru_cache(maxsize=65536)
def are_likely_one(left: str, right: str) -> bool:
    """Whether two full names may be one person's, where the context agrees.

    A son is called by his own name and his father's: where the first words differ, two names of different length are two.
    """
    if left == right:
        return True
    one, two = type_name(left), type_name(right)
    if not one.words or not two.words or compare_names(left, right) < _LIKELY:
        return False
    if len(one.words) == len(two.words):
        return True
    return compare_words(one.words[0], two.words[0], one.consonantal or two.consonantal) >= MET

"""How likely two names are one group's: listed aliases, an acronym and its words, words that agree with how rare they are.

In: two names as printed. Out: a probability in [0, 1]. Words that many groups' names share are put under one word where they
translate one another ("katiba" and "brigade"), and legal forms of companies are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from unaccounted.link.alignment import align_words
from unaccounted.link.folding import fold
from unaccounted.link.likeness import read_signs, to_probability, weigh_signs
from unaccounted.link.parts import load_words, name_group

_AT_MOST = 0.99
_ACRONYM = 0.85


@cache
def _load_translations() -> tuple[Mapping[str, str], frozenset[str]]:
    """Words to the one word that they are put under, and words that are left out."""
    import yaml

    lists = yaml.safe_load((files("unaccounted.link") / "group_words.yaml").read_text(encoding="utf-8"))
    under = {word: each["word"] for each in lists["translations"]["words"] for word in each["written"]}
    return under, frozenset(lists["forms"]["words"])


@cache
def type_group(name: str) -> tuple[str, ...]:
    """A group's words in comparable form: folded, translated, without articles and legal forms where others are left."""
    under, forms = _load_translations()
    words = [word for word in fold(name).split() if word not in load_words("articles")]
    plain = [under.get(word, word) for word in words if word not in forms]
    return tuple(plain or words)


def read_group_signs(left: str, right: str) -> dict[str, float]:
    """What speaks for and against two names being one group's; the weights are in `groups_weights.csv`."""
    one, two = type_group(left), type_group(right)
    aligned = align_words(one, two, "groups")
    signs = read_signs(aligned, False)
    return signs | {
        "acronym": float(_is_acronym(left, right) or _is_acronym(right, left)),
        "letters in order": float(_is_cut(one, two) or _is_cut(two, one)),
        "number apart": float(_numbers(one) != _numbers(two)),
        "numbers shared": float(len(_numbers(one) & _numbers(two))),
    }


def _numbers(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word in words if any(sign.isdigit() for sign in word))


def _is_acronym(short: str, long: str) -> bool:
    """Whether a word of the first is made of the first letters of the second, with or without articles and forms."""
    words = fold(long).split()
    if len(words) < 2:
        return False
    letters = {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in load_words("articles"))}
    letters.add("".join(word[0] for word in type_group(long)))
    return any(len(word) > 1 and word in letters for word in fold(short).split())


def _is_cut(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a single word is made of the beginnings of the other's words ("Rosoboronexport")."""
    if len(short) != 1 or len(long) < 2 or len(short[0]) < 4:
        return False
    rest = short[0]
    for word in long:
        shared = next((length for length in range(len(word), 0, -1) if rest.startswith(word[:length])), 0)
        rest = rest[shared:]
    return not rest


def compare_groups(left: str, right: str) -> float:
    """How likely two names are one group's.

    Args:
        left, right: as printed.

    Returns:
        A probability in [0, 1]; 1 only for one name, or names that are listed as one group's.
    """
    if name_group(left) == name_group(right):
        return float(bool(name_group(left)))
    if not fold(left) or not fold(right):
        return 0.0
    found = to_probability(read_group_signs(left, right), "groups")
    if any(" " not in fold(short) and _is_acronym(short, long) for short, long in ((left, right), (right, left))):
        found = max(found, _ACRONYM)
    return min(found, _AT_MOST)


def explain_groups(left: str, right: str) -> list[tuple[str, float]]:
    """The signs behind `compare_groups`, with what each gives to the log odds, those that give most first."""
    if name_group(left) == name_group(right) or not fold(left) or not fold(right):
        return []
    return [(name, given) for name, given in weigh_signs(read_group_signs(left, right), "groups").items() if given]

"""How likely two names are one person's, with the reasons.

In: two names as printed, in any script that anyascii knows. Out: a probability in [0, 1] and the signs that made it: which words
meet, how rare they are, what stands against it. A kunya alone tells nobody from another: it never reaches a half.
"""

from __future__ import annotations

from unaccounted.link.alignment import align_words
from unaccounted.link.folding import fold
from unaccounted.link.likeness import read_signs, to_probability, weigh_signs
from unaccounted.link.spelling import compare_words
from unaccounted.link.typed_names import TypedName, load_name_words, type_name

_KUNYA_AT_MOST = 0.45
_ALIKE = 0.85
"""How alike a kunya and a word must be to be one name."""


def read_name_signs(left: TypedName, right: TypedName) -> dict[str, float]:
    """What speaks for and against two names being one person's; the weights are in `names_weights.csv`."""
    consonantal = left.consonantal or right.consonantal
    words = _words_of(left), _words_of(right)
    aligned = align_words(*words, "names", consonantal=consonantal)
    kunya = max((compare_words(one, two, consonantal) for one in left.kunyas for two in right.kunyas), default=0.0)
    both = float(bool(left.kunyas) and bool(right.kunyas))
    called = [(one, two) for one in left.kunyas for two in right.words] + [(one, two) for one in right.kunyas for two in left.words]
    signs = read_signs(aligned, consonantal)
    lasts_apart = signs["lasts apart"]
    return signs | {
        "both have a kunya": both,
        "kunya": kunya,
        "kunya^4": both * kunya**4,
        "kunya only": float(left.is_kunya + right.is_kunya),
        "kunya only x evidence": float(left.is_kunya + right.is_kunya) * signs["evidence"],
        "kunya in the other's words": float(any(compare_words(one, two, consonantal) > _ALIKE for one, two in called)),
        "titles": float(left.titles + right.titles),
        "patronymic, lasts apart": lasts_apart * float(all(any(_ends(word, "patronymic") for word in side) for side in words)),
        "man and woman": float({_sex(words[0]), _sex(words[1])} == {"male", "female"}),
    }


def _words_of(name: TypedName) -> tuple[str, ...]:
    """Its words; of a kunya alone, the kunyas as words of their own kind."""
    return name.words or tuple(f"abu{kunya}" for kunya in name.kunyas)


def _ends(word: str, kind: str) -> bool:
    return any(word.endswith(ending) and len(word) > len(ending) + 1 for ending in load_name_words(kind))


def _sex(words: tuple[str, ...]) -> str:
    """What the endings of East Slavic patronymics tell, else of surnames; "" where there are none."""
    telling = [word for word in words if _ends(word, "patronymic")] or [words[-1]]
    found = {sex for word in telling for sex in ("female", "male") if _ends(word, sex)}
    return found.pop() if len(found) == 1 else ""


def compare_names(left: str, right: str) -> float:
    """How likely two names are one person's.

    Args:
        left, right: as printed.

    Returns:
        A probability in [0, 1]; 1 only for the same words. Never a half or more for a kunya alone.
    """
    one, two = type_name(left), type_name(right)
    if not (one.words or one.kunyas) or not (two.words or two.kunyas):
        return float(bool(fold(left)) and fold(left) == fold(right))
    if fold(left) == fold(right):
        return _KUNYA_AT_MOST if one.is_kunya else 1.0
    found = to_probability(read_name_signs(one, two), "names")
    return min(found, _KUNYA_AT_MOST) if one.is_kunya or two.is_kunya else found


def explain_names(left: str, right: str) -> list[tuple[str, float]]:
    """The signs behind `compare_names`, with what each gives to the log odds, those that give most first."""
    one, two = type_name(left), type_name(right)
    if not (one.words or one.kunyas) or not (two.words or two.kunyas):
        return []
    return [(name, given) for name, given in weigh_signs(read_name_signs(one, two), "names").items() if given]

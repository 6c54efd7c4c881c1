"""What speaks for and against two names being one, each as a number; and the probability that follows.

In: two names. Out: signs by name, a probability by logistic regression on them, and how much each sign gave. The weights are
data (`names_weights.csv`, `groups_weights.csv`), made by `scripts/fit_names.py` from public sanctions lists.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from unaccounted.link.alignment import Alignment
from unaccounted.link.spelling import compare_words, skeleton_of, sound_word


@cache
def load_weights(kind: str) -> Mapping[str, float]:
    """The weight of each sign; `kind` is names or groups. That of "intercept" is of every pair."""
    text = (files("unaccounted.link") / f"{kind}_weights.csv").read_text(encoding="utf-8")
    return {row["sign"]: float(row["weight"]) for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))}


def weigh_signs(signs: Mapping[str, float], kind: str) -> dict[str, float]:
    """What each sign gives to the log odds, those that give most first."""
    weights = load_weights(kind)
    given = {name: weights.get(name, 0.0) * value for name, value in signs.items()}
    return dict(sorted(given.items(), key=lambda each: (-abs(each[1]), each[0])))


def to_probability(signs: Mapping[str, float], kind: str) -> float:
    """The probability that the two are one."""
    weights = load_weights(kind)
    odds = weights["intercept"] + sum(weights.get(name, 0.0) * value for name, value in signs.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def read_signs(aligned: Alignment, consonantal: bool) -> dict[str, float]:
    """The signs that names of people and of groups have in common.

    "Shorter" is the name of fewer words, of two of as many words the one of which more is met.
    """
    sides = [
        _Side(aligned.left, aligned.left_weights, aligned.met[0]),
        _Side(aligned.right, aligned.right_weights, aligned.met[1]),
    ]
    shorter, longer = sorted(sides, key=lambda side: (len(side.words), -side.share, side.words))
    evidence = sum(min(aligned.left_weights[at], aligned.right_weights[to]) * alike for at, to, alike in aligned.pairs)
    best = max((min(aligned.left_weights[at], aligned.right_weights[to]) * alike for at, to, alike in aligned.pairs), default=0.0)
    missing = min(shorter.missing, longer.missing)
    all_met = float(shorter.missing < 0.05)
    few = float(len(shorter.words) <= 1)
    order = sorted((at, to) for at, to, _ in aligned.pairs)
    firsts_apart = float(not aligned.met[0][0] and not aligned.met[1][0])
    lasts_apart = float(not aligned.met[0][-1] and not aligned.met[1][-1])
    spelled = _compare_whole(aligned, consonantal)
    return {
        "shorter met": shorter.share, "longer met": longer.share, "shorter met^3": shorter.share**3, "longer met^3": longer.share**3,
        "evidence": evidence, "evidence to 1": min(evidence, 1.0), "evidence over 1.5": max(evidence - 1.5, 0.0),
        "evidence x shorter met": evidence * shorter.share, "shorter missing": shorter.missing, "longer missing": longer.missing,
        "both missing": missing, "both missing to .4": min(missing, 0.4), "both missing x shorter met": missing * shorter.share,
        "shorter all met": all_met, "longer all met": float(longer.missing < 0.05), "shorter all met x evidence": all_met * evidence,
        "one word": few, "one word all met": few * all_met, "one word x best": few * best, "best": best,
        "first words": compare_words(aligned.left[0], aligned.right[0], consonantal),
        "last words": compare_words(aligned.left[-1], aligned.right[-1], consonantal),
        "shorter's words": float(len(shorter.words)), "longer's words": float(len(longer.words)),
        "words met": float(len(aligned.pairs)), "three words met": float(len(aligned.pairs) >= 3),
        "words equal": float(sum(alike >= 0.96 for *_, alike in aligned.pairs)),
        "firsts apart": firsts_apart, "firsts apart x evidence": firsts_apart * evidence,
        "lasts apart": lasts_apart, "lasts apart x evidence": lasts_apart * evidence,
        "turned": float(sum(two < one for (_, one), (_, two) in pairwise(order))),
        "tail": all_met * float(bool(longer.met) and not longer.met[0]),
        "initials": float(sum(len(aligned.left[at]) == 1 or len(aligned.right[to]) == 1 for at, to, _ in aligned.pairs)),
        "least telling": min(shorter.weights), "consonantal": float(consonantal),
        "consonantal x shorter met": consonantal * shorter.share, "consonantal x skeleton": consonantal * spelled["skeleton"],
        **spelled,
    }  # fmt: skip


class _Side:
    """One name's words with how much each tells and whether it is met."""

    def __init__(self, words: Sequence[str], weights: Sequence[float], met: Sequence[float]) -> None:
        self.words, self.weights, self.met = tuple(words), weights, met
        self.share = sum(weight * alike for weight, alike in zip(weights, met, strict=True)) / max(sum(weights), 1e-9)
        self.missing = sum(weight * (1 - alike) for weight, alike in zip(weights, met, strict=True))


def _compare_whole(aligned: Alignment, consonantal: bool) -> dict[str, float]:
    """How alike the names are as strings: words sorted, words joined, consonants alone."""
    from rapidfuzz.distance import Indel, JaroWinkler

    sounds = [sound_word(word) for word in aligned.left], [sound_word(word) for word in aligned.right]
    bones = ["".join(skeleton_of(word) for word in side) for side in (aligned.left, aligned.right)]
    ordered = Indel.normalized_similarity(" ".join(sorted(sounds[0])), " ".join(sorted(sounds[1])))
    joined = "".join(sounds[0]), "".join(sounds[1])
    as_one = Indel.normalized_similarity(*joined)
    skeleton = Indel.normalized_similarity(*bones) if all(bones) else 0.0
    return {
        "sorted": ordered, "sorted^4": ordered**4, "joined": as_one, "joined^4": as_one**4, "skeleton": skeleton,
        "skeleton^4": skeleton**4, "beginning": JaroWinkler.similarity(*joined),
    }  # fmt: skip

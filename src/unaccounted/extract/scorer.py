"""How likely a claim is right: a logistic regression over the features of a count, and for every other kind how often it is.

In: the features that hold of a count (`edge_features`), or a kind. Out: a probability. The weights are fitted on the train half of the
project's own corpus by `scripts/fit_edges.py`, and nothing else; a dot product needs no library.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp


@dataclass(frozen=True, slots=True)
class Scorer:
    """What each feature is worth.

    Args:
        intercept: log odds that a count is right of which no feature holds.
        weights: by name of a feature, what it adds to them.
        kinds: by kind of claim, the share of claims that are right.
    """

    intercept: float
    weights: Mapping[str, float]
    kinds: Mapping[str, float]

    def score(self, features: Iterable[str]) -> float:
        """The probability that fate, number and people of a count are right.

        Args:
            features: those that hold, each once.

        Raises:
            KeyError: one of them has no weight.
        """
        weights = self.weights
        return 1 / (1 + exp(-self.intercept - sum(weights[name] for name in features)))


@cache
def load_scorer(language: str = "en") -> Scorer:
    """The scorer of a language, from its `edges.json`."""
    told = json.loads((files("unaccounted.languages") / language / "edges.json").read_text(encoding="utf-8"))
    return Scorer(told["intercept"], told["weights"], told["kinds"])

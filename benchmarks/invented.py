"""An invented history whose truth is known: a whole and its parts over some dates, and claims about them by graded sources.

In: how many claims, dates and parts. Out: flat claims, the dates, and the truth. It is for speed and for a look at what ranges hold;
how far ranges can be trusted is measured on other worlds (docs/methods.md).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

FATES = ("killed", "detained", "returned", "deserted")
WHOLE = "all who joined"
_BIAS = {"A": 0.05, "B": 0.12, "C": 0.25, "D": 0.45}
_ERROR = {1: 0.03, 2: 0.08, 3: 0.15, 4: 0.30}
_SOURCES = "ABBBCCCD"
_START, _BETWEEN = date(2012, 12, 31), timedelta(days=180)
Line = tuple[str, str, str]
"""(cohort, fate, day)."""


@dataclass(frozen=True, slots=True)
class History:
    """Claims, and what is true.

    Args:
        claims: flat claims.
        days: ISO dates, rising.
        truth: people of each line.
    """

    claims: list[dict[str, object]]
    days: list[str]
    truth: dict[Line, int]


def invent_history(claims: int, dates: int, parts: int, seed: int = 0) -> History:
    """A history of parts that make up a whole (of one cohort alone where `parts` is 1), and what eight sources say of it."""
    rng = np.random.default_rng([20260301, seed])
    days = [(_START + number * _BETWEEN).isoformat() for number in range(dates)]
    cohorts = [f"part {number + 1}" for number in range(parts)] if parts > 1 else [WHOLE]
    truth: dict[Line, int] = {}
    common = rng.dirichlet([2, 1, 1.5, 0.7, 3])
    for cohort in cohorts:
        _live(cohort, days, common, rng, truth)
    if parts > 1:
        for fate in ("joined", *FATES, "remaining"):
            for day in days:
                truth[WHOLE, fate, day] = sum(truth[cohort, fate, day] for cohort in cohorts)
    bias = [rng.normal(0, _BIAS[letter]) for letter in _SOURCES]
    rows = [_say(number, cohorts, days, bias, truth, rng) for number in range(claims)]
    return History(rows, days, truth)


def _live(cohort: str, days: list[str], common: np.typing.NDArray[np.float64], rng: np.random.Generator, truth: dict[Line, int]) -> None:
    size = int(math.exp(rng.uniform(math.log(100), math.log(8000))))
    arrivals = rng.multinomial(size, rng.dirichlet(np.linspace(3, 1, len(days))))
    lean = rng.dirichlet(8 * common + 0.2)
    present = joined = 0
    gone = dict.fromkeys(FATES, 0)
    for day, came in zip(days, arrivals, strict=True):
        present += int(came)
        joined += int(came)
        left = 0.3 * rng.dirichlet(12 * lean + 0.3)[: len(FATES)]
        out = rng.multinomial(present, [*left, 1 - left.sum()])
        for fate, people in zip(FATES, out, strict=False):
            gone[fate] += int(people)
            truth[cohort, fate, day] = gone[fate]
        present = int(out[-1])
        truth[cohort, "joined", day], truth[cohort, "remaining", day] = joined, present


def _say(
    number: int, cohorts: list[str], days: list[str], bias: list[float], truth: dict[Line, int], rng: np.random.Generator
) -> dict[str, object]:
    whole = len(cohorts) == 1 or rng.random() < 0.15
    cohort = WHOLE if whole else str(rng.choice(cohorts))
    fate, day = str(rng.choice(["joined", "joined", *FATES, "remaining"])), str(rng.choice(days))
    source, digit = int(rng.integers(len(bias))), int(rng.choice([1, 2, 3, 4], p=[0.1, 0.4, 0.35, 0.15]))
    seen = max(truth[cohort, fate, day], 0.7) * math.exp(bias[source] + _ERROR[digit] * rng.standard_t(4))
    step = 10 ** max(0, math.floor(math.log10(max(seen, 1))) - 1)
    inside = {} if whole else {"within": WHOLE, "partition": "parts"}
    return {
        "id": f"c{number}",
        "cohort": cohort,
        "fate": fate,
        "measure": "stock" if fate == "remaining" else "cumulative",
        "best": max(1, round(seen / step) * step),
        "bound": "about",
        "unit": "people",
        "as_of": day,
        "published": (date.fromisoformat(day) + timedelta(days=int(rng.integers(1, 200)))).isoformat(),
        "source": f"source {source}",
        "grade": f"{_SOURCES[source]}{digit}",
        "origin": f"o{number}",
        **inside,
    }

"""Small worlds to compare on: what became of people, and what sources of several grades say of it in every form that claims have.

In: a seed. Out: flat claims by hand. How well accounts find the truth is not asked here, only that both engines read the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

Row = dict[str, Any]
DAYS = ("2012-06-30", "2013-02-28", "2014-05-09")
GRADES = ("A", "B", "B", "C", "D")
FORMS = ("about", "about", "about", "share", "at least", "at most", "range", "vague")
_WORDS = ((7, "several"), (150, "dozens"), (1500, "hundreds"), (15000, "thousands"))
"""Vague words, and below how many people each is said."""


@dataclass(frozen=True)
class Setting:
    """What kind of world.

    Args:
        dates: 1 to 3.
        remaining: whether anybody counts those still there.
        parts: whether a part of a way out, and of those still there, is told of.
        beside: whether the wounded are told of.
        counts: how many statements are told beside those of who entered.
        entry: by which people enter.
        digits: the best and the worst Admiralty digit of a statement. What is known to a few percent makes narrow ridges, on which
            NUTS takes hundreds of steps a move.
    """

    dates: int = 1
    remaining: bool = False
    parts: bool = False
    beside: bool = False
    counts: int = 9
    entry: str = "joined"
    digits: tuple[int, int] = (2, 4)


def _happen(setting: Setting, rng: np.random.Generator) -> dict[str, np.ndarray]:
    """People of each line at each date."""
    size = float(np.exp(rng.uniform(np.log(300), np.log(20_000))))
    exits = ("killed", "detained", "returned")
    arrivals = np.cumsum(rng.dirichlet([8, 3, 2][: setting.dates])) * size
    present, steps = 0.0, []
    for date in range(setting.dates):
        present += arrivals[date] - (arrivals[date - 1] if date else 0)
        took = rng.dirichlet([2, 2, 2, 1, 4]) * present
        steps.append(took)
        present = took[-1]
    went = np.array(steps).T
    lines = {setting.entry: arrivals} | {fate: np.cumsum(went[way]) for way, fate in enumerate(exits)}
    if setting.remaining:
        lines["remaining"] = went[-1]
    if setting.parts:
        lines["imprisoned"] = np.cumsum(went[1] * rng.uniform(0.2, 0.8))
        if setting.remaining:
            lines["in camp"] = went[-1] * rng.uniform(0.2, 0.8)
    if setting.beside:
        lines["wounded"] = arrivals * rng.uniform(0.02, 0.3)
    return lines


def _round(number: float) -> int:
    """To two digits, as people tell."""
    step: int = 10 ** max(len(str(int(number))) - 2, 0)
    return round(number / step) * int(step)


def _say(form: str, people: float, entered: float, entry: str, rng: np.random.Generator) -> Row:
    """One figure in one form."""
    if form == "share":
        return {"unit": "share", "base": entry, "best": min(max(round(float(people / entered), 2), 0.01), 0.99), "bound": "about"}
    if form in ("at least", "at most"):
        slack = float(np.exp(rng.exponential(0.3)))
        return {
            "best": None,
            "bound": form,
            **({"low": _round(people / slack)} if form == "at least" else {"high": _round(people * slack)}),
        }
    if form == "range":
        return {"best": None, "low": _round(people * 0.8), "high": _round(people * 1.25), "bound": "between"}
    if form == "vague":
        return {"best": None, "words": next((word for most, word in _WORDS if people < most), "thousands"), "bound": "vague"}
    return {"best": _round(people), "bound": "about"}


def make_world(setting: Setting, seed: int) -> list[Row]:
    """Flat claims of one cohort.

    Args:
        setting: what kind of world.
        seed: the same seed, the same claims.
    """
    rng = np.random.default_rng([18121118, seed])
    lines = _happen(setting, rng)
    biases = [rng.normal(0, {"A": 0.05, "B": 0.12, "C": 0.25, "D": 0.45}[grade]) for grade in GRADES]
    spoken = list(lines)[1:]
    # Each line is counted once at the last date; then anything of anything.
    plan = [
        (setting.entry, "about", setting.dates - 1),
        (setting.entry, "about", 0),
        *((fate, "about", setting.dates - 1) for fate in spoken),
    ]
    plan += [(str(rng.choice(spoken)), FORMS[number % len(FORMS)], int(rng.integers(setting.dates))) for number in range(setting.counts)]
    rows: list[Row] = []
    for number, (fate, form, date) in enumerate(plan):
        source = int(rng.integers(len(GRADES)))
        people = max(lines[fate][date], 1.0) * float(np.exp(biases[source] + 0.1 * rng.standard_normal()))
        rows.append(
            {
                "id": f"c{number}",
                "cohort": "the crew",
                "fate": fate,
                "measure": {"remaining": "stock", "in camp": None}.get(fate, "cumulative"),
                "as_of": DAYS[date],
                "published": DAYS[date],
                "source": f"source {source}",
                "grade": f"{GRADES[source]}{rng.integers(setting.digits[0], setting.digits[1] + 1)}",
                # Figures of one source and day are one count, but for every third.
                "origin": f"source {source}, {date}" if number % 3 else f"o{number}",
                **_say(form, people, lines[setting.entry][date], setting.entry, rng),
            }
        )
    first, last = rows[0], rows[-1]
    told_on = {"source": "a paper", "grade": "C3", "published": "2014-06-01"}
    rows.append({**first, "id": "copy", "repeats": first["id"], **told_on})
    rows.append({**last, "id": "likely copy", "origin": None, **told_on})
    return rows

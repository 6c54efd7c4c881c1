"""The one table of scales and priors, `scales.csv` beside this file: each number with its reason.

In: the table, or a replacement with the same names. Out: numbers by name. What they are used for is said in
`docs/methods.md`; nothing else in this stage holds a prior of its own.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Scales:
    """The numbers of the table.

    Args:
        numbers: name to number, all names of `scales.csv`.
    """

    numbers: Mapping[str, float]

    def __getitem__(self, name: str) -> float:
        return self.numbers[name]

    def bias(self, letter: str) -> float:
        """The scale of the Student t of a source's log bias, by Admiralty letter; F where it is not one."""
        return self.numbers.get(f"bias {letter}", self.numbers["bias F"]) * self.numbers["bias shrink"]

    def error(self, digit: str) -> float:
        """The scale of the Student t of a statement's log error, by Admiralty digit; 6 where it is not one."""
        return self.numbers.get(f"error {digit}", self.numbers["error 6"])

    def replace(self, **numbers: float) -> Scales:
        """A copy in which some numbers are others; underscores in names stand for spaces."""
        return Scales({**self.numbers, **{name.replace("_", " "): number for name, number in numbers.items()}})


@cache
def read_scales() -> Scales:
    """The scales that ship with the program."""
    text = (files("unaccounted.reconcile") / "scales.csv").read_text(encoding="utf-8")
    return Scales({row["name"]: float(row["number"]) for row in csv.DictReader(text.splitlines())})

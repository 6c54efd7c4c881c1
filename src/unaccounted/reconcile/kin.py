"""Which cohorts make up another, and which only lie within one.

In: flat claims with `within` and `partition`. Out: families, whose parts add up to their whole on every line, and the cohorts
that are bounded by the one in which they lie. Whether the columns are right is for link, or for the person who made the sheet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from unaccounted.base.records import FlatClaim


@dataclass(frozen=True, slots=True)
class Family:
    """A cohort and the parts that make it up, parts of parts among them.

    Args:
        leaves: labels of the parts that are not divided themselves.
        wholes: (label, the leaves that make it up) of each cohort that is divided, the whole of all first.
    """

    leaves: tuple[str, ...]
    wholes: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def root(self) -> str:
        """The whole of all."""
        return self.wholes[0][0]

    @property
    def members(self) -> tuple[str, ...]:
        """Every cohort in it, wholes first."""
        return (*(label for label, _ in self.wholes), *self.leaves)


@dataclass(frozen=True, slots=True)
class Kin:
    """How cohorts lie in one another.

    Args:
        families: those whose parts make up a whole; no cohort is in two.
        within: label to the label of the cohort in which it lies, parts of families among them.
    """

    families: tuple[Family, ...]
    within: Mapping[str, str]


def _most_said(claims: Iterable[FlatClaim], column: str) -> dict[str, str]:
    """For each cohort the value of a column that most of its claims have; of two as frequent the first in the alphabet."""
    seen: dict[str, Counter[str]] = {}
    for claim in claims:
        value = getattr(claim, column)
        if value and value != claim.cohort:
            seen.setdefault(claim.cohort, Counter())[value] += 1
    return {cohort: max(sorted(count), key=count.__getitem__) for cohort, count in seen.items()}


def find_kin(claims: Iterable[FlatClaim]) -> Kin:
    """Families and bounds among the cohorts of some claims.

    Parts bind where at least two share a partition; of two partitions of one cohort the one with more parts binds, the parts of
    the other are bounded by it. A cohort that would lie within itself lies within nothing.
    """
    listed = list(claims)
    within = _most_said(listed, "within")
    for cohort in sorted(within):
        seen, at = {cohort}, within[cohort]
        while at in within and at not in seen:
            seen.add(at)
            at = within[at]
        if at == cohort:
            del within[cohort]
    partition = _most_said(listed, "partition")
    parts: dict[str, dict[str, list[str]]] = {}
    for cohort, name in partition.items():
        if cohort in within:
            parts.setdefault(within[cohort], {}).setdefault(name, []).append(cohort)
    divided: dict[str, list[str]] = {}
    for whole, named in parts.items():
        largest = max(sorted(named), key=lambda name: len(named[name]))
        if len(named[largest]) > 1:
            divided[whole] = sorted(named[largest])
    bound = {part for each in divided.values() for part in each}
    families = tuple(_make_family(whole, divided) for whole in sorted(divided) if whole not in bound)
    return Kin(families, within)


def _make_family(root: str, divided: Mapping[str, list[str]]) -> Family:
    def leaves(label: str) -> tuple[str, ...]:
        return tuple(leaf for part in divided[label] for leaf in leaves(part)) if label in divided else (label,)

    def wholes(label: str) -> list[str]:
        return [label, *(each for part in divided[label] for each in wholes(part))] if label in divided else []

    return Family(leaves(root), tuple((label, leaves(label)) for label in wholes(root)))

"""What is kept of a reckoning so that it can be asked again: the density, its draws, and how to read lines from them.

In: a posterior and the draws that were kept of it. Out: lines in people, and what each statement adds to the log density in each
draw. Nothing is changed here; what a figure would be otherwise is for `leaving` and `explain`.
"""

from __future__ import annotations

from collections.abc import Collection
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from unaccounted.base.vocabulary import Role, role_of
from unaccounted.reconcile.likelihood import log_likelihood
from unaccounted.reconcile.lines import REST
from unaccounted.reconcile.posterior import Posterior
from unaccounted.reconcile.statements import Statement

Array = NDArray[np.float64]
Key = tuple[str, int]


@dataclass(frozen=True)
class Fit:
    """A reckoned account's density and draws; of a family, the same for all its members, so that each is asked once.

    Args:
        posterior: the density.
        parameters: draws of it, (draws, size).
        days: ordinals of the days asked for, each on the posterior's grid.
    """

    posterior: Posterior
    parameters: Array
    days: tuple[int, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What the density was made of, in order."""
        return self.posterior.statements

    def choose(self, rows: Array | None) -> Fit | None:
        """The same density with some of its draws, by their places, each as often as it is named; None where it has none any more."""
        return None if rows is None else replace(self, parameters=self.parameters[rows.astype(int)])

    def read_lines(self, parameters: Array, cohort: str) -> dict[Key, Array]:
        """(fate, day) to people (draws,) of one cohort, for draws of this density or of one near it."""
        people = self._people if parameters is self.parameters else self.posterior.people(parameters)
        rows = {day: self.posterior.grid.days.index(day) for day in self.days}
        first, columns = self.posterior.state.find_first(cohort), self.posterior.state.columns
        last = [self._last_row(fate) for fate in columns]
        return {
            (fate, day): np.ascontiguousarray(people[:, min(row, last[column]), first + column])
            for day, row in rows.items()
            for column, fate in enumerate(columns)
        }

    def _last_row(self, fate: str) -> int:
        """The date after which a line stands still: beside the account, where nothing binds it, that of its last report."""
        grid, entry = self.posterior.grid, self.posterior.entry
        told = [each.day for each in self.statements if fate in each.fates or each.base == fate]
        days = [day for day in told if day is not None]
        if fate in (entry, REST) or role_of(fate, entry) not in (Role.BESIDE, Role.ENTRY) or not days or len(days) < len(told):
            return len(grid.days) - 1
        return grid.place(max(days))[-1][0]

    @cached_property
    def _people(self) -> Array:
        return self.posterior.people(self.parameters)

    @cached_property
    def told(self) -> Array:
        """Log of what each statement's source would report before the statement's own error, (draws, statements)."""
        return self.posterior.tell(self.parameters)

    @cached_property
    def terms(self) -> Array:
        """What each statement adds to the log density, (draws, statements)."""
        return log_likelihood(self.posterior.reports, self.told)[0]

    def without(self, left_out: Collection[int]) -> Posterior:
        """The density in which some statements, by their place, weigh nothing; its parameters are the same."""
        other = copy(self.posterior)
        weight = other.reports.weight.copy()
        weight[list(left_out)] = 0.0
        other.reports = replace(other.reports, weight=weight)
        return other

"""One cohort's account as it would be without some of its statements, or from other claims.

In: what is claimed of the cohort, and its account. Out: the account as it would be, from the draws where the rest of the evidence
stays as it is, else reckoned from the beginning. What is asked, and how it is told, is for `explain` and `contradictions`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from unaccounted.base.records import FlatClaim
from unaccounted.base.vocabulary import EVIDENCE
from unaccounted.reconcile.cohort import NO_DAY, UNDATED, Reckoned
from unaccounted.reconcile.leaving import RECKONED_AGAIN, Leaving, Other, measure_widths
from unaccounted.reconcile.lines import plan_lines
from unaccounted.reconcile.reconcile import reckon_evidence, seed_of
from unaccounted.reconcile.scales import Scales
from unaccounted.reconcile.statements import Statement, make_statements

FACTUAL = (None, *EVIDENCE)
"""Factualities that are evidence unasked."""


def read_day(day: str) -> int:
    """The ordinal of a figure's day."""
    return NO_DAY if day == UNDATED else date.fromisoformat(day).toordinal()


@dataclass(slots=True)
class Otherwise:
    """Asks one reckoned cohort what would be otherwise.

    Args:
        cohort: its label.
        about: all that is claimed of it.
        made: its account.
        seed: of the account.
        with_inferences: whether the writers' own conclusions count.
        scales: the table.
    """

    cohort: str
    about: Sequence[FlatClaim]
    made: Reckoned
    seed: int
    with_inferences: bool
    scales: Scales
    _leaving: Leaving | None = field(init=False, default=None)

    @property
    def leaving(self) -> Leaving | None:
        """The account's draws, ready to be asked; None where its lines were not drawn together."""
        if self._leaving is None and self.made.fit is not None and self.made.plan is not None:
            self._leaving = Leaving(self.made.fit, self.made.plan, seed_of(self.cohort, self.seed))
        return self._leaving

    @property
    def days(self) -> list[int] | None:
        """The account's days: without its latest claim it would else stand at another."""
        days = {figure.as_of for figure in self.made.figures}
        return None if UNDATED in days else sorted(map(read_day, days)) or None

    @property
    def factual(self) -> tuple[str | None, ...]:
        """The factualities that count here."""
        return (*FACTUAL, *(("inferred",) if self.with_inferences else ()))

    def find_places(self, gone: Sequence[Statement]) -> list[int]:
        """Where statements stand among those of the draws; empty where these cannot speak of them."""
        if self.leaving is None or not self._is_untouched(gone):
            return []
        return [place for place, each in enumerate(self.leaving.fit.statements) if each in gone]

    def leave_out(self, gone: Sequence[Statement]) -> Other:
        """The account without some statements, each with its copies."""
        places = self.find_places(gone)
        other = self.leaving.leave_out(places) if self.leaving is not None and places else None
        return other or self.reckon(self._left(gone), self.with_inferences)

    def _left(self, gone: Sequence[Statement]) -> list[FlatClaim]:
        ids = {name for each in gone for name in each.claims}
        return [claim for claim in self.about if claim.id not in ids]

    def _is_untouched(self, gone: Sequence[Statement]) -> bool:
        """Whether what is left makes the same statements and lines as before: a copy may now stand for itself, a line may go."""
        left = [claim for claim in self._left(gone) if claim.factuality in self.factual]
        statements, _ = make_statements(left, self.scales)
        kept = [_say(each) for each in self.made.statements if each not in gone]
        return bool(statements) and plan_lines(statements) == self.made.plan and [_say(each) for each in statements] == kept

    def reckon(self, claims: Sequence[FlatClaim], with_inferences: bool) -> Other:
        """The account of other claims at the same days."""
        made = reckon_evidence(self.cohort, list(claims), self.days, self.seed, with_inferences, self.scales)
        bands = {
            (figure.fate, read_day(figure.as_of)): (figure.low, figure.best, figure.high)
            for figure in made.figures
            if figure.low is not None and figure.best is not None and figure.high is not None
        }
        return Other(bands, measure_lines(made), RECKONED_AGAIN)


def measure_lines(made: Reckoned) -> dict[tuple[str, int], float]:
    """The widths of an account's ranges, as `leaving.measure_widths`."""
    return measure_widths({(fate, read_day(day)): draws for (_, fate, day), draws in made.draws.items()})


def _say(statement: Statement) -> tuple[object, ...]:
    """A statement without the numbers that its origin and voice go by."""
    return (statement.claims, statement.day, statement.interval, statement.scale, statement.letter, statement.weight, statement.fates)

"""One cohort's account as it would be without some of its statements, or from other claims.

In: what is claimed of the cohort and its family, and its account. Out: the account as it would be, from the draws where the rest of
the evidence stays as it is, else reckoned from the beginning. What other cohorts bind it or are bound by it stays as it is. What is
asked, and how it is told, is for `explain` and `contradictions`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from unaccounted.base.records import FlatClaim
from unaccounted.base.vocabulary import EVIDENCE
from unaccounted.reconcile.cohort import NO_DAY, UNDATED, Reckoned
from unaccounted.reconcile.leaving import NOT_RECKONED, RECKONED_AGAIN, Leaving, Other, measure_widths
from unaccounted.reconcile.lines import plan_lines
from unaccounted.reconcile.reconcile import is_evidence, reckon_accounts, seed_of
from unaccounted.reconcile.scales import Scales
from unaccounted.reconcile.statements import Statement, make_statements

FACTUAL = (None, *EVIDENCE)
"""Factualities that are evidence unasked."""


UNSETTLED = "did not converge"
"""In the note of a figure that has no numbers because its draws did not settle, though there is evidence for it."""
Bands = Mapping[tuple[str, int], tuple[float, float, float]]


def read_day(day: str) -> int:
    """The ordinal of a figure's day."""
    return NO_DAY if day == UNDATED else date.fromisoformat(day).toordinal()


@dataclass(slots=True)
class Otherwise:
    """Asks one reckoned cohort what would be otherwise.

    Args:
        cohort: its label.
        about: all that is claimed of it, and of those with whom it is one family.
        made: its account.
        seed: of the account.
        with_inferences: whether the writers' own conclusions count.
        scales: the table.
        bound: whether other cohorts bind it, or it binds others.
        again: how many times statements may be left out by reckoning from the beginning.
    """

    cohort: str
    about: Sequence[FlatClaim]
    made: Reckoned
    seed: int
    with_inferences: bool
    scales: Scales
    bound: bool = False
    again: int = 24
    _leaving: Leaving | None = field(init=False, default=None)
    _statements: list[Statement] | None = field(init=False, default=None)
    _alone: Other | None = field(init=False, default=None)

    @property
    def leaving(self) -> Leaving | None:
        """The account's draws, ready to be asked; None where its lines were not drawn together."""
        if self._leaving is None and self.made.fit is not None and self.made.plan is not None:
            self._leaving = Leaving(self.cohort, self.made.fit, self.made.plan, seed_of(self.cohort, self.seed))
        return self._leaving

    @property
    def days(self) -> list[int] | None:
        """The account's days: without its latest claim it would else stand at another."""
        days = {figure.as_of for figure in self.made.figures}
        return None if UNDATED in days else sorted(map(read_day, days)) or None

    @property
    def statements(self) -> list[Statement]:
        """What the claims about it and its family state."""
        if self._statements is None:
            self._statements = self._state(self.about)
        return self._statements

    def _state(self, claims: Sequence[FlatClaim]) -> list[Statement]:
        return make_statements([claim for claim in claims if is_evidence(claim, self.with_inferences)], self.scales)[0]

    def find_places(self, gone: Sequence[Statement]) -> list[int]:
        """Where statements stand among those of the draws; empty where these cannot speak of them."""
        if self.leaving is None or not self._is_untouched(gone):
            return []
        return [place for place, each in enumerate(self.leaving.fit.statements) if each.claims in {other.claims for other in gone}]

    def leave_out(self, gone: Sequence[Statement]) -> Other:
        """The account without some statements, each with its copies."""
        places, leaving = self.find_places(gone), self.leaving
        other = leaving.leave_out(places) if leaving is not None and places else None
        if other is None or leaving is None:
            if self.again <= 0:
                return Other({}, {}, NOT_RECKONED, frozenset((each.fate, read_day(each.as_of)) for each in self.made.figures))
            self.again -= 1
            ids = {name for each in gone for name in each.claims}
            return self.reckon([claim for claim in self.about if claim.id not in ids], self.with_inferences)
        return replace(other, bands=self._shift(leaving.bands, other.bands))

    def _shift(self, now: Bands, then: Bands) -> Bands:
        """Bands as the account's own figures moved by as much: those of a family are closed together, and other cohorts may bind them."""
        shown = {(each.fate, read_day(each.as_of)): (each.low, each.best, each.high) for each in self.made.figures}
        shifted = {}
        for key, band in then.items():
            figure = shown.get(key, (None, None, None))
            low, best, high = (
                value if told is None else max(told + value - was, 0.0)
                for value, was, told in zip(band, now.get(key, band), figure, strict=True)
            )
            shifted[key] = (min(low, best), best, max(high, best))
        return shifted

    def _is_untouched(self, gone: Sequence[Statement]) -> bool:
        """Whether what is left makes the same statements and lines as before: a copy may now stand for itself, a line may go."""
        ids = {name for each in gone for name in each.claims}
        statements = self._state([claim for claim in self.about if claim.id not in ids])
        kept = [_say(each) for each in self.statements if not ids & set(each.claims)]
        return bool(statements) and plan_lines(statements) == self.made.plan and [_say(each) for each in statements] == kept

    def reckon(self, claims: Sequence[FlatClaim], with_inferences: bool) -> Other:
        """The account of other claims at the same days."""
        other = self._reckon_alone(claims, with_inferences)
        if not self.bound:
            return other
        if self._alone is None:
            self._alone = self._reckon_alone(self.about, self.with_inferences)
        return replace(other, bands=self._shift(self._alone.bands, other.bands))

    def _reckon_alone(self, claims: Sequence[FlatClaim], with_inferences: bool) -> Other:
        accounts, _ = reckon_accounts(claims, self.days, self.seed, with_inferences, self.scales)
        made = accounts.get(self.cohort, Reckoned())
        bands, failed = {}, set()
        for figure in made.figures:
            key = figure.fate, read_day(figure.as_of)
            if figure.low is not None and figure.best is not None and figure.high is not None:
                bands[key] = (figure.low, figure.best, figure.high)
            elif figure.note and UNSETTLED in figure.note:
                failed.add(key)
        return Other(bands, measure_lines(made), RECKONED_AGAIN, frozenset(failed))


def measure_lines(made: Reckoned) -> dict[tuple[str, int], float]:
    """The widths of an account's ranges, as `leaving.measure_widths`."""
    return measure_widths({(fate, read_day(day)): draws for (_, fate, day), draws in made.draws.items()})


def _say(statement: Statement) -> tuple[object, ...]:
    """A statement without the numbers that its origin and voice go by."""
    return (statement.claims, statement.day, statement.interval, statement.scale, statement.letter, statement.weight, statement.fates)

"""What every figure rests on: how it would be without one statement or one source, and under other assumptions.

In: claims, as `reconcile_claims` takes them. Out: alternatives, each a figure as it would be had the evidence been other, with
the people by which its best would move and the share of the information that would be lost. The account itself is not changed,
and whether a statement is true is not asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from unaccounted.base.records import Alternative, Claim, FlatClaim
from unaccounted.base.vocabulary import EVIDENCE, Change
from unaccounted.reconcile.changes import ignore_origins, lower_grades
from unaccounted.reconcile.cohort import NO_DAY, UNDATED, Reckoned
from unaccounted.reconcile.flat import read_claims
from unaccounted.reconcile.leaving import RECKONED_AGAIN, Leaving, Other, measure_widths
from unaccounted.reconcile.lines import plan_lines
from unaccounted.reconcile.reconcile import read_dates, reckon_evidence
from unaccounted.reconcile.scales import Scales, read_scales
from unaccounted.reconcile.statements import Statement, make_statements

LEAST_SHARE, LEAST_MOVE = 0.1, 0.02
"""A statement about other lines is listed where it holds at least such a share of a figure's information, or moves its best so much:
less is no more than the noise of draws."""
_FACTUAL = (None, *EVIDENCE)


def explain_claims(
    claims: Iterable[FlatClaim | Claim | Mapping[str, Any]],
    as_of: str | date | Sequence[str | date] | None = None,
    seed: int = 0,
    with_inferences: bool = False,
    scales: Scales | None = None,
    cohorts: Sequence[str] | None = None,
) -> tuple[Alternative, ...]:
    """How every figure would be had the evidence been other.

    Args:
        claims, as_of, seed, with_inferences, scales: as for `reconcile_claims`; with the same, the figures explained are those.
        cohorts: labels of those to be explained; None for all.

    Returns:
        For each line: without each statement (a claim together with its copies), without each source that makes more than one,
        with origins ignored, with every grade one letter worse, and with or without inferences where there are any.

    Raises:
        FlatClaimsError, UsageError: as `reconcile_claims`.
    """
    table, asked = scales or read_scales(), read_dates(as_of)
    by_cohort: dict[str, list[FlatClaim]] = {}
    for claim in read_claims(claims):
        by_cohort.setdefault(claim.cohort, []).append(claim)
    found: list[Alternative] = []
    for cohort in by_cohort if cohorts is None else [each for each in by_cohort if each in set(cohorts)]:
        found += _Explaining(cohort, by_cohort[cohort], asked, seed, with_inferences, table).list_all()
    return tuple(found)


class _Explaining:
    """One cohort's account and its alternatives."""

    def __init__(
        self, cohort: str, about: list[FlatClaim], asked: list[int] | None, seed: int, with_inferences: bool, scales: Scales
    ) -> None:
        self.cohort, self.about, self.seed, self.with_inferences, self.scales = cohort, about, seed, with_inferences, scales
        self.made: Reckoned = reckon_evidence(cohort, about, asked, seed, with_inferences, scales)
        days = [figure.as_of for figure in self.made.figures]
        # Without its latest claim the account would else stand at another day.
        self.days = None if UNDATED in days else sorted({date.fromisoformat(day).toordinal() for day in days}) or None
        self.leaving = Leaving(self.made.fit, self.made.plan, seed) if self.made.fit is not None and self.made.plan is not None else None
        draws = {(fate, self._ordinal(day)): values for (_, fate, day), values in self.made.draws.items()}
        self.widths = measure_widths(draws)

    @staticmethod
    def _ordinal(day: str) -> int:
        return NO_DAY if day == UNDATED else date.fromisoformat(day).toordinal()

    def list_all(self) -> list[Alternative]:
        if not any(figure.best is not None for figure in self.made.figures):
            return []
        found = self._leave_statements()
        for claims, change, with_inferences in self._assumptions():
            other = self._reckon(claims, with_inferences)
            found += self._compare(other, change, (), None)
        return found

    def _leave_statements(self) -> list[Alternative]:
        groups: list[tuple[str, list[int]]] = [(Change.STATEMENT, [place]) for place in range(len(self.made.statements))]
        voices: dict[str, list[int]] = {}
        for place, each in enumerate(self.made.statements):
            voices.setdefault(each.voice, []).append(place)
        groups += [(Change.SOURCE, places) for places in voices.values() if len(places) > 1]
        found: list[Alternative] = []
        for change, places in groups:
            gone = [self.made.statements[place] for place in places]
            found += self._compare(self._without(gone), change, tuple(sorted(name for each in gone for name in each.claims)), gone)
        return self._share_out(found)

    def _without(self, gone: Sequence[Statement]) -> Other | None:
        """The account without some statements: from the draws where the rest of the evidence stays as it is, else from the beginning."""
        ids = {name for each in gone for name in each.claims}
        left = [claim for claim in self.about if claim.id not in ids]
        if self.leaving is not None and self._is_untouched(gone, left):
            places = [place for place, each in enumerate(self.leaving.fit.statements) if each in gone]
            other = self.leaving.leave_out(places) if places else None
            if other is not None:
                return other
        return self._reckon(left, self.with_inferences)

    def _is_untouched(self, gone: Sequence[Statement], left: Sequence[FlatClaim]) -> bool:
        """Whether what is left makes the same statements and lines as before: a copy may now stand for itself, a line may go."""
        factual = (*_FACTUAL, *(("inferred",) if self.with_inferences else ()))
        statements, _ = make_statements([claim for claim in left if claim.factuality in factual], self.scales)
        kept = [each for each in self.made.statements if each not in gone]
        return (
            bool(statements)
            and plan_lines(statements) == self.made.plan
            and [_say(each) for each in statements] == [_say(each) for each in kept]
        )

    def _assumptions(self) -> list[tuple[list[FlatClaim], str, bool]]:
        """Claims under other assumptions, where these make a difference."""
        used = [claim for claim in self.about if claim.factuality in _FACTUAL]
        changed: list[tuple[list[FlatClaim], str, bool]] = []
        alone = ignore_origins(self.about)
        if len(make_statements(ignore_origins(used), self.scales)[0]) > len(make_statements(used, self.scales)[0]):
            changed.append((alone, Change.ORIGINS, self.with_inferences))
        changed.append((lower_grades(self.about), Change.GRADES, self.with_inferences))
        if len(used) < len([claim for claim in self.about if claim.factuality in (*_FACTUAL, "inferred")]):
            word = Change.NO_INFERENCES if self.with_inferences else Change.INFERENCES
            changed.append((self.about, word, not self.with_inferences))
        return changed

    def _reckon(self, claims: Sequence[FlatClaim], with_inferences: bool) -> Other:
        made = reckon_evidence(self.cohort, list(claims), self.days, self.seed, with_inferences, self.scales)
        bands = {
            (figure.fate, self._ordinal(figure.as_of)): (figure.low, figure.best, figure.high)
            for figure in made.figures
            if figure.low is not None and figure.best is not None and figure.high is not None
        }
        draws = {(fate, self._ordinal(day)): values for (_, fate, day), values in made.draws.items()}
        return Other(bands, measure_widths(draws), RECKONED_AGAIN)

    def _compare(self, other: Other | None, change: str, claims: tuple[str, ...], gone: Sequence[Statement] | None) -> list[Alternative]:
        found = []
        for figure in self.made.figures:
            if figure.best is None or other is None:
                continue
            key = figure.fate, self._ordinal(figure.as_of)
            low, best, high = other.bands.get(key, (None, None, None))
            move = None if best is None else best - figure.best
            share = _lost(self.widths.get(key), other.widths.get(key)) if gone is not None else None
            rests = gone is None or bool(set(claims) & set(figure.claims))
            felt = (share or 0) >= LEAST_SHARE or abs(move or 0) >= max(LEAST_MOVE * figure.best, 1)
            if rests or felt or move is None:
                found.append(Alternative(self.cohort, figure.fate, figure.as_of, change, claims, low, best, high, move, share, other.how))
        return found

    def _share_out(self, found: list[Alternative]) -> list[Alternative]:
        """Shares of the statements that a line rests on, made smaller together where they add up to more than all."""
        claims = {(figure.fate, figure.as_of): set(figure.claims) for figure in self.made.figures}
        sums: dict[tuple[str, str], float] = {}
        for each in found:
            key = each.fate, each.as_of
            if each.change == Change.STATEMENT and claims[key] & set(each.claims):
                sums[key] = sums.get(key, 0.0) + (each.share or 0.0)
        shared = []
        for each in found:
            total = max(sums.get((each.fate, each.as_of), 0.0), 1.0) if each.change == Change.STATEMENT else 1.0
            shared.append(each if each.share is None else replace(each, share=round(each.share / total, 4)))
        return shared


def _say(statement: Statement) -> tuple[object, ...]:
    """A statement without the numbers that its origin and voice go by."""
    return (statement.claims, statement.day, statement.interval, statement.scale, statement.letter, statement.weight, statement.fates)


def _lost(width: float | None, without: float | None) -> float | None:
    """The share of a line's information that goes: information is one over the square of the width of its range in logs.

    Where the line falls away all of it goes. For normal errors this is the part of the precision that the statement adds.
    """
    if width is None:
        return None
    if without is None:
        return 1.0
    return min(max(1 - (width / without) ** 2, 0.0), 1.0) if without > 0 else 0.0

"""What every figure rests on: how it would be without one statement or one source, and under other assumptions.

In: claims, as `reconcile_claims` takes them. Out: alternatives, each a figure as it would be had the evidence been other, with
the people by which its best would move and the share of the information that would be lost. The account itself is not changed,
and whether a statement is true is not asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from unaccounted.base.progress import tell_progress
from unaccounted.base.records import Alternative, Claim, FlatClaim
from unaccounted.base.vocabulary import Change
from unaccounted.reconcile.changes import ignore_origins, lower_grades
from unaccounted.reconcile.company import find_company, find_family
from unaccounted.reconcile.flat import read_claims
from unaccounted.reconcile.leaving import NOT_RECKONED, Other
from unaccounted.reconcile.otherwise import FACTUAL, Otherwise, measure_lines, read_day
from unaccounted.reconcile.reconcile import is_evidence, read_dates, reckon_accounts
from unaccounted.reconcile.scales import Scales, read_scales
from unaccounted.reconcile.statements import Statement, make_statements

LEAST_SHARE, LEAST_MOVE = 0.1, 0.02
"""A statement about other lines is listed where it holds at least such a share of a figure's information, or moves its best so much:
less is no more than the noise of draws."""


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
    table, asked, flat = scales or read_scales(), read_dates(as_of), read_claims(claims)
    wanted = list(dict.fromkeys(claim.cohort for claim in flat) if cohorts is None else cohorts)
    company = find_company(wanted, flat)
    flat = [claim for claim in flat if claim.cohort in company]
    accounts, by_cohort = reckon_accounts(flat, asked, seed, with_inferences, table)
    evidence = [claim for claim in flat if is_evidence(claim, with_inferences)]
    explaining: list[_Explaining] = []
    for cohort in [each for each in dict.fromkeys(wanted) if each in accounts]:
        # A cohort by itself also has the floors that its parts set.
        family = find_family(cohort, evidence)
        about = by_cohort[cohort] if family == (cohort,) else [claim for claim in flat if claim.cohort in family]
        bound = find_company([cohort], flat) != set(family)
        explaining.append(_Explaining(Otherwise(cohort, about, accounts[cohort], seed, with_inferences, table, bound)))
    found: list[Alternative] = []
    steps = sum(each.steps for each in explaining)
    done = 0
    for one in explaining:
        for several in one.list_steps():
            found += several
            done += 1
            tell_progress(done, steps)
    return tuple(found)


class _Explaining:
    """One cohort's account and its alternatives."""

    def __init__(self, other: Otherwise) -> None:
        self.otherwise, self.cohort, self.made = other, other.cohort, other.made
        self.widths = measure_lines(other.made)
        known = any(figure.best is not None for figure in self.made.figures)
        self.groups = self._group_statements() if known else []
        self.assumed = self._assume() if known else []

    @property
    def steps(self) -> int:
        """How many times the evidence is changed."""
        return len(self.groups) + len(self.assumed)

    def list_steps(self) -> Iterator[list[Alternative]]:
        """Alternatives as they are found, change by change; shares of statements come at the end of these, for they are shared out."""
        found: list[Alternative] = []
        for number, (change, gone) in enumerate(self.groups, start=1):
            claims = tuple(sorted(name for each in gone for name in each.claims))
            found += self._compare(self.otherwise.leave_out(gone), change, claims, gone)
            yield self._share_out(found) if number == len(self.groups) else []
        for about, change, with_inferences in self.assumed:
            yield self._compare(self.otherwise.reckon(about, with_inferences), change, (), None)

    def _group_statements(self) -> list[tuple[str, list[Statement]]]:
        """What is left out at once: each statement, and all of a source that makes several."""
        statements = self.otherwise.statements
        voices: dict[str, list[Statement]] = {}
        for each in statements:
            voices.setdefault(each.voice, []).append(each)
        alone: list[tuple[str, list[Statement]]] = [(Change.STATEMENT, [each]) for each in statements]
        return alone + [(Change.SOURCE, several) for several in voices.values() if len(several) > 1]

    def _assume(self) -> list[tuple[Sequence[FlatClaim], str, bool]]:
        """Claims under other assumptions, where these make a difference."""
        about, scales, asked = self.otherwise.about, self.otherwise.scales, self.otherwise.with_inferences
        used = [claim for claim in about if claim.factuality in FACTUAL]
        changed: list[tuple[Sequence[FlatClaim], str, bool]] = []
        if len(make_statements(ignore_origins(used), scales)[0]) > len(make_statements(used, scales)[0]):
            changed.append((ignore_origins(about), Change.ORIGINS, asked))
        changed.append((lower_grades(about), Change.GRADES, asked))
        if any(claim.factuality == "inferred" for claim in about):
            changed.append((about, Change.NO_INFERENCES if asked else Change.INFERENCES, not asked))
        return changed

    def _compare(self, other: Other, change: str, claims: tuple[str, ...], gone: Sequence[Statement] | None) -> list[Alternative]:
        found = []
        for figure in self.made.figures:
            if figure.best is None:
                continue
            key = figure.fate, read_day(figure.as_of)
            low, best, high = other.bands.get(key, (None, None, None))
            move = None if best is None else best - figure.best
            failed = key in other.failed
            share = _lost(self.widths.get(key), other.widths.get(key)) if gone is not None and not failed else None
            rests = gone is None or bool(set(claims) & set(figure.claims))
            felt = (share or 0) >= LEAST_SHARE or abs(move or 0) >= max(LEAST_MOVE * figure.best, 1)
            if rests or felt or move is None:
                found.append(
                    Alternative(
                        self.cohort,
                        figure.fate,
                        figure.as_of,
                        change,
                        claims,
                        low,
                        best,
                        high,
                        move,
                        share,
                        NOT_RECKONED if failed else other.how,
                    )
                )
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


def _lost(width: float | None, without: float | None) -> float | None:
    """The share of a line's information that goes: information is one over the square of the width of its range in logs.

    Where the line falls away all of it goes. For normal errors this is the part of the precision that the statement adds.
    """
    if width is None:
        return None
    if without is None:
        return 1.0
    return min(max(1 - (width / without) ** 2, 0.0), 1.0) if without > 0 else 0.0

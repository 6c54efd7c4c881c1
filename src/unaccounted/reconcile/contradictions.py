"""Claims that cannot all be right, before any reckoning: arithmetic, denial, plain disagreement.

In: the evidence of each cohort as independent statements, and the claims that are no evidence because somebody denies them.
Out: contradictions, the one with most people at stake first. Nothing is decided: both sides stay, with their sentences.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from unaccounted.base.records import Contradiction, FlatClaim
from unaccounted.base.vocabulary import FATES
from unaccounted.reconcile.intervals import read_interval
from unaccounted.reconcile.lines import Plan
from unaccounted.reconcile.scales import Scales
from unaccounted.reconcile.statements import Statement
from unaccounted.reconcile.wording import say_claim, say_number

FAR = 2.0
"""How many of their joint scales two statements' intervals must lie apart to contradict one another."""
NEAR_DAYS = 400
"""Figures that stand at days farther apart than this differ because time passed."""
_MOST = 200


def find_contradictions(
    cohorts: Mapping[str, tuple[Sequence[Statement], Plan | None, str]], claims: Iterable[FlatClaim], scales: Scales
) -> tuple[Contradiction, ...]:
    """Every contradiction, by people at stake.

    Args:
        cohorts: label to its statements, its plan and the last day of its account (ISO).
        claims: all claims, those that are no evidence among them.
        scales: how far sources and statements of each grade may err.
    """
    found: list[Contradiction] = []
    for cohort, (statements, plan, day) in cohorts.items():
        if plan is not None:
            found += _overfull(cohort, statements, plan, day)
        found += _disagreements(cohort, statements, day, scales)
    found += _denials(claims)
    found += _beyond_their_whole(cohorts, claims)
    return tuple(sorted(found, key=lambda each: (-(each.effect or 0), each.cohort, each.fate, each.words))[:_MOST])


def _people(statement: Statement) -> tuple[float, float]:
    """Fewest and most people that a statement of people says."""
    low = math.exp(statement.interval.low) if statement.interval.low > -math.inf else 0.0
    return low, math.exp(statement.interval.high) if statement.interval.high < math.inf else math.inf


def _overfull(cohort: str, statements: Sequence[Statement], plan: Plan, day: str) -> list[Contradiction]:
    """Parts that exceed the whole: for each way out the least that any report says, against the most that entered."""
    if plan.entry is None:
        return []
    entered = [each for each in statements if each.claim.fate == plan.entry and each.base is None]
    if not entered:
        return []
    most = max(_people(each)[1] for each in entered)
    total, ids, parts = 0.0, [name for each in entered for name in each.claims], []
    for fate in plan.exits:
        told = [each for each in statements if each.claim.fate == fate and each.base is None and len(each.fates) == 1]
        if not told:
            continue
        least = min(told, key=lambda each: _people(each)[0])
        total += _people(least)[0]
        ids += least.claims
        parts.append(f"{say_number(math.ceil(_people(least)[0]))} {fate}")
    if not parts or total <= most:
        return []
    made, whole = say_number(math.ceil(total)), say_number(math.floor(most))
    words = f"The parts exceed the whole: {', '.join(parts)} make {made}, but at most {whole} {plan.entry}"
    return [Contradiction(cohort, plan.entry, day, "arithmetic", words, tuple(sorted(ids)), math.ceil(total - most))]


def _disagreements(cohort: str, statements: Sequence[Statement], day: str, scales: Scales) -> list[Contradiction]:
    """For each line, the two independent statements that lie farthest apart, where they lie far apart."""
    lines: dict[tuple[object, ...], list[Statement]] = {}
    for each in statements:
        if each.interval.open_side == 0 or each.base is None:
            lines.setdefault((each.fates, each.base), []).append(each)
    found = []
    for (_, base), told in lines.items():
        widest: tuple[float, Statement, Statement] | None = None
        for at, left in enumerate(told):
            for right in told[at + 1 :]:
                gap = _gap(left, right, scales)
                if gap is not None and gap > FAR and (widest is None or gap > widest[0]):
                    widest = gap, left, right
        if widest is not None:
            _, left, right = widest
            low, high = sorted((left, right), key=lambda each: each.interval.low)
            effect = None if base is not None else round(_people(high)[0] - min(_people(low)[1], _people(high)[0]))
            words = f"{say_claim(low.claim)}; but {say_claim(high.claim)}"
            found.append(
                Contradiction(
                    cohort, low.claim.fate, day, "plain disagreement", words, tuple(sorted({*left.claims, *right.claims})), effect
                )
            )
    return found


def _gap(left: Statement, right: Statement, scales: Scales) -> float | None:
    """How many joint scales apart two statements lie; None where they are not of one time or not independent."""
    if left.origin == right.origin or left.voice == right.voice:
        return None
    if left.day is not None and right.day is not None and abs(left.day - right.day) > NEAR_DAYS:
        return None
    apart = max(left.interval.low - right.interval.high, right.interval.low - left.interval.high)
    joint = math.sqrt(left.scale**2 + right.scale**2 + scales.bias(left.letter) ** 2 + scales.bias(right.letter) ** 2)
    return apart / joint


def _denials(claims: Iterable[FlatClaim]) -> list[Contradiction]:
    """A figure that one source denies and another gives."""
    given: dict[tuple[str, str], list[FlatClaim]] = {}
    denied: list[FlatClaim] = []
    for claim in claims:
        if claim.factuality in ("denied", "negated"):
            denied.append(claim)
        elif claim.factuality in (None, "asserted", "reported", "alleged"):
            given.setdefault((claim.cohort, claim.fate), []).append(claim)
    found = []
    for no in denied:
        for yes in given.get((no.cohort, no.fate), ()):
            if (no.unit or "people") == (yes.unit or "people") and _meet(no, yes):
                words = f"{say_claim(yes)}; denied by {no.source or 'the report'}"
                found.append(
                    Contradiction(
                        no.cohort,
                        no.fate,
                        yes.as_of or no.as_of or "undated",
                        "denial",
                        words,
                        tuple(sorted((no.id, yes.id))),
                        yes.best or yes.low,
                    )
                )
    return found


def _meet(left: FlatClaim, right: FlatClaim) -> bool:
    a, b = read_interval(left), read_interval(right)
    return a is not None and b is not None and a.low <= b.high and b.low <= a.high


def _beyond_their_whole(
    cohorts: Mapping[str, tuple[Sequence[Statement], Plan | None, str]], claims: Iterable[FlatClaim]
) -> list[Contradiction]:
    """A cohort that lies within another and is told to be larger on one line."""
    wholes = {claim.cohort: claim.within for claim in claims if claim.within and claim.within != claim.cohort}
    found = []
    for part, whole in sorted(wholes.items()):
        if part not in cohorts or whole not in cohorts:
            continue
        day = cohorts[part][2]
        for fate in FATES:
            inner = [each for each in cohorts[part][0] if each.fates == (fate,) and each.base is None]
            outer = [each for each in cohorts[whole][0] if each.fates == (fate,) and each.base is None]
            if not inner or not outer:
                continue
            least = min(inner, key=lambda each: _people(each)[0])
            most = max(outer, key=lambda each: _people(each)[1])
            over = _people(least)[0] - _people(most)[1]
            if over > 0:
                words = f"A part exceeds its whole: {say_claim(least.claim)} of {part}; but {say_claim(most.claim)} of {whole}"
                found.append(Contradiction(part, fate, day, "arithmetic", words, tuple(sorted({*least.claims, *most.claims})), round(over)))
    return found

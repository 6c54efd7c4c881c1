"""Parts that exceed their whole, before any reckoning: ways out against the entry, a cohort against the one it lies within.

In: cohorts with their statements and plans. Out: contradictions, each with the people too many at the least. Sources' errors are
not looked at: numbers that cannot all be right are shown as they stand.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import chain

from unaccounted.base.records import Contradiction
from unaccounted.base.vocabulary import FATES, Conflict
from unaccounted.reconcile.lines import Plan
from unaccounted.reconcile.otherwise import Otherwise
from unaccounted.reconcile.statements import Statement
from unaccounted.reconcile.wording import say_claim, say_number


def count_people(statement: Statement) -> tuple[float, float]:
    """Fewest and most people that a statement of people says."""
    low = math.exp(statement.interval.low) if statement.interval.low > -math.inf else 0.0
    return low, math.exp(statement.interval.high) if statement.interval.high < math.inf else math.inf


def find_overfull(cohort: str, statements: Sequence[Statement], plan: Plan, day: str) -> list[Contradiction]:
    """Ways out that exceed the entry: for each the least that any report says, against the most that entered."""
    entered = [each for each in statements if each.claim.fate == plan.entry and each.base is None]
    if plan.entry is None or not entered:
        return []
    most = max(count_people(each)[1] for each in entered)
    leasts = []
    for fate in plan.exits:
        told = [each for each in statements if each.claim.fate == fate and each.base is None and len(each.fates) == 1]
        if told:
            leasts.append(min(told, key=lambda each: count_people(each)[0]))
    if sum(count_people(each)[0] for each in leasts) <= most:
        return []
    # Each is said as whole people, so that the sum that is printed is that of the numbers before it.
    numbers = [math.ceil(count_people(each)[0]) for each in leasts]
    whole = math.floor(most)
    parts = ", ".join(f"{say_number(number)} {each.claim.fate}" for number, each in zip(numbers, leasts, strict=True))
    words = (
        f"The parts exceed the whole: {parts} make {say_number(sum(numbers))}, "
        f"but at most {say_number(whole)} {plan.entry}: {say_number(sum(numbers) - whole)} too many"
    )
    ids = tuple(sorted({*chain.from_iterable(each.claims for each in (*entered, *leasts))}))
    return [Contradiction(cohort, plan.entry, day, Conflict.ARITHMETIC, words, ids, sum(numbers) - whole)]


def find_beyond_whole(cohorts: Mapping[str, Otherwise], days: Mapping[str, str]) -> list[Contradiction]:
    """A cohort that lies within another and is told to be larger on one line."""
    wholes = {
        claim.cohort: claim.within for each in cohorts.values() for claim in each.about if claim.within and claim.within != claim.cohort
    }
    found = []
    for part, whole in sorted(wholes.items()):
        if part not in cohorts or whole not in cohorts:
            continue
        for fate in FATES:
            inner, outer = (
                [each for each in cohorts[cohort].made.statements if each.fates == (fate,) and each.base is None]
                for cohort in (part, whole)
            )
            if not inner or not outer:
                continue
            least = min(inner, key=lambda each: count_people(each)[0])
            most = max(outer, key=lambda each: count_people(each)[1])
            over = count_people(least)[0] - count_people(most)[1]
            if over > 0:
                words = f"A part exceeds its whole: {say_claim(least.claim)} of {part}; but {say_claim(most.claim)} of {whole}"
                ids = tuple(sorted({*least.claims, *most.claims}))
                found.append(Contradiction(part, fate, days[part], Conflict.ARITHMETIC, words, ids, round(over)))
    return found

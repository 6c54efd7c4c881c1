"""What cannot all be right, each with its type, and with the people that hang on it in the account.

In: cohorts with what is claimed of them and their accounts. Out: contradictions, the one that moves most people first. Nothing
is decided: both sides stay in the account, with their sentences.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from unaccounted.base.records import Contradiction
from unaccounted.base.vocabulary import Conflict
from unaccounted.reconcile.arithmetic import count_people, find_beyond_whole, find_overfull
from unaccounted.reconcile.cohort import TOO_EARLY, UNDATED
from unaccounted.reconcile.disagreement import Pair, pair_denials, pair_statements
from unaccounted.reconcile.expected import find_unexpected
from unaccounted.reconcile.otherwise import Otherwise, read_day
from unaccounted.reconcile.reconcile import is_evidence
from unaccounted.reconcile.statements import make_statements
from unaccounted.reconcile.wording import say_claim

_MOST = 200
_ASKED = 40
"""So many pairs of a cohort, those farthest apart first, are asked what hangs on them in the account."""
_DENIED = ("denied", "negated")
_WHY = {
    Conflict.COPYING: "one repeats the other",
    Conflict.SCOPE: "one source says both of one day: hardly of the same people",
    Conflict.DATE: "of different days, or one of no known day",
    Conflict.DEFINITION: "they do not count alike",
}


def find_contradictions(cohorts: Mapping[str, Otherwise], home: Mapping[str, str]) -> tuple[Contradiction, ...]:
    """Every contradiction, by people that hang on it; last those of which this is unknown.

    Args:
        cohorts: label to a reckoned cohort.
        home: id of a claim to the label of the cohort of which it is told; elsewhere it stands for others and contradicts nobody.
    """
    found: list[Contradiction] = []
    days = {cohort: max((figure.as_of for figure in each.made.figures), default=UNDATED) for cohort, each in cohorts.items()}
    for cohort, each in cohorts.items():
        if all(figure.note == TOO_EARLY for figure in each.made.figures):
            continue  # what later reports say contradicts nothing that is shown
        day, statements = days[cohort], [told for told in each.made.statements if home.get(told.claim.id) == cohort]
        if each.made.plan is not None:
            found += find_overfull(cohort, statements, each.made.plan, day)
        pairs = sorted(pair_statements(statements, each.scales), key=lambda pair: -pair.gap)
        found += [_tell_pair(each, pair, day, place) for place, pair in enumerate(pairs)]
        found += _find_denials(each, home)
        found += _find_unexpected(each, day, home)
    found += find_beyond_whole(cohorts, days)
    return tuple(sorted(found, key=lambda each: (-(each.effect or 0), each.cohort, each.fate, each.words))[:_MOST])


def _tell_pair(other: Otherwise, pair: Pair, day: str, place: int) -> Contradiction:
    why = f" ({_WHY[pair.type]})" if pair.type in _WHY else ""
    words = f"{say_claim(pair.low.claim)}; but {say_claim(pair.high.claim)}{why}"
    ids = tuple(sorted({*pair.low.claims, *pair.high.claims}))
    effect = _move_between(other, pair, day) if place < _ASKED else None
    if effect is None and pair.low.base is None:
        # Where the account cannot be asked: the people between the two.
        effect = count_people(pair.high)[0] - min(count_people(pair.low)[1], count_people(pair.high)[0])
    return Contradiction(other.cohort, pair.low.claim.fate, day, pair.type, words, ids, None if effect is None else round(effect))


def _move_between(other: Otherwise, pair: Pair, day: str) -> float | None:
    """By how many people the line's middle differs without the one and without the other; None where draws cannot tell."""
    leaving, key = other.leaving, (pair.low.claim.fate, read_day(day))
    known = any((each.fate, read_day(each.as_of)) == key and each.best is not None for each in other.made.figures)
    if leaving is None or not known:
        return None  # draws of a figure that has not settled tell of no effect
    places = [[at for at, each in enumerate(leaving.fit.statements) if each.claims == side.claims] for side in (pair.low, pair.high)]
    one, two = (leaving.find_middle(each, key) if each else None for each in places)
    return None if one is None or two is None else abs(one - two)


def _find_denials(other: Otherwise, home: Mapping[str, str]) -> list[Contradiction]:
    """A figure that one source denies and another gives."""
    about = [claim for claim in other.about if home.get(claim.id) == other.cohort]
    denied = [claim for claim in about if claim.factuality in _DENIED]
    given = [claim for claim in about if is_evidence(claim, other.with_inferences)]
    if not denied:
        return []
    nays, _ = make_statements([replace(claim, origin=f"denial {claim.id}", repeats=None) for claim in denied], other.scales)
    yeas, _ = make_statements([replace(claim, origin=f"claim {claim.id}", repeats=None) for claim in given], other.scales)
    found = []
    for no, yes in pair_denials(yeas, nays):
        words = f"{say_claim(yes.claim)}; denied by {no.claim.source or 'the report'}"
        day = yes.claim.as_of or no.claim.as_of or UNDATED
        ids = tuple(sorted({*no.claims, *yes.claims}))
        effect = yes.claim.best if yes.claim.best is not None else yes.claim.low
        found.append(Contradiction(other.cohort, no.claim.fate, day, Conflict.DENIAL, words, ids, effect if yes.base is None else None))
    return found


def _find_unexpected(other: Otherwise, day: str, home: Mapping[str, str]) -> list[Contradiction]:
    """Statements of this cohort outside their own predictive range."""
    leaving = other.leaving
    found: list[Contradiction] = []
    if leaving is None:
        return found
    statements = leaving.fit.statements
    asked = [place for place, each in enumerate(statements) if all(home.get(name) == other.cohort for name in each.claims)]
    for each in find_unexpected(leaving, asked):
        statement = statements[each.place]
        side = "higher" if each.high else "lower"
        words = f"{say_claim(statement.claim)}; {side} than all other claims lead one to expect"
        key = statement.claim.fate, read_day(day)
        middle = leaving.find_middle([each.place], key)
        now = next((f.best for f in other.made.figures if f.fate == statement.claim.fate and f.as_of == day), None)
        effect = None if middle is None or now is None else round(abs(middle - now))
        found.append(Contradiction(other.cohort, statement.claim.fate, day, Conflict.UNEXPECTED, words, statement.claims, effect))
    return found

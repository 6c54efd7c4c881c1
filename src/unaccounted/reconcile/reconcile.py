"""Claims in, one account out, cohort by cohort.

In: claims in any of the forms that `flat` reads. Out: the account with its figures, draws, contradictions, inferences and
diagnostics. Each cohort is reckoned by itself, with what is counted of the cohorts within it as floors (`wholes`).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from unaccounted.base.accounts import Account
from unaccounted.base.dates import last_day
from unaccounted.base.records import Claim, Contradiction, Diagnostic, FlatClaim, Inference
from unaccounted.base.vocabulary import EVIDENCE
from unaccounted.reconcile.flat import read_claims
from unaccounted.reconcile.scales import Scales, read_scales
from unaccounted.reconcile.wholes import bear_on_wholes

if TYPE_CHECKING:
    from unaccounted.reconcile.cohort import Reckoned


def reconcile_claims(
    claims: Iterable[FlatClaim | Claim | Mapping[str, Any]],
    as_of: str | date | Sequence[str | date] | None = None,
    seed: int = 0,
    with_inferences: bool = False,
    scales: Scales | None = None,
) -> Account:
    """Reckon the account of every cohort that the claims speak of.

    Args:
        claims: `FlatClaim` or `Claim` records, or dicts in either form; a nested claim's cohort is its label.
        as_of: the dates of the account, ISO, full or partial (a partial date means its last day). None: for each cohort
            the last date that a claim about it speaks of.
        seed: the same claims and seed give the same account, whatever the order of the claims.
        with_inferences: whether the writers' own conclusions count as evidence.
        scales: another table of scales and priors than `scales.csv`.

    Raises:
        FlatClaimsError: claims that cannot be used, each named.
        UsageError: a date of `as_of` is not one.
    """
    flat = read_claims(claims)
    asked = _read_dates(as_of)
    by_cohort: dict[str, list[FlatClaim]] = {}
    for claim in flat:
        by_cohort.setdefault(claim.cohort, []).append(claim)
    for whole, floors in bear_on_wholes(by_cohort).items():
        by_cohort[whole] += floors
    accounts = {}
    for cohort, about in by_cohort.items():
        accounts[cohort] = _reckon(cohort, about, asked, seed, with_inferences, scales or read_scales())
    order = sorted(accounts, key=lambda cohort: (-len(accounts[cohort].statements), cohort))
    kept = {key: values for cohort in order for key, values in accounts[cohort].draws.items()}
    _name_as_asked(kept, as_of, accounts)
    return Account(
        figures=tuple(figure for cohort in order for figure in accounts[cohort].figures),
        contradictions=_find_contradictions(accounts, flat, scales or read_scales()),
        inferences=_list_inferences(flat, with_inferences),
        diagnostics=tuple(each for cohort in order for each in accounts[cohort].diagnostics),
        kept_draws=kept,
    )


def _find_contradictions(accounts: Mapping[str, Reckoned], flat: Sequence[FlatClaim], scales: Scales) -> tuple[Contradiction, ...]:
    from unaccounted.reconcile.contradictions import find_contradictions

    days = {cohort: max((figure.as_of for figure in made.figures), default="undated") for cohort, made in accounts.items()}
    home = {claim.id: claim.cohort for claim in flat}
    # What parts set as floors is not said of the whole: it contradicts nobody there.
    own = {cohort: [each for each in made.statements if home[each.claim.id] == cohort] for cohort, made in accounts.items()}
    return find_contradictions({cohort: (own[cohort], made.plan, days[cohort]) for cohort, made in accounts.items()}, flat, scales)


def _reckon(cohort: str, about: list[FlatClaim], asked: list[int] | None, seed: int, with_inferences: bool, scales: Scales) -> Reckoned:
    from unaccounted.reconcile.cohort import Reckoned, reckon_cohort

    factual = (None, *EVIDENCE, *(("inferred",) if with_inferences else ()))
    evidence = [claim for claim in about if claim.factuality in factual]
    # A cohort's draws depend on the seed and its name, not on its company.
    own = (seed * 1_000_003 + zlib.crc32(cohort.encode("utf-8", "replace"))) % 2**31
    try:
        return reckon_cohort(cohort, evidence, asked, own, scales)
    except (ValueError, IndexError, KeyError, FloatingPointError, ZeroDivisionError, ArithmeticError) as error:
        # A fault of ours in one cohort must not take every other account with it; it is printed with this one.
        words = f"This account could not be reckoned, by a fault of the program ({type(error).__name__}: {error}); please report it."
        return Reckoned(diagnostics=[Diagnostic(cohort, "fault", words)])


def _read_dates(as_of: str | date | Sequence[str | date] | None) -> list[int] | None:
    if as_of is None:
        return None
    given = [as_of] if isinstance(as_of, (str, date)) else list(as_of)
    return [each.toordinal() if isinstance(each, date) else last_day(str(each)).toordinal() for each in given] or None


def _name_as_asked(kept: dict[tuple[str, str, str], Any], as_of: object, accounts: Mapping[str, object]) -> None:
    """Let draws be asked for by the partial date that was given, too."""
    given = (
        [as_of] if isinstance(as_of, str) else [each for each in as_of if isinstance(each, str)] if isinstance(as_of, (list, tuple)) else []
    )
    for text in given:
        day = last_day(text).isoformat()
        if day != text:
            for cohort, fate, stands in [key for key in kept if key[2] == day]:
                kept[cohort, fate, text] = kept[cohort, fate, stands]


def _list_inferences(flat: Sequence[FlatClaim], used: bool) -> tuple[Inference, ...]:
    from unaccounted.reconcile.wording import say_claim

    return tuple(
        Inference(claim.cohort, claim.fate, claim.as_of or claim.published or "undated", claim.id, say_claim(claim), used)
        for claim in sorted(flat, key=lambda each: (each.cohort, each.fate, each.id))
        if claim.factuality == "inferred"
    )


__all__ = ["Diagnostic", "reconcile_claims"]

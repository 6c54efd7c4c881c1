"""Claims in, one account out, cohort by cohort.

In: claims in any of the forms that `flat` reads. Out: the account with its figures, draws, contradictions, inferences and
diagnostics. Parts that make up a whole are reckoned with it (`family`); other cohorts by themselves: what is counted of one that lies
within another is a floor of that other (`wholes`), by which it is then bounded (`bounds`).
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
from unaccounted.reconcile.kin import find_kin
from unaccounted.reconcile.scales import Scales, read_scales
from unaccounted.reconcile.wholes import bear_on_wholes

if TYPE_CHECKING:
    from unaccounted.reconcile.cohort import Reckoned
    from unaccounted.reconcile.kin import Family, Kin

_FAULTS = (ValueError, IndexError, KeyError, FloatingPointError, ZeroDivisionError, ArithmeticError)
"""What a fault of ours may raise in the reckoning of one cohort."""


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
    asked = read_dates(as_of)
    accounts, by_cohort = reckon_accounts(flat, asked, seed, with_inferences, scales or read_scales())
    order = sorted(accounts, key=lambda cohort: (-len(accounts[cohort].statements), cohort))
    kept = {key: values for cohort in order for key, values in accounts[cohort].draws.items()}
    _name_as_asked(kept, as_of, accounts)
    return Account(
        figures=tuple(figure for cohort in order for figure in accounts[cohort].figures),
        contradictions=_find_contradictions(accounts, flat, by_cohort, seed, with_inferences, scales or read_scales()),
        inferences=_list_inferences(flat, with_inferences),
        diagnostics=tuple(each for cohort in order for each in accounts[cohort].diagnostics),
        kept_draws=kept,
    )


def reckon_accounts(
    flat: Sequence[FlatClaim], asked: list[int] | None, seed: int, with_inferences: bool, scales: Scales
) -> tuple[dict[str, Reckoned], dict[str, list[FlatClaim]]]:
    """Every cohort's account, reckoned with its family and bounded by the cohort in which it lies, and what is claimed of each."""
    by_cohort: dict[str, list[FlatClaim]] = {}
    for claim in flat:
        by_cohort.setdefault(claim.cohort, []).append(claim)
    evidence = [claim for claim in flat if is_evidence(claim, with_inferences)]
    kin = find_kin(evidence)
    accounts, families = _reckon_families(kin, evidence, asked, seed, scales)
    floors = bear_on_wholes(by_cohort)
    for whole, told in floors.items():
        by_cohort[whole] += told  # where the whole is reckoned with its parts, they are in its family already
    for cohort, about in by_cohort.items():
        if cohort not in accounts:
            accounts[cohort] = reckon_evidence(cohort, about, asked, seed, with_inferences, scales)
    told_by = {claim.id for claims in floors.values() for claim in claims}
    bound = [part for part, about in by_cohort.items() if not all(claim.id in told_by for claim in about)]
    _bind(accounts, families, kin, bound, seed)
    return accounts, by_cohort


def is_evidence(claim: FlatClaim, with_inferences: bool) -> bool:
    """Whether a claim counts: by its factuality, the writers' own conclusions only where they were asked for."""
    return claim.factuality in (None, *EVIDENCE, *(("inferred",) if with_inferences else ()))


def _reckon_families(
    kin: Kin, evidence: Sequence[FlatClaim], asked: list[int] | None, seed: int, scales: Scales
) -> tuple[dict[str, Reckoned], list[Family]]:
    """The accounts of parts that make up a whole, and the families that could be reckoned so."""
    accounts: dict[str, Reckoned] = {}
    reckoned = []
    for family in kin.families:
        from unaccounted.reconcile.family import reckon_family

        about = [claim for claim in evidence if claim.cohort in family.members]
        try:
            made = reckon_family(family, about, asked, seed_of(family.root, seed), scales)
        except _FAULTS as error:
            made = {label: _blame(label, error) for label in family.members}
        if made is not None:
            accounts.update(made)
            reckoned.append(family)
    return accounts, reckoned


def _bind(accounts: dict[str, Reckoned], families: Sequence[Family], kin: Kin, parts: Sequence[str], seed: int) -> None:
    """Bound what lies within: also the parts of families that could not be reckoned together.

    `parts`: those that may be bounded. One that only sets floors of its whole is not: the whole's line is its own figure.
    """
    bound = {label for family in families for label in family.members if label != family.root}
    within = {part: whole for part, whole in kin.within.items() if part not in bound and part in parts}
    if any(part in accounts and whole in accounts for part, whole in within.items()):
        from unaccounted.reconcile.bounds import bind_cohorts

        try:
            bind_cohorts(accounts, families, within, seed)
        except _FAULTS as error:
            accounts[next(iter(within.values()))].diagnostics.append(*_blame(next(iter(within)), error).diagnostics)


def _find_contradictions(
    accounts: Mapping[str, Reckoned],
    flat: Sequence[FlatClaim],
    about: Mapping[str, list[FlatClaim]],
    seed: int,
    with_inferences: bool,
    scales: Scales,
) -> tuple[Contradiction, ...]:
    from unaccounted.reconcile.contradictions import find_contradictions
    from unaccounted.reconcile.otherwise import Otherwise

    asked = {cohort: Otherwise(cohort, about.get(cohort, []), made, seed, with_inferences, scales) for cohort, made in accounts.items()}
    # What parts set as floors is not said of the whole: it contradicts nobody there.
    return find_contradictions(asked, {claim.id: claim.cohort for claim in flat})


def reckon_evidence(
    cohort: str, about: Sequence[FlatClaim], asked: list[int] | None, seed: int, with_inferences: bool, scales: Scales
) -> Reckoned:
    """One cohort's account by itself, from all that is claimed of it; a fault of ours is a diagnostic, not an exception."""
    from unaccounted.reconcile.cohort import reckon_cohort

    evidence = [claim for claim in about if is_evidence(claim, with_inferences)]
    try:
        return reckon_cohort(cohort, evidence, asked, seed_of(cohort, seed), scales)
    except _FAULTS as error:
        return _blame(cohort, error)


def _blame(cohort: str, error: Exception) -> Reckoned:
    """A fault of ours in one cohort must not take every other account with it; it is printed with this one."""
    from unaccounted.reconcile.cohort import Reckoned

    words = f"This account could not be reckoned, by a fault of the program ({type(error).__name__}: {error}); please report it."
    return Reckoned(diagnostics=[Diagnostic(cohort, "fault", words)])


def seed_of(cohort: str, seed: int) -> int:
    """The seed of a cohort's draws: they depend on the seed and its name, not on its company."""
    return (seed * 1_000_003 + zlib.crc32(cohort.encode("utf-8", "replace"))) % 2**31


def read_dates(as_of: str | date | Sequence[str | date] | None) -> list[int] | None:
    """Ordinals of the days asked for; None where none was.

    Raises:
        UsageError: one is not a date.
    """
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

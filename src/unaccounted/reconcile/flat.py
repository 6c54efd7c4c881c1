"""Whatever a caller holds, as flat claims: records or dicts, flat or nested.

In: `FlatClaim` or `Claim` records, or their dicts. Out: flat claims, empty fields None, numbers as numbers. What is asked of
a row is in `checks`, as for files, which are read in `spreadsheet`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from unaccounted.base.errors import FlatClaimsError
from unaccounted.base.records import Claim, FlatClaim, claim_to_dict
from unaccounted.base.vocabulary import DEFAULT_GRADES, FATES
from unaccounted.reconcile.checks import NEEDED, NUMBERS, check_any_number, check_numbers, check_words, read_number

COLUMNS = tuple(each.name for each in fields(FlatClaim))


def is_empty(value: object) -> bool:
    """Whether a value says nothing: None, white space, or not a number."""
    return value is None or (isinstance(value, str) and not value.strip()) or (isinstance(value, float) and math.isnan(value))


def find_base(text: str | None) -> str | None:
    """The fate that the words of a base name ("those who joined"), or the words as they are."""
    if not text:
        return None
    lower = text.lower()
    found = [fate for fate in FATES if fate in lower]
    return max(found, key=len) if found else text


def _flatten_nested(claim: Mapping[str, Any]) -> dict[str, Any]:
    """A nested claim by itself, as a flat one; its cohort is known by its label alone."""
    cohort, when, source = claim.get("cohort"), claim.get("when") or {}, claim.get("source") or {}
    flat = {name: claim.get(name) for name in (*COLUMNS, "published") if name not in ("cohort", "source", "covers")}
    label = cohort.get("label") if isinstance(cohort, Mapping) else cohort
    covers = claim.get("covers") or ()
    flat.update(
        cohort=label,
        as_of=claim.get("as_of") or (when.get("end") if isinstance(when, Mapping) else when) or claim.get("published"),
        source=source.get("name") if isinstance(source, Mapping) else source,
        source_role=source.get("role") if isinstance(source, Mapping) else claim.get("source_role"),
        covers=covers if isinstance(covers, str) else ";".join(covers),
        base=find_base(claim.get("base")),
    )
    return flat


def _is_nested(claim: Mapping[str, Any]) -> bool:
    return "kind" in claim or isinstance(claim.get("cohort"), Mapping)


def read_claims(claims: Iterable[FlatClaim | Claim | Mapping[str, Any]]) -> list[FlatClaim]:
    """Flat claims from records or dicts; claims that are not counts are left out.

    Raises:
        FlatClaimsError: values that cannot be used, each by claim and field, with the remedy.
    """
    flat: list[FlatClaim] = []
    faults: list[str] = []
    taken: set[str] = set()
    for place, given in enumerate(claims, start=1):
        if isinstance(given, FlatClaim):
            # Built by hand, its numbers may be NaN, as data frames have it.
            row: Mapping[str, Any] = {name: getattr(given, name) for name in COLUMNS}
        elif isinstance(given, Claim):
            row = claim_to_dict(given)
        elif isinstance(given, Mapping):
            row = given
        else:
            faults.append(f"claim {place}: it is a {type(given).__name__}; give a dict or a record")
            continue
        # What was read from prose may name no number: the account says so, and uses the rest.
        by_hand = isinstance(given, Mapping) and not _is_nested(row)
        if _is_nested(row):
            if row.get("kind") not in (None, "count"):
                continue
            row = _flatten_nested(row)
        made = _read_row(row, place, faults, by_hand)
        if made is None:
            continue
        if made.id in taken:
            made = replace(made, id=_free_name(made.id, taken))
        taken.add(made.id)
        flat.append(made)
    if faults:
        raise FlatClaimsError("the claims given", faults)
    return flat


def _free_name(name: str, taken: set[str]) -> str:
    number = 2
    while f"{name} ({number})" in taken:
        number += 1
    return f"{name} ({number})"


def _read_row(row: Mapping[str, Any], place: int, faults: list[str], by_hand: bool) -> FlatClaim | None:
    values: dict[str, Any] = {}
    before = len(faults)

    def fault(name: str, words: str) -> None:
        faults.append(f"claim {place}, {name}: {words}")

    for name in COLUMNS:
        value = row.get(name)
        if is_empty(value):
            continue
        if name in NUMBERS:
            try:
                values[name] = read_number(value)
            except ValueError as error:
                fault(name, str(error))
        elif name == "covers" and not isinstance(value, str):
            values[name] = ";".join(str(each) for each in value)  # type: ignore[union-attr]
        else:
            values[name] = str(value).strip()
    values.setdefault("id", f"claim {place}")
    if "grade" not in values and values.get("source_role") in DEFAULT_GRADES:
        values["grade"] = DEFAULT_GRADES[values["source_role"]]
    for name, remedy in NEEDED.items():
        if name not in values:
            fault(name, f"it is empty; {remedy}")
    check_words(values, fault)
    if by_hand and len(faults) == before:
        check_any_number(values, fault)
    check_numbers(values, fault)
    return FlatClaim(**values) if len(faults) == before else None

"""Which lines the account of one cohort has, and by which fate its people entered.

In: the cohort's statements. Out: a plan: entry, exits, those still there, parts, fates beside. It decides nothing about
numbers, only whether the entry can be reckoned at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from unaccounted.base.vocabulary import FATES, Role, role_of
from unaccounted.reconcile.statements import Statement

REST = "unaccounted for"
REMAINING = "remaining"
_WENT = ("joined", "set out", "born")
_TAKEN = {
    "displaced": ("returned", "repatriated", "remaining", "in camp", "deported"),
    "abducted": ("released", "escaped", "rescued", "returned", "remaining"),
    "detained": ("released", "escaped", "deported"),
}
_ORDER = {fate: number for number, fate in enumerate(FATES)}


@dataclass(frozen=True, slots=True)
class Plan:
    """The lines of one account.

    Args:
        entry: the fate that makes the cohort; None where no claim speaks of one.
        reckoned: whether the entry can be reckoned.
        exits: ways out, in the vocabulary's order.
        remaining: whether those still there have a line.
        parts: (part, whole) pairs.
        beside: fates shown and never summed.
    """

    entry: str | None
    reckoned: bool
    exits: tuple[str, ...]
    remaining: bool
    parts: tuple[tuple[str, str], ...]
    beside: tuple[str, ...]

    @property
    def summed(self) -> tuple[str, ...]:
        """The lines that add up to the entry, but for the rest."""
        return (*self.exits, *((REMAINING,) if self.remaining else ()))

    @property
    def lines(self) -> tuple[str, ...]:
        """Every line that claims speak of, in the vocabulary's order, the rest left out."""
        spoken = {*self.exits, *(part for part, _ in self.parts), *self.beside}
        if self.entry:
            spoken.add(self.entry)
        if self.remaining:
            spoken.add(REMAINING)
        return tuple(sorted(spoken, key=_ORDER.__getitem__))


def _find_entry(statements: Sequence[Statement]) -> str | None:
    """The fate by which the cohort's people entered, as the claims have it."""
    spoken = Counter(each.claim.fate for each in statements if each.base is None)
    based = Counter(each.base for each in statements if each.base)
    went = [fate for fate in _WENT if spoken[fate] or based[fate]]
    if went:
        return max(went, key=lambda fate: (spoken[fate] + based[fate], -_WENT.index(fate)))
    shares = {each.claim.fate for each in statements if each.base is not None}
    for fate, then in _TAKEN.items():
        if (spoken[fate] or based[fate]) and any(spoken[other] or other in shares for other in then):
            return fate
    return None


def resolve_base(statement: Statement, entry: str | None) -> str | None:
    """The fate of the line of which a statement is a share; None where that line is another cohort's or unknown."""
    assert statement.base is not None
    base = statement.base.strip().lower()
    if base in FATES and base not in _WENT:
        return None if base == statement.claim.fate else base
    return None if entry == statement.claim.fate else entry


def can_reckon(statements: Sequence[Statement], entry: str) -> bool:
    """Whether a count speaks of the entry, or a share of it together with a count of the same part."""
    counted = {fate for each in statements if each.base is None for fate in each.fates}
    if entry in counted:
        return True
    return any(each.base is not None and resolve_base(each, entry) == entry and each.claim.fate in counted for each in statements)


def plan_lines(statements: Sequence[Statement]) -> Plan:
    """The lines of the account that these statements make.

    A statement makes the line of its own fate; a part makes its whole a line too; a fate that is the cohort's entry is
    not also its exit.
    """
    entry = _find_entry(statements)
    spoken = {each.claim.fate for each in statements} - {REST}
    if entry:
        spoken.discard(entry)
    roles = {fate: role_of(fate, entry) for fate in spoken}
    parts = []
    for fate, role in roles.items():
        whole = FATES[fate].whole
        if role is Role.OF_WHICH and whole is not None:
            parts.append((fate, whole))
    wholes = {whole for _, whole in parts}
    exits = {fate for fate in spoken | wholes if role_of(fate, entry) is Role.EXIT}
    beside = {fate for fate, role in roles.items() if role in (Role.BESIDE, Role.ENTRY)}
    return Plan(
        entry=entry,
        reckoned=entry is not None and can_reckon(statements, entry),
        exits=tuple(sorted(exits, key=_ORDER.__getitem__)),
        remaining=REMAINING in spoken | wholes,
        parts=tuple(sorted(parts, key=lambda pair: _ORDER[pair[0]])),
        beside=tuple(sorted(beside, key=_ORDER.__getitem__)),
    )


def order_of(fate: str) -> int:
    """A fate's place in an account: entry, ways out, those still there, the rest, then what is beside."""
    return _ORDER[fate]

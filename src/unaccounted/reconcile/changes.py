"""Claims under other assumptions about where they come from and how good they are.

In: flat claims. Out: the same claims, changed. What follows for an account is reckoned elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from unaccounted.base.records import FlatClaim

_WORSE = {"A": "B", "B": "C", "C": "D", "D": "E", "E": "E", "F": "F"}
"""A source's letter one worse. E has none below it, and F says only that nobody can judge."""


def ignore_origins(claims: Iterable[FlatClaim]) -> list[FlatClaim]:
    """Every claim an origin of its own, as if nobody had repeated anybody."""
    return [replace(claim, origin=f"alone {claim.id}", repeats=None) for claim in claims]


def lower_grades(claims: Iterable[FlatClaim]) -> list[FlatClaim]:
    """Every source one letter worse; the statement's own digit stays."""
    return [replace(claim, grade=_worsen(claim.grade)) for claim in claims]


def _worsen(grade: str | None) -> str | None:
    letter = (grade or "").strip().upper()[:1]
    return _WORSE[letter] + (grade or "").strip()[1:] if letter in _WORSE else grade

"""Claims and figures in plain English, for contradictions, inferences and notes.

In: a flat claim. Out: a short sentence that names its source, figure and date. It judges nothing.
"""

from __future__ import annotations

from unaccounted.base.records import FlatClaim


def say_number(number: float, unit: str | None = None) -> str:
    """12,000 or 8%."""
    if unit == "share":
        return f"{number * 100:.3g}%"
    return f"{number:,.0f}" if number == round(number) else f"{number:,.1f}"


def say_figure(claim: FlatClaim) -> str:
    """What a claim counts: "about 500", "at least 80", "10% of joined", "dozens"."""
    unit = claim.unit
    low, best, high = claim.low, claim.best, claim.high
    if claim.words and (claim.bound == "vague" or best is None):
        said = claim.words
    elif claim.bound in ("at least", "at most") and (low if claim.bound == "at least" else high) is not None:
        edge = low if claim.bound == "at least" else high
        assert edge is not None
        said = f"{claim.bound} {say_number(edge, unit)}"
    elif best is not None:
        hedge = f"{claim.bound} " if claim.bound in ("about", "at least", "at most") else ""
        said = f"{hedge}{say_number(best, unit)}"
    elif low is not None and high is not None:
        said = f"{say_number(low, unit)} to {say_number(high, unit)}"
    elif low is not None:
        said = f"at least {say_number(low, unit)}"
    elif high is not None:
        said = f"at most {say_number(high, unit)}"
    else:
        said = "an unknown number"
    return f"{said} of {claim.base or 'those who entered'}" if unit == "share" else said


def say_source(claim: FlatClaim) -> str:
    """The source's name; the report itself where nobody else speaks."""
    return claim.source or "the report"


def say_claim(claim: FlatClaim) -> str:
    """One sentence: who says what, and of when."""
    when = f" ({claim.as_of})" if claim.as_of else ""
    fates = claim.fate if not claim.covers else " or ".join(each.strip() for each in claim.covers.split(";"))
    return f"{say_source(claim)}: {say_figure(claim)} {fates}{when}"

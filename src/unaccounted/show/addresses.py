"""Permanent addresses: from what a thing is to where it stands, the same in every run.

A figure's address is made from its cohort, fate and date, and ends in a short hash of all three, so that labels that look
alike in an address do not collide; the way back is a look-up among the figures at hand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from unaccounted.base.records import Figure
from unaccounted.show.ledger import Ledger
from unaccounted.show.wording import fold_ascii

_LONGEST = 60


def _slug(*parts: str) -> str:
    digest = hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    words = [fold_ascii(parts[0])[:_LONGEST].strip("-"), *(fold_ascii(part) for part in parts[1:])]
    return "-".join([word for word in words if word] + [digest])


def figure_slug(figure: Figure) -> str:
    """The last part of a figure's address: "russians-who-joined-killed-2019-07-01-3f9a2c11"."""
    return _slug(figure.cohort, figure.fate, figure.as_of)


def ledger_slug(ledger: Ledger) -> str:
    """The address of one cohort at one date."""
    return _slug(ledger.cohort, ledger.as_of)


def look_up_figures(figures: Iterable[Figure]) -> dict[str, Figure]:
    """From addresses back to figures."""
    return {figure_slug(figure): figure for figure in figures}


def figure_address(figure: Figure) -> str:
    """Where a figure's page stands in the app."""
    return f"/figure/{figure_slug(figure)}"


def document_address(sha256: str, claim: str | None = None) -> str:
    """Where a document's page stands in the app, at the mark of one claim if given."""
    return f"/document/{sha256}" + (f"#{claim}" if claim else "")

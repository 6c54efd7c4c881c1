"""Which pictures belong to a figure and to a cohort, by name, for pages and for files.

In: evidence, a figure or a ledger. Out: standalone SVGs by name; a picture for which too little is known is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from unaccounted.base.records import Figure
from unaccounted.show.addresses import figure_slug, ledger_slug
from unaccounted.show.evidence import Evidence
from unaccounted.show.flowing import draw_flow
from unaccounted.show.ledger import Ledger
from unaccounted.show.pulling import draw_pulling
from unaccounted.show.pulls import gather_pulls
from unaccounted.show.saying import draw_saying
from unaccounted.show.series import draw_series

KINDS = ("says", "pulls", "series")
"""The pictures of a figure: who says what, who pulls it where, the same line over time."""


def draw_picture(evidence: Evidence, figure: Figure, kind: str) -> str:
    """One picture of a figure as a standalone SVG; "" where too little is known for it.

    Args:
        evidence: in which the figure stands.
        figure: the figure.
        kind: a word of `KINDS`.
    """
    numbered = f"{kind}-{figure_slug(figure)}"
    if kind == "pulls":
        return draw_pulling(gather_pulls(evidence, figure), numbered)
    return draw_saying(evidence, figure, numbered) if kind == "says" else draw_series(evidence, figure, numbered)


def draw_pictures(evidence: Evidence, figure: Figure) -> dict[str, str]:
    """All pictures of a figure for which enough is known, by kind."""
    drawn = {kind: draw_picture(evidence, figure, kind) for kind in KINDS}
    return {kind: picture for kind, picture in drawn.items() if picture}


def draw_cohort_flow(ledgers: Sequence[Ledger], ledger: Ledger) -> str:
    """The stream of a ledger's cohort up to its date; "" where its entry could not be reckoned, or it is not the cohort's last.

    Args:
        ledgers: all of the account, or all of this cohort, in order.
        ledger: one of them.
    """
    mine = [each for each in ledgers if each.cohort == ledger.cohort]
    last = bool(mine) and mine[-1].as_of == ledger.as_of
    return draw_flow(mine, f"flow-{ledger_slug(ledger)}") if last else ""

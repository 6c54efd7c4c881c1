"""Which pictures belong to a figure and to a cohort, by name, for pages and for files.

In: evidence, a figure or a ledger. Out: standalone SVGs by name; a picture for which too little is known is left out.
"""

from __future__ import annotations

from unaccounted.base.records import Figure
from unaccounted.show.addresses import figure_slug, ledger_slug
from unaccounted.show.evidence import Evidence
from unaccounted.show.flowing import draw_flow
from unaccounted.show.ledger import Ledger, lay_out
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


def draw_cohort_flow(evidence: Evidence, ledger: Ledger) -> str:
    """The stream of a ledger's cohort up to its date; "" where its entry could not be reckoned, or it is not the cohort's last."""
    ledgers = [each for each in lay_out(evidence.account) if each.cohort == ledger.cohort]
    last = bool(ledgers) and ledgers[-1].as_of == ledger.as_of
    return draw_flow(ledgers, f"flow-{ledger_slug(ledger)}") if last else ""

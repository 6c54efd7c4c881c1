"""How sure a figure is, in four words, by one stated rule. The only place where the words and the rule stand.

The rule looks at two things: how wide the 90% range is against the best figure, and how many independent origins speak.
It says nothing about whether the sources are right; that is in the range already.

| words | range, as a multiple of the best figure | independent origins |
|---|---|---|
| close | up to a quarter | two or more |
| rough | up to once | any |
| a guess | up to three times | any |
| not known | wider, or the line could not be reckoned | any |

A narrow range from a single origin is `rough`: nobody else has said so. So is a narrow range of `unaccounted for`: it is what
is left, and a residual is not a witness.
"""

from __future__ import annotations

from enum import StrEnum

from unaccounted.base.records import Figure

CLOSE_WIDTH, ROUGH_WIDTH, GUESS_WIDTH = 0.25, 1.0, 3.0
"""The widest range for each word, as a multiple of the best figure. Source: this program's design."""
CLOSE_ORIGINS = 2
"""Two independent origins: what the Admiralty code (NATO AJP-2.1) asks of a confirmed statement."""

REST = "unaccounted for"


class Certainty(StrEnum):
    """The four words, the surest first."""

    CLOSE = "close"
    ROUGH = "rough"
    GUESS = "a guess"
    NOT_KNOWN = "not known"


LEGEND: tuple[tuple[Certainty, str], ...] = (
    (Certainty.CLOSE, "the range is no wider than a quarter of the best figure, and two or more independent origins speak of it"),
    (Certainty.ROUGH, "the range is no wider than the best figure itself"),
    (Certainty.GUESS, "the range is up to three times as wide as the best figure"),
    (Certainty.NOT_KNOWN, "the range is wider than that, or the line could not be reckoned"),
)
"""Each word with its rule in a sentence, as shown to readers."""


def judge_certainty(figure: Figure) -> Certainty:
    """The word for one figure.

    Args:
        figure: with `low, best, high` in people, or all None.
    """
    if figure.low is None or figure.best is None or figure.high is None:
        return Certainty.NOT_KNOWN
    # Below one person a multiple means nothing: a range of 0 to 2 around 0 is a guess, not a void.
    width = (figure.high - figure.low) / max(figure.best, 1.0)
    if width <= CLOSE_WIDTH and figure.origins >= CLOSE_ORIGINS and figure.fate != REST:
        return Certainty.CLOSE
    if width <= ROUGH_WIDTH:
        return Certainty.ROUGH
    return Certainty.GUESS if width <= GUESS_WIDTH else Certainty.NOT_KNOWN

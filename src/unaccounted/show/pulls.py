"""What a figure hangs on, ready to be written: which statement pulls it where, and what it would be under other assumptions.

In: evidence whose figures have been explained, and a figure. Out: pulls, the strongest first, and other assumptions, in words and
numbers. It reckons nothing; moves are told to two digits, for they come from draws.
"""

from __future__ import annotations

from dataclasses import dataclass

from unaccounted.base.records import Alternative, Figure
from unaccounted.base.vocabulary import Change
from unaccounted.show.evidence import Evidence
from unaccounted.show.testimony import name_speaker
from unaccounted.show.wording import clean_name, write_about, write_claim, write_count, write_range

NOT_RECKONED = "not reckoned"
"""How an alternative was found whose draws did not settle."""
LISTED = 12
"""So many statements are listed; the twin of the page has all."""
_SAID = {
    Change.ORIGINS: "if nobody had repeated anybody",
    Change.GRADES: "with every grade one letter worse",
    Change.INFERENCES: "with writers' own conclusions",
    Change.NO_INFERENCES: "without writers' conclusions",
}


@dataclass(frozen=True, slots=True)
class Pull:
    """One alternative of a figure.

    Args:
        alternative: as reckoned.
        who: the source, or the assumption in words.
        says: what the source says; "" for an assumption.
        then: the figure as it would be, "104,829 (49,834–147,986)", or that there would be none.
        moves: where the statement pulls the figure: "up by about 25,000"; for an assumption, where it would move.
        share: of the figure's information, "19%"; "" where it is not known.
        own: whether the statement speaks of the figure's own line.
        role, letter: of the source, for its mark.
    """

    alternative: Alternative
    who: str
    says: str
    then: str
    moves: str
    share: str
    own: bool
    role: str | None = None
    letter: str = "F"

    @property
    def best(self) -> float | None:
        """The best figure as it would be."""
        return self.alternative.best


@dataclass(frozen=True, slots=True)
class Pulls:
    """All that a figure hangs on.

    Args:
        figure: the figure.
        statements: without each, the strongest pull first.
        sources: without all that one source says, for sources that make more than one statement.
        assumptions: under others.
    """

    figure: Figure
    statements: tuple[Pull, ...]
    sources: tuple[Pull, ...]
    assumptions: tuple[Pull, ...]

    def __bool__(self) -> bool:
        return bool(self.statements or self.sources or self.assumptions)


def gather_pulls(evidence: Evidence, figure: Figure) -> Pulls:
    """What a figure hangs on; empty where that was not reckoned."""
    found = [_view(evidence, figure, each) for each in evidence.alternatives_of(figure)]
    ordered = sorted(found, key=lambda pull: (-_weigh(pull), pull.who, pull.alternative.claims))
    return Pulls(
        figure,
        tuple(pull for pull in ordered if pull.alternative.change == Change.STATEMENT),
        tuple(pull for pull in ordered if pull.alternative.change == Change.SOURCE),
        tuple(pull for pull in found if pull.alternative.change not in (Change.STATEMENT, Change.SOURCE)),
    )


def _weigh(pull: Pull) -> float:
    """How far a statement pulls; where the line would fall away with it, farther than any."""
    if pull.alternative.how == NOT_RECKONED:
        return -1.0
    return float("inf") if pull.alternative.move is None else abs(pull.alternative.move)


def _view(evidence: Evidence, figure: Figure, other: Alternative) -> Pull:
    then = "no figure" if other.best is None else f"{write_count(other.best)} ({write_range(other.low, other.high)})"
    share = f"{other.share:.0%}" if other.share is not None and other.share >= 0.005 else ""
    own = bool(set(other.claims) & set(figure.claims)) if other.claims else True
    leaves = other.change in (Change.STATEMENT, Change.SOURCE)
    failed = other.how == NOT_RECKONED
    then = "could not be reckoned" if failed else then
    moves = "could not be reckoned" if failed else say_move(other.move, figure, leaves)
    if not leaves:
        return Pull(other, _SAID.get(Change(other.change), other.change), "", then, moves, share, own)
    claims = [flat for flat in map(evidence.flat_claim, other.claims) if flat is not None]
    first = next((flat for flat in claims if evidence.originator(flat.id) == flat.id), claims[0] if claims else None)
    if first is None:
        return Pull(other, "source not named", "", then, moves, share, own)
    fates = " or ".join(fate.strip() for fate in (first.covers or first.fate).split(";"))
    says = f"{write_claim(first)} {fates}"
    if other.change == Change.SOURCE:
        says = f"all {len(claims)} claims" if len(claims) > 1 else "its claim"
    who = name_speaker(evidence, first.id)
    return Pull(other, who, clean_name(says), then, moves, share, own, first.source_role, (first.grade or "F")[:1])


def say_move(move: float | None, figure: Figure, leaves: bool) -> str:
    """Where something pulls a figure.

    Args:
        move: people by which the best would move.
        figure: the figure.
        leaves: whether a statement was left out: then it pulls against the move.
    """
    if move is None:
        return "without it there is no figure" if leaves else "no figure"
    if abs(move) < max(0.005 * (figure.best or 0), 1):
        return "hardly moves it"
    up = (move < 0) if leaves else (move > 0)
    return f"{'up' if up else 'down'} by about {write_about(move)}"

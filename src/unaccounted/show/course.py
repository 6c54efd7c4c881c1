"""Where the streams of an account run: the trunk on its bed, the lanes of those who left beneath it, in pixels.

In: the ledgers of one cohort. Out: widths and places, all widths proportional to people. How it is drawn is for `flowing`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from unaccounted.base.records import Figure
from unaccounted.show.certainty import REST
from unaccounted.show.ledger import Ledger

TRUNK, ENDS, SAYS = 150.0, 520.0, 534.0
"""Where the trunk begins, where all lanes end, and where their words stand, in pixels."""
TALL = 250.0
"""How wide all who entered are drawn."""
GAP, LABEL = 14.0, 36.0
"""Between lanes, and the least from one lane's words to the next's."""
WORDS = 56.0
"""What the entry's words take, from top to bottom."""
DATES = 5
"""So many dates are drawn; of more, the first, the last and some between."""
THIN = 1.0
"""A lane of anybody is at least so wide, so that nobody is lost to the eye; its words say how many they are."""


@dataclass(frozen=True, slots=True)
class Lane:
    """What became of one part.

    Args:
        fate: its name.
        figures: one for each date.
        widths: pixels at each date.
        top: where it lies at its end, from the top.
        stays: whether its people are still there, or nobody knows: they end with the trunk.
    """

    fate: str
    figures: tuple[Figure, ...]
    widths: tuple[float, ...]
    top: float
    stays: bool

    @property
    def bottom(self) -> float:
        """Where it and its words end."""
        return self.top + max(self.widths[-1], LABEL - GAP)


@dataclass(frozen=True, slots=True)
class Course:
    """Where everything runs: pixels of one picture.

    Args:
        bed: the trunk's lower edge, on which it rests at every date.
        came: the width of those who came by each date since the one before.
        columns: where the trunk begins and where each date stands.
        lanes: staying first.
    """

    bed: float
    came: tuple[float, ...]
    columns: tuple[float, ...]
    lanes: tuple[Lane, ...]

    @property
    def staying(self) -> tuple[Lane, ...]:
        """The lanes that make up the trunk, from its upper edge."""
        return tuple(lane for lane in self.lanes if lane.stays)

    @property
    def leaving(self) -> tuple[Lane, ...]:
        """The ways out."""
        return tuple(lane for lane in self.lanes if not lane.stays)

    def stay(self, date: int) -> float:
        """The trunk's width at a date; before the first, nothing."""
        return sum(lane.widths[date] for lane in self.staying) if date >= 0 else 0.0


def count_best(figure: Figure | None) -> float:
    """A figure's best, people; nobody where it was not reckoned."""
    return figure.best or 0.0 if figure is not None else 0.0


def _width(people: float, ledgers: Sequence[Ledger]) -> float:
    return TALL * people / max(count_best(ledger.entry) for ledger in ledgers)


def lay_lanes(ledgers: Sequence[Ledger], upper: float) -> tuple[Lane, ...]:
    """The lanes of one cohort from the top: those still there, what is unaccounted for, then the ways out, the largest first.

    Args:
        ledgers: of one cohort, dates rising, all with an entry that was reckoned.
        upper: where the first lane begins, in pixels.
    """
    summed = [line.figure for line in ledgers[-1].lines if line.figure.in_sum and line.figure.best is not None]
    stays = [each for each in summed if each.role == "still there"] + [each for each in summed if each.fate == REST]
    leaves = sorted((each for each in summed if each not in stays), key=lambda each: -(each.best or 0))
    lanes, y = [], upper
    for end in [*stays, *leaves]:
        figures = tuple(next((line.figure for line in ledger.lines if line.figure.fate == end.fate), end) for ledger in ledgers)
        lanes.append(Lane(end.fate, figures, tuple(_width(count_best(each), ledgers) for each in figures), y, end in stays))
        y = lanes[-1].bottom + GAP
    return tuple(lanes)


def lay_course(ledgers: Sequence[Ledger], upper: float) -> Course:
    """The trunk on its bed, and the lanes beneath, so that none lies on another."""
    entries = [_width(count_best(ledger.entry), ledgers) for ledger in ledgers]
    came = tuple(max(now - before, 0.0) for before, now in zip([0.0, *entries], entries, strict=False))
    span = (ENDS - TRUNK) / len(ledgers)
    columns = tuple(TRUNK + span * place for place in range(len(ledgers) + 1))
    measured = lay_lanes(ledgers, 0.0)
    stays = [sum(lane.widths[date] for lane in measured if lane.stays) for date in range(len(ledgers))]
    bed = upper + max(
        came[0] if came[0] >= WORDS else came[0] + WORDS, *(stay + more for stay, more in zip([0.0, *stays], came, strict=False))
    )
    # With one date the lanes that stay go straight on at the trunk's upper edge.
    return Course(bed, came, columns, lay_lanes(ledgers, upper if len(ledgers) == 1 else bed - stays[-1]))

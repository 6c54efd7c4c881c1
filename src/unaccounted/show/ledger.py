"""An account laid out for reading: one ledger for each cohort and date, its lines in the order of the vocabulary.

Entry first, then the ways out, each with its parts beneath it, then who is still there, then `unaccounted for`, then what
stands beside. Contradictions, inferences and diagnostics go to the ledger they speak of. It reckons nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from unaccounted.base.accounts import Account
from unaccounted.base.records import Contradiction, Diagnostic, Figure, Inference
from unaccounted.base.vocabulary import FATES, Role

Dated = TypeVar("Dated", Contradiction, Inference)
Noted = TypeVar("Noted", Contradiction, Inference, Diagnostic)

_ORDER = {fate: place for place, fate in enumerate(FATES)}


class Place(StrEnum):
    """Where a line stands in a ledger."""

    ENTRY = "entry"
    SUM = "sum"
    PART = "part"
    REST = "rest"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Line:
    """One figure and where it stands."""

    figure: Figure
    place: Place

    @property
    def words(self) -> str:
        """The fate, led by "of which" where the line is a part of the one above it."""
        return f"of which {self.figure.fate}" if self.place is Place.PART else self.figure.fate


@dataclass(frozen=True, slots=True)
class Ledger:
    """One cohort at one date.

    Args:
        cohort, as_of: as in the figures.
        lines: in reading order; empty where the cohort has no figure and is only spoken of beside.
        top: the highest number of the cohort at any date, for one scale; 0 where nothing was reckoned.
        contradictions, inferences, diagnostics: what is said of this cohort beneath its lines.
    """

    cohort: str
    as_of: str
    lines: tuple[Line, ...]
    top: float
    contradictions: tuple[Contradiction, ...] = ()
    inferences: tuple[Inference, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def entry(self) -> Figure | None:
        """The line that all others add up to."""
        return next((line.figure for line in self.lines if line.place is Place.ENTRY), None)

    @property
    def rest(self) -> Figure | None:
        """The line `unaccounted for`."""
        return next((line.figure for line in self.lines if line.place is Place.REST), None)


def place_of(figure: Figure) -> Place:
    """Where a figure stands in its ledger, by its role."""
    places = {Role.ENTRY: Place.ENTRY, Role.OF_WHICH: Place.PART, Role.REST: Place.REST, Role.BESIDE: Place.BESIDE}
    if figure.fate == "unaccounted for":
        return Place.REST
    return places.get(Role(figure.role), Place.SUM) if figure.role in set(Role) else Place.SUM


def order_lines(figures: list[Figure]) -> tuple[Line, ...]:
    """The lines of one cohort at one date in reading order, parts beneath their wholes."""
    lines = [Line(figure, place_of(figure)) for figure in sorted(figures, key=lambda each: _ORDER.get(each.fate, len(_ORDER)))]
    parts: dict[str, list[Line]] = defaultdict(list)
    wholes = {line.figure.fate for line in lines if line.place is not Place.PART}
    for line in lines:
        fate = FATES.get(line.figure.fate)
        if line.place is Place.PART and fate and fate.whole in wholes:
            parts[fate.whole or ""].append(line)
    placed = {id(part) for several in parts.values() for part in several}
    # A part without its whole should not occur; it is shown last, before what is left, rather than lost.
    order = [Place.ENTRY, Place.SUM, Place.PART, Place.REST, Place.BESIDE]
    laid: list[Line] = []
    for line in sorted((line for line in lines if id(line) not in placed), key=lambda line: order.index(line.place)):
        laid += [line, *parts.pop(line.figure.fate, ())]
    return tuple(laid)


def lay_out(account: Account) -> tuple[Ledger, ...]:
    """All ledgers: cohorts in the account's order, each cohort's dates in order; last the cohorts without a figure."""
    figures: dict[str, dict[str, list[Figure]]] = {}
    for figure in account.figures:
        figures.setdefault(figure.cohort, {}).setdefault(figure.as_of, []).append(figure)
    contradictions, inferences = _by_cohort(account.contradictions), _by_cohort(account.inferences)
    diagnostics = _by_cohort(note for note in account.diagnostics if note.cohort)
    for cohort in (*contradictions, *inferences, *diagnostics):
        if cohort not in figures:
            spoken = (each.as_of for each in (*contradictions.get(cohort, ()), *inferences.get(cohort, ())))
            figures[cohort] = {max(spoken, default=""): []}
    ledgers: list[Ledger] = []
    for cohort, dates in figures.items():
        top = max((figure.high or 0.0 for several in dates.values() for figure in several), default=0.0)
        days = sorted(dates)

        def at(day: str, noted: Sequence[Dated], days: list[str] = days) -> tuple[Dated, ...]:
            return tuple(each for each in noted if each.as_of == day or (each.as_of not in days and day == days[-1]))

        for day in days:
            ledgers.append(
                Ledger(
                    cohort,
                    day,
                    order_lines(dates[day]),
                    top,
                    at(day, contradictions.get(cohort, [])),
                    at(day, inferences.get(cohort, [])),
                    tuple(diagnostics.get(cohort, ())) if day == days[-1] else (),
                )
            )
    return tuple(ledgers)


def _by_cohort(noted: Iterable[Noted]) -> dict[str, list[Noted]]:
    grouped: dict[str, list[Noted]] = defaultdict(list)
    for each in noted:
        grouped[each.cohort].append(each)
    return dict(grouped)

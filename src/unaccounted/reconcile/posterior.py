"""What is believed after the claims: state, size, biases and errors in one log density with its gradient.

In: a state (`states` or `lone`), a grid, statements. Out: log density for batches of parameters, and lines in people.
The parameters: log of all who ever entered, as the sources together tell it; the state's; how much farther than their grades all
sources err; one log bias a voice; one shared error a tally of more than one
figure. All but the first are in units of their prior scale.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from unaccounted.base.vocabulary import FATES, Role, role_of
from unaccounted.reconcile.grid import Grid
from unaccounted.reconcile.leaning import Leaning
from unaccounted.reconcile.likelihood import Reports, log_likelihood, log_people
from unaccounted.reconcile.lines import REMAINING, resolve_base
from unaccounted.reconcile.scales import Scales
from unaccounted.reconcile.statements import Statement
from unaccounted.reconcile.states import Backward
from unaccounted.reconcile.sums import Sums

Array = NDArray[np.float64]
NOBODY = 0.3
"""People at which sizes end: below half a person, so that a line can be of nobody."""
_SOFTLY = 0.5
"""How softly, in logs."""
_TALKATIVE = 12
"""Of a voice that says so much its bias is known better from that than from its letter: its parameter is the bias itself."""


class State(Protocol):
    """What `Compartments`, `LoneLine` and `Partition` have in common."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Lines of each cohort, in order."""

    @property
    def width(self) -> int:
        """Lines of all cohorts."""

    def find_first(self, cohort: str) -> int:
        """Where a cohort's lines begin among those of all."""

    @property
    def dates(self) -> int:
        """Dates in the grid."""

    @property
    def size(self) -> int:
        """Parameters."""

    def settle(self, people: Array) -> Array:
        """People, (batch, dates, width), in which fewer than half a person is nobody."""

    def run(self, parameters: Array) -> tuple[Array, Backward]:
        """(size, batch) to (dates, width, batch) in fractions of the size, and the way of slopes back."""


def seen_lines(statement: Statement, columns: Sequence[str], entry: str | None) -> tuple[list[str], bool]:
    """The lines whose sum a statement observes, and whether it is only a ceiling of them.

    Covered fates without a line count as nothing, and a part is not added to its whole. Where one figure mixes ways out with
    a fate beside the account ("killed and wounded") and not all of them have a line, it is a ceiling of those that have.
    """
    if statement.claim.fate == entry or len(statement.fates) == 1:
        return [statement.claim.fate], False
    here = [fate for fate in statement.fates if fate in columns and fate != entry]
    added = [fate for fate in here if FATES[fate].whole not in here] or [statement.claim.fate]
    beside = {role_of(fate, entry) is Role.BESIDE for fate in statement.fates if fate in FATES}
    return added, len(beside) > 1 and len(here) < len(statement.fates)


def usable(statement: Statement, columns: Sequence[str], entry: str | None) -> bool:
    """Whether a statement observes something of this state."""
    if statement.claim.fate not in columns:
        return False
    return statement.base is None or resolve_base(statement, entry) in columns


def lean_of(statement: Statement, scales: Scales) -> float:
    """The part of its source's bias and tally's error that a statement bears: less where its words leave room for error."""
    if statement.interval.unbiased:
        return 0.0
    return scales["sure error"] if statement.interval.sure else 1.0


def _leaves(fate: str) -> bool:
    """Whether people of this fate are no longer there, so that those of now are fewer than those so far."""
    return fate != REMAINING and not (fate in FATES and FATES[fate].whole == REMAINING)


class Posterior:
    """Log density of one account's parameters.

    Args:
        state: the compartments, or a line alone.
        grid: its dates.
        statements: those that `usable` lets through.
        entry: the entry's fate; None for a line alone.
        scales: the table.
    """

    def __init__(self, state: State, grid: Grid, statements: Sequence[Statement], entry: str | None, scales: Scales) -> None:
        self.state, self.grid, self.statements, self.entry = state, grid, tuple(statements), entry
        self.voices = sorted({each.voice for each in statements})
        letters = {each.voice: each.letter for each in statements}
        self.voice_scale = np.array([scales.bias(letters[voice]) for voice in self.voices])
        # Nobody and all share no error: a tally of one other figure has nothing to share.
        figures = Counter(each.tally for each in statements if not each.interval.unbiased)
        self.tallies = sorted(tally for tally, count in figures.items() if count > 1)
        shared = scales["shared error"]
        n = len(self.statements)
        self.voice_of = np.zeros((n, len(self.voices)))
        self.origin_of = np.zeros((n, len(self.tallies)))
        scale = np.array([each.scale for each in self.statements])
        for row, each in enumerate(self.statements):
            self.voice_of[row, self.voices.index(each.voice)] = self.voice_scale[self.voices.index(each.voice)]
            if each.tally in self.tallies and not each.interval.unbiased:
                self.origin_of[row, self.tallies.index(each.tally)] = each.scale * math.sqrt(shared)
                scale[row] *= math.sqrt(1 - shared)
            if each.interval.sure:
                # Who says "at least" has left room for error already.
                scale[row] *= scales["sure error"]
            self.voice_of[row] *= lean_of(each, scales)
            self.origin_of[row] *= lean_of(each, scales)
        self._observe(scale, scales)
        said = Counter(each.voice for each in self.statements)
        self.leaning = Leaning(
            np.array([scales["bias tail"]] * len(self.voices) + [scales["error tail"]] * len(self.tallies)),
            np.array([said[voice] >= _TALKATIVE for voice in self.voices], dtype=bool),
            scales["bias wander"],
        )
        self.borne = np.concatenate([self.voice_of, self.origin_of], axis=1)
        self.made_up = self._make_up()
        self._over, self._under = Sums(self.over), Sums(self.under)
        self.size = 1 + state.size + self.leaning.size
        self.normal = slice(1, 1 + state.size)
        self.stretch = 1 + state.size
        self.latent = slice(2 + state.size, self.size)

    def _observe(self, scale: Array, scales: Scales) -> None:
        columns, width = self.state.columns, self.state.width
        n = len(self.statements)
        self.over = np.zeros((n, self.state.dates * width))
        self.under = np.zeros((n, self.state.dates * width))
        low, high = np.empty(n), np.empty(n)
        slack_low, slack_high = np.zeros(n), np.zeros(n)
        slack = 1 / scales["floor slack"]
        weight = np.array([each.weight for each in self.statements])
        counted = {(each.claim.cohort, each.claim.fate) for each in self.statements if each.claim.measure != "flow"}
        for row, each in enumerate(self.statements):
            lines, ceiling = seen_lines(each, columns, self.entry)
            first = self.state.find_first(each.claim.cohort)
            for date, part in self.grid.place(each.day):
                for line in lines:
                    self.over[row, date * width + first + columns.index(line)] += part
                if each.base is not None:
                    base = resolve_base(each, self.entry)
                    assert base is not None
                    self.under[row, date * width + first + columns.index(base)] += part
            low[row], high[row] = each.interval.low, each.interval.high
            side = each.interval.open_side
            if ceiling:
                low[row], side = -np.inf, -1
            elif each.claim.measure == "flow" and (each.claim.cohort, each.claim.fate) in counted:
                # People of one period are among those so far.
                high[row], side = np.inf, 1
            elif each.claim.measure == "stock" and _leaves(each.claim.fate) and each.base is None and each.claim.fate != self.entry:
                high[row] += scales["stock slack"]
            if low[row] == -np.inf and high[row] == np.inf:
                # A floor of a sum is no floor of its parts: nothing is left of it.
                low[row], high[row], side, weight[row] = 0.0, 1.0, 0, 0.0
            slack_low[row], slack_high[row] = slack * (side > 0), slack * (side < 0)
        self.is_share = self.under.any(axis=1)
        self.reports = Reports(low, high, scale, weight, slack_low, slack_high)

    def log_density(self, parameters: Array) -> tuple[Array, Array]:
        """Log density up to a constant, and its gradient.

        Args:
            parameters: (batch, size).

        Returns:
            (batch,) and (batch, size).
        """
        leaning = self.read_leaning(parameters)
        log_size = self._log_size(parameters, leaning)
        size = np.exp(np.clip(log_size, -30, 60))[:, None]
        fractions, backward = self._run(parameters)
        flat = fractions.reshape(-1, len(parameters))
        part = np.maximum(self._over.sum_lines(flat), 1e-300)
        told, rate = log_people(size * part)
        size_slope = rate
        if self.is_share.any():
            whole = np.where(self.is_share, np.maximum(self._under.sum_lines(flat), 1e-300), 1.0)
            base, base_rate = log_people(size * whole)
            told = told - np.where(self.is_share, base, 0.0)
            base_rate = np.where(self.is_share, base_rate, 0.0)
            size_slope = rate - base_rate
        value, slope = log_likelihood(self.reports, told + self._bear(leaning))
        flat_slope = self._over.spread_slopes(slope * rate / part)
        if self.is_share.any():
            flat_slope -= self._under.spread_slopes(slope * base_rate / whole)
        gradient = np.empty_like(parameters)
        # The size is flat in log people down to nobody, who is somewhere between no person and half a one.
        under = np.minimum(log_size - math.log(NOBODY), 0.0) / _SOFTLY
        gradient[:, 0] = (slope * size_slope).sum(axis=1) - under / _SOFTLY
        normal = parameters[:, self.normal]
        gradient[:, self.normal] = backward(flat_slope.reshape(fractions.shape)).T - normal
        prior, lean_slope = self.leaning.judge(parameters[:, self.stretch :], leaning, slope @ self.borne - gradient[:, :1] * self.made_up)
        gradient[:, self.stretch :] = lean_slope
        total = value.sum(axis=1) - 0.5 * ((normal * normal).sum(axis=1) + under * under) + prior
        return total, gradient

    def _run(self, parameters: Array) -> tuple[Array, Backward]:
        """The state at these parameters (batch, size), with the batch last."""
        return self.state.run(np.ascontiguousarray(parameters[:, self.normal].T))

    def _bear(self, leaning: Array) -> Array:
        """What biases and errors add to the log of each statement, (batch, statements), the batch innermost in memory."""
        return np.asarray((self.borne @ leaning.T).T)

    def _make_up(self) -> Array:
        """By how much of each voice's bias and tally's error the size makes up for it, (voices + tallies,), in its scale.

        A voice alone is made up for wholly; of several, the more reliable the more. This centres the first parameter on what
        the sources together say, so that the density has no narrow bent ridge; it changes no probability.
        """
        weight = 1 / self.voice_scale**2
        weight = weight / weight.sum()
        tallies = np.zeros(len(self.tallies))
        for row, each in enumerate(self.statements):
            if each.tally in self.tallies:
                voice = self.voices.index(each.voice)
                peers = {other.tally for other in self.statements if other.voice == each.voice}
                place = self.tallies.index(each.tally)
                tallies[place] = max(tallies[place], weight[voice] / len(peers) * self.origin_of[row].max())
        return np.concatenate([weight * self.voice_scale, tallies])

    def _log_size(self, parameters: Array, leaning: Array) -> Array:
        """Log of all who ever entered (batch,): the first parameter less what biases and errors make up for."""
        return np.asarray(parameters[:, 0] - leaning @ self.made_up)

    def read_leaning(self, parameters: Array) -> Array:
        """Biases of voices and errors of tallies in units of their scales, (batch, voices + tallies)."""
        return self.leaning.read(parameters[:, self.stretch :])

    def place_biases(self, parameters: Array, biases: Array) -> tuple[Array, Array]:
        """The parameters of voices with these biases, (batch, voices), and the log of how they stretch volume (batch,)."""
        return self.leaning.place(parameters[:, self.stretch :], biases)

    def people(self, parameters: Array) -> Array:
        """The lines in people, (batch, dates, width); fewer than half a person is nobody."""
        return self.state.settle(self.measure(parameters))

    def measure(self, parameters: Array) -> Array:
        """The lines in people as the density has them, (batch, dates, width): never quite nobody."""
        fractions, _ = self._run(parameters)
        log_size = self._log_size(parameters, self.read_leaning(parameters))
        return np.ascontiguousarray((fractions * np.exp(np.clip(log_size, -30, 60))).transpose(2, 0, 1))

    def tell(self, parameters: Array) -> Array:
        """Log of what each statement's source would report before the statement's own error, (batch, statements)."""
        fractions, _ = self._run(parameters)
        leaning, flat = self.read_leaning(parameters), fractions.reshape(-1, len(parameters))
        size = np.exp(np.clip(self._log_size(parameters, leaning), -30, 60))[:, None]
        told, base = (log_people(size * np.maximum(lines.sum_lines(flat), 1e-300))[0] for lines in (self._over, self._under))
        return np.asarray(told - np.where(self.is_share, base, 0.0) + self._bear(leaning))

    def weigh(self, told: Array) -> Array:
        """How firmly each statement holds what is told: the curvature of its log likelihood there, never below 0.

        Args:
            told: as `tell` gives it, (batch, statements).
        """
        step = 1e-4
        fall = log_likelihood(self.reports, told - step)[1] - log_likelihood(self.reports, told + step)[1]
        return np.asarray(np.maximum(fall / (2 * step), 0.0))

    def start(self) -> Array:
        """A place to begin: the prior's centre, at a size that the counts suggest."""
        # The middle of what counts say of the entry (or the line), else twice the largest count.
        middles, entries = [], []
        for each in self.statements:
            if each.base is None:
                edges = [edge for edge in (each.interval.low, each.interval.high) if math.isfinite(edge)]
                if edges:
                    middles.append(sum(edges) / len(edges))
                    if self.entry is None or each.claim.fate == self.entry:
                        entries.append(middles[-1])
        begin = np.zeros(self.size)
        begin[0] = float(np.median(entries)) if entries else (max(middles) + math.log(2) if middles else 0.0)
        return begin

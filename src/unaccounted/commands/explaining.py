"""What figures hang on, reckoned while pages are already looked at.

In: the evidence at hand, and a way to have it explained. Out: the evidence as it stands: first without, then with its alternatives.
A fault while explaining leaves the pages as they were; nothing is shown that is not whole.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from unaccounted.base.progress import listen_to_progress
from unaccounted.commands import screen

if TYPE_CHECKING:
    from unaccounted.base.records import Figure
    from unaccounted.show import Evidence


class Shown:
    """The evidence that pages show.

    Args:
        evidence: as it stands now.
    """

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def load(self) -> Evidence:
        """The evidence as it stands."""
        return self._evidence

    def improve(self, explain: Callable[[], Evidence]) -> Thread:
        """Replace the evidence by what `explain` gives, as soon as it is there; this returns at once."""

        def work() -> None:
            try:
                self._evidence = explain()
            except Exception as error:
                screen.note(f"What the figures hang on could not be reckoned ({type(error).__name__}: {error}); the pages stay without it.")

        # It ends with the program: what a person no longer looks at need not be finished.
        thread = Thread(target=work, daemon=True)
        thread.start()
        return thread


def explain_file(path: Path, words: str, as_of: str | None, with_inferences: bool, seed: int) -> tuple[Evidence, Figure]:
    """A figure of a file of claims, with what it hangs on.

    Args:
        path, with_inferences, seed: as for `claims_file.reconcile_file`.
        words: the figure, as for `choice.choose_figure`.
        as_of: the date of the account; None for the latest that a claim speaks of.

    Raises:
        UnaccountedError: the file cannot be used, or has no such figure.
    """
    from unaccounted.commands.choice import choose_figure
    from unaccounted.commands.claims_file import reconcile_file

    dates = (as_of,) if as_of else ()
    evidence, notes = reconcile_file(path, dates, with_inferences, seed)
    screen.note(notes)
    figure = choose_figure(evidence, words, as_of)
    return explain_figures(evidence, dates, with_inferences, seed, [figure.cohort]), figure


def explain_figures(
    evidence: Evidence,
    as_of: Sequence[str],
    with_inferences: bool,
    seed: int,
    cohorts: Sequence[str] | None = None,
    quietly: bool = False,
) -> Evidence:
    """The evidence of claims made elsewhere with what its figures hang on; a bar shows how far that has come.

    Args:
        evidence: as `claims_file.reconcile_file` gives it for the same `as_of`, `with_inferences` and `seed`.
        cohorts: labels of those to be explained; None for all.
        quietly: without the bar.
    """
    from unaccounted.reconcile import explain_claims

    with screen.bars() as track, listen_to_progress(None if quietly else track("explain")):
        found = explain_claims(evidence.flat, list(as_of) or None, seed, with_inferences, cohorts=cohorts)
    return replace(evidence, alternatives=found)

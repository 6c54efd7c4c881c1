"""An account as reckoned: its figures, what contradicts, what was only inferred, and the draws behind every range.

Reconcile makes it, show shows it, Python users hold it. It decides nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from unaccounted.base.records import Contradiction, Diagnostic, Figure, Inference

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Draws = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Account:
    """What became of every cohort that the claims speak of.

    Args:
        figures: cohorts in order of weight, then dates, then fates in the vocabulary's order.
        contradictions: the weightiest first.
        inferences: writers' own conclusions, beside the account.
        diagnostics: how the reckoning went, and what a reader must know.
        kept_draws: (cohort, fate, ISO date) to people, float array `(draws,)`.
    """

    figures: tuple[Figure, ...]
    contradictions: tuple[Contradiction, ...] = ()
    inferences: tuple[Inference, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    kept_draws: Mapping[tuple[str, str, str], Draws] = field(default_factory=dict, repr=False)

    def draws(self, cohort: str, fate: str, as_of: str) -> Draws:
        """The draws of one line, people, shape `(draws,)`; of length 0 where it was refused or is not in the account.

        Draws of one cohort belong together: in the k-th draw of each line, entry = the lines with `in_sum`, added up.
        """
        import numpy as np

        return self.kept_draws.get((cohort, fate, as_of), np.empty(0))

    def to_dict(self) -> dict[str, Any]:
        """Figures, contradictions, inferences and diagnostics as plain lists of dicts: what `--json` prints."""
        return {
            "figures": [asdict(each) for each in self.figures],
            "contradictions": [asdict(each) for each in self.contradictions],
            "inferences": [asdict(each) for each in self.inferences],
            "diagnostics": [asdict(each) for each in self.diagnostics],
        }

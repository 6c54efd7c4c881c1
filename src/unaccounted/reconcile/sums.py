"""Which lines each statement adds up: few of many.

In: lines of an account. Out: what statements observe of them, and slopes the way back.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
_SPARSE = 20_000
"""Numbers in a table of statements by lines beyond which its empty places are skipped."""


class Sums:
    """What stands nowhere is not multiplied where there are many lines.

    Args:
        part: how much of each line each statement observes, (statements, lines).
    """

    def __init__(self, part: Array) -> None:
        self._there: Array = part
        self._back: Array = part.T
        if part.size > _SPARSE:
            from scipy.sparse import csr_matrix

            self._there, self._back = csr_matrix(part), csr_matrix(part.T)

    def sum_lines(self, lines: Array) -> Array:
        """(lines, batch) to (batch, statements), the batch innermost in memory."""
        return np.asarray((self._there @ lines).T)

    def spread_slopes(self, slopes: Array) -> Array:
        """(batch, statements) to (lines, batch)."""
        return np.asarray(self._back @ np.ascontiguousarray(slopes.T))

"""The state of parts that make up a whole: one state for each part, the whole their sum on every line at every date.

In: the state of one cohort (`states` or `lone`), used for every part. Out: the same for a family: each part's lines, and each
whole's as sums, in fractions of the whole of all. No claim is looked at here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from unaccounted.reconcile.kin import Family
from unaccounted.reconcile.lone import LoneLine
from unaccounted.reconcile.scales import Scales
from unaccounted.reconcile.states import Backward, Compartments, make_shares, trace_shares

Array = NDArray[np.float64]


class Partition:
    """The state of a family.

    Each parameter of a part is `likeness` times one that all parts share, plus a remainder of its own: before any claim every part
    is as a cohort alone would be, and parts fare alike. Parts' sizes are shares of the whole by a softmax of normals.

    Args:
        part: the state of one part.
        family: its leaves are the parts.
        scales: the table.
    """

    def __init__(self, part: Compartments | LoneLine, family: Family, scales: Scales) -> None:
        self.part, self.family = part, family
        self.spread = scales["partition spread"]
        leaves = family.leaves
        made = [[float(leaf in inner) for leaf in leaves] for _, inner in family.wholes]
        self.wholes = np.array(made).reshape(-1, len(leaves))
        self.sums = np.concatenate([self.wholes, np.eye(len(leaves))])
        self.likeness = scales["likeness"]
        self.apart = math.sqrt(1 - self.likeness**2)

    @property
    def columns(self) -> tuple[str, ...]:
        """The lines of each member, in order."""
        return self.part.columns

    @property
    def width(self) -> int:
        """Lines of all members."""
        return len(self.part.columns) * len(self.sums)

    def find_first(self, cohort: str) -> int:
        """Where a member's lines begin among all."""
        return self.family.members.index(cohort) * len(self.part.columns)

    def settle(self, people: Array) -> Array:
        """As the part's, part by part; the wholes are their sums."""
        batch = len(people)
        shaped = people.reshape(batch, self.dates, len(self.sums), -1)[:, :, -self.parts :]
        leaves = self.part.settle(shaped.transpose(0, 2, 1, 3).reshape(batch * self.parts, self.dates, -1)).reshape(batch, self.parts, -1)
        members = (self.sums @ leaves).reshape(batch, len(self.sums), self.dates, -1)
        return np.asarray(members.transpose(0, 2, 1, 3).reshape(batch, self.dates, self.width))

    @property
    def dates(self) -> int:
        """Dates in the grid."""
        return self.part.dates

    @property
    def parts(self) -> int:
        """How many parts."""
        return len(self.family.leaves)

    @property
    def size(self) -> int:
        """Parameters: shared, of each part, and the parts' shares."""
        return self.part.size + self.parts * self.part.size + self.parts

    def list_own(self) -> list[range]:
        """Places of each part's own parameters."""
        size = self.part.size
        return [range(size * (number + 1), size * (number + 2)) for number in range(self.parts)]

    def place_shares(self, people: Sequence[float]) -> Array:
        """Parameters of the parts' shares at which they are as these numbers of people."""
        logs = np.log(np.maximum(np.array(people), 0.5))
        return np.asarray((logs - logs.mean()) / self.spread)

    def run(self, parameters: Array) -> tuple[Array, Backward]:
        """As `Compartments.run`; (dates, width, batch)."""
        dates, parts, size, wholes, columns = self.dates, self.parts, self.part.size, len(self.wholes), len(self.columns)
        batch = parameters.shape[1]
        own_end = size + parts * size
        own = parameters[size:own_end].reshape(parts, size, batch).transpose(1, 0, 2)
        every = self.likeness * parameters[:size, None] + self.apart * own
        fractions, back = self.part.run(every.reshape(size, parts * batch))
        share = make_shares(self.spread * parameters[own_end:])
        shaped = fractions.reshape(dates, columns, parts, batch).transpose(0, 2, 1, 3)
        people = np.empty((dates, wholes + parts, columns, batch))
        np.multiply(shaped, share[:, None], out=people[:, wholes:])
        flat = people.reshape(dates, wholes + parts, columns * batch)
        np.matmul(self.wholes, flat[:, wholes:], out=flat[:, :wholes])

        def backward(slopes: Array) -> Array:
            given = slopes.reshape(dates, wholes + parts, columns * batch)
            part_slopes = (given[:, wholes:] + self.wholes.T @ given[:, :wholes]).reshape(dates, parts, columns, batch)
            share_slope = (part_slopes * shaped).sum(axis=2).sum(axis=0)
            inner = back((part_slopes * share[:, None]).transpose(0, 2, 1, 3).reshape(dates, columns, parts * batch))
            inner = inner.reshape(size, parts, batch)
            return np.concatenate(
                [
                    self.likeness * inner.sum(axis=1),
                    self.apart * inner.transpose(1, 0, 2).reshape(parts * size, batch),
                    self.spread * trace_shares(share, share_slope),
                ]
            )

        return people.reshape(dates, self.width, batch), backward

"""Sets that grow together: which of many belong to one, whatever the order in which they are joined.

In: pairs that are one. Out: for each member the smallest member of its set, so that the answer never hangs on the order.
"""

from __future__ import annotations

from typing import Generic, TypeVar

Member = TypeVar("Member", int, str)


class Unions(Generic[Member]):
    """Disjoint sets, each named by its smallest member; a member that was never joined is a set of its own."""

    def __init__(self) -> None:
        self._above: dict[Member, Member] = {}

    def find(self, member: Member) -> Member:
        """The smallest member of the set that `member` is in."""
        top = member
        while top in self._above:
            top = self._above[top]
        while member != top:
            self._above[member], member = top, self._above[member]
        return top

    def join(self, left: Member, right: Member) -> None:
        """Make the two sets one."""
        left, right = self.find(left), self.find(right)
        if left != right:
            first, second = (left, right) if left < right else (right, left)
            self._above[second] = first

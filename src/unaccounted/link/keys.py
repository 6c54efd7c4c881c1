"""What one cohort is known by: its parts, and what it is bound to where the parts tell too little.

In: parts of `parts.py`. Out: a key that two claims share where they speak of one cohort. It decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from unaccounted.link.parts import Parts

Reasons = dict[str, dict[tuple["Key", "Key"], tuple[str, str]]]
"""For each document: left and right cohort to how the left stands to the right there, and why."""


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """One cohort as linked.

    Args:
        parts: what tells who they are.
        scope: "" where the parts suffice; else what the cohort is bound to: a document, a place and day, a part of a
            document's people, or the army of a unit.
    """

    parts: Parts
    scope: str = ""

    @property
    def content(self) -> tuple[str, ...]:
        """All that the cohort is, as words in a fixed order: what its id is made of."""
        parts = self.parts
        return (" and ".join(parts.origins), parts.affiliation, parts.role, parts.sex, parts.age, parts.kin, parts.place, self.scope)

    @property
    def plain(self) -> tuple[tuple[str, ...], str]:
        """Where they come from and whom they belong to."""
        return self.parts.origins, self.parts.affiliation

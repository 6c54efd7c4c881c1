"""One thing that was checked: what `verify` and `doctor` list.

In: what was looked at and the faults found. Out: a record and its line for people.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """A check and how it ended.

    Args:
        name: what was checked.
        words: what was found, in plain words.
        faults: what is wrong, each with its remedy; none where all is well.
        is_needed: False for what the program can do without.
    """

    name: str
    words: str
    faults: tuple[str, ...] = ()
    is_needed: bool = True

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def say_check(check: Check, listed: int = 10) -> str:
    """The check in a line, and a line for each fault."""
    standing = "ok" if check.passed else "FAILED" if check.is_needed else "absent"
    lines = [f"{standing:6}  {check.name}: {check.words}", *(f"          {fault}" for fault in check.faults[:listed])]
    if len(check.faults) > listed:
        lines.append(f"          and {len(check.faults) - listed} more")
    return "\n".join(lines)

"""One root error, and a child for each thing a caller can do about it.

Every message says what went wrong, where, and the remedy, in this order. The command line prints it as it
stands and leaves with the child's `exit_code`; nobody sees a traceback for a mistake of theirs.
"""

from __future__ import annotations


class UnaccountedError(Exception):
    """Something that a person can mend.

    Args:
        what: what is wrong, as a sentence without a full stop.
        where: the file, document, row or span, if there is one.
        remedy: what to do about it, as a sentence without a full stop.
    """

    exit_code = 1

    def __init__(self, what: str, where: str | None = None, remedy: str | None = None) -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """What, where and the remedy, on one line."""
        place = f" ({self.where})" if self.where else ""
        remedy = f" {self.remedy}." if self.remedy else ""
        return f"{self.what}{place}.{remedy}"

    def __reduce__(self) -> tuple[type[UnaccountedError], tuple[str, str | None, str | None]]:
        return type(self), (self.what, self.where, self.remedy)


class UsageError(UnaccountedError):
    """The command or the call was given something that it does not take: call again, corrected."""


class ReadingError(UnaccountedError):
    """One file or document cannot be read: it becomes a row in `failures`, the others go on."""

    exit_code = 2


class GroundingError(UnaccountedError):
    """A quote does not stand in its text at its offsets."""

    exit_code = 3


class ProjectError(UnaccountedError):
    """The project folder is not one that this version can use."""


class TableError(UnaccountedError):
    """A table's part cannot be read: delete the derived tables and run again."""

    exit_code = 3


class FlatClaimsError(UnaccountedError):
    """Figures handed in as rows cannot be used: `faults` names each by row and column.

    Args:
        where: the file, or "the claims given".
        faults: one sentence for each fault, each with its row and column and the remedy.
    """

    def __init__(self, where: str, faults: list[str]) -> None:
        self.faults = tuple(faults)
        shown = "\n".join(f"  {fault}" for fault in faults[:50])
        more = f"\n  and {len(faults) - 50} more" if len(faults) > 50 else ""
        super().__init__(
            f"{len(faults)} value{'s' if len(faults) != 1 else ''} cannot be used", where, f"Mend these and run again:\n{shown}{more}"
        )

    def __reduce__(self) -> tuple[type[FlatClaimsError], tuple[str, list[str]]]:  # type: ignore[override]
        return type(self), (self.where or "", list(self.faults))

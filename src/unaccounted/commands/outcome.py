"""How a command ended: the exit codes, and which files count as not read.

In: the ledger of files and the failures. Out: a code, and lines for people. A file that was left out on purpose, or in which
there was nothing to read, is not a file that was not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum

from unaccounted.base.records import Failure, FileFound
from unaccounted.collect import EMPTY, HIDDEN

_NOTHING_TO_DO = "Nothing to do"
_LISTED = 10


class Ended(IntEnum):
    """What each exit code means."""

    WELL = 0
    """All well; that nothing was found in what was read is an answer, too."""
    WRONG_USE = 1
    """The command was given something that it does not take."""
    NOT_ALL_READ = 2
    """Some files were not read, or not wholly; what was read is in the account."""
    CHECK_FAILED = 3
    """A check failed, or a table cannot be read."""
    FAULT = 70
    """A fault of the program."""
    STOPPED = 130
    """Ctrl-C."""
    PIPE_CLOSED = 141
    """Whoever read the output had enough."""


EXIT_CODES = {
    Ended.WELL: "all well; that nothing was found is an answer, too",
    Ended.WRONG_USE: "the command was given something that it does not take",
    Ended.NOT_ALL_READ: "some files were not read, or not wholly",
    Ended.CHECK_FAILED: "a check failed, or a table cannot be read",
    Ended.FAULT: "a fault of the program",
    Ended.STOPPED: "stopped by Ctrl-C",
    Ended.PIPE_CLOSED: "whoever read the output had enough",
}
"""What each exit code means, for people."""


def say_exit_codes() -> str:
    """One sentence with all of them, for the end of the help."""
    return "Exit codes: " + "; ".join(f"{code.value} {words}" for code, words in EXIT_CODES.items()) + "."


def is_unread(file: FileFound) -> bool:
    """Whether a file that somebody may have wanted read was not, or not wholly.

    Hidden files, empty ones, links in a circle and other projects are none: their remedy says that there is nothing to do.
    """
    if file.status in ("failed", "partly read"):
        return True
    return file.status == "skipped" and file.reason != HIDDEN and not (file.remedy or "").startswith(_NOTHING_TO_DO)


def _is_empty(file: FileFound) -> bool:
    return file.status == "skipped" and (file.reason or "").startswith(EMPTY)


def judge_reading(files: Iterable[FileFound], failures: Iterable[Failure]) -> Ended:
    """The exit code of a command that read files."""
    unread = any(is_unread(each) for each in files) or any(failures)
    return Ended.NOT_ALL_READ if unread else Ended.WELL


def say_unread(files: Sequence[FileFound], failures: Sequence[Failure]) -> list[str]:
    """One line for each file that was empty or not read, with the reason and the remedy; long lists are cut, with their number."""
    lines = [_say(f"Empty: {each.name}", each.reason.removeprefix(f"{EMPTY}: "), None) for each in files if _is_empty(each) and each.reason]
    lines += [_say(f"{each.status.capitalize()}: {each.name}", each.reason, each.remedy) for each in files if is_unread(each)]
    lines += [_say(f"Failed: {each.name}", each.what, each.remedy) for each in failures if each.step != "collect"]
    if len(lines) > _LISTED + 1:
        lines = [*lines[:_LISTED], f"and {len(lines) - _LISTED} more; --json lists all"]
    return lines


def _say(name: str, why: str | None, remedy: str | None) -> str:
    return f"{name}: {why}." + (f" {remedy}." if remedy else "")

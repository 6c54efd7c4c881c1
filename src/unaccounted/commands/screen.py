"""What people see while a command runs: notes and bars on standard error, accounts on standard output.

In: lines, renderables, progress. Out: the terminal. Bars are drawn on a terminal only; where the output goes elsewhere, nothing
but the answer is in it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from unaccounted.commands.printed import write_json

_VERBS = {"collect": "Collecting", "extract": "Reading", "link": "Linking", "reconcile": "Reckoning", "explain": "Explaining"}


def prepare_streams() -> None:
    """Both streams in UTF-8, so that a name or a quote in any script can be printed whatever the machine's settings."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def note(lines: str | Iterable[str]) -> None:
    """Lines for people, on standard error."""
    for line in [lines] if isinstance(lines, str) else lines:
        print(line, file=sys.stderr, flush=True)


def answer(words: str) -> None:
    """Words on standard output."""
    print(words, flush=True)


def answer_json(plain: Any) -> None:
    """One object as JSON on standard output."""
    print(write_json(plain), flush=True)


def render(*renderables: Any) -> None:
    """Rich renderables on standard output."""
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False)
    for each in renderables:
        console.print(each)


Track = Callable[[str], Callable[[float, int], None]]


@contextmanager
def bars() -> Iterator[Track]:
    """Progress bars on standard error, one for each step that has something to do; none where it is not a terminal."""
    if not sys.stderr.isatty():
        yield lambda name: lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:

        def track(name: str) -> Callable[[float, int], None]:
            task = progress.add_task(_VERBS.get(name, name), total=None)
            return lambda done, total: progress.update(task, completed=done, total=total)

        yield track

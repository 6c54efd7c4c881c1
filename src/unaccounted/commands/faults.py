"""What people see when a command does not end well: a message and an exit code, never a traceback.

In: whatever was raised. Out: one line on standard error (what, where, the remedy) and a code of `outcome.Ended`. A fault of the
program is said to be one; `--traceback` shows it in full.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import typer
from typer.core import TyperGroup

from unaccounted.base.errors import UnaccountedError
from unaccounted.commands.outcome import Ended
from unaccounted.commands.screen import answer, note, prepare_streams

_TRACEBACK = "--traceback"

# Some versions of typer raise click's errors, others those of a copy of click that they bring along.
_MISUSE: type[Exception] = next(each for each in typer.BadParameter.__mro__ if each.__name__ == "ClickException")


class CarefulGroup(TyperGroup):
    """Ends with a code of its own where typer would end with one that means something else here."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            note("Stopped. What was finished in a project is kept; run the same again to go on.")
            raise typer.Exit(Ended.STOPPED) from None
        except BrokenPipeError:
            _hush()
            raise typer.Exit(Ended.PIPE_CLOSED) from None


def run_app(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Run a command of an app whose group is a `CarefulGroup`.

    Args:
        app: commands may raise `typer.Exit` with a code of `Ended`.
        arguments: without the program's name.

    Returns:
        The exit code.
    """
    prepare_streams()
    words, in_full = _take_traceback(arguments)
    try:
        ended = typer.main.get_command(app).main(words, prog_name="unaccounted", standalone_mode=False)
        sys.stdout.flush()
        return int(ended) if isinstance(ended, int) else Ended.WELL
    except UnaccountedError as error:
        note(f"unaccounted: {error.message}")
        return error.exit_code
    except BrokenPipeError:
        _hush()
        return Ended.PIPE_CLOSED
    except KeyboardInterrupt:
        note("Stopped.")
        return Ended.STOPPED
    except Exception as error:
        if isinstance(error, _MISUSE):
            return _say_misuse(error)
        if in_full:
            raise
        note(f"unaccounted: a fault of the program, not of yours: {type(error).__name__}: {str(error)[:500]}.")
        note(f"Run the same again with {_TRACEBACK} and report what it prints.")
        return Ended.FAULT


def _take_traceback(arguments: Sequence[str]) -> tuple[list[str], bool]:
    """The words without `--traceback`, which may stand anywhere before a `--`."""
    words = list(arguments)
    end = words.index("--") if "--" in words else len(words)
    kept = [each for each in words[:end] if each != _TRACEBACK]
    return kept + words[end:], len(kept) < end


def _say_misuse(error: Any) -> int:
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError" and context is not None:
        answer(context.get_help())
    else:
        command = context.command_path if context is not None else "unaccounted"
        said = error.format_message().rstrip(".")
        note(f"unaccounted: {said}{'' if said.endswith(('?', '!')) else '.'} See: {command} --help")
    return Ended.WRONG_USE


def _hush() -> None:
    """Whoever read the output has gone: what is still to be written goes nowhere, without a word."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)

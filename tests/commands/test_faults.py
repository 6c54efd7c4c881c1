"""However a command ends, people see a message and a code, never a traceback, unless they ask for it."""

from __future__ import annotations

import pytest
import typer

from unaccounted.base.errors import GroundingError, UsageError
from unaccounted.commands.faults import CarefulGroup, run_app
from unaccounted.commands.outcome import Ended

app = typer.Typer(cls=CarefulGroup, no_args_is_help=True)


@app.command()
def end(how: str, often: int = 1) -> None:
    """End in a way that is asked for."""
    if how == "exit":
        raise typer.Exit(Ended.NOT_ALL_READ)
    faults = {
        "usage": UsageError("this is wrong", "here", "Mend it"),
        "check": GroundingError("it does not stand"),
        "fault": KeyError("a fault"),
        "stop": KeyboardInterrupt(),
        "pipe": BrokenPipeError(),
    }
    if how in faults:
        raise faults[how]


@app.command()
def other() -> None:
    """A second command, so that the first has a name."""


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["end", "well"], 0, ""),
        (["end", "exit"], 2, ""),
        (["end", "usage"], 1, "unaccounted: this is wrong (here). Mend it.\n"),
        (["end", "check"], 3, "unaccounted: it does not stand.\n"),
        (["end", "stop"], 130, "run the same again to go on"),
        (["end", "pipe"], 141, ""),
        (["end", "fault"], 70, "a fault of the program, not of yours: KeyError: 'a fault'"),
        (["end"], 1, "Missing argument"),
        (["end", "well", "--often", "x"], 1, "See: unaccounted end --help"),
        (["nothing"], 1, "No such command 'nothing'. See: unaccounted --help"),
        (["end", "--traceback", "usage"], 1, "this is wrong"),
    ],
)
def test_each_end_has_its_code_and_its_words(words: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(app, words) == code
    err = capsys.readouterr().err
    assert said in err if said else err == ""
    assert "Traceback" not in err


def test_without_a_command_help_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(app, []) == 1
    assert "Usage:" in capsys.readouterr().out


def test_a_fault_is_shown_in_full_where_asked() -> None:
    with pytest.raises(KeyError):
        run_app(app, ["end", "fault", "--traceback"])


def test_traceback_after_two_dashes_is_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(app, ["end", "--", "--traceback"]) == 0


def test_a_question_is_not_followed_by_a_stop(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(app, ["othr"]) == Ended.WRONG_USE
    said = capsys.readouterr().err
    assert "?." not in said
    assert "Did you mean 'other'? See:" in said

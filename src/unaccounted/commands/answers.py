"""What commands say: an account, claims as they are read, checks; in words or as JSON.

In: evidence, what was found, checks. Out: standard output for the answer, standard error for notes, and the exit code where it
hangs on the answer. How an account looks is decided in `show`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from unaccounted.base.progress import listen_to_progress
from unaccounted.base.records import Failure, FileFound, claim_to_dict
from unaccounted.commands import outcome, printed, screen
from unaccounted.commands.check import Check, say_check
from unaccounted.commands.outcome import Ended

if TYPE_CHECKING:
    from unaccounted.collect import Found
    from unaccounted.show import Evidence


def answer_account(evidence: Evidence, as_json: bool) -> None:
    """Print an account, or that nothing was found, which is an answer."""
    if as_json:
        screen.answer_json(printed.print_account(evidence))
        return
    if not evidence.flat:
        read = len(evidence.documents)
        screen.answer(f"{read} document{'s' if read != 1 else ''} read; no statement about how many people met which fate was found.")
        return
    from unaccounted.show import show_account

    screen.render(show_account(evidence))


def note_reading(evidence: Evidence) -> None:
    """Note how many files were read, and each that was not."""
    read = sum(each.status in ("read", "partly read") for each in evidence.files)
    screen.note(f"{read} of {len(evidence.files)} files read, {len(evidence.claims)} claims.")
    screen.note(outcome.say_unread(evidence.files, evidence.failures))


def answer_lines(found: Sequence[Found]) -> Ended:
    """Print claims as they are read, one a line, keeping nothing; notes come at the end.

    Returns:
        The exit code.
    """
    from unaccounted.commands.stream import stream_claims

    files: list[FileFound] = []
    failures: list[Failure] = []
    with screen.bars() as track:
        tick = track("extract")
        with listen_to_progress(lambda part, whole: tick(len(files) + part / max(whole, 1), len(found))):
            for reading in stream_claims(found):
                for claim in reading.claims:
                    sys.stdout.write(printed.write_json(claim_to_dict(claim), None) + "\n")
                files += reading.files
                failures += reading.failures
                tick(len(files), len(found))
    sys.stdout.flush()
    screen.note(outcome.say_unread(files, failures))
    return outcome.judge_reading(files, failures)


def answer_checks(checks: Sequence[Check], as_json: bool) -> Ended:
    """Print checks.

    Returns:
        The exit code.
    """
    failed = any(not check.passed and check.is_needed for check in checks)
    if as_json:
        told = [
            {"name": each.name, "passed": each.passed, "needed": each.is_needed, "words": each.words, "faults": list(each.faults)}
            for each in checks
        ]
        screen.answer_json({"passed": not failed, "checks": told})
    else:
        for check in checks:
            screen.answer(say_check(check))
    return Ended.CHECK_FAILED if failed else Ended.WELL

"""CPU seconds of reckoning, as claims, dates and parts grow, and how much of it is printed and holds the truth.

In: the histories of invented.py. Out: a table on standard output, beside what the design asks for.
"""

from __future__ import annotations

import time

from invented import History, invent_history
from unaccounted.reconcile import reconcile_claims

SIZES = (
    (20, 1, 1, None),
    (20, 3, 1, 1.0),
    (60, 10, 1, None),
    (250, 3, 5, None),
    (500, 5, 10, None),
    (1000, 10, 20, 60.0),
)
"""Claims, dates, parts, and the CPU seconds to reach."""


def measure_account(history: History, seed: int = 0) -> tuple[float, int, int, int, int]:
    """CPU seconds; figures, those with numbers, and of these the ones whose truth is known and those that hold it."""
    started = time.process_time()
    account = reconcile_claims(history.claims, as_of=history.days, seed=seed)
    seconds = time.process_time() - started
    printed = [each for each in account.figures if each.low is not None and each.high is not None]
    known = [
        each.low <= truth <= each.high
        for each in printed
        if each.low is not None and each.high is not None and (truth := history.truth.get((each.cohort, each.fate, each.as_of))) is not None
    ]
    return seconds, len(account.figures), len(printed), len(known), sum(known)


def main() -> None:
    """Measure, and print."""
    measure_account(invent_history(20, 1, 1))
    print("Reckoning (claims x dates x parts of a whole):")
    for claims, dates, parts, reach in SIZES:
        seconds, figures, printed, known, held = measure_account(invent_history(claims, dates, parts))
        goal = f" (to reach {reach:.0f})" if reach is not None else ""
        print(
            f"  {claims} x {dates} x {parts}: {seconds:.2f} CPU-seconds{goal}; {printed} of {figures} figures printed, "
            f"{held} of {known} 90% ranges hold the truth",
            flush=True,
        )


if __name__ == "__main__":
    main()

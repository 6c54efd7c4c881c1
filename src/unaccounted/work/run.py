"""A step run over its shards: what is there stays, what is missing is made, what belongs to no shard is removed.

In: a step, shards, the folder of the tables. Out: parts. Ctrl-C, a killed process or a killed run loses nothing that was finished:
run again, and the rest is made. How a record is read, and what its failure says, is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from unaccounted.base.progress import Listener, listen_to_progress
from unaccounted.base.shards import Shard, Step
from unaccounted.work.attempt import Rows, join_rows, run_shard, set_aside
from unaccounted.work.crew import Crew, WorkerDiedError
from unaccounted.work.parts import list_done, name_part, remove_others, write_parts

FEW = 400
"""So many records are run here, whatever the number of workers: processes take as long to start as these to read."""

Progress = Callable[[float, int], None]
"""Called with how many shards are done, with the part that is done of the one at hand, and how many there are."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run did.

    Args:
        parts: the parts' names, one for each shard, in the shards' order.
        made: how many of them were made now.
    """

    parts: tuple[str, ...]
    made: int


def run_step(step: Step, shards: Sequence[Shard], folder: Path, workers: int = 1, progress: Progress | None = None, few: int = FEW) -> Ran:
    """Make a step's parts for every shard.

    Args:
        step: what is done to each record.
        shards: what one part each is made of; shards with one key are one.
        folder: of the step's tables, and of `failures`.
        workers: processes at most; 1 runs all here.
        progress: called with how many shards are done and how many there are; while one is run here, also with the part of it
            that is done, where the step tells it.
        few: with fewer records to run than this, no process is started.

    Returns:
        The parts' names, and how many were made. The same bytes, whatever `workers` and the order of `shards`.

    Raises:
        Exception: what the step raised, where it sets nothing aside; what is finished stays.
        UsageError: worker processes cannot be started here.
        OSError: a part cannot be written.
    """
    named = {name_part(step, shard): shard for shard in shards}
    there = list_done(step, folder)
    missing = {name: shard for name, shard in named.items() if name not in there}
    done = len(named) - len(missing)

    def tick() -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, len(named))

    if progress is not None:
        progress(done, len(named))
    if workers == 1 or sum(len(shard.records) for shard in missing.values()) < few:
        for name, shard in missing.items():
            with listen_to_progress(_within(progress, done, shard, len(named))):
                run_shard(step, name, shard, folder)
            tick()
    else:
        with Crew(step, folder) as crew:
            for name in crew.run_shards(missing, workers, tick):
                _run_carefully(step, name, missing[name], folder, crew)
                tick()
    remove_others(step, named, folder)
    return Ran(tuple(named), len(missing))


def _within(progress: Progress | None, done: int, shard: Shard, total: int) -> Listener | None:
    """Hears of a record's progress, where the shard is that record alone: then it is the shard's."""
    if progress is None or len(shard.records) != 1:
        return None
    return lambda part, whole: progress(done + min(part / whole, 1.0) if whole else done, total)


def _run_carefully(step: Step, name: str, shard: Shard, folder: Path, crew: Crew) -> None:
    """A shard on which a worker died, record by record; a record that ends its worker twice is set aside."""
    several: list[Rows] = []
    for record in shard.records:
        # In a shard of its own, the record has ended one worker already.
        deaths = 1 if len(shard.records) == 1 else 0
        while deaths < 2:
            try:
                several.append(crew.run_alone(record))
                break
            except WorkerDiedError:
                deaths += 1
        else:
            several.append(set_aside(step, record))
    write_parts(step, name, join_rows(step, several), folder)

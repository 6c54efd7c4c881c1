"""How a step runs over many records: here, or in worker processes; it knows shards, not stages.

In: a step and its shards. Out: one part for each shard in each of the step's tables, whole or not at all, the same to the
byte whatever the number of workers. Running at least once gives results exactly once.
"""

from __future__ import annotations

from unaccounted.base.shards import Shard as Shard
from unaccounted.work.run import Ran as Ran
from unaccounted.work.run import run_step as run_step

__all__ = ["Ran", "Shard", "run_step"]

"""A step and the shards that it runs over: what the flow says and the work carries out.

In: records with keys. Out: shards, cut so that a record that is added or changed touches one shard alone. How, where and in
what order a step runs over its shards is decided in `work`; what a step does, in the flow.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

ALONE = 256
"""Up to so many records, each is a shard of its own: a file that is added is the only one read."""

TOGETHER = 16
"""Beyond `ALONE`, about so many records make a shard: a part costs as much to write as a report does to read."""


@dataclass(frozen=True, slots=True)
class Shard:
    """What one part is made of.

    Args:
        key: names the records and all that they depend on; the same key means the same part.
        records: handed to the step one by one.
    """

    key: str
    records: tuple[Any, ...]


class Step(Protocol):
    """What is done to each record; picklable, so that it can run in another process."""

    @property
    def name(self) -> str:
        """A short word; the parts are named by it."""

    @property
    def version(self) -> str:
        """Changes whenever the step may give something else for the same record."""

    @property
    def settings(self) -> str:
        """All that was asked of it, as text."""

    @property
    def tables(self) -> Mapping[str, type]:
        """The tables that it makes, without `failures`: where each stands in the folder, and its record."""

    @property
    def sets_aside(self) -> bool:
        """Whether a record at which it raises becomes a failure; False where this would hide a fault of ours."""

    def run(self, record: Any) -> Mapping[str, Sequence[Any]]:
        """The rows of each table that one record gives; a step may add rows to `failures`."""

    def describe(self, record: Any) -> tuple[str, str | None]:
        """The record's name for people and its document's hash where known, for a row in `failures`."""


class Runner(Protocol):
    """Carries out a step over shards: `work.run_step`, or anything that does the same."""

    def __call__(self, step: Step, shards: Sequence[Shard], folder: Path, /) -> object:
        """Make the parts of every shard in the tables below `folder`, and remove the step's other parts."""


def digest_text(*texts: str) -> str:
    """A hash of texts, 32 hexadecimal digits; where one ends and the next begins matters."""
    digest = hashlib.blake2b(digest_size=16)
    for text in texts:
        known = text.encode("utf-8", "surrogatepass")
        digest.update(f"{len(known)}:".encode())
        digest.update(known)
    return digest.hexdigest()


def cut_shards(keyed: Iterable[tuple[str, Any]]) -> list[Shard]:
    """Cut records into shards by their keys alone, so that the same records give the same shards in any order.

    Args:
        keyed: each record with its key; of two with the same key the first is taken.

    Returns:
        Up to `ALONE` records, one shard each in the order given; beyond, shards of about `TOGETHER` records, cut where the
        hash of a key says so: a new record changes the shard that it falls into and no other.
    """
    records: dict[str, Any] = {}
    for key, record in keyed:
        records.setdefault(key, record)
    if len(records) <= ALONE:
        return [Shard(key, (record,)) for key, record in records.items()]
    shards: list[Shard] = []
    together: list[str] = []
    ordered = sorted((digest_text(key), key) for key in records)
    for place, (digest, key) in enumerate(ordered, start=1):
        together.append(key)
        if int(digest[-8:], 16) % TOGETHER == 0 or place == len(ordered):
            shards.append(Shard(digest_text(*together), tuple(records[each] for each in together)))
            together = []
    return shards

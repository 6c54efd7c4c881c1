"""Steps to run over shards of plain words: one that counts letters, and what can go wrong in it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from unaccounted.base.records import Diagnostic


@dataclass(frozen=True)
class CountLetters:
    """One `Diagnostic` a word: its length. Words that begin with "!" ask for trouble."""

    name: str = "count"
    version: str = "1"
    settings: str = ""
    sets_aside: bool = True
    diary: Path | None = None
    tables: Mapping[str, type] = field(default_factory=lambda: {"lengths": Diagnostic, "lengths/short": Diagnostic})

    def describe(self, record: str) -> tuple[str, str | None]:
        return record, f"sha of {record}"

    def run(self, record: str) -> Mapping[str, Sequence[Any]]:
        if self.diary is not None:
            with self.diary.open("a") as diary:
                diary.write(f"{record}\n")
        if record.startswith("!raise"):
            raise ValueError(f"no such word as {object()}")
        if record.startswith("!kill"):
            os.kill(os.getpid(), signal.SIGKILL)
        if record.startswith("!once") and self.diary is not None and self.diary.read_text().split("\n").count(record) == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        if record.startswith("!sleep"):
            time.sleep(0.05)
        if record.startswith("!interrupt"):
            raise KeyboardInterrupt
        row = Diagnostic(record, "letters", "has letters", float(len(record)))
        return {"lengths": [row], "lengths/short": [row] if len(record) < 4 else []}

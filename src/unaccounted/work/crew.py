"""Worker processes, one pipe each, so that it is known which shard a process died on.

In: a step and shards. Each worker writes its own parts and only says when it is done; a shard whose worker died is handed
back, to be tried record by record. Workers are spawned, not forked, ignore Ctrl-C (the parent ends them) and end when
their parent does.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

from unaccounted.base.errors import UsageError
from unaccounted.base.shards import Shard, Step
from unaccounted.work.attempt import Rows, run_record, run_shard

_READY = "ready"
_PATIENCE = 5.0
"""Seconds that a worker has to end when told to."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A shard and the name of its part, which the parent gives: what a worker finds on its disk must not change it."""

    name: str
    shard: Shard


class WorkerDiedError(Exception):
    """A worker process ended without an answer: killed by the system, or by a fault in a library."""


def _serve(step: Step, folder: Path, pipe: Connection) -> None:
    """A worker's life: take a shard (write its parts) or one record (give its rows), until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        pipe.send(_READY)
        while True:
            task = pipe.recv()
            try:
                answer: Any = None
                if isinstance(task, _Named):
                    run_shard(step, task.name, task.shard, folder)
                else:
                    answer = run_record(step, task[0])
            except Exception as error:
                answer = _portable(error)
            pipe.send(answer)


def _portable(error: Exception) -> Exception:
    try:
        return error if isinstance(pickle.loads(pickle.dumps(error)), type(error)) else RuntimeError(repr(error))  # noqa: S301 - our own bytes
    except Exception:
        return RuntimeError(repr(error))


@dataclass(slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection
    is_up: bool = False
    task: _Named | None = None

    def answer(self) -> Any:
        """What the worker says; first of all, that it is up.

        Raises:
            WorkerDiedError: it died instead.
            UsageError: it died before it was up.
            Exception: what ended the run in the worker.
        """
        try:
            said = self.pipe.recv()
        except (EOFError, OSError) as error:
            if self.is_up:
                raise WorkerDiedError from error
            raise UsageError(
                "worker processes cannot be started here",
                remedy='Use one worker (--workers 1); in a script of your own, call it below: if __name__ == "__main__"',
            ) from None
        if isinstance(said, Exception):
            raise said
        self.is_up = True
        return said


class Crew:
    """Worker processes for one step; a context that leaves none behind."""

    def __init__(self, step: Step, folder: Path) -> None:
        self._step, self._folder = step, folder
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[_Worker] = []

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join(_PATIENCE)
        self._workers = []

    def run_shards(self, shards: Mapping[str, Shard], workers: int, done: Callable[[], None]) -> list[str]:
        """Run shards on several workers.

        Args:
            shards: by the names of their parts; handed out in order.
            workers: processes.
            done: called after each shard that is done.

        Returns:
            The names of the shards on which a worker died.
        """
        waiting = (_Named(name, shard) for name, shard in shards.items())
        broken: list[str] = []
        busy = [self._hire() for _ in range(min(workers, len(shards)))]
        while busy:
            for ready in wait([worker.pipe for worker in busy]):
                worker = next(each for each in busy if each.pipe is ready)
                busy.remove(worker)
                try:
                    worker.answer()
                except WorkerDiedError:
                    broken.extend([worker.task.name] if worker.task else [])
                    self._dismiss(worker)
                    busy.append(self._hire())
                    continue
                if worker.task is not None:
                    done()
                if self._hand_next(worker, waiting):
                    busy.append(worker)
        return broken

    def run_alone(self, record: Any) -> Rows:
        """The rows of one record, run in a worker that may die of it.

        Raises:
            WorkerDiedError: it did.
        """
        worker = self._workers[0] if self._workers else self._hire()
        if not worker.is_up:
            worker.answer()
        try:
            worker.pipe.send((record,))
            rows: Rows = worker.answer()
        except (WorkerDiedError, BrokenPipeError) as error:
            self._dismiss(worker)
            raise WorkerDiedError from error
        return rows

    def _hand_next(self, worker: _Worker, waiting: Iterator[_Named]) -> bool:
        worker.task = next(waiting, None)
        if worker.task is None:
            return False
        with suppress(BrokenPipeError):  # it died between two shards: its pipe says so when it is asked
            worker.pipe.send(worker.task)
        return True

    def _hire(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(self._step, self._folder, theirs), daemon=True)
        with _deaf_to_interrupts():
            process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _dismiss(self, worker: _Worker) -> None:
        worker.pipe.close()
        worker.process.join(_PATIENCE)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()
        self._workers.remove(worker)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """A process that starts now is born deaf to Ctrl-C: else one that is not yet up would print a traceback."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)

"""How far one long record has been read, told by whoever reads it to whoever shows it; by default nobody listens.

In: parts done and the whole, in any unit. Out: a call. It changes nothing of what is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[int, int], None]

_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


def tell_progress(done: int, whole: int) -> None:
    """Say how far a record has been read: so many characters of so many."""
    listener = _listener.get()
    if listener is not None:
        listener(done, whole)


@contextmanager
def listen_to_progress(listener: Listener | None) -> Iterator[None]:
    """Hear what is told while the context lasts; None hears nothing."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)

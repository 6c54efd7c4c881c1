"""A property that is worked out when it is first asked for, and kept.

As `functools.cached_property`, without its lock: a passage is read by one thread, and is asked for a dozen of these.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Value = TypeVar("Value")


class asked_once(Generic[Value]):
    """Decorates a method without arguments; its object must have a `__dict__`."""

    def __init__(self, work: Callable[[Any], Value]) -> None:
        self.work, self.name, self.__doc__ = work, work.__name__, work.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> asked_once[Value]: ...

    @overload
    def __get__(self, owner: object, kind: type) -> Value: ...

    def __get__(self, owner: object | None, kind: type) -> asked_once[Value] | Value:
        if owner is None:
            return self
        value = owner.__dict__[self.name] = self.work(owner)
        return value

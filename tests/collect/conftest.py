"""Fixtures of the tests of collect: a folder that anybody may enter, and the rights of somebody who is not root."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

NOBODY = 65534


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder outside pytest's own, which only its owner may enter."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.fixture
def without_rights() -> Callable[[], AbstractContextManager[None]]:
    """A context in which permission bits bind: as root, one of an unprivileged user; else nothing to do."""
    if not hasattr(os, "seteuid"):
        pytest.skip("this system has no user ids to give up")

    @contextmanager
    def lowered() -> Iterator[None]:
        if os.geteuid() != 0:
            yield
            return
        try:
            os.seteuid(NOBODY)
        except OSError:
            pytest.skip("root here may not give up its rights")
        try:
            yield
        finally:
            os.seteuid(0)

    return lowered

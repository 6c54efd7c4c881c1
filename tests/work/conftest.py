"""Lets worker processes find the steps of these tests: they import them by name."""

import sys
from pathlib import Path

import pytest

HERE = str(Path(__file__).parent)


@pytest.fixture(autouse=True)
def steps_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    if HERE not in sys.path:
        monkeypatch.syspath_prepend(HERE)

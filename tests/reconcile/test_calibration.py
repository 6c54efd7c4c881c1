"""Accounts drawn from the model itself: the truth's rank among the draws is uniform, in a small run of the script that measures it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "measure_calibration.py"
WORLDS = 16


@pytest.fixture(scope="module")
def calibration() -> ModuleType:
    spec = importlib.util.spec_from_file_location("measure_calibration", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["measure_calibration"] = module
    spec.loader.exec_module(module)
    return module


def test_the_truth_s_rank_is_uniform(calibration: ModuleType) -> None:
    ranks, failed = calibration.gather_ranks(calibration.rank_world(world, 1, seed=4) for world in range(WORLDS))
    assert failed <= WORLDS // 4
    assert calibration.find_uneven(ranks, level=0.999) == []


def test_ranks_that_are_not_uniform_are_found(calibration: ModuleType) -> None:
    rng = np.random.default_rng(0)
    too_narrow = rng.choice([0, 1, 2, 97, 98, 99], 60)
    too_high = np.minimum(rng.integers(100, size=60) + 30, 99)
    uniform = rng.integers(100, size=60)
    assert calibration.find_uneven({"narrow": too_narrow, "high": too_high, "uniform": uniform}) == ["narrow", "high"]

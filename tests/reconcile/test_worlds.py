"""Simulated worlds in which the truth is known: a small run of the scorer beside the project, where it is."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from unaccounted.reconcile import reconcile_claims

SCORER = Path(__file__).parents[3] / "shared" / "score" / "worlds.py"
WORLDS = 20


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    if not SCORER.is_file():
        pytest.skip("the scorer of simulated worlds is not beside the project")
    spec = importlib.util.spec_from_file_location("worlds", SCORER)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_ranges_hold_the_truth_about_nine_times_in_ten(scorer: ModuleType) -> None:
    inside: list[bool] = []
    for number in range(WORLDS):
        claims, truth = scorer.world(np.random.default_rng([77, number]), 1, 0.4)
        account = reconcile_claims(claims, as_of=scorer.DATES[:1], seed=number)
        lines: dict[str, Any] = {each.fate: each for each in account.figures if each.low is not None}
        for (fate, _), people in truth.items():
            if fate in lines:
                inside.append(lines[fate].low <= people <= lines[fate].high)
    assert len(inside) > 3 * WORLDS
    # Four standard errors about nine in ten, figures of one world being akin.
    assert 0.8 < np.mean(inside) < 0.99

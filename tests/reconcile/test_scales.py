"""The one table of scales and priors: every number has a reason, every letter and digit a scale, and each can be replaced."""

from __future__ import annotations

import csv
import re
from importlib.resources import files
from pathlib import Path

from tests.reconcile.conftest import CREW
from unaccounted.base.vocabulary import SOURCE_LETTERS, STATEMENT_DIGITS
from unaccounted.reconcile import read_scales, reconcile_claims

FOLDER = Path(__file__).parents[2] / "src" / "unaccounted" / "reconcile"


def test_every_number_has_a_reason() -> None:
    rows = list(csv.DictReader((files("unaccounted.reconcile") / "scales.csv").read_text(encoding="utf-8").splitlines()))
    assert len({row["name"] for row in rows}) == len(rows)
    assert all(len(row["reason"]) > 15 for row in rows if row["name"][:5] not in ("error", "bias "))


def test_every_letter_and_digit_has_a_scale_and_worse_ones_are_wider() -> None:
    scales = read_scales()
    assert {f"bias {letter}" for letter in SOURCE_LETTERS} | {f"error {digit}" for digit in STATEMENT_DIGITS} <= set(scales.numbers)
    assert scales.bias("A") < scales.bias("B") < scales.bias("C") < scales.bias("D") < scales.bias("E")
    assert scales.error("1") < scales.error("2") < scales.error("3") < scales.error("4") < scales.error("5")


def test_every_number_is_used_and_every_number_used_is_there() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py"))
    used = set(re.findall(r'(?:scales|numbers|spread_in)\["([a-z ]+)"\]', source))
    named = {name for name in read_scales().numbers if not re.fullmatch(r"(bias|error) [A-F1-6]", name)}
    assert named == used


def test_a_replaced_number_makes_another_account() -> None:
    usual, doubtful = (reconcile_claims(CREW, scales=scales) for scales in (None, read_scales().replace(bias_B=0.5)))
    width = [next(each for each in account.figures if each.fate == "killed") for account in (usual, doubtful)]
    assert width[0].high is not None and width[1].high is not None and width[1].high > width[0].high * 1.1

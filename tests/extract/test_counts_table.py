"""Sentences and the counts that they state, form by form: the table is `counts.yaml`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.extract.conftest import Read
from unaccounted.base.records import Claim
from unaccounted.base.vocabulary import FACTUALITIES, FATES

TABLE = yaml.safe_load(Path(__file__).with_name("counts.yaml").read_text(encoding="utf-8"))
CASES = [(form, text, said) for form, rows in TABLE.items() for text, *said in rows]
_NUMBER = {"at least": "≥", "at most": "≤", "about": "~"}


def _number(value: float) -> str:
    return f"{value:.4g}" if value < 1 else f"{value:.0f}"


def _said(claim: Claim) -> str:
    """A claim in the notation of the table, with shares as decimals."""
    known = [number for number in (claim.low, claim.best, claim.high) if number is not None]
    if claim.bound == "vague":
        number = f"w:{claim.words}"
    elif claim.bound == "between":
        number = f"{_number(known[0])}..{_number(known[-1])}"
    else:
        number = _NUMBER.get(claim.bound or "", "") + _number(known[0])
    unit = "s" if claim.unit == "share" and claim.bound != "vague" else ""
    factuality = "" if claim.factuality == "asserted" else f"{claim.factuality} "
    return f"{factuality}{number}{unit} {claim.fate}"


def _expected(statement: str) -> str:
    words = str(statement).replace(">=", "≥").replace("<=", "≤").split()
    factuality = words.pop(0) + " " if words[0] in FACTUALITIES else ""
    fate = next(fate for fate in sorted(FATES, key=len, reverse=True) if " ".join(words).endswith(f" {fate}"))
    number = " ".join(words).removesuffix(f" {fate}")
    share = re.fullmatch(r"([~≥≤]?)(?:(\d+)/(\d+)|(\d+)%)", number)
    if share:
        mark, part, whole, percent = share.groups()
        number = f"{mark}{_number(float(percent) / 100 if percent else int(part) / int(whole))}s"
    return f"{factuality}{number} {fate}"


@pytest.mark.parametrize(("form", "text", "statements"), CASES, ids=[f"{form}: {text[:50]}" for form, text, _ in CASES])
def test_a_sentence_states_its_counts_and_no_others(form: str, text: str, statements: list[str], read: Read) -> None:
    said = [_said(claim) for claim in read(text) if claim.kind == "count"]
    assert sorted(said) == sorted(_expected(statement) for statement in statements)

"""Claims made elsewhere: nested ones are linked first, and every fault is named by its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from unaccounted.base.errors import FlatClaimsError, UsageError
from unaccounted.base.records import Document, claim_to_dict
from unaccounted.commands.claims_file import reconcile_file
from unaccounted.extract import extract_claims

TEXT = (
    "Some 900 Norwegians joined the brigade. The ministry said that 200 Norwegian fighters were killed. "
    "Some 40 of those who joined came home."
)


@pytest.fixture
def nested(tmp_path: Path) -> Path:
    claims = extract_claims(Document("ab" * 32, "a.txt", ("a.txt",), "ab" * 32, None, "text", "utf-8", TEXT))
    path = tmp_path / "claims.jsonl"
    path.write_text("".join(f"{json.dumps(claim_to_dict(each))}\n" for each in claims), encoding="utf-8")
    return path


def test_the_words_of_one_cohort_meet_in_one_account(nested: Path) -> None:
    evidence, notes = reconcile_file(nested, (), False, 0)
    by_cohort: dict[str, set[str]] = {}
    for figure in evidence.account.figures:
        by_cohort.setdefault(figure.cohort, set()).add(figure.fate)
    assert any({"joined", "killed", "unaccounted for"} <= fates for fates in by_cohort.values())
    assert {claim for figure in evidence.account.figures for claim in figure.claims} <= {each.id for each in evidence.claims}
    assert notes == []


def test_each_line_that_is_no_claim_is_named(nested: Path) -> None:
    with nested.open("a", encoding="utf-8") as lines:
        lines.write('not json\n{"kind": "count"}\n{"kind": "count", "cohort": "words"}\n')
    number = len(nested.read_text(encoding="utf-8").splitlines())
    with pytest.raises(FlatClaimsError) as caught:
        reconcile_file(nested, (), False, 0)
    assert [fault.split(":")[0] for fault in caught.value.faults] == [f"line {number - 2}", f"line {number - 1}", f"line {number}"]


def test_a_spreadsheet_is_taken_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_text("cohort,fate,best,colour\ncrew,set out,120,red\ncrew,rescued,71,blue\n", encoding="utf-8")
    evidence, notes = reconcile_file(path, (), False, 0)
    assert {figure.fate for figure in evidence.account.figures} == {"set out", "rescued", "unaccounted for"}
    assert evidence.claims == () and len(evidence.flat) == 2
    assert any("colour" in note for note in notes)


def test_what_is_not_there_or_no_file_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        reconcile_file(tmp_path / "none.csv", (), False, 0)
    with pytest.raises(UsageError, match="not a file"):
        reconcile_file(tmp_path, (), False, 0)
    other = tmp_path / "latin.jsonl"
    other.write_bytes(b'{"kind": "\xe9"}\n')
    with pytest.raises(UsageError, match="UTF-8"):
        reconcile_file(other, (), False, 0)

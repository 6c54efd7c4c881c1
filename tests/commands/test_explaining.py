"""Explaining: from a file of claims, and behind pages that are already served."""

from __future__ import annotations

from pathlib import Path

import pytest

from unaccounted.base.accounts import Account
from unaccounted.base.errors import UsageError
from unaccounted.base.progress import listen_to_progress
from unaccounted.commands.explaining import Shown, explain_file
from unaccounted.reconcile import explain_claims, read_flat_claims
from unaccounted.show import Evidence

CLAIMS = """id,cohort,fate,best,bound,as_of,source,grade
a,the crew,joined,1200,about,2014-05-09,a ministry,B2
b,the crew,killed,300,about,2014-05-09,a ministry,B2
c,the crew,killed,420,about,2014-05-09,a paper,C3
d,the stokers,killed,12,exact,2014-05-09,a paper,C3
"""


def test_a_figure_of_a_spreadsheet_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text(CLAIMS, encoding="utf-8")
    evidence, figure = explain_file(path, "crew/killed", "2014", False, 0)
    found = evidence.alternatives_of(figure)
    assert {each.claims for each in found if each.change == "without a statement"} >= {("b",), ("c",)}
    assert {each.cohort for each in evidence.alternatives or ()} == {"the crew"}, "only the cohort that was asked for"
    with pytest.raises(UsageError, match="not a fate"):
        explain_file(path, "vanished", None, False, 0)


def test_pages_get_better_evidence_when_it_is_there() -> None:
    first, better = Evidence(Account(())), Evidence(Account(()), alternatives=())
    shown = Shown(first)
    shown.improve(lambda: better).join()
    assert shown.load() is better


def test_a_fault_leaves_the_pages_as_they_were(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> Evidence:
        raise ValueError("no")

    first = Evidence(Account(()))
    shown = Shown(first)
    shown.improve(fail).join()
    assert shown.load() is first
    assert "could not be reckoned" in capsys.readouterr().err


def test_explaining_tells_how_far_it_has_come(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text(CLAIMS, encoding="utf-8")
    heard: list[tuple[int, int]] = []
    claims, _ = read_flat_claims(path)
    with listen_to_progress(lambda done, whole: heard.append((done, whole))):
        explain_claims(claims)
    steps = heard[-1][1]
    assert heard == [(done, steps) for done in range(1, steps + 1)] and steps > len(claims)

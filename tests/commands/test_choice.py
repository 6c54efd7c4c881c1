"""Words pick the cohort and the figure that a person means, and say what could have been meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from unaccounted.base.accounts import Account
from unaccounted.base.errors import ProjectError, UsageError
from unaccounted.base.project import open_project
from unaccounted.base.records import Diagnostic, Figure, FlatClaim, Inference
from unaccounted.commands.choice import check_dates, choose_cohort, choose_figure, choose_project
from unaccounted.show import Evidence


def figure(cohort: str, fate: str, as_of: str = "1911-05-01", best: float | None = 10.0) -> Figure:
    return Figure(cohort, fate, as_of, best, best, best, True, 1, ("c1",))


EVIDENCE = Evidence(
    Account(
        (
            figure("Crew of the ship", "set out"),
            figure("Crew of the ship", "rescued", best=4.0),
            figure("Crew of the ship", "rescued", "1912-05-01", best=6.0),
            figure("Passengers", "rescued"),
            figure("Passengers of the ship", "set out"),
        ),
        inferences=(Inference("Crew of the ship", "died", "1912-05-01", "c9", "most of them"),),
        diagnostics=(Diagnostic("", "all", "a note on all"), Diagnostic("Passengers", "one", "a note")),
    ),
    flat=(FlatClaim("c9", "Crew of the ship", "died", factuality="inferred", words="most"),),
)


def cohorts(evidence: Evidence) -> set[str]:
    return {each.cohort for each in evidence.account.figures}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("crew", {"Crew of the ship"}),
        ("OF THE SHIP", {"Crew of the ship", "Passengers of the ship"}),
        ("passengers", {"Passengers"}),  # the label itself, though another holds it
        (None, {"Crew of the ship", "Passengers", "Passengers of the ship"}),
    ],
)
def test_a_cohort_is_picked_by_words_of_its_label(words: str | None, meant: set[str]) -> None:
    assert cohorts(choose_cohort(EVIDENCE, words)) == meant


def test_notes_on_all_stay_and_notes_on_others_go() -> None:
    assert [each.name for each in choose_cohort(EVIDENCE, "crew").account.diagnostics] == ["all"]


def test_an_unknown_cohort_is_answered_with_the_labels() -> None:
    with pytest.raises(UsageError, match=r"no cohort's label holds 'pilots'.*Crew of the ship; Passengers") as caught:
        choose_cohort(EVIDENCE, "pilots")
    assert caught.value.exit_code == 1


@pytest.mark.parametrize(
    ("words", "as_of", "best"),
    [
        ("rescued", None, 6),
        ("Rescued", "1911-05", None),
        ("rescued", "1911-05-01", 4),
        ("passengers/rescued", None, 10),
        ("crew / set out", None, 10),
    ],
)
def test_a_figure_is_picked_by_its_fate_the_latest_where_no_date_is_said(words: str, as_of: str | None, best: float | None) -> None:
    if best is None:
        with pytest.raises(UsageError, match="nothing is said"):
            choose_figure(EVIDENCE, words, as_of)
    else:
        assert choose_figure(EVIDENCE, words, as_of).best == best


def test_a_fate_that_is_only_inferred_can_be_explained() -> None:
    chosen = choose_figure(EVIDENCE, "died")
    assert (chosen.cohort, chosen.best, chosen.claims) == ("Crew of the ship", None, ())
    assert [claim.id for claim in EVIDENCE.left_out_of(chosen)] == ["c9"]


@pytest.mark.parametrize(
    ("words", "said"), [("vanished", "not a fate"), ("killed", "nothing is said of 'killed'"), ("x/rescued", "no cohort")]
)
def test_words_that_pick_no_figure_are_answered_with_those_there_are(words: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as caught:
        choose_figure(EVIDENCE, words)
    assert caught.value.remedy


def test_dates_are_checked_before_any_work() -> None:
    assert check_dates(["2019", "2019-07-01"]) == ("2019", "2019-07-01")
    with pytest.raises(UsageError, match="'May' is not a date"):
        check_dates(["2019", "May"])


def test_the_only_project_at_hand_is_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ProjectError, match="no project"):
        choose_project(None)
    open_project(tmp_path / "one")
    assert choose_project(None).folder.name == "one"
    open_project(tmp_path / "two")
    with pytest.raises(ProjectError, match="2 projects"):
        choose_project(None)
    assert choose_project(tmp_path / "two").folder.name == "two"

"""The terminal: 80 columns, no colour, and nothing that a document says is obeyed."""

from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from unaccounted.base.accounts import Account
from unaccounted.base.records import Figure, FlatClaim
from unaccounted.show.evidence import Evidence
from unaccounted.show.terminal import show_account, show_figure

from .world import ABOARD, ACCOUNT, CREW, FIGURES, figure, make_evidence


def _print(shown: object, width: int = 80, **options: object) -> str:
    out = io.StringIO()
    Console(file=out, width=width, color_system=None, **options).print(shown)  # type: ignore[arg-type]
    return out.getvalue()


def test_the_account_in_eighty_columns() -> None:
    shown = _print(show_account(make_evidence()))
    assert max(len(line) for line in shown.splitlines()) <= 80
    rows = {line.split("  ")[0].strip(): line for line in reversed(shown.splitlines())}
    assert "488  478–521" in rows["set out"]
    assert rows["set out"].rstrip().endswith("2  close")
    assert "46  2–117" in rows["unaccounted for"]
    assert "●" in rows["unaccounted for"]
    assert "  of which imprisoned" in shown
    assert "imprisoned: one word of one source" in shown
    assert "beside: wounded" in shown
    assert "set out, denial: the harbour office says 480 and denies 600 (120 people hang on it)" in " ".join(shown.split())
    assert "8 files found = 4 read + 1 partly read + 1 failed + 2 skipped." in shown
    assert "a guess: the range is up to three times" in shown


def test_the_rest_stands_between_rules() -> None:
    lines = _print(show_account(make_evidence())).splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("unaccounted for"))
    assert set(lines[place - 1].strip()) == set(lines[place + 1].strip()) == {"─"}


def test_cohorts_beyond_the_first_are_one_line_each() -> None:
    shown = _print(show_account(make_evidence(), cohorts=1), width=200)
    assert "Other cohorts (1)" in shown
    assert f"  {CREW}, as of 14 March 2021: set out not reckoned; died 14 (13–17)" in shown
    assert "Other cohorts" not in _print(show_account(make_evidence(), cohorts=None))


def test_long_fates_and_large_numbers_keep_their_columns() -> None:
    figures = (
        figure("all", "set out", (1_500_000, 2_000_000, 2_600_000), "entry", 11, ""),
        figure("all", "died", (100_000, 1_200_000, 1_900_000), "exit", 11, ""),
        figure("all", "died in custody", (90_000, 400_000, 1_900_000), "of which", 11, ""),
    )
    shown = _print(show_account(Evidence(Account(figures))))
    assert max(len(line) for line in shown.splitlines()) <= 80
    assert "of which died in custody" in shown
    assert "1,500,000–2,600,000" in shown
    narrow = _print(show_account(Evidence(Account(figures))), width=50)
    assert "set out: 2,000,000 (1,500,000–2,600,000); rough" in narrow, "no number is ever cut off"
    assert _print(show_account(make_evidence()), legacy_windows=False).count("●") == 8


def test_an_empty_account_is_an_answer() -> None:
    assert "That is an answer" in _print(show_account(Evidence(Account(()))))


def test_nothing_is_obeyed() -> None:
    bad = "[bold red]x[/] \x1b[31m \x07 \u202e \ud800"
    figures = tuple(replace(each, cohort=bad if each.cohort == ABOARD else each.cohort, note=bad) for each in FIGURES)
    evidence = make_evidence(account=replace(ACCOUNT, figures=figures), title=bad)
    shown = _print(show_account(evidence), width=200) + _print(show_figure(evidence, figures[0]), width=200)
    assert "[bold red]x[/]" in shown
    assert not set(shown) & set("\x1b\x07\u202e\ud800")


def test_a_figure_with_its_sentences() -> None:
    shown = " ".join(_print(show_figure(make_evidence(), FIGURES[0]), width=200).split())
    assert "»with 480 people aboard«, the harbour office said." in shown
    assert "LEFT OUT: denied" in shown


def test_a_row_of_a_table_shows_where_it_was_seen() -> None:
    flat = FlatClaim("r1", "the crew", "killed", best=5, bound="exact", unit="people", source="the port", url="https://port.example/lost")
    figure = Figure("the crew", "killed", "2020-01-01", 3, 5, 8, False, 1, ("r1",), "exit")
    shown = _print(show_figure(Evidence(Account((figure,)), (flat,)), figure), width=200)
    assert "row r1 (https://port.example/lost)" in shown
    bare = Evidence(Account((figure,)), (replace(flat, url=None),))
    assert "()" not in _print(show_figure(bare, figure), width=200)


def test_what_is_true_of_several_lines_is_said_once() -> None:
    refused = [replace(each, low=None, best=None, high=None, note="nobody says when") for each in FIGURES if each.cohort == ABOARD]
    shown = " ".join(_print(show_account(Evidence(Account(tuple(refused))))).split())
    assert shown.count("nobody says when") == 1

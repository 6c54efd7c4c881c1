"""Reading order: parts beneath wholes, the rest apart, what stands beside last; nothing lost."""

from __future__ import annotations

from unaccounted.base.accounts import Account
from unaccounted.base.records import Contradiction, Diagnostic, Figure, Inference
from unaccounted.show.ledger import Place, lay_out

from .world import ABOARD, ACCOUNT, CREW, DAY, figure


def test_order_of_lines() -> None:
    aboard, crew = lay_out(ACCOUNT)
    assert [line.words for line in aboard.lines] == [
        "set out", "died", "detained", "of which imprisoned", "rescued", "missing", "unaccounted for", "wounded",
    ]  # fmt: skip
    assert [line.place for line in aboard.lines][-2:] == [Place.REST, Place.BESIDE]
    assert (aboard.top, crew.top) == (521, 17)
    assert [line.words for line in crew.lines] == ["set out", "died"]
    assert aboard.entry is not None
    assert aboard.rest is not None
    assert (aboard.entry.best, aboard.rest.best) == (488, 46)
    assert sum(each.best or 0 for each in ACCOUNT.figures if each.cohort == ABOARD and each.in_sum) == 488


def test_an_entry_that_is_an_exit_elsewhere_comes_first() -> None:
    held = (figure("held", "released", (1, 2, 3), "exit", 1, ""), figure("held", "detained", (4, 5, 6), "entry", 1, ""))
    (ledger,) = lay_out(Account(held))
    assert [line.words for line in ledger.lines] == ["detained", "released"]


def test_a_part_without_its_whole_is_not_lost() -> None:
    (ledger,) = lay_out(Account((figure("all", "deported", (1, 2, 3), "of which", 1, ""),)))
    assert [line.words for line in ledger.lines] == ["of which deported"]


def test_cohorts_that_are_only_spoken_of_come_last() -> None:
    account = Account(
        ACCOUNT.figures,
        (Contradiction("families", "killed", "2020-01-01", "denial", "no", ()),),
        (Inference("widows", "killed", "2020-01-01", "x", "most"),),
        (Diagnostic("orphans", "not used", "x: a reason"),),
    )
    ledgers = lay_out(account)
    assert [ledger.cohort for ledger in ledgers] == [ABOARD, CREW, "families", "widows", "orphans"]
    assert [len(ledger.lines) for ledger in ledgers[2:]] == [0, 0, 0]
    assert ledgers[2].contradictions
    assert ledgers[3].inferences
    assert ledgers[4].diagnostics


def test_every_date_has_its_ledger_and_one_scale() -> None:
    first = Figure("all", "died", "2019-01-01", 1, 2, 3, True, 1, ())
    later = Figure("all", "died", "2020-01-01", 10, 20, 30, True, 1, ())
    stray = Contradiction("all", "died", "2018-01-01", "denial", "no", ())
    ledgers = lay_out(Account((later, first), (stray,)))
    assert [ledger.as_of for ledger in ledgers] == ["2019-01-01", "2020-01-01"]
    assert {ledger.top for ledger in ledgers} == {30}
    assert [len(ledger.contradictions) for ledger in ledgers] == [0, 1]
    assert DAY not in {ledger.as_of for ledger in ledgers}

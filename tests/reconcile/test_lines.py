"""Which lines an account has, and what makes its entry."""

from __future__ import annotations

import pytest

from unaccounted.base.records import FlatClaim
from unaccounted.reconcile.lines import Plan, plan_lines
from unaccounted.reconcile.scales import read_scales
from unaccounted.reconcile.statements import make_statements


def plan(*fates: str, shares: dict[str, str] | None = None) -> Plan:
    claims = [FlatClaim(f"c{n}", "x", fate, best=100.0 + n) for n, fate in enumerate(fates)]
    claims += [FlatClaim(f"s{n}", "x", fate, best=0.25, unit="share", base=base) for n, (fate, base) in enumerate((shares or {}).items())]
    return plan_lines(make_statements(claims, read_scales())[0])


ENTRIES = [
    (("joined", "killed"), "joined"),
    (("set out", "set out", "joined"), "set out"),
    (("killed", "detained"), None),
    (("detained", "released"), "detained"),
    (("abducted", "killed", "rescued"), "abducted"),
    (("displaced", "returned"), "displaced"),
    (("displaced", "killed"), None),
]


@pytest.mark.parametrize(("fates", "entry"), ENTRIES)
def test_the_entry_is_what_the_claims_make_it(fates: tuple[str, ...], entry: str | None) -> None:
    assert plan(*fates).entry == entry


def test_a_fate_that_is_the_entry_is_not_also_its_exit_and_those_released_leave() -> None:
    made = plan("detained", "released", "killed")
    assert made.exits == ("killed", "released") and made.beside == ()


def test_a_part_makes_its_whole_a_line_and_a_fate_beside_is_never_summed() -> None:
    made = plan("joined", "imprisoned", "in camp", "wounded")
    assert made.exits == ("detained",) and made.remaining and made.beside == ("wounded",)
    assert made.parts == (("imprisoned", "detained"), ("in camp", "remaining"))
    assert made.summed == ("detained", "remaining")


def test_an_entry_is_reckoned_from_a_count_or_from_a_share_with_a_count_of_the_part() -> None:
    assert plan("joined", "killed").reckoned
    assert plan("killed", shares={"killed": "joined"}).reckoned
    assert not plan("killed", shares={"returned": "joined"}).reckoned

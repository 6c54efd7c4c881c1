"""From a number to its sentence, and from a copy to where it began."""

from __future__ import annotations

import pytest

from unaccounted.base.accounts import Account
from unaccounted.base.records import FlatClaim
from unaccounted.show.evidence import Evidence
from unaccounted.show.testimony import describe_standing, gather_left_out, gather_testimony, say_note

from .world import ABOARD, ADELIN, DOCUMENTS, FIGURES, PERSON, figure, make_evidence

EVIDENCE = make_evidence()


def test_look_ups() -> None:
    assert [flat.id for flat in EVIDENCE.claims_of(FIGURES[1])] == ["c02", "c07", "c16"]
    assert [flat.id for flat in EVIDENCE.left_out_of(FIGURES[0])] == ["c05", "c12"]
    assert [claim.id for claim in EVIDENCE.claims_in(ADELIN.sha256)] == ["c01", "c02", "p01", "c06", "c03", "c04", "c05"]
    assert EVIDENCE.entity("e9") is PERSON
    assert EVIDENCE.document(ADELIN.sha256) is DOCUMENTS[0]
    assert EVIDENCE.figures_of("c06")[0].fate == "died"
    assert EVIDENCE.claim("none") is EVIDENCE.flat_claim("none") is EVIDENCE.sentence("none") is EVIDENCE.claim_link("none") is None


@pytest.mark.parametrize("claim", EVIDENCE.claims, ids=lambda claim: claim.id)
def test_every_quote_stands_in_its_sentence(claim: object) -> None:
    each = EVIDENCE.claim(claim.id)  # type: ignore[attr-defined]
    sentence = EVIDENCE.sentence(each.id)  # type: ignore[union-attr]
    assert sentence is not None
    assert sentence.before + sentence.quote + sentence.after in EVIDENCE.document(each.document).text  # type: ignore[union-attr]


def test_originators() -> None:
    assert EVIDENCE.originator("c07") == "c02"
    assert EVIDENCE.originator("c09") == "c03", "by the earlier date of publication"
    assert EVIDENCE.originator("c10") == "c10"
    assert describe_standing(EVIDENCE, "c02") == "said first; 1 repeats it"
    assert describe_standing(EVIDENCE, "c07").startswith("repeats coast guard in What the harbour office says (the same figure")
    same_day = tuple(FlatClaim(name, "all", "died", best=1, origin="o", published="2020") for name in "ab")
    nobody_knows = Evidence(Account(()), same_day)
    assert nobody_knows.originator("a") is None
    assert describe_standing(nobody_knows, "a") == "shares its origin with 1 other; who said it first is not known"


def test_copies_stand_together_and_the_first_leads() -> None:
    told = gather_testimony(EVIDENCE, FIGURES[1])
    assert [(each.claim, each.origin) for each in told] == [("c02", 1), ("c07", 1), ("c16", 2)]
    assert told[0].sentence is not None
    assert told[0].sentence.before == "By Sunday "


def test_left_out_claims_say_why() -> None:
    reasons = {each.claim: each.left_out or "" for each in gather_left_out(EVIDENCE, FIGURES[0])}
    assert reasons["c05"].startswith("denied")
    assert "not evidence" in reasons["c12"]
    from unaccounted.base.records import Diagnostic

    lone = FlatClaim("x1", "all", "died", best=3, source="a baker")
    account = Account(
        (figure("all", "died", (1, 2, 3), "exit", 1, ""),), diagnostics=(Diagnostic("all", "not used", "x1, x2: it is a share"),)
    )
    evidence = Evidence(account, (lone,))
    assert [each.left_out for each in gather_left_out(evidence, account.figures[0])] == ["it is a share"]
    assert say_note(evidence, account.diagnostics[0]) == "not used: a baker, 3 died; x2 (it is a share)"


def test_the_rest_shows_only_what_speaks_of_it_outright() -> None:
    flat = (FlatClaim("a", "all", "died", best=3), FlatClaim("b", "all", "unaccounted for", best=4))
    rest = figure("all", "unaccounted for", (1, 2, 3), "the rest", 2, "a b")
    assert [each.claim for each in gather_testimony(Evidence(Account((rest,)), flat), rest)] == ["b"]


def test_a_claim_under_another_line_names_its_fate() -> None:
    flat = (FlatClaim("a", ABOARD, "died", best=0.1, unit="share", base="set out", bound="exact"), FlatClaim("b", ABOARD, "died", best=9))
    covering = FlatClaim("c", ABOARD, "died", best=9, covers="died;detained")
    line = figure(ABOARD, "set out", (1, 2, 3), "entry", 2, "a")
    dead = figure(ABOARD, "died", (1, 2, 3), "exit", 2, "b c")
    evidence = Evidence(Account((line, dead)), (*flat, covering))
    assert [each.number for each in gather_testimony(evidence, line)] == ["10% of set out died"]
    assert sorted(each.number for each in gather_testimony(evidence, dead)) == ["9", "9 died or detained"]


def test_a_spreadsheet_has_no_sentences_and_says_so() -> None:
    row = FlatClaim("7", "all", "died", best=5, source="a list", note="table 3", url="https://example.org/3")
    evidence = Evidence(Account((figure("all", "died", (4, 5, 6), "exit", 1, "7"),)), (row,))
    (told,) = gather_testimony(evidence, evidence.account.figures[0])
    assert (told.source, told.sentence, told.title, told.note) == ("a list", None, "row 7", "table 3")

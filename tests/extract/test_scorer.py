"""The score of a claim: what the weights' file holds, laws of the score, and pairs of sentences of which one is the surer."""

from __future__ import annotations

import json
import math
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.conftest import make_document
from tests.extract.test_laws import NOISE
from unaccounted.base.records import Claim
from unaccounted.base.vocabulary import KINDS
from unaccounted.extract import edge_features, extract_claims
from unaccounted.extract.edge_features import FEATURES
from unaccounted.extract.scorer import Scorer, load_scorer

SURER = [  # the first is told more plainly than the second; the count is the last of each text
    ("Rebels killed 12 people.", "12 people, who had come to the fair and quarrelled with the guards, were later killed."),
    ("Twelve people were killed.", "Twelve people who had come to the fair were killed, police said, by rebels."),
    ("Rebels killed 12 miners.", "Rebels killed 12."),
    ("Six miners were killed.", "Six were killed."),
    ("Twelve miners were killed.", "Twelve miners set out."),
    ("Twelve miners were killed.", "Twelve miners remained there."),
    ("They found that 46 had died.", "They found that 46 had died. The rebels put the number at 120."),
    ("Rebels killed 12 miners in the village.", "“Rebels killed 12 miners in the village.”"),
    ("Rebels killed 12 miners in the village.", "REBELS KILLED 12 MINERS IN THE VILLAGE."),
    ("Rebels killed 12 miners.", "Rebels would have killed 12 miners."),
    ("Forty of the miners were killed.", "Some 40% of the miners were killed."),
    ("Twelve miners were killed.", "Two miners were killed."),
    ("On 3 May 2015 rebels killed 12 miners.", "On a bridge rebels killed 12 miners."),
]
TWICE = "The murder of 12 miners who were killed in the fort was denied."


def last_count(text: str) -> Claim:
    return [claim for claim in extract_claims(make_document(text)) if claim.kind == "count"][-1]


def test_the_file_has_the_features_that_the_program_knows_and_says_where_it_is_from() -> None:
    told = json.loads((files("unaccounted.languages") / "en" / "edges.json").read_text(encoding="utf-8"))
    assert tuple(told["weights"]) == FEATURES
    assert set(told["kinds"]) == set(KINDS)
    assert all(math.isfinite(number) for number in (told["intercept"], *told["weights"].values()))
    assert all(0 < share < 1 for share in told["kinds"].values())
    assert "scripts/fit_edges.py" in told["source"] and "train half" in told["source"]
    assert date.fromisoformat(told["date"]).year >= 2026


@given(st.sets(st.sampled_from(FEATURES)), st.sampled_from(FEATURES))
def test_a_score_is_a_probability_and_a_feature_moves_it_the_way_of_its_weight(features: set[str], further: str) -> None:
    scorer = load_scorer()
    without, with_it = scorer.score(features - {further}), scorer.score(features | {further})
    assert 0 < without < 1 and 0 < with_it < 1
    assert (with_it > without) == (scorer.weights[further] > 0)
    odds = math.log(with_it / (1 - with_it)) - math.log(without / (1 - without))
    assert odds == pytest.approx(scorer.weights[further])


def test_a_feature_without_a_weight_is_no_silent_zero() -> None:
    with pytest.raises(KeyError):
        load_scorer().score(["a feature that nobody fitted"])


@settings(deadline=None)
@given(text=NOISE)
def test_every_claim_has_a_score_between_0_and_1(text: str) -> None:
    assert all(claim.score is not None and 0 < claim.score < 1 for claim in extract_claims(make_document(text)))


@pytest.mark.parametrize(("plain", "doubtful"), SURER)
def test_what_is_told_plainly_scores_above_what_is_told_apart(plain: str, doubtful: str) -> None:
    sure, unsure = last_count(plain), last_count(doubtful)
    assert sure.score is not None and unsure.score is not None
    assert sure.score > unsure.score


def test_the_same_words_have_the_same_score_wherever_they_stand() -> None:
    alone = last_count("Rebels killed 12 miners in the village.")
    after = last_count("It rained all day. Rebels killed 12 miners in the village.")
    assert alone.score == after.score


@pytest.mark.parametrize(("worth", "quote"), [(5.0, "murder of 12 miners"), (-5.0, "12 miners who were killed")])
def test_of_two_words_for_one_fate_of_the_same_people_the_surer_one_says_it(worth: float, quote: str) -> None:
    scorer = Scorer(0.0, dict.fromkeys(FEATURES, 0.0) | {"frame: noun of a deed": worth}, load_scorer().kinds)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(edge_features, "load_scorer", lambda: scorer)
        claims = [claim for claim in extract_claims(make_document(TWICE)) if claim.kind == "count"]
    assert [(claim.fate, claim.best) for claim in claims] == [("killed", 12)]
    assert claims[0].quote.startswith(quote)


def test_a_table_and_other_kinds_have_the_share_of_their_kind() -> None:
    kinds = load_scorer().kinds
    rows = extract_claims(make_document("District | Killed | Missing\nAda | 12 | 3\nBor | 4 | 1\n"))
    assert [claim.score for claim in rows if claim.kind == "count"] == [kinds["count"]] * 4
    person = next(claim for claim in extract_claims(make_document("General Juan Perez was killed in May.")) if claim.kind == "fate")
    assert person.score == kinds["fate"]

"""An account as held: draws by line, none where there are none, and the one object that `--json` prints."""

import json

import numpy as np

from unaccounted.base.accounts import Account
from unaccounted.base.records import Contradiction, Diagnostic, Figure, Inference

LINE = ("those who set out", "returned", "1812-12-31")
ACCOUNT = Account(
    (
        Figure(*LINE, 10.0, 12.0, 15.0, True, 2, ("a", "b")),
        Figure("those who set out", "killed", "1812-12-31", None, None, None, True, 0, ()),
    ),
    (Contradiction(*LINE, "plain disagreement", "10 against 15", ("a", "b")),),
    (Inference(*LINE, "c", "most came back"),),
    (Diagnostic("those who set out", "draws", "200 draws", 200.0),),
    {LINE: np.array([10.0, 12.0, 15.0])},
)


def test_the_draws_of_a_line_are_those_kept() -> None:
    assert ACCOUNT.draws(*LINE).tolist() == [10.0, 12.0, 15.0]


def test_a_line_that_was_refused_or_is_not_there_has_no_draws() -> None:
    for line in (("those who set out", "killed", "1812-12-31"), ("another", "returned", "1812-12-31"), (*LINE[:2], "1813-01-01")):
        draws = ACCOUNT.draws(*line)
        assert draws.shape == (0,) and draws.dtype == np.float64


def test_what_json_prints_is_plain_and_whole() -> None:
    told = json.loads(json.dumps(ACCOUNT.to_dict()))
    assert list(told) == ["figures", "contradictions", "inferences", "diagnostics"]
    assert [figure["best"] for figure in told["figures"]] == [12.0, None]
    assert told["figures"][0]["claims"] == ["a", "b"]
    assert told["contradictions"][0]["effect"] is None

"""Fit or check how likely a claim is right: `languages/en/edges.json`.

    python -m scripts.fit_edges            # fits on the train half of tests/corpus and writes the file
    python -m scripts.fit_edges --check    # writes nothing

The counts that the reader makes of the train half are right or wrong: right serves an expected claim (`tests/corpus/matching.py`) with
its fate, number and people. A logistic regression with a ridge tells one from the other by the features that hold of each
(`extract/edge_features.py`). Other kinds have too few claims to tell one from another: of these the file holds how often they are right.

`--check` refits once for each report, without it, and judges on that report; then it judges the file as it is on the test half, of which
only totals are printed. Nothing is drawn by chance, so the same corpus and reader give the same file.
Fit anew after a change to the rules of counts.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.stats import rankdata
from tests.corpus.matching import compare_fields, match_claims, names_office_alone
from tests.corpus.reports import Report, as_document, load_reports

from unaccounted.base.records import Claim, Cohort, claim_to_dict
from unaccounted.base.vocabulary import KINDS
from unaccounted.extract import counts, extract_claims
from unaccounted.extract.count_claims import CountMaker
from unaccounted.extract.edge_features import FEATURES, describe_edge
from unaccounted.extract.noun_phrases import Phrase
from unaccounted.extract.triggers import Trigger

HOME = Path(__file__).resolve().parent.parent / "src" / "unaccounted" / "languages" / "en" / "edges.json"
MAIN = frozenset(["fate", "number", "cohort", "person", "alias", "real_name", "group", "event", "stance", "direction"])
"""The fields that say what is claimed of whom: a claim is right if each of them that is expected agrees."""
RIDGE = 10.0
"""Half of it times the squared weights is set against the log likelihood: few claims are wrong, so no feature may move the odds far."""

Array = NDArray[np.float64]
Judged = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Made:
    """A claim that the reader makes of a report of the corpus.

    Args:
        report: its name. kind: of the claim.
        features: those that hold of it; None of a claim that was not made of an edge.
        score: as the program gives it.
        serves: whether it serves an expected claim. right: and agrees with it in every field of `MAIN`.
    """

    report: str
    kind: str
    features: tuple[str, ...] | None
    score: float
    serves: bool
    right: bool


class NotingMaker(CountMaker):
    """Makes count claims, and notes the features of each by its id."""

    noted: dict[str, tuple[str, ...]] = {}  # noqa: RUF012

    def make(self, phrase: Phrase, trigger: Trigger | None, fate: str, *others: Any, **named: Any) -> Claim | None:
        claim = super().make(phrase, trigger, fate, *others, **named)
        if claim is not None:
            people = claim.cohort or Cohort("people")
            self.noted[claim.id] = tuple(describe_edge(self.passage, phrase, trigger, fate, people))
        return claim


def read_half(half: str) -> list[Made]:
    """Every claim that the reader makes of one half of the corpus, in order."""
    plain, counts.CountMaker = counts.CountMaker, NotingMaker  # type: ignore[attr-defined]
    try:
        return [made for report in load_reports(half) for made in _read_report(report)]
    finally:
        counts.CountMaker = plain  # type: ignore[attr-defined]


def _read_report(report: Report) -> Iterator[Made]:
    NotingMaker.noted.clear()
    claims = [claim_to_dict(claim) for claim in extract_claims(as_document(report))]
    expected = {column: report.claims[row] for row, column in match_claims(report.claims, claims, report.text).items()}
    for column, claim in enumerate(claims):
        if column not in expected and names_office_alone(claim):
            continue
        agreed = compare_fields(expected[column], claim) if column in expected else None
        right = agreed is not None and all(agreed.get(name, True) for name in MAIN)
        yield Made(report.name, claim["kind"], NotingMaker.noted.get(claim["id"]), claim["score"], agreed is not None, right)


def make_table(edges: Sequence[Made]) -> Array:
    """One row a claim, one column a feature: 1 where it holds."""
    return np.array([[float(name in (edge.features or ())) for name in FEATURES] for edge in edges])


def fit_weights(table: Array, right: Judged) -> Array:
    """Intercept and weights of the logistic regression with a ridge on the weights, by L-BFGS.

    Args:
        table: N claims x features. right: N.
    """
    plain = np.column_stack([np.ones(len(table)), table])

    def loss(beta: Array) -> tuple[float, Array]:
        odds = plain @ beta
        ridge = np.concatenate([[0.0], beta[1:]])
        value = float((np.logaddexp(0, odds) - right * odds).sum() + RIDGE / 2 * (ridge @ ridge))
        return value, plain.T @ (1 / (1 + np.exp(-odds)) - right) + RIDGE * ridge

    found: Array = minimize(loss, np.zeros(plain.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 2000}).x
    return found


def predict(table: Array, beta: Array) -> Array:
    """The probability that each claim is right."""
    chances: Array = 1 / (1 + np.exp(-beta[0] - table @ beta[1:]))
    return chances


def cross_validate(edges: Sequence[Made]) -> Array:
    """The probability of each claim by weights fitted without its report."""
    reports = np.array([edge.report for edge in edges])
    table, right = make_table(edges), np.array([edge.right for edge in edges])
    chances = np.zeros(len(edges))
    for report in np.unique(reports):
        held = reports == report
        chances[held] = predict(table[held], fit_weights(table[~held], right[~held]))
    return chances


def area_under_curve(chances: Array, judged: Judged) -> float:
    """The probability that a claim that is so judged has a higher score than one that is not; ties count half."""
    ranks, good = rankdata(chances), int(judged.sum())
    return float((ranks[judged].sum() - good * (good + 1) / 2) / (good * (len(judged) - good)))


def print_measures(name: str, chances: Array, right: Judged) -> None:
    """Area under the curve, Brier score beside that of the bare share, and reliability by fifths of the scores."""
    bare = right.mean() * (1 - right.mean())
    print(f"{name}: {len(right)} counts, {right.mean():.3f} right, AUC {area_under_curve(chances, right):.3f}, ", end="")
    print(f"Brier {((chances - right) ** 2).mean():.3f} (the bare share: {bare:.3f})")
    for part in np.array_split(np.argsort(chances, kind="stable"), 5):
        print(
            f"  scores {chances[part].min():.2f}-{chances[part].max():.2f}: mean {chances[part].mean():.2f}, right {right[part].mean():.2f}"
        )


def share_right(made: Sequence[Made]) -> dict[str, float]:
    """By kind, the share of claims that are right, with one right and one wrong added, so that none is sure."""
    return {
        kind: round((sum(each.right for each in of_kind) + 1) / (len(of_kind) + 2), 3)
        for kind in sorted(KINDS)
        for of_kind in ([each for each in made if each.kind == kind],)
    }


def fit_file(made: Sequence[Made]) -> dict[str, Any]:
    """What the file holds, but for its date."""
    edges = [each for each in made if each.features is not None]
    beta = fit_weights(make_table(edges), np.array([edge.right for edge in edges]))
    wrong = sum(not edge.right for edge in edges)
    source = (
        f"Made by scripts/fit_edges.py from the train half of tests/corpus: {len(edges)} counts, {wrong} of them wrong; "
        "`weights` are log odds, `kinds` the share of each kind's claims that is right."
    )
    return {
        "source": source,
        "intercept": round(float(beta[0]), 4),
        "weights": {name: round(float(weight), 4) for name, weight in zip(FEATURES, beta[1:], strict=True)},
        "kinds": share_right(made),
    }


def main() -> None:
    """Fit or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--out", type=Path, default=HOME)
    asked = parser.parse_args()
    made = read_half("train")
    fitted = fit_file(made)
    if not asked.check:
        dated = {"source": fitted["source"], "date": datetime.now(UTC).date().isoformat()} | fitted
        asked.out.write_text(json.dumps(dated, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"{asked.out.name}: {fitted['source']}")
        return
    kept = json.loads(HOME.read_text(encoding="utf-8"))
    moved = max(abs(fitted["weights"][name] - kept["weights"].get(name, 0.0)) for name in FEATURES)
    print(f"a weight fitted now differs from the file's by {moved:.3f} at the most")
    edges = [each for each in made if each.features is not None]
    print_measures("train half, each report held out once", cross_validate(edges), np.array([edge.right for edge in edges]))
    tested = [each for each in read_half("test") if each.kind == "count"]
    scores = np.array([each.score for each in tested])
    print_measures("test half, the file's scores", scores, np.array([each.right for each in tested]))
    serves = area_under_curve(scores, np.array([each.serves for each in tested]))
    print(f"  AUC between counts that serve an expected one and those that serve none: {serves:.3f}")


if __name__ == "__main__":
    main()

"""Make the tables by which names are compared: how common words of names are, and what each sign weighs.

    python scripts/fit_names.py ../shared/bench/names [--check]

In: pairs of names from public sanctions lists (OFAC and the United Nations), same person or group or not, `names_dev.csv` and
`groups_dev.csv`. Out: `names_frequencies.csv`, `names_weights.csv` and the same for groups, in `src/unaccounted/link`. With
`--check` nothing is written: both tables are made of one half of the persons (groups) and measured on the other, both ways.

Source: logistic regression with a ridge, by L-BFGS (Hastie, Tibshirani and Friedman 2009, doi:10.1007/978-0-387-84858-7, 4.4).
"""

from __future__ import annotations

import argparse
import csv
import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from unaccounted.link import alignment, likeness
from unaccounted.link.group_names import compare_groups, read_group_signs, type_group
from unaccounted.link.names import compare_names, read_name_signs
from unaccounted.link.spelling import skeleton_of
from unaccounted.link.typed_names import type_name

Array = NDArray[np.float64]
Row = dict[str, str]
HOME = Path(__file__).resolve().parent.parent / "src" / "unaccounted" / "link"
RIDGE = 3.0
"""Strength of the ridge on standardised weights; of 1, 3 and 10 the best on the halves left out."""
COMMON = 4
"""Words that fewer names hold are not listed: they are as good as new."""
OUT_OF = 10_000
ACROSS = 2.0
"""How much a pair of two persons counts whose scripts differ."""


def list_words(name: str, kind: str) -> set[str]:
    """The skeletons of a name's words."""
    if kind == "groups":
        return {skeleton_of(word) or word for word in type_group(name)}
    typed = type_name(name)
    return {skeleton_of(word) or word for word in (*typed.words, *typed.kunyas)}


def read_signs(left: str, right: str, kind: str) -> dict[str, float] | None:
    """The signs of a pair; None where one name has no words."""
    if kind == "groups":
        return read_group_signs(left, right) if type_group(left) and type_group(right) else None
    one, two = type_name(left), type_name(right)
    return read_name_signs(one, two) if (one.words or one.kunyas) and (two.words or two.kunyas) else None


def count_words(rows: Sequence[Row], kind: str) -> dict[str, int]:
    """Skeletons to how many of ten thousand names hold them, each printed name once."""
    names = sorted({row[side] for row in rows for side in ("left", "right")})
    found = Counter(word for name in names for word in list_words(name, kind))
    return {word: max(1, round(count * OUT_OF / len(names))) for word, count in sorted(found.items()) if count >= COMMON}


def fit_weights(rows: Sequence[Row], kind: str, negatives: float) -> dict[str, float]:
    """Weights of the signs on their own scales, and the intercept.

    Args:
        rows: pairs.
        kind: names or groups.
        negatives: how much a pair of two persons counts, where a half of the persons has fewer such pairs than all have.
    """
    signs = [(each, int(row["same"])) for row in rows if (each := read_signs(row["left"], row["right"], kind)) is not None]
    names = sorted(signs[0][0])
    table = np.array([[each[name] for name in names] for each, _ in signs])
    same = np.array([y for _, y in signs], dtype=float)
    weight = np.where(same > 0, 1.0, negatives)
    # Of one person most pairs across scripts are hard ones here, of two persons few are: in life most are of two.
    weight[(same == 0) & np.array([each.get("consonantal", 0.0) > 0 for each, _ in signs])] *= ACROSS
    centre, scale = table.mean(0), table.std(0) + 1e-9
    plain = np.column_stack([np.ones(len(table)), (table - centre) / scale])

    def loss(beta: Array) -> tuple[float, Array]:
        odds = plain @ beta
        ridge = np.concatenate([[0.0], beta[1:]])
        value = float((weight * (np.logaddexp(0, odds) - same * odds)).sum() + RIDGE / 2 * (ridge @ ridge))
        slope = plain.T @ (weight * (1 / (1 + np.exp(-odds)) - same)) + RIDGE * ridge
        return value, slope

    beta = minimize(loss, np.zeros(plain.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 2000}).x
    weights = {name: float(each) for name, each in zip(names, beta[1:] / scale, strict=True)}
    return {"intercept": float(beta[0] - (beta[1:] * centre / scale).sum())} | weights


def measure(rows: Sequence[Row], compare: Callable[[str, str], float]) -> str:
    """F1 at its best threshold, recall at 95% precision and the area under the curve."""
    scored = sorted(((compare(row["left"], row["right"]), int(row["same"])) for row in rows), reverse=True)
    scores, same = np.array([score for score, _ in scored]), np.array([y for _, y in scored])
    last = np.append(np.diff(scores) != 0, True)
    hits, said = same.cumsum()[last], (np.arange(len(same)) + 1)[last]
    precision, recall = hits / said, hits / same.sum()
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    at95 = recall[precision >= 0.95].max(initial=0.0)
    wrong = said - hits
    area = np.trapezoid(np.append(0, recall), np.append(0, wrong / wrong[-1]))
    best = int(f1.argmax())
    return f"F1 {f1[best]:.3f} at {scores[last][best]:.2f}, recall at 95% precision {at95:.3f}, AUC {area:.3f}, {len(rows)} pairs"


def half_of(identity: str) -> int:
    """Which half a person or group is in."""
    return hashlib.md5(identity.encode(), usedforsecurity=False).digest()[0] % 2


def use(kind: str, frequencies: Mapping[str, int], weights: Mapping[str, float] | None = None) -> None:
    """Let the package compare by these tables for the rest of this run."""
    kept = {"frequencies": alignment.load_frequencies, "weights": likeness.load_weights}
    alignment.load_frequencies = lambda of: frequencies if of == kind else kept["frequencies"](of)  # type: ignore[assignment]
    if weights is not None:
        likeness.load_weights = lambda of: weights if of == kind else kept["weights"](of)  # type: ignore[assignment]


def write_table(path: Path, head: tuple[str, str], rows: Mapping[str, float], source: str) -> None:
    """Write one table with its source above it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"# {source}\n")
        table = csv.writer(file, lineterminator="\n")
        table.writerow(head)
        table.writerows((name, value if isinstance(value, int) else f"{value:.5g}") for name, value in rows.items())


def main() -> None:
    """Make or check the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    for kind, compare in (("names", compare_names), ("groups", compare_groups)):
        every = list(csv.DictReader((asked.folder / f"{kind}_dev.csv").open(encoding="utf-8")))
        rows = [row for row in every if row["opaque"] != "1" and row["context"] != "neg:identical_string"]
        if asked.check:
            for half in (0, 1):
                known = [row for row in rows if half_of(row["left_id"]) == half == half_of(row["right_id"])]
                # A pair of two persons falls into one half half as often as a pair of one.
                new = [row for row in rows if half_of(row["left_id"]) != half]
                use(kind, count_words(known, kind))
                use(kind, count_words(known, kind), fit_weights(known, kind, 2.0))
                print(f"{kind}, half {half} known, the other: {measure(new, compare)}", flush=True)
        else:
            frequencies = count_words(rows, kind)
            use(kind, frequencies)
            weights = fit_weights(rows, kind, 1.0)
            source = "Made by scripts/fit_names.py from names in the public sanctions lists of OFAC and the United Nations"
            write_table(HOME / f"{kind}_frequencies.csv", ("skeleton", "in_ten_thousand"), frequencies, source)
            write_table(HOME / f"{kind}_weights.csv", ("sign", "weight"), weights, source)
            use(kind, frequencies, weights)
            print(f"{kind}, all: {measure(rows, compare)}", flush=True)


if __name__ == "__main__":
    main()

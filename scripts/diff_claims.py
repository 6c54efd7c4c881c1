"""How well the reader reads the corpus of `tests/corpus`, and what changed since a git revision.

    python -m scripts.diff_claims [--list] [--half train|test] [--base REVISION] [--tree PATH]
    make diff-claims BASE=main

For each half: recall by kind and, of counts, by the form of the number; how many of the fields agree; precision, with the claims that
serve nothing expected; traps taken. With a base: every claim gained (+), lost (-) or changed (~) between that revision's reader and
the one in the working tree, both run on the working tree's corpus. `tests/corpus/README.md` says what is expected,
`tests/corpus/matching.py` when a claim serves it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.corpus.matching import (
    NUMBERS,
    Told,
    compare_fields,
    many,
    match_claims,
    match_wrong_numbers,
    names_office_alone,
    overlap,
    takes_trap,
)
from tests.corpus.reports import HALVES, Report, as_document, load_reports

HOUSE = Path(__file__).resolve().parent.parent
MAKES = ("kind", "fate", *NUMBERS, "unit", "person", "group", "stance", "direction")
"""What makes two claims at one place the same claim; all else in it may change."""
SHOWN = (
    "bound",
    "words",
    "factuality",
    "cohort",
    "source",
    "when",
    "where",
    "measure",
    "covers",
    "alias",
    "part_of",
    "status",
    "authority",
)


@dataclass
class Tally:
    """What was counted on one half.

    Args:
        expected, found: by kind.
        forms, read: expected and found counts by the form of their number.
        said: claims by kind, and served: those of them that serve an expected claim.
        asked, agreed: by field, over the claims that serve.
        traps, taken: how many stand, how many were taken.
        lines: misses, wrong fields, extras and traps, each with its sentence.
    """

    expected: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    served: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    agreed: Counter[str] = field(default_factory=Counter)
    traps: int = 0
    taken: int = 0
    lines: list[str] = field(default_factory=list)


def _show_number(claim: Told) -> str:
    low, best, high = (claim.get(name) for name in NUMBERS)
    if best is not None or (low is None and high is None):
        return "" if best is None and not claim.get("words") else str(claim["words"] if best is None else f"{best:g}")
    return f"{low if low is not None else '..'}-{high if high is not None else '..'}"


def describe(claim: Told) -> str:
    """A claim in a few words: kind, fate, number, whom it names."""
    fate = claim.get("fate")
    named = [claim.get(name) for name in ("person", "alias", "group", "stance", "direction", "event")]
    cohort = claim.get("cohort")
    label = cohort.get("label") if isinstance(cohort, dict) else cohort
    fates = "/".join(fate) if isinstance(fate, list) else fate
    return " ".join(str(part) for part in (claim["kind"], fates, _show_number(claim), *named, label) if part)


def _sentence(text: str, claim: Told) -> str:
    start = max(text.rfind("\n", 0, claim["start"]), text.rfind(". ", 0, claim["start"]) + 1, 0)
    ends = [at for at in (text.find("\n", claim["end"]), text.find(". ", claim["end"])) if at >= 0]
    return " ".join(text[start : min(ends, default=len(text)) + 1].split())


def count_report(tally: Tally, report: Report, claims: Sequence[Told]) -> None:
    """Add one report's claims to the tally."""
    served = match_claims(report.claims, claims, report.text)
    wrong = match_wrong_numbers(report.claims, claims, report.text, served)
    right = {at for row, at in served.items() if compare_fields(report.claims[row], claims[at]).get("fate", True)}
    here = f"{report.half}/{report.name}"

    def tell(what: str, claim: Told) -> None:
        tally.lines.append(f"{what:8} | {here} | {describe(claim)} | {claim['quote']} | {_sentence(report.text, claim)}")

    tally.expected.update(told["kind"] for told in report.claims)
    tally.forms.update(name_form(told) for told in report.claims if told["kind"] == "count")
    tally.said.update(claim["kind"] for claim in claims)
    tally.asked["number"] += len(wrong)
    for row, told in enumerate(report.claims):
        if row not in served:
            tell("missed" if row not in wrong else f"number {_show_number(claims[wrong[row]])}", told)
            continue
        claim = claims[served[row]]
        tally.found[told["kind"]] += 1
        tally.read.update([name_form(told)] if told["kind"] == "count" else [])
        tally.served[claim["kind"]] += 1
        fields = compare_fields(told, claim)
        tally.asked.update(list(fields))
        tally.agreed.update(name for name, agrees in fields.items() if agrees)
        if not all(fields.values()):
            tell("wrong " + ", ".join(f"{name} ({_given(claim, name)})" for name, agrees in fields.items() if not agrees), told)
    for column, claim in enumerate(claims):
        if column in served.values():
            continue
        if names_office_alone(claim):
            tally.said[claim["kind"]] -= 1
        tell("aside" if names_office_alone(claim) else "extra", claim)
    for trap in report.traps:
        tally.traps += 1
        takers = [claim for at, claim in enumerate(claims) if takes_trap(trap, claim) and at not in right]
        tally.taken += bool(takers)
        for claim in takers[:1]:
            tell(f"trap ({trap['why']})", claim)


def name_form(told: Told) -> str:
    """The form of an expected count's number: its bound, or none, or a share."""
    bound = str(many(told["bound"])[0])
    return "share" if "share" in many(told["unit"]) else "none at all" if told.get("best") == 0 else bound


def _given(claim: Told, name: str) -> Any:
    plain = {"speaker": "source", "speaker's role": "source", "date": "when", "place": "where"}.get(name, name)
    value = claim.get(plain) if name != "number" else _show_number(claim)
    if not isinstance(value, dict):
        return value
    return value.get("label") or value.get("name") or "/".join(str(value.get(end)) for end in ("start", "end"))


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.2f}" if whole else "-"


def print_tally(half: str, tally: Tally, listing: bool) -> None:
    """Print what was counted on one half."""
    print(f"== {half}")
    print("recall    ", _share(tally.found.total(), tally.expected.total()))
    for kind in sorted(tally.expected):
        print(f"  {kind:15}", _share(tally.found[kind], tally.expected[kind]))
    print("  counts by form")
    for form in sorted(tally.forms):
        print(f"    {form:13}", _share(tally.read[form], tally.forms[form]))
    print("precision ", _share(tally.served.total(), tally.said.total()))
    for kind in sorted(tally.said):
        print(f"  {kind:15}", _share(tally.served[kind], tally.said[kind]))
    print("fields that agree, of the claims found")
    for name in tally.asked:
        print(f"  {name:15}", _share(tally.agreed[name], tally.asked[name]))
    print("traps taken", _share(tally.taken, tally.traps))
    if listing:
        print("\n".join(tally.lines))


def diff_report(report: Report, before: Sequence[Told], after: Sequence[Told]) -> Iterator[str]:
    """The claims gained, lost and changed in one report, each with its quote and whether it serves an expected claim."""
    left = list(before)
    expected = {id(claim) for claims in (before, after) for claim in (claims[at] for at in _serving(report, claims))}
    for claim in after:
        twin = next((old for old in left if _twins(old, claim, report.text)), None)
        if twin is None:
            yield _diff_line("+", report, claim, expected)
            continue
        left.remove(twin)
        changes = [f"{name}: {twin.get(name)} -> {claim.get(name)}" for name in SHOWN if twin.get(name) != claim.get(name)]
        if changes:
            yield _diff_line("~", report, claim, expected) + " | " + "; ".join(changes)
    for claim in left:
        yield _diff_line("-", report, claim, expected)


def _serving(report: Report, claims: Sequence[Told]) -> list[int]:
    return list(match_claims(report.claims, claims, report.text).values())


def _twins(old: Told, new: Told, text: str) -> bool:
    return all(old.get(name) == new.get(name) for name in MAKES) and overlap(old, new, text) > 0.5


def _diff_line(sign: str, report: Report, claim: Told, expected: set[int]) -> str:
    serves = "expected" if id(claim) in expected else "not expected"
    return f"{sign} {report.half}/{report.name} | {serves} | {describe(claim)} | {claim['quote']}"


def dump_claims() -> None:
    """Read the corpus with the `unaccounted` on the path; print one JSON line a report."""
    from unaccounted.base.records import claim_to_dict
    from unaccounted.extract import extract_claims

    for report in load_reports():
        claims = [claim_to_dict(claim) for claim in extract_claims(as_document(report))]
        print(json.dumps({"report": f"{report.half}/{report.name}", "claims": claims}))


def run_reader(tree: Path) -> dict[str, list[Told]]:
    """The claims that the reader of a tree finds, by report."""
    command = [sys.executable, "-m", "scripts.diff_claims", "--dump"]
    environment = os.environ | {"PYTHONPATH": str(tree / "src")}
    done = subprocess.run(command, cwd=HOUSE, env=environment, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603
    return {told["report"]: told["claims"] for told in map(json.loads, done.stdout.splitlines())}


@contextmanager
def checked_out(revision: str) -> Iterator[Path]:
    """A passing git worktree of a revision."""
    with tempfile.TemporaryDirectory() as passing:
        tree = Path(passing) / "base"
        git = ["git", "-C", str(HOUSE), "worktree"]
        subprocess.run([*git, "add", "--quiet", "--detach", str(tree), revision], check=True)  # noqa: S603
        try:
            yield tree
        finally:
            subprocess.run([*git, "remove", "--force", str(tree)], check=True)  # noqa: S603


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true", help="show misses, wrong fields, extras and traps with their sentences")
    parser.add_argument("--half", choices=HALVES, help="one half only")
    parser.add_argument("--base", metavar="REVISION", help="show the claims gained and lost since this git revision")
    parser.add_argument("--tree", type=Path, default=HOUSE, help="whose reader to run; by default that of the tree of this script")
    parser.add_argument("--dump", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.dump:
        dump_claims()
        return
    after = run_reader(asked.tree.resolve())
    for half in HALVES if asked.half is None else (asked.half,):
        tally = Tally()
        for report in load_reports(half):
            count_report(tally, report, after[f"{report.half}/{report.name}"])
        print_tally(half, tally, asked.list)
    if asked.base:
        with checked_out(asked.base) as tree:
            before = run_reader(tree)
        lines = [line for report in load_reports(asked.half) for line in _diff_named(report, before, after)]
        print(f"== since {asked.base}: " + ", ".join(f"{sum(line[0] == sign for line in lines)} {sign}" for sign in "+-~"))
        print("\n".join(lines))


def _diff_named(report: Report, before: dict[str, list[Told]], after: dict[str, list[Told]]) -> Iterator[str]:
    name = f"{report.half}/{report.name}"
    return diff_report(report, before[name], after[name])


if __name__ == "__main__":
    main()

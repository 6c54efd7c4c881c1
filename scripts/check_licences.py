"""Holds every package of the resolved tree to the licences that the house allows, and writes the table of them.

In: the lock files, what is installed here, and licences.yaml beside this file. Out: a table on request, and exit code 3
with one line for each package whose licence is not allowed or not known. It reads what packages say of themselves; it
does not read their sources.
"""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HOUSE = Path(__file__).resolve().parent.parent
_PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)(?:\s*;\s*([^\\]+))?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Pin:
    """A line of a lock: the package, its version, and the marker that says where it is wanted."""

    name: str
    version: str
    marker: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A package's licence as an SPDX expression, where that was found, and what is wrong with it, if anything is."""

    pin: Pin
    expression: str | None
    found_in: str
    fault: str | None


def read_lock(path: Path) -> dict[str, Pin]:
    """The pins of a lock file by name."""
    return {
        name: Pin(name, version, (marker or "").strip() or None) for name, version, marker in _PIN.findall(path.read_text(encoding="utf-8"))
    }


def state_licence(package: Distribution, written: dict[str, str]) -> tuple[str | None, str]:
    """What a package says of its licence, as an SPDX expression, and where it says so; None where it says nothing that is known."""
    told = package.metadata.json
    if expression := told.get("license_expression"):
        return str(expression), "expression"
    field = str(told.get("license", "")).strip()
    if field and "\n" not in field and len(field) < 60:
        return written.get(field, field), "field"
    classifiers = [each.rpartition("::")[2].strip() for each in told.get("classifier", ()) if each.startswith("License ::")]
    known = sorted({written[each] for each in classifiers if each in written})
    return (" AND ".join(known), "classifier") if known else (None, "nowhere")


def find_disallowed(expression: str, allowed: set[str]) -> set[str]:
    """The identifiers for which an SPDX expression falls short: empty where it is allowed. Brackets are read."""
    tokens = re.findall(r"[()]|[^\s()]+", expression)

    def read_any() -> set[str]:
        choices = [read_all()]
        while tokens and tokens[0].upper() == "OR":
            tokens.pop(0)
            choices.append(read_all())
        return min(choices, key=len)

    def read_all() -> set[str]:
        short = read_one()
        while tokens and tokens[0].upper() == "AND":
            tokens.pop(0)
            short |= read_one()
        return short

    def read_one() -> set[str]:
        first = tokens.pop(0) if tokens else "nothing"
        if first == "(":
            inside = read_any()
            return inside if tokens and tokens.pop(0) == ")" else inside | {"an open bracket"}
        while tokens and tokens[0].upper() not in ("AND", "OR", ")"):
            first += " " + tokens.pop(0)
        return set() if first in allowed else {first}

    short = read_any()
    return short | set(tokens)


def judge(pin: Pin, rules: dict[str, Any]) -> Verdict | None:
    """A package against the rules; None where its marker leaves it out here."""
    try:
        package = distribution(pin.name)
    except PackageNotFoundError:
        return None if pin.marker else Verdict(pin, None, "nowhere", "is in the lock and not installed: run make .venv/.checks")
    expression, found_in = state_licence(package, rules["written"])
    if expression is None:
        return Verdict(pin, None, found_in, "says nothing of its licence that scripts/licences.yaml knows")
    short = find_disallowed(expression, set(rules["allowed"]))
    fault = f"{expression}: not allowed: {', '.join(sorted(short))}" if short else None
    known = {(each["library"], name) for each in rules["carried"] for name in each["by"]}
    for file in package.files or ():
        if file.parts[0].endswith(".libs") and not any(file.name.startswith(library) and name == pin.name for library, name in known):
            fault = f"carries {file.name}, which scripts/licences.yaml does not name under `carried`"
    return Verdict(pin, expression, found_in, fault)


def find_needed(program: str) -> set[str]:
    """The packages without which an installed program does not run, by the names that locks use."""
    needed: set[str] = set()
    waiting = [(program, "")]
    while waiting:
        name, extra = waiting.pop()
        for line in distribution(name).requires or ():
            wanted = Requirement(line)
            found = canonicalize_name(wanted.name)
            if found not in needed and (wanted.marker is None or wanted.marker.evaluate({"extra": extra})):
                needed.add(found)
                waiting += [(found, each) for each in ("", *wanted.extras)]
    return needed


def write_table(verdicts: list[Verdict], needed: set[str], rules: dict[str, Any]) -> str:
    """docs/licences.md: what runs, what only checks, and what wheels carry."""
    lines = [
        "# Licences",
        "",
        "Made by `make docs` from the lock files; `make test` fails on a licence that is not allowed, or not known. Unaccounted itself is",
        "under Apache-2.0. Versions are those pinned for Python 3.11 on Linux.",
    ]
    for title, wanted in (("What the program runs on", True), ("What only builds and checks it", False)):
        lines += ["", f"## {title}", "", "| package | version | licence |", "|---|---|---|"]
        lines += [
            f"| {each.pin.name} | {each.pin.version} | {each.expression} |" for each in verdicts if (each.pin.name in needed) is wanted
        ]
    lines += ["", "## What wheels carry beside their own code", "", "| what | in | licence | why it may be there |", "|---|---|---|---|"]
    lines += [f"| {each['library']} | {', '.join(each['by'])} | {each['licence']} | {each['why']} |" for each in rules["carried"]]
    lines += [f"| {each['name']} | {each['by']} | {each['licence']} | {each['why']} |" for each in rules["knowledge"]]
    lines += ["", "## What is allowed", "", "| licence | why |", "|---|---|"]
    lines += [f"| {name} | {why} |" for name, why in rules["allowed"].items()]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", type=Path, help="write the table of licences to this file")
    wanted = parser.parse_args()
    rules = yaml.safe_load((HOUSE / "scripts" / "licences.yaml").read_text(encoding="utf-8"))
    runs, checks = read_lock(HOUSE / "requirements.lock"), read_lock(HOUSE / "requirements-dev.lock")
    judged = [verdict for _, pin in sorted((checks | runs).items()) if (verdict := judge(pin, rules))]
    faults = [each for each in judged if each.fault]
    for each in faults:
        print(f"{each.pin.name} {each.pin.version} {each.fault}", file=sys.stderr)
    if wanted.write:
        wanted.write.write_text(write_table(judged, find_needed("unaccounted"), rules), encoding="utf-8")
    print(f"{len(judged)} packages, {len(faults)} with a licence that is not allowed or not known")
    return 3 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

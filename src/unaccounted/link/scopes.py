"""Cohorts that parts alone would take for one: small counts beside a whole army, events of two reports, units of one name.

In: each claim's key as its document has it. Out: keys bound to a part, an event or an army, with the links that tell so.
It joins nothing: it only keeps apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import median

from unaccounted.base.records import Claim
from unaccounted.link.events import bind_report
from unaccounted.link.keys import Key, Reasons
from unaccounted.link.mains import ENTERED
from unaccounted.link.parts import Parts, is_unit, read_parts

_MAKES_ONE = (*ENTERED, "born", "displaced")
_COUNTED_IN_PARTS = frozenset(["killed", "died", "wounded", "detained", "missing", "remaining"])
_ONE_DAY, _ANY_DAY = 5, 50
"""How many times the whole must be larger before a count is taken for a part's: for what happened on one day, and else."""
_ANY_FATE = 10_000
"""The same for fates of which whole armies are told ("12,000 came home"): a squad of them is no count of all."""

_BEYOND = 1.5
"""How many times as many as entered a count must be before it is of others: reports differ by less on one cohort."""
_TOO_MANY = "more than all of them: others must be meant"
_TOO_FEW = "far too few to be all of them: only a part, or one day, can be meant"


def bind_units(told_by: Mapping[str, Sequence[Claim]], armies: Mapping[str, str], keys: dict[str, Key], reasons: Reasons) -> None:
    """Bind units to the army of their document, for many armies have a first corps or a rear guard; else to the document."""
    for document, told in told_by.items():
        bound: dict[Key, Key] = {}
        for claim in told:
            key = keys[claim.id]
            if not key.scope and is_unit(key.parts.affiliation):
                army = armies.get(document)
                unit = bound.setdefault(key, Key(key.parts, f"of {army}" if army else f"document {document}"))
                keys[claim.id] = unit
                if army:
                    reasons[document].setdefault((unit, Key(Parts(affiliation=army))), ("within", "a unit lies in its army"))
        for (left, right), why in list(reasons[document].items()):
            reasons[document].setdefault((bound.get(left, left), bound.get(right, right)), why)


def part_small_counts(told_by: Mapping[str, Sequence[Claim]], keys: dict[str, Key], reasons: Reasons) -> None:
    """Take a count of the dead, wounded or captured that is far below the whole for one of a part: a regiment's, a battle's.

        A bare "52 were wounded" in a report of half a million men speaks of whom the paragraph spoke of, not of all. What
        happened on one day is a part where it is below a fifth of the whole, other counts where they are below a fiftieth. Who
    came home, deserted or was let go is a part only where it is next to nobody: that so few did may be the whole story.
    """
    sizes: dict[Key, list[float]] = defaultdict(list)
    for told in told_by.values():
        for claim in told:
            if claim.fate in ENTERED and claim.unit == "people" and claim.kind == "count":
                sizes[keys[claim.id]].append(claim.best or claim.low or claim.high or 0)
    for document, told in told_by.items():
        for claim in told:
            key, number = keys[claim.id], claim.high if claim.best is None else claim.best
            if claim.kind != "count" or claim.unit != "people" or claim.fate in (None, *_MAKES_ONE):
                continue
            if key.parts.place or not sizes.get(key) or not number:
                continue
            when = claim.when
            day = when.start if when is not None and when.precision == "day" and when.start == when.end else None
            far = _ANY_FATE if claim.fate not in _COUNTED_IN_PARTS else _ONE_DAY if day else _ANY_DAY
            if number < median(sizes[key]) / far:
                part = Key(key.parts, f"part {document} {day or ''}")
                keys[claim.id] = part
                reasons[document].setdefault((part, key), ("within", _TOO_FEW))


def part_large_counts(told_by: Mapping[str, Sequence[Claim]], keys: dict[str, Key], reasons: Reasons) -> None:
    """Take a bare count of far more people than any report says to have entered for one of others: a whole year's, a whole coast's.

    Only people without a name of their own: where the name is the same, the report contradicts itself, which is for people to see.
    """
    counted = {
        document: [claim for claim in told if claim.kind == "count" and claim.unit == "people"] for document, told in told_by.items()
    }
    sizes: dict[Key, float] = defaultdict(float)
    for claim in (each for counts in counted.values() for each in counts if each.fate in ENTERED):
        sizes[keys[claim.id]] = max(sizes[keys[claim.id]], claim.high or claim.best or claim.low or 0)
    for document, counts in counted.items():
        for claim in counts:
            key, number = keys[claim.id], claim.low if claim.best is None else claim.best
            bare = claim.cohort is not None and not read_parts(claim.cohort).identifies and not key.parts.kin
            if bare and claim.fate not in ENTERED and number and sizes.get(key) and number > _BEYOND * sizes[key]:
                keys[claim.id] = Key(Parts(), f"beyond {document}")
                reasons[document].setdefault((keys[claim.id], key), ("apart", _TOO_MANY))


def bind_events(told_by: Mapping[str, Sequence[Claim]], keys: dict[str, Key], reasons: Reasons) -> None:
    """Keep people whom no report says to have gone anywhere apart from report to report.

    "Five Colombians were killed" in two reports are two counts of two events, where nothing shows that they are one; only a
    cohort that set out, joined, was born or displaced is one thing of which all reports speak.
    """
    entering = {document: _entering(told, keys) for document, told in told_by.items()}
    whole = frozenset[tuple[tuple[str, ...], str]]().union(*entering.values())
    for document, told in told_by.items():
        bound: dict[Key, set[Key]] = defaultdict(set)
        taken = {keys[claim.id] for claim in told if claim.fate == "abducted" and claim.kind == "count"}
        same: dict[Key, list[Claim]] = defaultdict(list)
        for claim in told:
            same[keys[claim.id]].append(claim)
        events = {key: bind_report(alike)[0] for key, alike in same.items()}
        for claim in told:
            key = keys[claim.id]
            # A nation is too wide to be one cohort in a report that does not say itself who of it went.
            one = key.plain in (whole if key.parts.affiliation else entering[document])
            if not key.scope and not key.parts.kin and not one:
                # Who was abducted in one place and freed in another is one cohort of the report.
                keys[claim.id] = Key(key.parts, f"document {document} " if key in taken else events[key][claim.id])
                bound[key].add(keys[claim.id])
        for (left, right), why in list(reasons[document].items()):
            for new_left in sorted(bound.get(left, {left})):
                for new_right in sorted(bound.get(right, {right})):
                    # All of a cohort cannot lie in those of one event.
                    if new_right.scope in ("", new_left.scope, f"document {document} "):
                        reasons[document].setdefault((new_left, new_right), why)


def _entering(told: Sequence[Claim], keys: Mapping[str, Key]) -> frozenset[tuple[tuple[str, ...], str]]:
    """Those of whom the report says how they came to be one cohort, or counts a share of all who did."""
    return frozenset(
        keys[claim.id].plain for claim in told if claim.kind == "count" and (claim.fate in _MAKES_ONE or claim.base in _MAKES_ONE)
    )

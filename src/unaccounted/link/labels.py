"""What cohorts are called: a readable label for each, no two alike.

In: the claims of each cohort and the documents' titles. Out: labels. Among the printed names the one of those who set out or
joined speaks best; group, place, date and title are added only where they tell it from another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from unaccounted.base.records import Claim, Cohort, Document
from unaccounted.link.apart import tell_apart
from unaccounted.link.folding import fold
from unaccounted.link.keys import Key
from unaccounted.link.mains import ENTERED
from unaccounted.link.parts import Parts, is_army, list_group_aliases, read_parts


def label_cohorts(told: Mapping[Key, Sequence[Claim]], documents: Mapping[str, Document]) -> dict[Key, str]:
    """A label for each cohort.

    Args:
        told: the claims of each cohort.
        documents: by hash, for their publishers, titles and dates.
    """
    printed = _printed_groups(told)
    alike: dict[str, list[Key]] = defaultdict(list)
    for key, claims in told.items():
        alike[_call(key, claims, printed)].append(key)
    labels: dict[Key, str] = {}
    taken = {label for label, keys in alike.items() if len(keys) == 1}
    for label, keys in sorted(alike.items()):
        if len(keys) == 1:
            labels[keys[0]] = label
            continue
        for key, apart in tell_apart({key: told[key] for key in keys}, documents).items():
            labels[key] = free = next(name for name in _names(f"{label} ({apart})") if name not in taken)
            taken.add(free)
    return labels


def _names(label: str) -> Iterator[str]:
    """The label, then others for the rare case that another cohort is printed under it."""
    yield label
    yield from (f"{label}, told of apart" + " again" * times for times in count())


def _printed_groups(told: Mapping[Key, Sequence[Claim]]) -> dict[str, str]:
    """A group's folded name to how it is printed."""
    printed: dict[str, str] = {}
    for claims in told.values():
        for claim in claims:
            if claim.cohort is not None and claim.cohort.affiliation:
                name = read_parts(claim.cohort).affiliation
                printed[name] = min(printed.get(name, claim.cohort.affiliation), claim.cohort.affiliation)
    return printed


def _call(key: Key, claims: Sequence[Claim], printed: Mapping[str, str]) -> str:
    """How a cohort is best called: as an entry claim calls it, else as most do, with its group and place where it must be."""
    cohorts: list[Cohort] = [claim.cohort for claim in claims if claim.cohort is not None]
    entries = [claim.cohort for claim in claims if claim.fate in ENTERED and claim.cohort is not None]
    plain = Parts(key.parts.origins, key.parts.affiliation, kin=key.parts.kin)
    fitting = [each for each in [*entries, *cohorts] if replace(read_parts(each), role="", sex="", age="", place="") == plain]
    fitting = fitting or entries or cohorts
    pool = [each for each in entries if each in fitting] or fitting
    counted = Counter(each.label for each in pool)
    told_origin = {each.label for each in pool if each.origin}
    label = min(counted, key=lambda each: (each not in told_origin, -counted[each], len(each), each))
    affiliation = key.parts.affiliation
    if affiliation and not key.parts.kin and not _names_group(label, affiliation, cohorts):
        name = printed.get(affiliation, affiliation.title())
        label = f"{label} of {'the ' if is_army(affiliation) else ''}{name}"
    if key.scope.startswith("part "):
        label = label if label.startswith("a part") else f"a part of the {label}"
    place = key.parts.place
    if place and place not in fold(label):
        printed_places = [claim.where for claim in claims if claim.where is not None and fold(claim.where.name) == place]
        name = min((where.name for where in printed_places), default=place.title())
        label = f"{label} {'in' if any(where.precision == 'region' for where in printed_places) else 'at'} {name}"
    return label


def _names_group(label: str, affiliation: str, cohorts: Sequence[Cohort]) -> bool:
    """Whether a label already names the group, under any of its names."""
    words = f" {fold(label)} "
    names = [affiliation, *list_group_aliases(affiliation), *(fold(each.affiliation) for each in cohorts if each.affiliation)]
    return any(f" {name} " in words or f" {name}s " in words for name in names)

"""A cohort's typed parts in comparable form, and how two of them stand to one another.

In: the parts that extract filled. Out: a relation of the vocabulary with its reason in plain words. When in doubt two
cohorts are within one another or apart, never the same.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from unaccounted.base.records import Cohort
from unaccounted.link.folding import fold

_ARMED = frozenset(["fighter", "soldier", "member"])
FOREIGN = ("foreign",)
"""The origin of people who are called foreigners and no more: wider than any one nation."""


_UNIT_WORDS = 3
"""A unit's name in a label has at most so many words."""


@dataclass(frozen=True, slots=True, order=True)
class Parts:
    """Parts folded and put under one name each; "" where a part is not told.

    Args:
        origins: country or people, or several ("chechnya", "dagestan"), sorted.
        affiliation: the group's one name, folded.
        role: "armed" for fighters, soldiers and members alike; else the role.
        sex, age: as told; men are not told from people, whom reports of armies call men.
        kin: whether they are somebody's relatives.
        place: where they are, when it defines them.
    """

    origins: tuple[str, ...] = ()
    affiliation: str = ""
    role: str = ""
    sex: str = ""
    age: str = ""
    kin: str = ""
    place: str = ""

    @property
    def identifies(self) -> bool:
        """Whether the people can be told from others: by origin or affiliation."""
        return bool(self.origins or self.affiliation)


@cache
def load_regions() -> dict[str, str]:
    """Region to country, both folded."""
    rows = csv.DictReader((files("unaccounted.base") / "regions.csv").read_text(encoding="utf-8").splitlines())
    return {fold(row["region"]): fold(row["country"]) for row in rows}


@cache
def load_group_aliases() -> dict[str, str]:
    """A group's folded alias to its one folded name."""
    rows = csv.DictReader((files("unaccounted.link") / "group_aliases.csv").read_text(encoding="utf-8").splitlines())
    return {fold(row["alias"]): fold(row["name"]) for row in rows}


@cache
def list_group_aliases(name: str) -> tuple[str, ...]:
    """The folded aliases of a group's one folded name, sorted."""
    return tuple(sorted(alias for alias, known in load_group_aliases().items() if known == name))


@cache
def load_words(name: str) -> frozenset[str]:
    """A list of `words.yaml` by its name."""
    return frozenset(_load_lists()[name]["words"])


@cache
def load_event_kinds() -> dict[str, frozenset[str]]:
    """The kinds of events that reports tell of, each with the nouns that show it."""
    return {name.removeprefix("event_"): load_words(name) for name in _load_lists() if name.startswith("event_")}


@cache
def _load_lists() -> dict[str, dict[str, list[str]]]:
    import yaml

    lists: dict[str, dict[str, list[str]]] = yaml.safe_load((files("unaccounted.link") / "words.yaml").read_text(encoding="utf-8"))
    return lists


def name_group(name: str | None) -> str:
    """A group's one name, folded: an alias is put under the name it stands for."""
    plain = fold(name or "")
    plain = plain.removeprefix("the ").removeprefix("so called ")
    return load_group_aliases().get(plain, plain)


def read_parts(cohort: Cohort) -> Parts:
    """The comparable parts of a cohort as printed."""
    origins = tuple(sorted(fold(each) for each in (cohort.origin or "").split(" and ") if each.strip()))
    role = cohort.role or ""
    kin = ""
    label = fold(cohort.label)
    if not origins and cohort.kin_of is None and any(f" {words} " in f" {label} " for words in load_words("wider")):
        origins = FOREIGN
    if cohort.kin_of is not None:
        words = set(label.split())
        kin = next((each for each in ("wives", "children") if words & load_words(each)), "family")
    return Parts(
        origins,
        name_group(cohort.affiliation) or ("" if cohort.kin_of is not None else _unit_in(label)),
        "armed" if role in _ARMED else role,
        "" if cohort.sex in (None, "men") or kin else cohort.sex,
        (cohort.age or "") if not kin else "",
        kin,
        fold(cohort.place or ""),
    )


def relate_parts(left: Parts, right: Parts) -> tuple[str, str]:
    """How the people of `left` stand to those of `right`: a word of `RELATIONS`, and why."""
    if left == right and left.identifies:
        return "same", "every part agrees"
    if left.kin != right.kin:
        if not (left.kin and right.kin):
            return "apart", "families are a cohort of their own"
        if right.kin != "family":
            return ("overlapping", "all the family, and a part of it") if left.kin == "family" else ("apart", "wives and children")
    if left.place != right.place and left.place and right.place:
        return "apart", "they are told of different places"
    if right.place and not left.place:
        return "overlapping", "only those at one place are told of"
    if left.role != right.role and left.role and right.role:
        return "apart", f"{_called(left.role)} and {_called(right.role)} are told apart"
    for part in ("sex", "age"):
        told = getattr(left, part), getattr(right, part)
        if all(told) and told[0] != told[1]:
            return "apart", f"{told[0]} and {told[1]} are told apart"
    if left.origins and right.origins and left.origins != right.origins:
        return _relate_origins(left, right)
    if left.affiliation and right.affiliation and left.affiliation != right.affiliation:
        if is_unit(left.affiliation) and not is_unit(right.affiliation) and left.origins in ((), right.origins):
            return "within", "a unit lies in its army"
        return "apart" if not (left.origins and left.origins == right.origins) else "overlapping", "their groups differ"
    shared = (left.origins and left.origins == right.origins) or (left.affiliation and left.affiliation == right.affiliation)
    if not shared:
        return "apart", "no part that tells who they are is shared"
    more = _says_more(left, right)
    less = _says_more(right, left)
    if left.kin != right.kin and not less:
        return "within", f"{left.kin} are of the family"
    if more and not less:
        return "within", f"told of more narrowly, by {', '.join(more)}"
    if less and not more:
        return "overlapping", "the other is told of more narrowly"
    return "overlapping", "each is told of by a part that the other lacks"


def _relate_origins(left: Parts, right: Parts) -> tuple[str, str]:
    """How the people of two different origins stand."""
    regions = load_regions()
    groups_meet = left.affiliation in ("", right.affiliation) or not right.affiliation
    if right.origins == FOREIGN:
        return ("within", "one nation of the foreigners") if groups_meet else ("overlapping", "foreigners of another group")
    if left.origins == FOREIGN:
        return "overlapping", "foreigners of any nation"
    if all(regions.get(each) in right.origins for each in left.origins) and left.affiliation in ("", right.affiliation):
        lies = "lie" if len(left.origins) > 1 else "lies"
        return "within", f"{_list_names(left.origins)} {lies} in {_list_names(right.origins)}"
    if set(left.origins) < set(right.origins) and left.affiliation in ("", right.affiliation):
        return "within", "one of the origins that are counted together"
    if all(regions.get(each) in left.origins for each in right.origins) or set(right.origins) < set(left.origins):
        return "overlapping", "the other's origin lies in this one's"
    return "apart", "their origins differ"


def _list_names(origins: tuple[str, ...]) -> str:
    return " and ".join(origin.title() for origin in origins)


def _called(role: str) -> str:
    return "fighters and soldiers" if role == "armed" else f"people told of as {role}"


def _says_more(left: Parts, right: Parts) -> list[str]:
    return [name for name in ("origins", "affiliation", "role", "sex", "age", "place") if getattr(left, name) and not getattr(right, name)]


def orient(left: Parts, right: Parts) -> tuple[bool, str, str]:
    """How two cohorts stand, whichever lies in the other: (whether they are turned round, relation, reason)."""
    relation, reason = relate_parts(left, right)
    if relation in ("overlapping", "apart"):
        other, why = relate_parts(right, left)
        if other == "within":
            return True, other, why
    return False, relation, reason


def is_unit(affiliation: str) -> bool:
    """Whether a name is a unit's ("young guard", "9th corps"), which lies in an army."""
    words = affiliation.split()
    if not words:
        return False
    placed = len(words) == 2 and words[0] in load_words("positions") and words[1] in load_words("bodies")
    return words[-1] in load_words("units") or placed


def _unit_in(label: str) -> str:
    """The unit that a folded label names at its end ("soldiers of the left wing"), where it names one."""
    before, of, name = label.rpartition(" of the ")
    return name if of and before and len(name.split()) <= _UNIT_WORDS and is_unit(name) else ""


def is_army(affiliation: str) -> bool:
    """Whether a name is an army's or a unit's, whose soldiers may be of many nations."""
    return is_unit(affiliation) or bool(set(affiliation.split()) & load_words("armies"))

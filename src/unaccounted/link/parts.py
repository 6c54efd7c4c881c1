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
    rows = csv.DictReader((files("unaccounted.link") / "regions.csv").read_text(encoding="utf-8").splitlines())
    return {fold(row["region"]): fold(row["country"]) for row in rows}


@cache
def load_group_aliases() -> dict[str, str]:
    """A group's folded alias to its one folded name."""
    rows = csv.DictReader((files("unaccounted.link") / "group_aliases.csv").read_text(encoding="utf-8").splitlines())
    return {fold(row["alias"]): fold(row["name"]) for row in rows}


@cache
def load_words(name: str) -> frozenset[str]:
    """A list of `words.yaml` by its name."""
    import yaml

    lists = yaml.safe_load((files("unaccounted.link") / "words.yaml").read_text(encoding="utf-8"))
    return frozenset(lists[name]["words"])


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
    if cohort.kin_of is not None:
        words = set(fold(cohort.label).split())
        kin = "wives" if words & {"wives", "wife", "widows"} else "children" if words & {"children", "sons", "daughters"} else "family"
    return Parts(
        origins,
        name_group(cohort.affiliation),
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
        return "apart", "families are a cohort of their own"
    if left.place != right.place and left.place and right.place:
        return "apart", "they are told of different places"
    if right.place and not left.place:
        return "overlapping", "only those at one place are told of"
    if left.role != right.role and left.role and right.role:
        return "apart", f"{left.role or 'people'} and {right.role or 'people'} are told apart"
    if left.origins and right.origins and left.origins != right.origins:
        regions = load_regions()
        if all(regions.get(each) in right.origins for each in left.origins) and left.affiliation in ("", right.affiliation):
            return "within", f"{' and '.join(left.origins)} lie in {' and '.join(right.origins)}"
        if all(regions.get(each) in left.origins for each in right.origins):
            return "overlapping", "one names a region of the other's country"
        return "apart", "their origins differ"
    if left.affiliation and right.affiliation and left.affiliation != right.affiliation:
        if is_unit(left.affiliation) and not is_unit(right.affiliation) and left.origins in ((), right.origins):
            return "within", f"{left.affiliation} is a unit; {right.affiliation} is the whole"
        return "apart" if not (left.origins and left.origins == right.origins) else "overlapping", "their groups differ"
    shared = (left.origins and left.origins == right.origins) or (left.affiliation and left.affiliation == right.affiliation)
    if not shared:
        return "apart", "no part that tells who they are is shared"
    more = _says_more(left, right)
    less = _says_more(right, left)
    if more and not less:
        return "within", f"told of more narrowly, by {', '.join(more)}"
    if less and not more:
        return "overlapping", "the other is told of more narrowly"
    return "overlapping", "each is told of by a part that the other lacks"


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
    return bool(words) and (
        words[-1] in load_words("units") or (words[-1] == "army" and len(words) == 2 and words[0] in ("main", "central", "rear"))
    )

"""Whom each mention of one document means: the people that the report is about, a part of them, or others.

In: the document's claims with their parts, and its main cohort. Out: each claim's key, and how that cohort stands to the main
one with the reason. It does not look at other documents.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from unaccounted.base.records import Claim
from unaccounted.link.events import bind_report
from unaccounted.link.folding import fold
from unaccounted.link.keys import Key
from unaccounted.link.mains import ENTERED, MADE, parts_of
from unaccounted.link.parts import FOREIGN, Parts, is_army, is_unit, relate_parts

_WENT = (*ENTERED, "returned", "deserted")
_ARMED = frozenset(["soldier", "fighter"])
_ONE = re.compile(r"\b(?:one|1)\b", re.IGNORECASE)
_FEW = 50
"""Of no more people than this, one told of by an article is one of the account."""
_BARE = "a bare mention means the people whom the report is about"


@dataclass(frozen=True, slots=True)
class About:
    """What a document is about, for reading its mentions.

    Args:
        document: its hash.
        main: its main cohort; None where its people have no name.
        entered: whether it tells of people who set out or joined.
        made: whether it tells of any who became one cohort: set out, joined, were displaced or abducted.
        whole_fates: fates that it tells of the main cohort without a place.
        places: where those places lie that it counts people at, by folded name.
        events: what its people without a name are bound to, by the ids of the claims.
        one_event: roles of whose people it tells in one event.
        armed: roles of armed people ("soldier", "fighter") whose bare mention means the main cohort.
        sides: whether it speaks of soldiers and of fighters without a name: then they are two sides.
        size: the most people that it says entered; None where it does not.
    """

    document: str
    main: Parts | None
    entered: bool
    made: bool
    whole_fates: frozenset[str | None]
    places: frozenset[str]
    events: Mapping[str, str]
    one_event: frozenset[str]
    armed: frozenset[str]
    sides: bool
    size: float | None = None

    @property
    def key(self) -> Key:
        """The main cohort's key: its document's own where its people have no name."""
        return Key(self.main) if self.main is not None else Key(Parts(), f"document {self.document}")

    @property
    def whole(self) -> bool:
        """Whether there is a main cohort, with or without a name."""
        return self.main is not None or self.entered


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a mention means: the key, and how it stands to the document's main cohort."""

    key: Key
    relation: str
    reason: str


def read_about(document: str, told: Sequence[Claim], main: Parts | None) -> About:
    """What a document is about.

    Args:
        document: its hash.
        told: its claims that carry a cohort.
        main: of `find_mains`.
    """
    counts = [claim for claim in told if claim.kind == "count"]
    bare = [claim for claim in told if not parts_of(claim).identifies and not parts_of(claim).kin]
    sides = {_role_of(claim) for claim in bare} >= _ARMED
    events: dict[str, str] = {}
    one_event = set()
    # What is told of soldiers does not place the people whom they met.
    for role in sorted({_split_role(parts_of(claim).role, claim, sides) for claim in bare}):
        bound, is_one = bind_report([claim for claim in bare if _split_role(parts_of(claim).role, claim, sides) == role])
        events |= bound
        one_event |= {role} if is_one else set()
    return About(
        document,
        main,
        main is not None or any(claim.fate in ENTERED for claim in told),
        any(claim.fate in MADE for claim in counts),
        frozenset(claim.fate for claim in told if claim.where is None and not parts_of(claim).kin),
        frozenset(fold(claim.where.name) for claim in counts if claim.where is not None and claim.where.precision != "country"),
        events,
        frozenset(one_event),
        _armed_of(told, main),
        sides,
        max((claim.best or claim.low or 0 for claim in counts if claim.fate in ENTERED and claim.unit == "people"), default=None),
    )


def _role_of(claim: Claim) -> str:
    return (claim.cohort.role if claim.cohort is not None else None) or ""


def _split_role(role: str, claim: Claim, sides: bool) -> str:
    """The role, of armed people by their side where a report has two."""
    return _role_of(claim) if sides and role == "armed" and _role_of(claim) in _ARMED else role


def _armed_of(told: Sequence[Claim], main: Parts | None) -> frozenset[str]:
    """Armed roles whose bare mention may mean the main cohort: its own, else fighters of a group and soldiers of an army.

    People or passengers without a name who set out are no armed men; men who did, and whoever joined something, may be.
    """
    if main is None:
        own = [claim for claim in told if claim.fate in MADE and not parts_of(claim).identifies]
        if any(claim.fate == "joined" or (claim.cohort is not None and claim.cohort.sex == "men") for claim in own):
            return _ARMED
        return frozenset(_role_of(claim) for claim in own) & _ARMED
    own = [claim for claim in told if (parts_of(claim).origins, parts_of(claim).affiliation) == (main.origins, main.affiliation)]
    found = frozenset(_role_of(claim) for claim in own) & _ARMED
    if not main.affiliation:
        return found or _ARMED
    return found or frozenset(["soldier" if is_army(main.affiliation) else "fighter"])


def read_mention(claim: Claim, about: About) -> Meant:
    """Whom one claim of a document speaks of."""
    parts = parts_of(claim)
    if parts.kin:
        return _read_family(claim, parts, about)
    parts = replace(parts, role=_side_of(parts, claim, about))
    people = replace(parts, place="")
    if _is_anecdote(claim, about):
        return Meant(Key(parts, f"claim {claim.id}"), "apart", "one person told of is an example, and no count of the whole")
    reason = _means_main(people, about)
    if reason is not None:
        return _bound(claim, parts, about, about.key, reason)
    if parts.identifies:
        return _read_named(claim, parts, about)
    if about.whole:
        if parts.role in _bare_roles(about):  # told apart by sex or age alone
            part = replace(about.key.parts, sex=parts.sex, age=parts.age, place=parts.place)
            return Meant(Key(part, about.key.scope), "within", f"only the {parts.age or parts.sex} among them are counted")
        return Meant(Key(parts, f"document {about.document}"), "apart", "told apart by their role")
    key = Key(replace(parts, place="" if parts.role in about.one_event else parts.place), about.events[claim.id])
    return Meant(key, "apart", "nothing shows that they are the same people")


def _side_of(parts: Parts, claim: Claim, about: About) -> str:
    """The role of a mention: of armed people without a name the one printed, where they are not on the main cohort's side."""
    if parts.role != "armed" or parts.identifies or _role_of(claim) not in _ARMED:
        return parts.role
    if about.whole and _role_of(claim) in about.armed:
        return "armed"
    # With a name, the people of the report are armed or not as it happens: only where there are two sides must one be another.
    return _role_of(claim) if about.sides or (about.main is None and about.whole) else "armed"


def _is_anecdote(claim: Claim, about: About) -> bool:
    """Whether one person is told of by an article ("a soldier was shot"): of thousands that is an example and no count."""
    one = claim.kind == "count" and claim.best == 1 and claim.unit == "people" and _ONE.search(claim.quote) is None
    return one and not (about.size is not None and about.size <= _FEW)


def _bare_roles(about: About) -> frozenset[str]:
    """Roles whose bare mention ("the men", "fighters", "prisoners") means the main cohort."""
    main = about.main
    if main is None:
        return frozenset(["", "armed", "migrant", "prisoner"])
    if main.role not in ("", "armed"):
        # "The people" are the migrants who set out; beside murdered judges they may be anybody.
        return frozenset(["", "prisoner", main.role] if about.made else [main.role])
    return frozenset(["", "armed", "prisoner"] if main.affiliation else ["", "armed", "migrant", "prisoner"])


def _means_main(people: Parts, about: About) -> str | None:
    """Why a mention means the document's main cohort; None where it does not. Its place is looked at elsewhere."""
    main = about.main
    if people.sex or people.age or not about.whole:
        return None
    if not people.identifies:
        return _BARE if people.role in _bare_roles(about) else None
    if main is None or people.role not in ("", main.role, "armed" if main.role == "" else main.role):
        return None
    if people.origins == main.origins:
        if people.affiliation == main.affiliation:
            return "every part agrees"
        if people.origins and "" in (people.affiliation, main.affiliation):
            return "the same origin, no other group, in one report"
    return None


def _read_named(claim: Claim, parts: Parts, about: About) -> Meant:
    """People with a name of their own, other than the main cohort's."""
    main = about.main
    if parts.role == "armed" and parts.affiliation:
        parts = replace(parts, role="")
    if main is None and is_unit(parts.affiliation):
        return Meant(Key(parts), "within", "a unit lies in its army")
    if main is None:
        return Meant(Key(parts), "apart", "no cohort of its own is known")
    if (
        main.affiliation
        and not main.origins
        and parts.origins
        and parts.origins != FOREIGN
        and not parts.affiliation
        and parts.role in ("", "armed")
        and (is_army(main.affiliation) or claim.fate in _WENT)
    ):
        part = replace(parts, role="", affiliation=main.affiliation)
        return Meant(Key(part), "within", "the report counts them as part of its army or group")
    roles = ("", "armed") if main.role in ("", "armed") else ("",)
    if parts.origins == main.origins and parts.affiliation in ("", main.affiliation) and parts.role in roles:
        # "Yazidi women" beside "Yazidi civilians": what the main cohort is told by holds for its women too.
        parts = replace(parts, role=main.role, affiliation=main.affiliation)
    relation, reason = relate_parts(parts, main)
    return Meant(Key(parts), relation, reason)


def _read_family(claim: Claim, parts: Parts, about: About) -> Meant:
    """Families: of the people that the report is about where nothing else is said, else of those named."""
    main = about.main
    whose = replace(parts, role="")
    if main is not None and not parts.identifies:
        whose = replace(whose, origins=main.origins, affiliation=main.affiliation)
    elif main is not None and parts.origins == main.origins and not parts.affiliation:
        whose = replace(whose, affiliation=main.affiliation)
    scope = "" if whose.identifies else f"document {about.document}"
    # What became of the fighters as a whole tells nothing of whether all their families are meant.
    meant = _bound(claim, whose, replace(about, whole_fates=frozenset()), Key(replace(whose, place=""), scope), "")
    return Meant(meant.key, "apart", "families are a cohort of their own")


def _bound(claim: Claim, parts: Parts, about: About, key: Key, reason: str) -> Meant:
    """The cohort of `key`, or its people at one place, where a claim speaks only of those."""
    place = parts.place or _local_place(claim, about)
    if not place:
        return Meant(key, "same", reason)
    named = claim.where.name if claim.where is not None and fold(claim.where.name) == place else place.title()
    return Meant(Key(replace(key.parts, place=place), key.scope), "within", f"only those at {named} are counted")


def _local_place(claim: Claim, about: About) -> str:
    """The place, where a count is of those there alone and not of the whole cohort.

    Who remain somewhere are always only those there. Another fate's place is the whole story's where a report has one place,
    and one of many where it has more, or where it tells the same fate without a place too.
    """
    if claim.where is None or claim.where.precision == "country" or claim.kind != "count" or claim.fate in ENTERED:
        return ""
    elsewhere = len(about.places) > 1 and claim.fate not in _WENT
    return fold(claim.where.name) if claim.fate == "remaining" or claim.fate in about.whole_fates or elsewhere else ""

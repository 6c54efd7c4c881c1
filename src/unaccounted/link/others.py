"""Cohorts of one report beside its main one that have an entry of their own: they gather their mentions as the main one does.

In: whom each claim means by itself. Out: the same, where "100 Libyans were killed" means the Libyans of whom the report says
that they joined. Where two such cohorts fit, nothing is gathered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from unaccounted.base.records import Claim
from unaccounted.link.keys import Key
from unaccounted.link.mains import MADE
from unaccounted.link.mentions import About, Meant
from unaccounted.link.parts import is_army

_GATHERED = "the same origin as those of whom the report tells how they came in, and no other group"


def gather_others(told: Sequence[Claim], meant: Mapping[str, Meant], about: About) -> dict[str, Meant]:
    """Whom each claim means, with the mentions of the other cohorts that entered put to them.

    Args:
        told: the claims of one document that carry a cohort.
        meant: whom each means by itself, by claim id.
        about: what the document is about; its main cohort gathers by itself.
    """
    entered = {
        meant[claim.id].key
        for claim in told
        if claim.kind == "count" and claim.unit == "people" and claim.fate in MADE and meant[claim.id].key.parts.identifies
    }
    entered = {key for key in entered if not (key.parts.kin or key.parts.place or key.parts.sex or key.parts.age) and not key.scope}
    entered.discard(about.key)
    gathered = dict(meant)
    for claim in told:
        key = meant[claim.id].key
        homes = [home for home in entered if home != key and _gathers(home, key, claim)]
        if len(homes) == 1 and key != about.key:
            parts = replace(homes[0].parts, sex=key.parts.sex, age=key.parts.age, place=key.parts.place)
            gathered[claim.id] = Meant(Key(parts), "apart", _GATHERED)
    return gathered


def _gathers(home: Key, key: Key, claim: Claim) -> bool:
    """Whether a mention that tells less means the people of `home`, or some of them."""
    parts = key.parts
    if not parts.origins or parts.origins != home.parts.origins or parts.kin or key.scope:
        return False
    if parts.affiliation != home.parts.affiliation and parts.affiliation:
        return False
    # A nation's soldiers may fight on the other side of its volunteers.
    soldiers = claim.cohort is not None and claim.cohort.role == "soldier" and not is_army(home.parts.affiliation)
    return parts.role in ("", home.parts.role) or (parts.role == "armed" and home.parts.role == "" and not soldiers)

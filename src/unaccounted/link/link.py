"""All of link: claims to entities, links between them, and what each claim gains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from unaccounted.base.records import Claim, ClaimLink, Document, Entity, EntityLink
from unaccounted.base.vocabulary import DEFAULT_GRADES, FATES
from unaccounted.link.cohorts import link_cohorts
from unaccounted.link.groups import link_groups, name_affiliations
from unaccounted.link.origins import link_origins
from unaccounted.link.persons import link_persons
from unaccounted.link.places import link_places


@dataclass(frozen=True, slots=True)
class Linked:
    """What link makes: entities, how they stand to one another, and what each claim gains, each sorted by id."""

    entities: tuple[Entity, ...]
    links: tuple[EntityLink, ...]
    claim_links: tuple[ClaimLink, ...]


def link_claims(claims: Sequence[Claim], documents: Sequence[Document]) -> Linked:
    """Tell which claims speak of the same cohort, person, group or place, and which only repeat others.

    Args:
        claims: of all documents, in any order: the order never matters.
        documents: those that the claims come from; used for titles and for the names that their text holds.

    Returns:
        Entities and links. The same claims give the same ids.
    """
    by_hash = {document.sha256: document for document in documents}
    cohorts, cohort_links, cohort_of = link_cohorts(_under_one_name(claims), by_hash)
    persons, person_links, person_of = link_persons(claims)
    groups, group_links, group_of = link_groups(claims)
    places, place_of = link_places(claims)
    origins = link_origins(claims, cohort_of, by_hash)
    claim_links = []
    for claim in sorted(claims, key=lambda each: each.id):
        origin, repeats, why = origins[claim.id]
        role = claim.source.role if claim.source is not None and claim.source.role else "unnamed"
        base = claim.base if claim.base in FATES else None
        claim_links.append(
            ClaimLink(
                claim.id, cohort_of.get(claim.id), person_of.get(claim.id), group_of.get(claim.id), place_of.get(claim.id), None,
                f"{cohort_of[claim.id]}/{base}" if base and claim.id in cohort_of else None, origin, repeats, why, DEFAULT_GRADES[role],
            )
        )  # fmt: skip
    return Linked((*cohorts, *persons, *groups, *places), (*cohort_links, *person_links, *group_links), tuple(claim_links))


def _under_one_name(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with their cohorts' groups under the names that the reports' aliases stand for."""
    names = name_affiliations(claims)
    renamed = []
    for claim in claims:
        cohort = claim.cohort
        name = names.get((claim.document, cohort.affiliation)) if cohort is not None and cohort.affiliation else None
        renamed.append(claim if cohort is None or name is None else replace(claim, cohort=replace(cohort, affiliation=name)))
    return renamed

"""A small world written by hand: four reports on a ferry and its passengers, the claims in them, and an account.

Every sentence here is invented for the tests. It holds what pages must get right: copies of one statement, a denial, an
inference, a refused line, parts, lines beside, persons named in sentences about numbers, and files that were not read.
"""

from __future__ import annotations

import hashlib
from typing import Any

from unaccounted.base.accounts import Account
from unaccounted.base.records import (
    Claim,
    ClaimLink,
    Cohort,
    Contradiction,
    Diagnostic,
    Document,
    Entity,
    Failure,
    Figure,
    FileFound,
    FlatClaim,
    Inference,
    Source,
    When,
    Where,
)
from unaccounted.show.evidence import Evidence

ABOARD = "people aboard the ferry Halcyon"
CREW = "crew of the ferry Halcyon"
DAY = "2021-03-14"

HARBOUR = (
    "The ferry Halcyon left Port Adelin on the evening of 9 March with 480 people aboard, the harbour office said.\n\n"
    "By Sunday the coast guard had counted 112 bodies. Captain Teodor Varga, who gave the order to sail, was among the dead, and with "
    "him 14 of the crew. About 230 people were brought ashore alive at Cape Sorrel; of these, 41 remain in the hospital at Brennick."
    "\n\nThe harbour office denied that 600 people had been let on board."
)
WIRE = (
    "At least 110 people died when the Halcyon went down, according to the coast guard. Gen. Ilse Brandt said that dozens were still "
    "missing. Some 230 survivors were landed at Cape Sorrel."
)
RELIEF = (
    "We met 236 survivors at Cape Sorrel. Families gave us the names of 97 people of whom nothing has been heard since the sinking, "
    "Mr Varga's sister among them. It follows that roughly 500 people must have been on the ship. Nearly half of those we met were "
    "hurt.\n\nSeven passengers were held by the port police for a night after a quarrel on the quay."
)
LATER = (
    "Three weeks on, the inquiry put the number of those aboard at between 485 and 520. It found that 118 had died. TEODOR  VARGA had "
    "not asked for a passenger list, the inquiry said."
)


def _document(name: str, text: str, title: str, publisher: str, published: str) -> Document:
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Document(sha, name, (name,), sha, None, "text", "utf-8", text, title, publisher, None, published, None, "en")


DOCUMENTS = (
    _document("harbour.txt", HARBOUR, "What the harbour office says", "Adelin Courier", "2021-03-14"),
    _document("wire.txt", WIRE, "Scores dead as ferry sinks", "Coast Wire", "2021-03-15"),
    _document("relief.md", RELIEF, "From the quay at Cape Sorrel", "Open Hands", "2021-03-20"),
    _document("inquiry.html", LATER, "Inquiry: first findings", "Adelin Courier", "2021-04-02"),
)
ADELIN, COAST, HANDS, INQUIRY = DOCUMENTS


def make_claim(number: str, document: Document, quote: str, kind: str = "count", **fields: Any) -> Claim:
    """A claim whose quote stands in its document."""
    start = document.text.index(quote)
    label = fields.pop("cohort", ABOARD)
    fields.setdefault("cohort", Cohort(label, role="passenger", place="ferry Halcyon") if kind == "count" else None)
    return Claim(
        id=number,
        document=document.sha256,
        document_name=document.name,
        kind=kind,
        start=start,
        end=start + len(quote),
        quote=quote,
        published=document.published,
        **fields,
    )


def _count(number: str, document: Document, quote: str, fate: str, source: str, role: str, **fields: Any) -> Claim:
    fields.setdefault("factuality", "asserted")
    fields.setdefault("unit", "people")
    when = fields.pop("when", DAY)
    return make_claim(number, document, quote, fate=fate, source=Source(source, role), when=When(None, when, "day"), **fields)


CLAIMS = (
    _count("c01", ADELIN, "with 480 people aboard", "set out", "harbour office", "government", best=480.0, bound="exact"),
    _count("c02", ADELIN, "the coast guard had counted 112 bodies", "died", "coast guard", "government", best=112.0, bound="exact"),
    _count("c03", ADELIN, "About 230 people were brought ashore alive at Cape Sorrel; of these, 41 remain in the hospital at Brennick",
           "rescued", "Adelin Courier", "media", best=230.0, bound="about"),
    _count("c04", ADELIN, "41 remain in the hospital at Brennick", "wounded", "Adelin Courier", "media", best=41.0, bound="exact"),
    _count("c05", ADELIN, "The harbour office denied that 600 people had been let on board", "set out", "harbour office", "government",
           best=600.0, bound="exact", factuality="denied"),
    _count("c06", ADELIN, "with him 14 of the crew", "died", "coast guard", "government", best=14.0, bound="exact", cohort=CREW),
    _count("c07", COAST, "At least 110 people died when the Halcyon went down", "died", "coast guard", "government", low=110.0,
           bound="at least", factuality="reported"),
    _count("c08", COAST, "dozens were still missing", "missing", "Gen. Ilse Brandt", "government", bound="vague", words="dozens",
           factuality="reported"),
    _count("c09", COAST, "Some 230 survivors were landed at Cape Sorrel", "rescued", "Coast Wire", "media", best=230.0, bound="about"),
    _count("c10", HANDS, "We met 236 survivors at Cape Sorrel", "rescued", "Open Hands", "NGO", best=236.0, bound="exact"),
    _count("c11", HANDS, "Families gave us the names of 97 people of whom nothing has been heard since the sinking, Mr Varga's sister "
           "among them",
           "missing", "Open Hands", "NGO", best=97.0, bound="exact"),
    _count("c12", HANDS, "roughly 500 people must have been on the ship", "set out", "Open Hands", "NGO", best=500.0, bound="about",
           factuality="inferred"),
    _count("c13", HANDS, "Nearly half of those we met were hurt", "wounded", "Open Hands", "NGO", best=0.5, bound="about", unit="share",
           base="rescued"),
    _count("c14", HANDS, "Seven passengers were held by the port police for a night", "detained", "Open Hands", "NGO", best=7.0,
           bound="exact"),
    _count("c15", INQUIRY, "the inquiry put the number of those aboard at between 485 and 520", "set out", "inquiry", "court", low=485.0,
           high=520.0, bound="between", when="2021-04-02"),
    _count("c16", INQUIRY, "It found that 118 had died", "died", "inquiry", "court", best=118.0, bound="exact", when="2021-04-02"),
    make_claim("p01", ADELIN, "Captain Teodor Varga, who gave the order to sail, was among the dead", "fate", person="Teodor Varga",
               role="captain", fate="died", factuality="reported", source=Source("coast guard", "government"), where=Where("Port Adelin")),
)  # fmt: skip

_ORIGIN = {"c02": "o2", "c07": "o2", "c03": "o3", "c09": "o3"}
_REPEATS = {"c07": "c02"}


def flatten(claim: Claim) -> FlatClaim:
    """The claim as one row, as reconcile makes it."""
    return FlatClaim(
        id=claim.id, cohort=claim.cohort.label if claim.cohort else "", fate=claim.fate or "", measure="cumulative", low=claim.low,
        best=claim.best, high=claim.high, bound=claim.bound, unit=claim.unit, base=claim.base, words=claim.words,
        factuality=claim.factuality, as_of=claim.when.end if claim.when else None, published=claim.published,
        source=claim.source.name if claim.source else None, source_role=claim.source.role if claim.source else None,
        grade="B3", origin=_ORIGIN.get(claim.id, f"o-{claim.id}"), repeats=_REPEATS.get(claim.id),
    )  # fmt: skip


def figure(
    cohort: str, fate: str, numbers: tuple[float, float, float] | None, role: str, origins: int, claims: str, note: str | None = None
) -> Figure:
    """A figure of the world's account; `claims` are ids with spaces between."""
    low, best, high = numbers or (None, None, None)
    in_sum = role in ("exit", "still there", "the rest")
    return Figure(cohort, fate, DAY, low, best, high, in_sum, origins, tuple(claims.split()), role, note)


FIGURES = (
    figure(ABOARD, "set out", (478, 488, 521), "entry", 2, "c01 c15"),
    figure(ABOARD, "died", (108, 113, 121), "exit", 2, "c02 c07 c16"),
    figure(ABOARD, "rescued", (221, 234, 248), "exit", 2, "c03 c09 c10"),
    figure(ABOARD, "missing", (30, 88, 126), "exit", 2, "c08 c11"),
    figure(ABOARD, "detained", (5, 7, 11), "exit", 1, "c14"),
    figure(ABOARD, "imprisoned", None, "of which", 0, "", "one word of one source, and nothing to hold it against"),
    figure(ABOARD, "unaccounted for", (2, 46, 117), "the rest", 0, ""),
    figure(ABOARD, "wounded", (38, 101, 140), "beside", 2, "c04 c13"),
    figure(CREW, "died", (13, 14, 17), "exit", 1, "c06"),
    figure(CREW, "set out", None, "entry", 0, "", "nobody says how many they were"),
)  # fmt: skip

ACCOUNT = Account(
    FIGURES,
    (Contradiction(ABOARD, "set out", DAY, "denial", "the harbour office says 480 and denies 600", ("c01", "c05"), 120.0),),
    (Inference(ABOARD, "set out", DAY, "c12", "roughly 500 people must have been on the ship"),),
    (
        Diagnostic(ABOARD, "prior", "the way out that nobody reports was given a share of 5% beforehand", 0.05),
        Diagnostic("", "languages", "one file in a language that no reader knows was not read"),
    ),
)
PERSON = Entity("e9", "person", "Teodor Varga", ("Captain Varga", "Teodor Varga"), documents=(ADELIN.sha256,))
FILES = (
    *(FileFound(each.name, each.sha256, len(each.text), "read", documents=1) for each in DOCUMENTS),
    FileFound("varga-interview.pdf", "ab" * 32, 9000, "skipped", "no reader knows this kind of file", "Save it as text"),
    FileFound("sailors.txt", "cd" * 32, 1200, "skipped", "not read: Arabic", "Translate it"),
    FileFound("torn.txt", None, None, "failed", "permission denied", "Make it readable"),
    FileFound("log.txt", "ef" * 32, 400, "partly read", "the last line breaks off", None, 1),
)


def make_evidence(**changes: Any) -> Evidence:
    """The world's evidence, with some of its fields changed."""
    flat = tuple(flatten(claim) for claim in CLAIMS if claim.kind == "count")
    fields: dict[str, Any] = {
        "account": ACCOUNT,
        "flat": flat,
        "claims": CLAIMS,
        "documents": DOCUMENTS,
        "claim_links": tuple(
            ClaimLink(each.id, "e1", origin=each.origin, repeats=each.repeats, grade=each.grade,
                      repeats_reason="the same figure, a day later, citing the same office" if each.repeats else None)
            for each in flat
        ),
        "entities": (Entity("e1", "cohort", ABOARD, (ABOARD,), entry="set out"), PERSON),
        "files": FILES,
        "failures": (Failure("extract", "log.txt", None, "the reader stopped", "line 12", "Look at line 12"),),
        "title": "The Halcyon",
    }  # fmt: skip
    return Evidence(**{**fields, **changes})

"""The whole flow on one page: files -> documents -> claims -> entities -> accounts -> evidence for show.

The only file that knows all stages. In: paths and a project folder. Out: the project's tables, and the `Evidence` that show
takes. Each stage is a step over shards; who carries it out is handed in (`work.run_step`), so that this file knows neither
processes nor progress bars. It decides what a part depends on, and nothing that a stage decides.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unaccounted import __version__
from unaccounted.base.accounts import Account
from unaccounted.base.errors import ProjectError, UsageError
from unaccounted.base.project import Project
from unaccounted.base.records import (
    Alternative,
    Claim,
    ClaimLink,
    Contradiction,
    Diagnostic,
    Document,
    Entity,
    EntityLink,
    Failure,
    Figure,
    FileFound,
    Inference,
)
from unaccounted.base.shards import Runner, Shard, cut_shards, digest_text
from unaccounted.base.tables import read_table
from unaccounted.collect import HIDDEN, Collection, Found, Same, find_files, join_collections, keep_found, read_same
from unaccounted.extract import extract_claims
from unaccounted.link import link_claims
from unaccounted.reconcile import explain_claims, flatten_claims, reconcile_claims

if TYPE_CHECKING:
    from unaccounted.show import Evidence

Rows = Mapping[str, Sequence[Any]]
EXPLAINED = 6
"""So many cohorts, those of which most is said, are explained with the account, in seconds each; others when they are asked for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of an account.

    Args:
        as_of: ISO dates, full or partial; none for the latest date that a claim speaks of.
        with_inferences: whether the writers' own conclusions count as evidence.
        seed: of the draws.
        of: which claims and entities it was reckoned from; filled in by the flow.
    """

    as_of: tuple[str, ...] = ()
    with_inferences: bool = False
    seed: int = 0
    of: str = ""


def open_reports(found: Sequence[Found], project: Project, run: Runner, asked: Asked) -> Evidence:
    """All five stages: what was found becomes the project's account, and the evidence to show.

    Args:
        found: from `find_reports`; what was in the project and is not among them leaves its tables.
        project: where the tables are kept; what is there already is not made again.
        run: carries out each step.
        asked: dates, inferences and seed of the account.

    Raises:
        UnaccountedError: something that a person can mend; one file's faults are rows in `failures` instead.
    """
    collect_reports(found, project, run)
    extract_reports(project, run)
    link_reports(project, run)
    reconcile_reports(project, run, asked)
    return gather_evidence(project)


def find_reports(paths: Sequence[Path], project: Path | None = None) -> list[Found]:
    """Every file under the paths, the project's own folder left out.

    Raises:
        UsageError: a path does not exist, or there is nothing under any of them.
    """
    own = os.path.realpath(project) if project is not None else None
    found = [each for each in find_files(paths) if each.ended is None or os.path.realpath(each.path) != own]
    hidden = sum(each.ended is not None and each.ended.reason == HIDDEN for each in found)
    if hidden == len(found):
        left_out = f" but {hidden} hidden file{'s' if hidden > 1 else ''}" if hidden else ""
        where = ", ".join(str(path) for path in paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")
        raise UsageError(f"nothing was found{left_out}", where, "Give the path of a report, or of a folder that holds reports")
    return found


def collect_reports(found: Sequence[Found], project: Project, run: Runner) -> None:
    """Files to documents: keep the bytes, read each hash once."""
    ended, same = keep_found(found, project.originals)
    shards = cut_shards((digest_text(each.sha256, *each.names), each) for each in same)
    run(COLLECT, [Shard(digest_text(repr(ended)), (ended,)), *shards], project.folder)


def extract_reports(project: Project, run: Runner) -> None:
    """Documents to claims, for every document whose language is read."""
    documents = [each for each in read_collection(project).documents if each.status != "skipped"]
    run(EXTRACT, cut_shards((digest_text(repr(each)), each) for each in documents), project.folder)


def link_reports(project: Project, run: Runner) -> None:
    """Claims to entities: all claims at once."""
    run(LINK, [Shard(_key_of(project, "documents", "claims"), (project,))], project.folder)


def reconcile_reports(project: Project, run: Runner, asked: Asked) -> None:
    """Claims and entities to an account; draws are not kept."""
    key = _key_of(project, "claims", "entities")
    asked = replace(asked, of=key)
    run(replace(RECONCILE, settings=json.dumps(asdict(asked))), [Shard(key, ((project, asked),))], project.folder)


def explain_reports(project: Project, run: Runner) -> None:
    """What the figures of the project's first cohorts hang on, in one part: cohorts that bind one another are reckoned once for all.

    Raises:
        ProjectError: there is no account of the claims that are there now.
    """
    asked = _read_asked(project)
    cohorts = tuple(dict.fromkeys(figure.cohort for figure in read_table(project.table("accounts"), Figure)))[:EXPLAINED]
    shard = Shard(digest_text(asked.of, *cohorts), ((project, asked, cohorts),))
    run(replace(EXPLAIN, settings=json.dumps(asdict(asked))), [shard], project.folder)


def explain_cohorts(project: Project, cohorts: Sequence[str]) -> tuple[Alternative, ...]:
    """What the figures of some cohorts hang on; nothing is kept.

    Raises:
        ProjectError: there is no account of the claims that are there now.
    """
    asked = _read_asked(project)
    flat = flatten_claims(*read_linked(project))
    return explain_claims(flat, list(asked.as_of) or None, asked.seed, asked.with_inferences, cohorts=cohorts)


def _read_asked(project: Project) -> Asked:
    asked = next(iter(read_table(project.table("accounts/asked"), Asked)), None)
    if asked is None or asked.of != _key_of(project, "claims", "entities"):
        what = "no account has been reckoned yet" if asked is None else "the account is not of the claims that are there now"
        raise ProjectError(what, str(project.folder), "Run again: unaccounted open PATH --project DIR")
    return asked


def _read_alternatives(project: Project, asked: Asked) -> tuple[Alternative, ...] | None:
    """What was explained, where it is of this account; None where it is not, or was not asked for."""
    explained = set(read_table(project.table("accounts/explained"), Asked))
    return tuple(read_table(project.table("accounts/alternatives"), Alternative)) if explained == {asked} else None


def gather_evidence(project: Project) -> Evidence:
    """Everything that show needs, from the project's tables.

    Raises:
        ProjectError: there is no account yet, or it was reckoned from other claims than are there now.
        TableError: a part cannot be read.
    """
    from unaccounted.show import Evidence

    asked = _read_asked(project)
    collection = read_collection(project)
    claims, entities, links, claim_links = read_linked(project)
    return Evidence(
        account=Account(
            tuple(read_table(project.table("accounts"), Figure)),
            tuple(read_table(project.table("accounts/contradictions"), Contradiction)),
            tuple(read_table(project.table("accounts/inferences"), Inference)),
            tuple(read_table(project.table("accounts/diagnostics"), Diagnostic)),
        ),
        flat=tuple(flatten_claims(claims, entities, links, claim_links)),
        claims=claims,
        documents=collection.documents,
        claim_links=claim_links,
        entities=entities,
        links=links,
        files=collection.files,
        failures=collection.failures,
        title=_name_account(project, collection.documents),
        alternatives=_read_alternatives(project, asked),
    )


def read_collection(project: Project) -> Collection:
    """The project's ledger, documents and failures; a document that stands in several files has all their names."""
    failures = tuple(read_table(project.table("failures"), Failure))
    ledger = Collection(tuple(read_table(project.table("files"), FileFound)), (), failures)
    documents = [Collection((), (each,)) for each in read_table(project.table("documents"), Document)]
    return join_collections([ledger, *documents])


def read_linked(project: Project) -> tuple[tuple[Claim, ...], tuple[Entity, ...], tuple[EntityLink, ...], tuple[ClaimLink, ...]]:
    """The project's claims in order of document and place, the entities, their links, and what link added to each claim."""
    return (
        read_claims(project),
        tuple(read_table(project.table("entities"), Entity)),
        tuple(read_table(project.table("entities/links"), EntityLink)),
        tuple(read_table(project.table("entities/claims"), ClaimLink)),
    )


def read_claims(project: Project) -> tuple[Claim, ...]:
    """The project's claims in order of document and place."""
    claims = read_table(project.table("claims"), Claim)
    return tuple(sorted(claims, key=lambda each: (each.document_name, each.document, each.start, each.end, each.kind, each.id)))


def _collect(record: Same | Collection) -> Rows:
    """One hash's bytes; files that ended before any was opened stay as they are."""
    collection = record if isinstance(record, Collection) else read_same(record)
    return {"files": collection.files, "documents": collection.documents, "failures": collection.failures}


def _extract(record: Document) -> Rows:
    return {"claims": extract_claims(record)}


def _link(record: Project) -> Rows:
    linked = link_claims(read_claims(record), read_collection(record).documents)
    return {"entities": linked.entities, "entities/links": linked.links, "entities/claims": linked.claim_links}


def _reconcile(record: tuple[Project, Asked]) -> Rows:
    project, asked = record
    account = reconcile_claims(flatten_claims(*read_linked(project)), list(asked.as_of) or None, asked.seed, asked.with_inferences)
    return {
        "accounts": account.figures,
        "accounts/contradictions": account.contradictions,
        "accounts/inferences": account.inferences,
        "accounts/diagnostics": account.diagnostics,
        "accounts/asked": [asked],
    }


def _explain(record: tuple[Project, Asked, tuple[str, ...]]) -> Rows:
    project, asked, cohorts = record
    return {"accounts/alternatives": explain_cohorts(project, cohorts), "accounts/explained": [asked]}


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage as a step that `work` can run: a `base.shards.Step`.

    Args:
        name: of the stage.
        run: one record to rows by table; a function of this file, so that another process finds it.
        tables: what it makes.
        sets_aside: whether a record's fault is the document's; in link and reconcile it would be ours, and is raised.
        settings: what was asked.
        room: the folder of its files, where that is not its name.
    """

    name: str
    run: Callable[[Any], Rows]
    tables: Mapping[str, type]
    sets_aside: bool = False
    settings: str = ""
    room: str = ""

    @property
    def version(self) -> str:
        """The package's, with a hash of the stage's own files."""
        return version_of(self.room or self.name)

    def describe(self, record: Any) -> tuple[str, str | None]:
        """The name and hash of a document or of bytes."""
        if isinstance(record, Document):
            return record.name, record.sha256
        return (record.names[0], record.sha256) if isinstance(record, Same) else ("all files", None)


COLLECT = Stage("collect", _collect, {"files": FileFound, "documents": Document}, sets_aside=True)
EXTRACT = Stage("extract", _extract, {"claims": Claim}, sets_aside=True)
LINK = Stage("link", _link, {"entities": Entity, "entities/links": EntityLink, "entities/claims": ClaimLink})
RECONCILE = Stage(
    "reconcile",
    _reconcile,
    {
        "accounts": Figure,
        "accounts/contradictions": Contradiction,
        "accounts/inferences": Inference,
        "accounts/diagnostics": Diagnostic,
        "accounts/asked": Asked,
    },
)
EXPLAIN = Stage("explain", _explain, {"accounts/alternatives": Alternative, "accounts/explained": Asked}, room="reconcile")


def list_tables() -> dict[str, type]:
    """Every table of a project, and its record."""
    tables: dict[str, type] = {"failures": Failure}
    for stage in (COLLECT, EXTRACT, LINK, RECONCILE, EXPLAIN):
        tables |= stage.tables
    return tables


@cache
def version_of(stage: str) -> str:
    """The package's version with a hash of the stage's own files and word lists: a mended lexicon is read with at once."""
    package = Path(__file__).parent
    own = [package / "flow.py"]
    for room in ("base", stage, "languages"):
        own += [path for path in (package / room).rglob("*") if path.suffix in (".py", ".csv", ".json", ".yaml")]
    ordered = sorted(own, key=lambda path: path.relative_to(package).as_posix())
    return f"{__version__}+{digest_text(*(path.read_text(encoding='utf-8') for path in ordered))}"


def _key_of(project: Project, *tables: str) -> str:
    """What all parts of some tables are made of: their names say it."""
    return digest_text(*sorted(f"{table}/{path.name}" for table in tables for path in project.table(table).glob("*.parquet")))


def _name_account(project: Project, documents: Sequence[Document]) -> str:
    if len(documents) == 1:
        return documents[0].title or documents[0].name
    return project.folder.resolve().name.removesuffix(".unaccounted")

"""The command line: one command for each verb, and `open`, which is all of them.

In: arguments. Out: answers on standard output, notes and progress on standard error, and an exit code: 0 all well, 1 wrong use,
2 some files were not read, 3 a check failed, 70 a fault of ours, 130 stopped. The only file that knows `work` and the web app.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from unaccounted import __version__
from unaccounted.base.errors import UsageError
from unaccounted.base.project import Project, open_project
from unaccounted.base.shards import Shard, Step
from unaccounted.commands import choice, outcome, printed, screen
from unaccounted.commands.answers import answer_account, answer_checks, answer_lines, note_reading
from unaccounted.commands.demo import find_demo
from unaccounted.commands.faults import CarefulGroup, run_app
from unaccounted.commands.naming import name_project, name_reports
from unaccounted.commands.options import (
    AsJson,
    AsOf,
    ClaimsInPlace,
    CohortLabel,
    Inferences,
    NoBrowser,
    NoServe,
    OpenAt,
    Paths,
    Port,
    ProjectAt,
    ProjectThere,
    Seed,
    Workers,
)
from unaccounted.commands.page_file import write_page_file

if TYPE_CHECKING:
    from unaccounted.show import Evidence

app = typer.Typer(
    name="unaccounted",
    cls=CarefulGroup,
    help="What became of them, who says so, and how many does nobody account for? Reads reports and reckons an account that adds up.",
    epilog=outcome.say_exit_codes(),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _say_version(wanted: bool) -> None:
    if wanted:
        screen.answer(f"unaccounted {__version__}")
        raise typer.Exit


@app.callback()
def _begin(
    version: Annotated[bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    screen.prepare_streams()


@contextmanager
def _runner(workers: int = 1) -> Iterator[Callable[[Step, Sequence[Shard], Path], object]]:
    """What carries out the steps, with a bar for each."""
    from unaccounted.work import run_step

    # In a container, a process may use fewer processors than the machine has.
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with screen.bars() as track:
        yield lambda step, shards, folder: run_step(step, shards, folder, workers or available, track(step.name))


@contextmanager
def _at(folder: Path | None, name: str = "reports") -> Iterator[Project]:
    """The project at a folder, or one for the while."""
    if folder is not None:
        yield open_project(folder)
        return
    # What is still being explained when pages are no longer looked at may yet write there.
    with tempfile.TemporaryDirectory(prefix="unaccounted-", ignore_cleanup_errors=True) as passing:
        yield open_project(Path(passing) / name)


def _open(
    paths: list[Path],
    folder: Path | None,
    as_of: list[str] | None,
    with_inferences: bool,
    seed: int,
    cohort: str | None,
    as_json: bool,
    serve: bool,
    port: int,
    browser: bool,
    workers: int = 1,
) -> None:
    from unaccounted import flow

    asked = flow.Asked(choice.check_dates(as_of or ()), with_inferences, seed)
    found = flow.find_reports(paths, folder)
    with _at(folder, name_reports(paths)) as where:
        with _runner(workers) as run:
            evidence = flow.open_reports(found, where, run, asked)
        chosen = choice.choose_cohort(evidence, cohort)
        answer_account(chosen, as_json)
        note_reading(evidence)
        if folder is not None:
            if not serve:
                evidence = _explain(where)
            screen.note(f"The page: {write_page_file(evidence, folder / 'account.html')}")
        elif not as_json:
            screen.note("Nothing is kept; --project DIR keeps it.")
        if serve:

            def explain() -> Evidence:
                explained = _explain(where, quietly=True)
                if folder is not None:
                    write_page_file(explained, folder / "account.html")
                return choice.choose_cohort(explained, cohort)

            _serve(chosen, explain, port, browser)
    raise typer.Exit(outcome.judge_reading(evidence.files, evidence.failures))


def _explain(where: Project, quietly: bool = False) -> Evidence:
    """The evidence of a project's account with what its figures hang on."""
    from unaccounted import flow
    from unaccounted.work import run_step

    if quietly:
        flow.explain_reports(where, run_step)
    else:
        with _runner() as run:
            flow.explain_reports(where, run)
    return flow.gather_evidence(where)


def _serve(evidence: Evidence, explain: Callable[[], Evidence], port: int, browser: bool) -> None:
    """Serve the pages at once; what the figures hang on comes into them as soon as it is reckoned."""
    from unaccounted.commands.explaining import Shown
    from unaccounted.commands.serve import serve_app
    from unaccounted.show.app import create_app

    shown = Shown(evidence)
    if evidence.alternatives is None:
        shown.improve(explain)
    serve_app(create_app(shown.load), port, browser)


@app.command("open")
def open_command(
    paths: Paths,
    project: OpenAt = None,
    no_serve: NoServe = False,
    as_json: AsJson = False,
    cohort: CohortLabel = None,
    as_of: AsOf = None,
    with_inferences: Inferences = False,
    seed: Seed = 0,
    port: Port = 0,
    no_browser: NoBrowser = False,
    workers: Workers = 0,
) -> None:
    """Reports in, an account out: collect, extract, link, reconcile and show.

    The project's folder keeps all; the next time only what is new is read, and reports that are no longer given leave the account.
    Without --project it is NAME.unaccounted in the folder where you are; with --no-serve or --json nothing is kept.

    Example: unaccounted open reports/ --project my-project
    """
    serve = not no_serve and not as_json
    folder = project or (name_project(paths) if serve else None)
    _open(paths, folder, as_of, with_inferences, seed, cohort, as_json, serve, port, not no_browser, workers)


@app.command()
def demo(
    project: ProjectAt = None,
    no_serve: NoServe = False,
    as_json: AsJson = False,
    cohort: CohortLabel = None,
    with_inferences: Inferences = False,
    port: Port = 0,
    no_browser: NoBrowser = False,
) -> None:
    """The same on the reports that ship: what became of the army that crossed the Niemen in June 1812.

    Pages are served where standard output is a terminal. Example: unaccounted demo --no-serve
    """
    serve = not no_serve and not as_json and sys.stdout.isatty()
    _open(find_demo(), project, None, with_inferences, 0, cohort, as_json, serve, port, not no_browser)


@app.command()
def collect(paths: Paths, project: ProjectAt = None, as_json: AsJson = False, workers: Workers = 0) -> None:
    """Files to documents: what became of every file, and why.

    Example: unaccounted collect reports/ --project my-project
    """
    from unaccounted import flow

    found = flow.find_reports(paths, project)
    with _at(project) as where:
        with _runner(workers) as run:
            flow.collect_reports(found, where, run)
        collection = flow.read_collection(where)
    if as_json:
        screen.answer_json(printed.print_collection(collection.files, collection.documents, collection.failures))
    else:
        for file in collection.files:
            screen.answer(f"{file.status:12} {file.name}" + (f": {file.reason}" if file.reason else ""))
        screen.note(outcome.say_unread(collection.files, collection.failures))
    raise typer.Exit(outcome.judge_reading(collection.files, collection.failures))


@app.command()
def extract(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH...]", readable=False, help="Reports, or folders of reports; or none."),
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one claim a line and keep nothing.")] = False,
    project: ProjectAt = None,
    as_json: AsJson = False,
    workers: Workers = 0,
) -> None:
    """Documents to claims: every statement with the sentence it came from.

    Without paths, the documents of a project are read: the one given, else the only one in the folder where you are.

    Example: unaccounted extract report.txt --jsonl > claims.jsonl
    """
    from unaccounted import flow

    if jsonl:
        if not paths:
            raise UsageError("--jsonl needs reports", remedy="Say: unaccounted extract PATH... --jsonl")
        raise typer.Exit(answer_lines(flow.find_reports(paths, project)))
    with _at(project) if paths else _there(project) as where:
        with _runner(workers) as run:
            if paths:
                flow.collect_reports(flow.find_reports(paths, project), where, run)
            flow.extract_reports(where, run)
        claims, collection = flow.read_claims(where), flow.read_collection(where)
    if as_json:
        screen.answer_json(printed.print_claims(claims, collection.files, collection.failures))
    else:
        for claim in claims:
            screen.answer(
                f"{claim.document_name}:{claim.start}-{claim.end}  {claim.kind} {claim.fate or ''}  “{' '.join(claim.quote.split())}”"
            )
        screen.note(f"{len(claims)} claims in {len(collection.documents)} documents.")
        screen.note(outcome.say_unread(collection.files, collection.failures))
    raise typer.Exit(outcome.judge_reading(collection.files, collection.failures))


@contextmanager
def _there(folder: Path | None) -> Iterator[Project]:
    yield choice.choose_project(folder)


@app.command()
def link(project: ProjectThere = None, as_json: AsJson = False) -> None:
    """Claims to entities: which cohort, who is who, which place, and which report only repeats another.

    Example: unaccounted link --project my-project
    """
    from unaccounted import flow

    where = choice.choose_project(project)
    with _runner() as run:
        flow.link_reports(where, run)
    _, entities, links, claim_links = flow.read_linked(where)
    if as_json:
        screen.answer_json(printed.print_linked(entities, links, claim_links))
        return
    labels = {entity.id: entity.label for entity in entities}
    for entity in entities:
        screen.answer(f"{entity.kind:7} {entity.label}")
    for each in links:
        screen.answer(f"{labels[each.left]}  {each.relation}  {labels[each.right]}: {each.reason}")
    repeats = sum(each.repeats is not None for each in claim_links)
    screen.note(f"{len(entities)} entities, {len(links)} links; {repeats} claims only repeat another.")


@app.command()
def reconcile(
    claims: Annotated[Path | None, typer.Argument(metavar="[CLAIMS]", readable=False, help="A CSV or JSONL of claims; or none.")] = None,
    project: ProjectThere = None,
    as_of: AsOf = None,
    with_inferences: Inferences = False,
    seed: Seed = 0,
    cohort: CohortLabel = None,
    as_json: AsJson = False,
) -> None:
    """Claims to accounts: from a spreadsheet of figures, from extract's claims, or in a project.

    Example: unaccounted reconcile figures.csv --as-of 2019-07-01
    """
    dates = choice.check_dates(as_of or ())
    if claims is not None:
        from unaccounted.commands.claims_file import reconcile_file

        evidence, notes = reconcile_file(claims, dates, with_inferences, seed)
        screen.note(notes)
    else:
        from unaccounted import flow

        where = choice.choose_project(project)
        with _runner() as run:
            flow.reconcile_reports(where, run, flow.Asked(dates, with_inferences, seed))
        evidence = flow.gather_evidence(where)
    answer_account(choice.choose_cohort(evidence, cohort), as_json)


@app.command()
def show(
    project: ProjectThere = None,
    claims: ClaimsInPlace = None,
    as_of: AsOf = None,
    with_inferences: Inferences = False,
    seed: Seed = 0,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write the self-contained page there.")] = None,
    internal: Annotated[bool, typer.Option("--internal", help="Let the page name people; every page of it is stamped.")] = False,
    serve: Annotated[bool, typer.Option("--serve", help="Serve the pages on this machine.")] = False,
    cohort: CohortLabel = None,
    port: Port = 0,
    no_browser: NoBrowser = False,
    as_json: AsJson = False,
) -> None:
    """Accounts to what people look at: the terminal, one page in a file, or pages on this machine.

    Of a project, or of figures that you already have (--claims; --as-of, --with-inferences and --seed are for these).

    Example: unaccounted show --claims figures.csv --html account.html
    """
    dates = choice.check_dates(as_of or ())
    if claims is not None:
        from unaccounted.commands.claims_file import reconcile_file
        from unaccounted.commands.explaining import explain_figures

        evidence, notes = reconcile_file(claims, dates, with_inferences, seed)
        screen.note(notes)
        explain = partial(explain_figures, evidence, dates, with_inferences, seed)
    else:
        from unaccounted import flow

        where = choice.choose_project(project)
        evidence = flow.gather_evidence(where)
        explain = partial(_explain, where)
    chosen = choice.choose_cohort(evidence, cohort)
    if html is not None:
        if chosen.alternatives is None:
            chosen = choice.choose_cohort(explain(), cohort)
        screen.note(f"Written: {write_page_file(chosen, html, internal)}")
    elif internal and not serve:
        raise UsageError("--internal is for a page", remedy="Say where to write it with --html FILE")
    if html is None or as_json:
        answer_account(chosen, as_json)
    if serve:
        _serve(chosen, lambda: choice.choose_cohort(explain(quietly=True), cohort), port, not no_browser)


@app.command()
def explain(
    figure: Annotated[str, typer.Argument(metavar="FIGURE", help="A fate, or cohort/fate: killed, 'russians/returned'")],
    project: ProjectThere = None,
    claims: ClaimsInPlace = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="The figure's date; the latest where not given.")] = None,
    with_inferences: Inferences = False,
    seed: Seed = 0,
    as_json: AsJson = False,
) -> None:
    """Who says so, and what hangs on it: the claims on which a figure rests, with their sentences, and what it would be otherwise.

    Without each statement, without each source, with origins ignored, with grades one letter worse, with inferences.
    --with-inferences and --seed are for --claims: a project's account has its own.

    Example: unaccounted explain killed --project my-project
    """
    from unaccounted import flow

    if claims is not None:
        from unaccounted.commands.explaining import explain_file

        evidence, chosen = explain_file(claims, figure, as_of, with_inferences, seed)
    else:
        where = choice.choose_project(project)
        evidence = flow.gather_evidence(where)
        chosen = choice.choose_figure(evidence, figure, as_of)
        if not evidence.alternatives_of(chosen) and chosen.best is not None:
            evidence = replace(evidence, alternatives=flow.explain_cohorts(where, [chosen.cohort]))
    if as_json:
        screen.answer_json(printed.print_figure(evidence, chosen))
        return
    from unaccounted.show import show_figure

    screen.render(show_figure(evidence, chosen))


@app.command()
def verify(project: ProjectThere = None, as_json: AsJson = False) -> None:
    """Check a project: the originals' bytes, the tables, and that every quote stands at its offsets.

    Example: unaccounted verify --project my-project
    """
    from unaccounted.commands.verify import verify_project

    raise typer.Exit(answer_checks(verify_project(choice.choose_project(project)), as_json))


@app.command()
def doctor(as_json: AsJson = False) -> None:
    """Check this machine and installation, with one sentence read all the way to an account.

    Example: unaccounted doctor
    """
    from unaccounted.commands.doctor import examine_machine
    from unaccounted.work import run_step

    raise typer.Exit(answer_checks(examine_machine(run_step), as_json))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; people see a message, never a traceback.

    Args:
        arguments: without the program's name; None for those of this process.

    Returns:
        The exit code, as `commands.outcome.Ended` says.
    """
    return run_app(app, sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())

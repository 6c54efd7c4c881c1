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
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.exceptions import TyperException

from unaccounted import __version__
from unaccounted.base.errors import UnaccountedError, UsageError
from unaccounted.base.project import Project, open_project
from unaccounted.base.records import Failure, FileFound
from unaccounted.base.shards import Shard, Step
from unaccounted.commands import choice, outcome, printed, screen
from unaccounted.commands.check import Check, say_check
from unaccounted.commands.outcome import Ended

app = typer.Typer(
    name="unaccounted",
    help="What became of them, who says so, and how many does nobody account for? Reads reports and reckons an account that adds up.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Paths = Annotated[list[Path], typer.Argument(metavar="PATH...", help="Reports, or folders that hold reports: .txt .md .html .jsonl")]
ProjectAt = Annotated[Path | None, typer.Option("--project", metavar="DIR", help="The project's folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object on standard output.")]
AsOf = Annotated[
    list[str] | None, typer.Option("--as-of", metavar="DATE", help="A date of the account, 2019-07-01 or 2019; can be said again.")
]
Inferences = Annotated[bool, typer.Option("--with-inferences", help="Let the writers' own conclusions count as evidence.")]
Seed = Annotated[int, typer.Option("--seed", help="Of the draws: the same claims and seed give the same account.")]
CohortLabel = Annotated[str | None, typer.Option("--cohort", metavar="LABEL", help="Only cohorts whose label holds these words.")]
NoServe = Annotated[bool, typer.Option("--no-serve", help="Print the account and end; serve no pages.")]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="Where to serve on 127.0.0.1; 0 takes a free one.")]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Do not open a browser.")]


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
def _runner() -> Iterator[Callable[[Step, Sequence[Shard], Path], object]]:
    """What carries out the steps: on all processors, with a bar for each."""
    from unaccounted.work import run_step

    with screen.bars() as track:
        yield lambda step, shards, folder: run_step(step, shards, folder, os.cpu_count() or 1, track(step.name))


@contextmanager
def _at(folder: Path | None, name: str = "reports") -> Iterator[Project]:
    """The project at a folder, or one for the while."""
    if folder is not None:
        yield open_project(folder)
        return
    with tempfile.TemporaryDirectory(prefix="unaccounted-") as passing:
        yield open_project(Path(passing) / name)


def _open(
    paths: list[Path],
    project: Path | None,
    as_of: list[str] | None,
    with_inferences: bool,
    seed: int,
    cohort: str | None,
    as_json: bool,
    serve: bool,
    port: int,
    browser: bool,
) -> None:
    from unaccounted import flow

    asked = flow.Asked(choice.check_dates(as_of or ()), with_inferences, seed)
    found = flow.find_reports(paths, project)
    folder = project or (_name_project(paths) if serve else None)
    with _at(folder, _name_reports(paths)) as where:
        with _runner() as run:
            evidence = flow.open_reports(found, where, run, asked)
        chosen = choice.choose_cohort(evidence, cohort)
        _answer_account(chosen, as_json)
        if not as_json:
            _note_reading(evidence)
        if folder is not None:
            page = _write_page(evidence, folder / "account.html", False)
            screen.note(f"The page: {page}")
        if serve:
            _serve(lambda: evidence, port, browser)
    raise typer.Exit(outcome.judge_reading(evidence.files, evidence.failures))


def _name_reports(paths: list[Path]) -> str:
    """What the reports are called: the one path's name, or that of the folder in which they all are."""
    resolved = [path.resolve() for path in paths]
    one = resolved[0] if len(resolved) == 1 else Path(os.path.commonpath(resolved))
    return one.stem or "reports"


def _name_project(paths: list[Path]) -> Path:
    """Where the project of served reports is kept when nobody said: in the folder where one stands, by the reports' name."""
    return Path(f"{_name_reports(paths)}.unaccounted")


def _answer_account(evidence: Any, as_json: bool) -> None:
    if as_json:
        screen.answer_json(printed.print_account(evidence))
        return
    if not evidence.flat:
        read = len(evidence.documents)
        screen.answer(f"{read} document{'s' if read != 1 else ''} read; no statement about how many people met which fate was found.")
        return
    from unaccounted.show import show_account

    screen.render(show_account(evidence))


def _note_reading(evidence: Any) -> None:
    read = sum(each.status in ("read", "partly read") for each in evidence.files)
    screen.note(f"{read} of {len(evidence.files)} files read, {len(evidence.claims)} claims.")
    screen.note(outcome.say_unread(evidence.files, evidence.failures))


def _write_page(evidence: Any, path: Path, internal: bool) -> Path:
    from unaccounted.show import write_page

    try:
        unfinished = path.with_name(f".{path.name}.{os.getpid()}")
        unfinished.write_text(write_page(evidence, internal), encoding="utf-8", errors="replace")
        unfinished.replace(path)
    except OSError as error:
        raise UsageError(f"the page cannot be written: {error.strerror}", str(path), "Give --html a place that you may write to") from error
    return path


def _serve(load: Callable[[], Any], port: int, browser: bool) -> None:
    import socket
    import webbrowser

    import uvicorn

    from unaccounted.show.app import create_app

    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
    except OSError as error:
        raise UsageError(
            f"port {port} cannot be used: {error.strerror}", "127.0.0.1", "Give another --port, or none for a free one"
        ) from error
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    screen.note(f"The account is at {address} on this machine alone. Stop with Ctrl-C.")
    if browser and sys.stderr.isatty():
        webbrowser.open(address)
    config = uvicorn.Config(create_app(load), log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listener])


@app.command("open")
def open_command(
    paths: Paths,
    project: ProjectAt = None,
    no_serve: NoServe = False,
    as_json: AsJson = False,
    cohort: CohortLabel = None,
    as_of: AsOf = None,
    with_inferences: Inferences = False,
    seed: Seed = 0,
    port: Port = 0,
    no_browser: NoBrowser = False,
) -> None:
    """Reports in, an account out: collect, extract, link, reconcile and show.

    Example: unaccounted open reports/ --project my-project
    """
    _open(paths, project, as_of, with_inferences, seed, cohort, as_json, not no_serve and not as_json, port, not no_browser)


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
    _open(_find_demo(), project, None, with_inferences, 0, cohort, as_json, serve, port, not no_browser)


def _find_demo() -> list[Path]:
    """The reports that ship: inside the package, or beside it where it runs from its repository."""
    package = Path(__file__).parent
    for folder in (package / "examples" / "grande-armee", package.parents[1] / "examples" / "grande-armee"):
        reports = sorted(path for path in folder.glob("[0-9][0-9]-*") if path.is_file()) if folder.is_dir() else []
        if reports:
            return reports
    raise UsageError("the reports of the demonstration are not there", str(package), "Install unaccounted again")


@app.command()
def collect(paths: Paths, project: ProjectAt = None, as_json: AsJson = False) -> None:
    """Files to documents: what became of every file, and why.

    Example: unaccounted collect reports/ --project my-project
    """
    from unaccounted import flow

    found = flow.find_reports(paths, project)
    with _at(project) as where:
        with _runner() as run:
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
        list[Path] | None, typer.Argument(metavar="[PATH...]", help="Reports, or folders of reports; none with --project alone.")
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one claim a line and keep nothing.")] = False,
    project: ProjectAt = None,
    as_json: AsJson = False,
) -> None:
    """Documents to claims: every statement with the sentence it came from.

    Example: unaccounted extract report.txt --jsonl > claims.jsonl
    """
    from unaccounted import flow

    if jsonl:
        if not paths:
            raise UsageError("--jsonl needs reports", remedy="Say: unaccounted extract PATH... --jsonl")
        _extract_lines(flow.find_reports(paths, project))
    with _at(project) if paths else _there(project) as where:
        with _runner() as run:
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


def _extract_lines(found: Sequence[Any]) -> None:
    from unaccounted.base.records import claim_to_dict
    from unaccounted.commands.stream import stream_claims

    files: list[FileFound] = []
    failures: list[Failure] = []
    with screen.bars() as track:
        tick = track("extract")
        for done, reading in enumerate(stream_claims(found)):
            for claim in reading.claims:
                sys.stdout.write(printed.write_json(claim_to_dict(claim), None) + "\n")
            files += reading.files
            failures += reading.failures
            tick(min(done, len(found)), len(found))
    sys.stdout.flush()
    screen.note(outcome.say_unread(files, failures))
    raise typer.Exit(outcome.judge_reading(files, failures))


@app.command()
def link(project: ProjectAt = None, as_json: AsJson = False) -> None:
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
    claims: Annotated[Path | None, typer.Argument(metavar="[CLAIMS]", help="A CSV or JSONL of claims; none with --project.")] = None,
    project: ProjectAt = None,
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
    _answer_account(choice.choose_cohort(evidence, cohort), as_json)


@app.command()
def show(
    project: ProjectAt = None,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write the self-contained page there.")] = None,
    internal: Annotated[bool, typer.Option("--internal", help="Let the page name people; every page of it is stamped.")] = False,
    serve: Annotated[bool, typer.Option("--serve", help="Serve the pages on this machine.")] = False,
    cohort: CohortLabel = None,
    port: Port = 0,
    no_browser: NoBrowser = False,
    as_json: AsJson = False,
) -> None:
    """Accounts to what people look at: the terminal, one page in a file, or pages on this machine.

    Example: unaccounted show --project my-project --html account.html
    """
    from unaccounted import flow

    evidence = flow.gather_evidence(choice.choose_project(project))
    if html is not None:
        screen.note(f"Written: {_write_page(evidence, html, internal)}")
    elif internal and not serve:
        raise UsageError("--internal is for a page", remedy="Say where to write it with --html FILE")
    if html is None or as_json:
        _answer_account(choice.choose_cohort(evidence, cohort), as_json)
    if serve:
        _serve(lambda: evidence, port, not no_browser)


@app.command()
def explain(
    figure: Annotated[str, typer.Argument(metavar="FIGURE", help="A fate, or cohort/fate: killed, 'russians/returned'")],
    project: ProjectAt = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="The figure's date; the latest where not given.")] = None,
    as_json: AsJson = False,
) -> None:
    """Who says so: the claims on which a figure rests, with their sentences, and what was left out and why.

    Example: unaccounted explain killed --project my-project
    """
    from unaccounted import flow

    evidence = flow.gather_evidence(choice.choose_project(project))
    chosen = choice.choose_figure(evidence, figure, as_of)
    if as_json:
        screen.answer_json(printed.print_figure(evidence, chosen))
        return
    from unaccounted.show import show_figure

    screen.render(show_figure(evidence, chosen))


@app.command()
def verify(project: ProjectAt = None, as_json: AsJson = False) -> None:
    """Check a project: the originals' bytes, the tables, and that every quote stands at its offsets.

    Example: unaccounted verify --project my-project
    """
    from unaccounted.commands.verify import verify_project

    _answer_checks(verify_project(choice.choose_project(project)), as_json)


@app.command()
def doctor(as_json: AsJson = False) -> None:
    """Check this machine and installation, with one sentence read all the way to an account.

    Example: unaccounted doctor
    """
    from unaccounted.commands.doctor import examine_machine
    from unaccounted.work import run_step

    _answer_checks(examine_machine(run_step), as_json)


def _answer_checks(checks: Sequence[Check], as_json: bool) -> None:
    failed = any(not check.passed and check.is_needed for check in checks)
    if as_json:
        screen.answer_json(
            {
                "passed": not failed,
                "checks": [
                    {"name": each.name, "passed": each.passed, "needed": each.is_needed, "words": each.words, "faults": list(each.faults)}
                    for each in checks
                ],
            }
        )
    else:
        for check in checks:
            screen.answer(say_check(check))
    raise typer.Exit(Ended.CHECK_FAILED if failed else Ended.WELL)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code; people see a message, never a traceback."""
    screen.prepare_streams()
    sys.exit(_run(list(sys.argv[1:] if arguments is None else arguments)))


def _run(arguments: list[str]) -> int:
    try:
        ended = typer.main.get_command(app).main(arguments, prog_name="unaccounted", standalone_mode=False)
        return int(ended) if isinstance(ended, int) else Ended.WELL
    except UnaccountedError as error:
        screen.note(f"unaccounted: {error.message}")
        return error.exit_code
    except TyperException as error:
        shown = error.format_message() if hasattr(error, "format_message") else str(error)
        # Without arguments typer raises its help text.
        screen.note(shown if "Usage:" in shown else f"unaccounted: {shown.rstrip('.')}. See: unaccounted --help")
        return Ended.WRONG_USE
    except (KeyboardInterrupt, typer.Abort):
        screen.note("Stopped. What was finished is kept; run the same again to go on.")
        return Ended.STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Ended.PIPE_CLOSED
    except Exception as error:
        if os.environ.get("UNACCOUNTED_TRACEBACK"):
            raise
        screen.note(f"unaccounted: a fault of the program: {type(error).__name__}: {error}.")
        screen.note("Set UNACCOUNTED_TRACEBACK=1 and run again to see where; please report it.")
        return Ended.FAULT


if __name__ == "__main__":
    main()

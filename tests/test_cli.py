"""The command line as people use it: exit codes, messages without tracebacks, JSON, and other documents left as they are."""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from unaccounted.cli import main

HOUSE = Path(__file__).resolve().parent.parent
CASE = HOUSE.parent / "shared" / "cases" / "after-the-fall" / "report.txt"
REPORT = (
    "The ministry said that about 1,200 men had joined the brigade. "
    "Around 15% of those who joined have come home. It said 300 were killed.\n"
)


def run(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """The command in this process, which saves the start of a new one; nothing else of it differs."""
    words, out, err = [str(each) for each in arguments], io.StringIO(), io.StringIO()
    with contextlib.chdir(cwd or Path.cwd()), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(words)
    assert "Traceback" not in err.getvalue() + out.getvalue()
    return subprocess.CompletedProcess(words, code, out.getvalue(), err.getvalue())


@contextlib.contextmanager
def start(*arguments: str | Path, **options: Any) -> Iterator[subprocess.Popen[str]]:
    """The command as a person starts it; it does not outlive its test."""
    command = [sys.executable, "-m", "unaccounted.cli", *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options) as started:
        try:
            yield started
        finally:
            started.kill()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    done = run("open", folder / "report.txt", "--project", folder / "project", "--no-serve")
    assert done.returncode == 0, done.stderr
    return folder / "project"


def _figures(printed: str) -> dict[tuple[str, str], Any]:
    return {(each["cohort"], each["fate"]): each for each in json.loads(printed)["figures"]}


def test_open_prints_the_account_as_json_with_claims_that_stand_at_their_offsets(report: Path) -> None:
    done = run("open", report, "--no-serve", "--json")
    told = json.loads(done.stdout)
    assert done.returncode == 0
    assert {"figures", "contradictions", "inferences", "diagnostics", "claims", "files", "failures"} <= set(told)
    named = {claim for figure in told["figures"] for claim in figure["claims"]}
    assert named and named <= {claim["id"] for claim in told["claims"]}
    assert all(REPORT[claim["start"] : claim["end"]] == claim["quote"] for claim in told["claims"])
    joined = next(figure for figure in told["figures"] if figure["fate"] == "joined")
    assert 900 < joined["best"] < 1500


def test_open_on_a_report_without_claims_says_so_and_is_well(tmp_path: Path) -> None:
    path = tmp_path / "weather.txt"
    path.write_text("The weather was fine and the harvest was good.\n", encoding="utf-8")
    done = run("open", path, "--no-serve")
    assert done.returncode == 0 and "no statement about how many people met which fate was found" in done.stdout
    assert json.loads(run("open", path, "--no-serve", "--json").stdout)["figures"] == []


def _junk(folder: Path) -> None:
    (folder / "a.txt").write_bytes(bytes(range(256)) * 20)


def _fifo(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")


def _loop(folder: Path) -> None:
    (folder / "loop").symlink_to(folder, target_is_directory=True)


def _json_line(folder: Path) -> None:
    (folder / "a.jsonl").write_text('{"text": "Nothing."}\nnot json\n', encoding="utf-8")


def _nuls(folder: Path) -> None:
    (folder / "nul.txt").write_bytes(b"\0" * 500)


def _long_line(folder: Path) -> None:
    (folder / "long.txt").write_text("word " * 1_000_000, encoding="utf-8")


def _deep(folder: Path) -> None:
    (folder / "deep.html").write_text("<div>" * 100_000 + "calm" + "</div>" * 100_000, encoding="utf-8")


def _names(folder: Path) -> None:
    (folder / "new\nline.txt").write_text("All was calm.", encoding="utf-8")
    (folder / "over\u202etxt.txt").write_text("All was calm again.", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "code"),
    [(_junk, 2), (_fifo, 2), (_loop, 0), (_json_line, 2), (_nuls, 2), (_long_line, 0), (_deep, 0), (_names, 0)],
    ids=lambda each: getattr(each, "__name__", str(each)),
)
def test_open_goes_on_beside_a_hostile_file_and_leaves_the_other_claims_as_they_are(tmp_path: Path, spoil: Any, code: int) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    alone = run("extract", folder / "report.txt", "--jsonl").stdout
    spoil(folder)
    done = run("open", folder, "--no-serve", "--json")
    assert done.returncode == code, done.stderr
    told = json.loads(done.stdout)
    ours = [claim["id"] for claim in told["claims"] if claim["document_name"] == "report.txt"]
    assert set(ours) <= {json.loads(line)["id"] for line in alone.splitlines()} and ours
    assert all(file["reason"] for file in told["files"] if file["status"] != "read")
    assert not any(ord(letter) < 32 or letter == "\u202e" for file in told["files"] for letter in file["name"])


@contextlib.contextmanager
def as_nobody() -> Iterator[None]:
    """Without the root user's rights, which no permission bit binds."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("given", [("report.txt", "closed.txt"), (".",), ("closed.txt",)], ids=" ".join)
def test_open_says_which_file_may_not_be_read_and_reads_the_others(given: tuple[str, ...]) -> None:
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent)
        folder.chmod(0o755)
        for name in ("report.txt", "closed.txt"):
            (folder / name).write_text(REPORT + name, encoding="utf-8")
        alone = json.loads(run("open", folder / "report.txt", "--no-serve", "--json").stdout)
        (folder / "closed.txt").chmod(0)
        with as_nobody():
            done = run("open", *given, "--no-serve", "--json", cwd=folder)
    assert done.returncode == 2
    assert "Failed: closed.txt: no permission to read it. Give yourself the right" in done.stderr
    told = json.loads(done.stdout)
    assert told["claims"] == (alone["claims"] if len(given) > 1 or given == (".",) else [])


WRONG_USE = [
    (("open", "nowhere.txt", "--no-serve"), "does not exist"),
    (("open", "empty", "--no-serve"), "nothing was found"),
    (("open",), "Missing argument"),
    (("open", "report.txt", "--as-of", "May", "--no-serve"), "is not a date"),
    (("open", "report.txt", "--cohort", "martians", "--no-serve"), "no cohort's label holds 'martians'"),
    (("open", "report.txt", "--project", "newer", "--no-serve"), "newer version"),
    (("open", "report.txt", "--project", "other", "--no-serve"), "holds other files"),
    (("open", "report.txt", "--project", "report.txt", "--no-serve"), "this is a file"),
    (("reconcile", "bad.csv"), "row 2, column best: 'many' is not a number"),
    (("reconcile", "nowhere.csv"), "does not exist"),
    (("verify", "--project", "other"), "not a project"),
    (("frobnicate",), "No such command"),
    (("reconcile", "--nope"), "No such option"),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG_USE, ids=[" ".join(each) for each, _ in WRONG_USE])
def test_wrong_use_ends_with_one_and_the_remedy(tmp_path: Path, report: Path, arguments: tuple[str, ...], words: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "newer").mkdir()
    (tmp_path / "newer" / "unaccounted.toml").write_text("records = 99\n", encoding="utf-8")
    (tmp_path / "bad.csv").write_text("cohort,fate,best\ncrew,killed,many\n", encoding="utf-8")
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 1
    assert words in done.stderr
    assert (tmp_path / "other" / "letter.txt").read_text(encoding="utf-8") == "mine"


def test_without_a_project_at_hand_it_is_asked_which(tmp_path: Path) -> None:
    done = run("explain", "killed", cwd=tmp_path)
    assert done.returncode == 1 and "no project" in done.stderr and "--project" in done.stderr


def test_each_stage_runs_alone_and_gives_what_open_gives(project: Path, report: Path, tmp_path: Path) -> None:
    own = tmp_path / "steps"
    assert run("collect", report, "--project", own).returncode == 0
    for verb in ("extract", "link", "reconcile"):
        assert run(verb, "--project", own).returncode == 0
    shown = [json.loads(run("show", "--project", each, "--json").stdout) for each in (project, own)]
    assert shown[0]["figures"] == shown[1]["figures"] and shown[0]["claims"] == shown[1]["claims"]


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file but the page, whose title is the project's name."""
    return {
        str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".html"
    }


def test_open_again_changes_no_byte(project: Path) -> None:
    before, page = bytes_of(project), (project / "account.html").read_bytes()
    assert run("open", project.parent / "report.txt", "--project", project, "--no-serve").returncode == 0
    assert bytes_of(project) == before and (project / "account.html").read_bytes() == page


def test_explain_shows_the_sentences_and_verify_finds_all_well(project: Path) -> None:
    told = run("explain", "killed", "--project", project)
    assert told.returncode == 0 and "300 were killed" in " ".join(told.stdout.split())
    explained = json.loads(run("explain", "killed", "--project", project, "--json").stdout)
    assert explained["claims"] and {each["change"] for each in explained["alternatives"]} >= {
        "without a statement",
        "grades one letter worse",
    }
    assert "Who pulls it where" in told.stdout
    assert run("verify", "--project", project).returncode == 0
    assert json.loads(run("verify", "--project", project, "--json").stdout)["passed"] is True


def test_verify_finds_an_original_that_was_changed(report: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    assert run("open", report, "--project", own, "--no-serve").returncode == 0
    (original,) = [path for path in (own / "originals").iterdir() if path.is_file()]
    original.chmod(0o644)
    original.write_text("something else", encoding="utf-8")
    assert run("verify", "--project", own).returncode == 3


def test_the_page_of_a_project_names_nobody_unless_it_is_internal(tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text(REPORT + "Timur Saidov, who joined ISIS in 2014, was killed.\n", encoding="utf-8")
    own = tmp_path / "own"
    assert run("open", path, "--project", own, "--no-serve").returncode == 0
    assert "Saidov" not in (own / "account.html").read_text(encoding="utf-8")
    assert run("show", "--project", own, "--html", tmp_path / "in.html", "--internal").returncode == 0
    inside = (tmp_path / "in.html").read_text(encoding="utf-8")
    assert "Saidov" in inside and "INTERNAL" in inside


def test_reconcile_takes_a_spreadsheet_and_what_extract_printed(report: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "crew.csv"
    sheet.write_text("cohort,fate,best\ncrew,set out,120\ncrew,rescued,71\n", encoding="utf-8")
    assert ("crew", "unaccounted for") in _figures(run("reconcile", sheet, "--json").stdout)
    claims = tmp_path / "claims.jsonl"
    claims.write_text(run("extract", report, "--jsonl").stdout, encoding="utf-8")
    fates = {fate for _, fate in _figures(run("reconcile", claims, "--json").stdout)}
    assert {"joined", "returned", "killed", "unaccounted for"} <= fates


def test_the_demonstration_has_an_account_of_the_whole_army() -> None:
    done = run("demo", "--no-serve", "--json", "--cohort", "men of the Grande Armée")
    figures = {fate: each for (_, fate), each in _figures(done.stdout).items()}
    assert done.returncode == 0
    assert {"set out", "killed", "died", "detained", "deserted", "returned", "unaccounted for"} <= set(figures)
    assert 400_000 < figures["set out"]["best"] < 800_000
    summed = sum(each["best"] for each in figures.values() if each["in_sum"])
    assert summed == figures["set out"]["best"]
    assert figures["died"]["origins"] >= 4


def test_doctor_finds_this_machine_fit() -> None:
    assert run("doctor").returncode == 0


def _many(folder: Path, number: int) -> Path:
    """Reports enough to be stopped among, most without a claim, so that reckoning them is quick."""
    folder.mkdir()
    for each in range(number):
        said = f"It said that {each + 20} people were killed at Homs." if each % 30 == 0 else "All was calm."
        (folder / f"{each}.txt").write_text(f"Report {each} of the ministry. {said}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGKILL, -9), (signal.SIGINT, 130)])
def test_a_run_that_is_killed_or_stopped_loses_nothing(tmp_path: Path, sign: signal.Signals, code: int) -> None:
    reports = _many(tmp_path / "reports", 60)
    with start("open", reports, "--project", tmp_path / "cut", "--no-serve") as started:
        deadline = time.monotonic() + 30
        while not list((tmp_path / "cut").rglob("claims/extract-*.parquet")) and time.monotonic() < deadline:
            time.sleep(0.02)
        started.send_signal(sign)
        _, said = started.communicate(timeout=30)
    assert started.returncode == code and "Traceback" not in said
    assert code != 130 or "run the same again to go on" in said
    kept = set((tmp_path / "cut" / "claims").glob("*.parquet"))
    assert 0 < len(kept) < 60
    for name in ("cut", "whole"):
        assert run("open", reports, "--project", tmp_path / name, "--no-serve", "--workers", 1).returncode == 0
    assert kept <= set((tmp_path / "cut" / "claims").glob("*.parquet"))
    assert bytes_of(tmp_path / "cut") == bytes_of(tmp_path / "whole")


def test_whoever_has_read_enough_of_the_output_is_not_troubled(tmp_path: Path) -> None:
    with start("extract", _many(tmp_path / "reports", 60), "--jsonl") as started:
        assert started.stdout is not None and started.stderr is not None
        assert json.loads(started.stdout.readline())["fate"] == "killed"
        started.stdout.close()
        assert started.wait(timeout=30) == 141
        assert started.stderr.read() == ""


def test_open_serves_its_pages_until_it_is_stopped(report: Path, tmp_path: Path) -> None:
    with start("open", report, "--no-browser", cwd=tmp_path) as started:
        assert started.stderr is not None
        said: list[str] = []
        while not said or "http://" not in said[-1]:
            said.append(started.stderr.readline())
            assert said[-1], "".join(said)
        address = said[-1].split("http://")[1].split()[0]
        assert address.startswith("127.0.0.1:")
        with urllib.request.urlopen(f"http://{address}account.json", timeout=10) as page:
            assert {"joined", "returned"} <= {each["fate"] for each in json.load(page)["figures"]}
        started.send_signal(signal.SIGINT)
        assert started.wait(timeout=10) == 0
    assert (tmp_path / "report.unaccounted" / "account.html").is_file()
    assert "report.unaccounted" in "".join(said)


@pytest.mark.skipif(not CASE.exists(), reason="needs ../shared beside the project")
def test_the_worked_case_gives_an_account_of_those_who_joined() -> None:
    done = run("open", CASE, "--no-serve", "--json")
    told = json.loads(done.stdout)
    figures = {each["fate"]: each for each in told["figures"] if each["cohort"] == "Russians who joined ISIS"}
    assert 4000 <= figures["joined"]["best"] <= 6000 and 350 <= figures["returned"]["best"] <= 700
    assert figures["joined"]["origins"] == 1 and figures["returned"]["origins"] == 1
    assert "killed" not in figures and any(each["fate"] == "killed" for each in told["inferences"])
    families = [each for each in told["claims"] if each["cohort"] and each["cohort"].get("kin_of")]
    assert families and not {each["id"] for each in families} & {claim for each in figures.values() for claim in each["claims"]}
    used = json.loads(run("open", CASE, "--no-serve", "--json", "--with-inferences").stdout)
    inferred = {each["fate"]: each for each in used["figures"] if each["cohort"] == "Russians who joined ISIS"}
    assert 0.5 <= inferred["killed"]["best"] / inferred["joined"]["best"] <= 0.95


def test_figures_that_people_have_become_a_page(tmp_path: Path) -> None:
    figures = tmp_path / "crew.csv"
    figures.write_text("cohort,fate,best,as_of,source\ncrew,set out,120,2014,port\ncrew,rescued,71,2014,coast guard\n", encoding="utf-8")
    told = run("show", "--claims", figures, "--html", tmp_path / "page.html")
    assert told.returncode == 0 and "page.html" in told.stderr
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "unaccounted for" in page and "coast guard" in page and "row 3" in page and "row row" not in page

"""Whether this machine and this installation can do the work.

In: nothing but the machine. Out: checks: Python, packages, disk, word lists, one sentence read all the way to an account, and a
browser, which the program can do without. Nothing is mended, and nothing is asked of the network.
"""

from __future__ import annotations

import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from unaccounted.base.project import open_project
from unaccounted.base.shards import Runner
from unaccounted.commands.check import Check

NEEDED_PYTHON = (3, 11)
NEEDED_BYTES = 500_000_000
_SENTENCE = "The ministry said that 1,000 soldiers had joined the brigade. It said that 300 soldiers were killed.\n"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "firefox", "msedge")


def examine_machine(run: Runner) -> list[Check]:
    """All checks.

    Args:
        run: carries out the steps of the self-test.
    """
    return [
        _check_python(),
        *_check_packages(),
        _check_disk(),
        _guarded("word lists", _check_lexicons),
        _guarded("self-test", lambda: _read_sentence(run)),
        _check_browser(),
    ]


def _guarded(name: str, check: Callable[[], Check]) -> Check:
    """A check of which any fault is the answer, not the end."""
    try:
        return check()
    except Exception as error:
        return Check(name, "it failed", (f"{type(error).__name__}: {error}. Install unaccounted again, or report this.",))


def _check_python() -> Check:
    words = f"{platform.python_implementation()} {platform.python_version()} on {platform.system()} {platform.machine()}"
    old = sys.version_info[:2] < NEEDED_PYTHON
    return Check("Python", words, ("Python 3.11 or newer is needed. Install it and make the environment again.",) if old else ())


def _check_packages() -> Iterator[Check]:
    from unaccounted import __version__

    yield Check("unaccounted", __version__)
    names: list[str] = []
    for line in requires("unaccounted") or ():
        if "extra ==" not in line:
            names.append("".join(_leading(line)))
    there: list[str] = []
    absent: list[str] = []
    for name in sorted(names):
        try:
            there.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            absent.append(name)
    yield Check("packages", ", ".join(there), tuple(f"{name} is missing. Install unaccounted again." for name in absent))


def _leading(line: str) -> Iterator[str]:
    for character in line:
        if not (character.isalnum() or character in "-_."):
            return
        yield character


def _check_disk() -> Check:
    free = shutil.disk_usage(tempfile.gettempdir()).free
    low = free < NEEDED_BYTES
    return Check("disk", f"{free / 1e9:,.1f} GB free for temporary files", ("Less than 0.5 GB is free. Make room.",) if low else ())


def _check_lexicons() -> Check:
    import yaml

    folder = Path(__file__).parents[1] / "languages"
    lists = sorted(folder.glob("*/*.yaml"))
    for path in lists:
        yaml.safe_load(path.read_text(encoding="utf-8"))
    faults = () if lists else (f"there are none in {folder}. Install unaccounted again.",)
    return Check("word lists", f"{len(lists)} load", faults)


def _read_sentence(run: Runner) -> Check:
    """Two sentences through all five stages, in a folder that is removed again."""
    from unaccounted.flow import Asked, find_reports, open_reports
    from unaccounted.show import write_page

    with tempfile.TemporaryDirectory(prefix="unaccounted-") as folder:
        report = Path(folder) / "report.txt"
        report.write_text(_SENTENCE, encoding="utf-8")
        evidence = open_reports(find_reports([report]), open_project(Path(folder) / "project"), run, Asked(("2020-01-01",)))
        page = write_page(evidence)
    best = {figure.fate: figure.best for figure in evidence.account.figures}
    killed = best.get("killed")
    right = killed is not None and 200 <= killed <= 450 and "killed" in page
    words = f"two sentences read to an account: {', '.join(f'{fate} {number}' for fate, number in best.items())}"
    return Check("self-test", words, () if right else ("300 were said to be killed; the account says otherwise. Report this.",))


def _check_browser() -> Check:
    found = next((path for path in map(shutil.which, _BROWSERS) if path), None)
    absent = ("The pages can be opened in a browser on this machine only; account.html in any.",)
    return Check("browser", found or "none found by name", () if found else absent, is_needed=False)

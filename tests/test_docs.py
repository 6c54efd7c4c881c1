"""The docs are whole and true: all that is public is documented, what is made from the sources is up to date, links lead somewhere."""

from __future__ import annotations

import ast
import inspect
import platform
import re
import subprocess
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

HOUSE = Path(__file__).resolve().parent.parent
SOURCE = HOUSE / "src" / "unaccounted"
SCRIPTS = HOUSE / "scripts"
REFERENCE = HOUSE / "docs" / "reference"
STAGES = ["collect", "extract", "link", "reconcile", "show", "work"]
MODULES = sorted(
    path.relative_to(HOUSE).as_posix()
    for folder in (SOURCE, SCRIPTS, HOUSE / "benchmarks")
    for path in folder.rglob("*.py")
    if path.read_text(encoding="utf-8").strip()
)
PAGES = sorted(
    path.relative_to(HOUSE).as_posix()
    for path in (*HOUSE.glob("*.md"), *(HOUSE / "docs").rglob("*.md"), *(HOUSE / "examples").rglob("README.md"))
)
REMAKE = "run `make docs`"

# Written so that this file does not hold them itself.
REGISTRY_HOSTS = r"pypi\.org|python[h]osted|registry\.npm[j]s|deb\.debia[n]|anaconda\.or[g]|crates\.i[o]|proxy\.golan[g]"
MACHINE_PATHS = r"(?<![\w.:/-])/(?:work|root|farm|home/\w+|Users/\w+|opt/\w+)/"


@cache
def import_script(name: str) -> ModuleType:
    sys.path.insert(0, str(SCRIPTS))
    try:
        return import_module(name)
    finally:
        sys.path.remove(str(SCRIPTS))


@cache
def made_pages() -> dict[str, str]:
    return import_script("make_reference").write_pages()


@cache
def tracked_files() -> list[Path]:
    """What is or would be committed; outside a repository, all that is no tool's leaving."""
    program = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    done = subprocess.run(program, cwd=HOUSE, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return [HOUSE / name for name in done.stdout.split("\0") if name and (HOUSE / name).is_file()]
    return [path for path in HOUSE.rglob("*") if path.is_file() and not any(part.startswith(".") for part in path.relative_to(HOUSE).parts)]


def read_targets() -> dict[str, str]:
    """The targets that the Makefile calls by a plain name, each with the words beside it."""
    lines = (HOUSE / "Makefile").read_text(encoding="utf-8").splitlines()
    return {match[1]: match[2] or "" for line in lines if (match := re.match(r"([a-z-]+):(?!=)(?:[^#]*## (.*))?", line))}


@pytest.mark.parametrize("name", MODULES)
def test_every_module_says_what_it_is(name: str) -> None:
    assert ast.get_docstring(ast.parse((HOUSE / name).read_text(encoding="utf-8"))), (
        f"{name} needs a docstring: what comes in, what goes out"
    )


@pytest.mark.parametrize("name", [each for each in MODULES if each.startswith("src/")])
def test_every_public_function_and_class_says_what_it_does(name: str) -> None:
    tree = ast.parse((HOUSE / name).read_text(encoding="utf-8"))
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    silent = [each.name for each in tree.body if isinstance(each, kinds) and not each.name.startswith("_") and not ast.get_docstring(each)]
    assert silent == [], f"{name}: these need a docstring"


@pytest.mark.parametrize("stage", STAGES)
def test_what_a_stage_hands_out_is_on_its_page(stage: str) -> None:
    package = import_module(f"unaccounted.{stage}")
    page = (REFERENCE / f"{stage}.md").read_text(encoding="utf-8")
    meant = {name: getattr(package, name) for name in package.__all__}
    public = {name for name, each in meant.items() if inspect.isroutine(each) or inspect.isclass(each)}
    assert public
    assert {name for name in public if f"\n### {name}\n" not in page} == set()
    assert {name for name in public if not inspect.getdoc(meant[name])} == set()


def test_every_record_and_each_of_its_fields_is_documented() -> None:
    from dataclasses import fields, is_dataclass

    from unaccounted.base import records

    page = (REFERENCE / "records.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^### (\w+)\n(.*?)(?=^### |\Z)", page, re.MULTILINE | re.DOTALL))
    for name, record in vars(records).items():
        if is_dataclass(record):
            rows = dict(re.findall(r"^\| `(\w+)` \|.*\| (.*?) \|$", told[name], re.MULTILINE))
            silent = [each.name for each in fields(record) if not rows.get(each.name)]
            assert silent == [], f"{name} does not say what these are"


def test_every_word_of_the_vocabulary_is_documented() -> None:
    from unaccounted.base.vocabulary import BOUNDS, FACTUALITIES, FATES, KINDS, SOURCE_ROLES

    page = (REFERENCE / "vocabulary.md").read_text(encoding="utf-8")
    for table in (FATES, KINDS, BOUNDS, FACTUALITIES, SOURCE_ROLES):
        for name, word in table.items():
            assert re.search(rf"^\| {re.escape(name)} \|.*{re.escape(word.definition)}.*{re.escape(word.source)}", page, re.MULTILINE), name


def test_every_command_and_each_of_its_options_is_documented() -> None:
    import typer

    from unaccounted import cli

    app = next(each for each in vars(cli).values() if isinstance(each, typer.Typer))
    page = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert {"open", "demo", "collect", "extract", "link", "reconcile", "show", "explain", "verify", "doctor"} <= set(commands)
    for name, command in commands.items():
        told = page.partition(f"\n## unaccounted {name}\n")[2].partition("\n## ")[0]
        assert told, f"{name}: {REMAKE}"
        assert command.help, f"{name} has no words of help"
        for parameter in command.params:
            if not getattr(parameter, "hidden", False):
                shown = (parameter.metavar or "").strip("[].") if parameter.param_type_name == "argument" else max(parameter.opts, key=len)
                assert (shown or parameter.name).lower() in told.lower(), f"{name} {parameter.name}"
                assert parameter.param_type_name == "argument" or getattr(parameter, "help", None), (
                    f"{name} {parameter.name} has no words of help"
                )


def test_every_target_of_the_makefile_is_documented() -> None:
    targets = read_targets()
    assert {"demo", "test", "bench", "docs", "lock", "help"} <= set(targets)
    contributing = (HOUSE / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for name, words in targets.items():
        assert words, f"{name} has no words after ##, so `make help` does not show it"
        assert name == "help" or f"`make {name}" in contributing, f"CONTRIBUTING.md does not name make {name}"


def test_the_reference_has_every_page_and_no_other() -> None:
    assert sorted(path.name for path in REFERENCE.iterdir()) == sorted(made_pages()), REMAKE


@pytest.mark.parametrize("name", sorted(path.name for path in REFERENCE.glob("*.md")))
def test_the_reference_is_what_the_sources_say(name: str) -> None:
    assert (REFERENCE / name).read_text(encoding="utf-8") == made_pages().get(name), REMAKE


@pytest.mark.skipif(
    sys.version_info[:2] != (3, 11) or platform.system() != "Linux", reason="the table holds the versions for Python 3.11 on Linux"
)
def test_the_table_of_licences_is_that_of_the_locks(tmp_path: Path) -> None:
    written = tmp_path / "licences.md"
    program = [sys.executable, str(SCRIPTS / "check_licences.py"), "--write", str(written)]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert written.read_text(encoding="utf-8") == (HOUSE / "docs" / "licences.md").read_text(encoding="utf-8"), REMAKE


@pytest.mark.parametrize(
    ("expression", "short"),
    [
        ("MIT", set()),
        ("GPL-3.0-only", {"GPL-3.0-only"}),
        ("MIT OR GPL-2.0-only", set()),
        ("MIT AND GPL-2.0-only", {"GPL-2.0-only"}),
        ("Apache-2.0 AND (GPL-2.0-only OR MIT)", set()),
        ("(MIT OR AGPL-3.0-only) AND LGPL-2.1-only", {"LGPL-2.1-only"}),
        ("GPL-3.0-only WITH GCC-exception-3.1", {"GPL-3.0-only WITH GCC-exception-3.1"}),
        ("MIT)", {")"}),
        ("", {"nothing"}),
    ],
)
def test_a_licence_expression_is_read_as_it_is_meant(expression: str, short: set[str]) -> None:
    assert import_script("check_licences").find_disallowed(expression, {"MIT", "Apache-2.0"}) == short


def make_anchor(heading: str) -> str:
    plain = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return plain.replace(" ", "-")


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(name: str) -> None:
    page = HOUSE / name
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'(?:src|href)="([^"]+)"', text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), f"{target} is not there"
        if anchor and there.suffix == ".md":
            headings = re.findall(r"^#+ (.*)$", there.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in map(make_anchor, headings), f"{target} has no such heading"


def test_no_file_names_a_registry_or_a_path_of_a_machine() -> None:
    seen = re.compile(f"{REGISTRY_HOSTS}|{MACHINE_PATHS}")
    found = []
    for path in tracked_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(HOUSE)}: {match[0]}" for match in seen.finditer(text)]
    assert found == []


def test_no_file_is_a_drawer() -> None:
    drawers = {"util", "utils", "helper", "helpers", "common", "misc", "tools"}
    assert [path for path in tracked_files() if path.suffix == ".py" and drawers & {path.stem, path.parent.name}] == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_every_package_with_hashes_and_names_no_place(lock: str) -> None:
    text = (HOUSE / lock).read_text(encoding="utf-8")
    pins = re.split(r"\n(?=\S)", text.strip())
    assert len(pins) > 40
    for pin in pins:
        assert re.match(r"[\w.-]+==[\w.+!-]+( ; [^\\]+)? \\\n", pin), pin
        assert re.findall(r"--hash=sha256:[0-9a-f]{64}\b", pin), pin
    assert not re.search(r"://|--(?:extra-)?index|--find-links|--trusted-host|@", text)


def test_the_readme_s_picture_shows_the_readme_s_account() -> None:
    account = (HOUSE / "README.md").read_text(encoding="utf-8").split("<!-- demo account -->")[1].split("<!-- end of demo account -->")[0]
    numbers = re.findall(r"\d{1,3}(?:,\d{3})+", account)
    picture = (HOUSE / "docs" / "pictures" / "grande-armee.svg").read_text(encoding="utf-8")
    assert len(numbers) > 12
    assert [number for number in numbers if number not in picture] == [], "run `python scripts/make_picture.py`"

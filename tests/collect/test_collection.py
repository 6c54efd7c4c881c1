"""All files of a run: found = read + partly read + failed + skipped, and a hostile file changes nothing but its own row."""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unaccounted.base.errors import UsageError
from unaccounted.base.vocabulary import STATUSES
from unaccounted.collect import collect_documents, find_files, group_same, join_collections, keep_found, read_same
from unaccounted.collect.collection import Same

ENGLISH = "Thirty people were killed when the river rose above its banks, and twelve have not come home, the mayor said."
GOOD = {
    "plain.txt": f"The flood\n\n{ENGLISH}\n",
    "marked.md": f"---\ntitle: The flood\npublished: 1914\n---\n{ENGLISH}\n",
    "page.html": f"<html><body><h1>The flood</h1><p>{ENGLISH}</p></body></html>",
    "lines.jsonl": json.dumps({"text": ENGLISH, "title": "The flood"}) + "\n",
}


def _good(folder: Path) -> None:
    for name, text in GOOD.items():
        (folder / name).write_text(text, encoding="utf-8")


def _bytes(name: str, content: bytes) -> Callable[[Path], str]:
    def make(folder: Path) -> str:
        (folder / name).write_bytes(content)
        return name

    return make


def _fifo(folder: Path) -> str:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no FIFOs")
    os.mkfifo(folder / "pipe.txt")
    return "pipe.txt"


def _link(name: str, target: str) -> Callable[[Path], str]:
    def make(folder: Path) -> str:
        (folder / name).symlink_to(target)
        return name

    return make


def _shown(true: str, shown: str) -> Callable[[Path], str]:
    def make(folder: Path) -> str:
        (folder / true).write_text("Two of them were hurt.", encoding="utf-8")
        return shown

    return make


def _not_utf8(folder: Path) -> str:
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text("Two of them were hurt.", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no names that are not UTF-8")
    return "caf\\xe9.txt"


def _sparse(folder: Path) -> str:
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(200_000_001)
    return "huge.txt"


JUNK = random.Random(4).randbytes(5000)
HOSTILE = [
    ("junk bytes in text", _bytes("junk.txt", JUNK), "failed", "binary"),
    ("junk bytes in a page", _bytes("junk.html", JUNK), "failed", "binary"),
    ("junk bytes in lines", _bytes("junk.jsonl", JUNK), "failed", "binary"),
    ("junk bytes in markdown", _bytes("junk.md", JUNK), "failed", "binary"),
    ("junk bytes without extension", _bytes("junk", JUNK), "failed", "binary"),
    ("zero bytes", _bytes("zeros.txt", b"\0" * 100_000), "failed", "zero bytes"),
    ("zero bytes in a page", _bytes("zeros.html", b"\0" * 100_000), "failed", "zero bytes"),
    ("empty", _bytes("empty.txt", b""), "skipped", "empty"),
    ("FIFO", _fifo, "skipped", "FIFO"),
    ("link to itself", _link("self.txt", "self.txt"), "skipped", "circle"),
    ("link to its own folder", _link("loop", "."), "skipped", "never end"),
    ("link to nowhere", _link("gone.txt", "nowhere.txt"), "failed", "nowhere"),
    ("link out of the folder", _link("out.txt", "/etc/hostname"), "skipped", ""),
    ("a line that is not JSON", _bytes("bad.jsonl", b"{'text': 1}\n"), "failed", "not JSON"),
    ("one good line of two", _bytes("half.jsonl", b'{"text": "Two of them were hurt."}\nnope\n'), "partly read", "line 2"),
    ("5 MB in a line", _bytes("line.txt", b"word " * 1_000_000), "read", ""),
    ("5 MB of one word", _bytes("word.txt", b"w" * 5_000_000), "read", ""),
    ("5 MB of spaces", _bytes("spaces.txt", b" " * 5_000_000), "skipped", "empty"),
    ("5 MB of colons", _bytes("colons.txt", b" :" * 2_500_000), "read", ""),
    ("5 MB in a line of a page", _bytes("line.html", b"<p>" + b"word " * 1_000_000), "read", ""),
    ("100,000 nested", _bytes("deep.html", b"<div>" * 100_000 + b"Two of them were hurt." + b"</div>" * 100_000), "read", ""),
    ("a million never closed", _bytes("open.html", b"<b>" * 1_000_000 + b"Two of them were hurt."), "read", ""),
    ("100,000 attributes", _bytes("many.html", b"<p " + b"a=b " * 100_000 + b">Two of them were hurt."), "read", ""),
    ("deep JSON", _bytes("deep.jsonl", b"[" * 1_000_000), "failed", "too deep"),
    ("deep front matter", _bytes("deep.md", b"---\na: " + b"[" * 60_000 + b"\n---\nTwo of them were hurt."), "read", "front matter"),
    ("a PDF that says it is text", _bytes("lie.txt", b"%PDF-1.7 words"), "failed", "a PDF"),
    ("another extension", _bytes("a.docx", b"PK\x03\x04"), "skipped", "no reader for .docx"),
    ("a name with a newline", _shown("new\nline.txt", "new\\nline.txt"), "read", ""),
    ("a name that turns writing round", _shown("rtl\u202etxt.exe.txt", "rtl\\u202etxt.exe.txt"), "read", ""),
    ("a name that is not UTF-8", _not_utf8, "read", ""),
    ("larger than is read", _sparse, "failed", "too large"),
    ("hidden", _bytes(".hidden.txt", b"x"), "skipped", "hidden"),
]


@pytest.mark.parametrize(("make", "status", "reason"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_hostile(tmp_path: Path, make: Callable[[Path], str], status: str, reason: str) -> None:
    (tmp_path / "in").mkdir()
    _good(tmp_path / "in")
    before = collect_documents([tmp_path / "in"], tmp_path / "originals")
    name = make(tmp_path / "in")
    began = time.monotonic()
    after = collect_documents([tmp_path / "in"], tmp_path / "originals")
    assert time.monotonic() - began < 10
    row = next(file for file in after.files if file.name == name)
    assert row.status == status
    assert reason in (row.reason or "")
    assert row.status == "read" or row.remedy
    assert "the reader failed" not in (row.reason or "")
    assert [file for file in after.files if file.name != name] == list(before.files)
    assert [document for document in after.documents if document.name != name] == list(before.documents)
    assert [failure for failure in after.failures if failure.name != name] == list(before.failures) == []
    assert (status == "failed") <= any(failure.name == name for failure in after.failures)
    assert sum(name in document.names for document in after.documents) == row.documents


def test_no_permission(open_folder: Path, without_rights: Callable[[], AbstractContextManager[None]]) -> None:
    _good(open_folder)
    before = collect_documents([open_folder])
    (open_folder / "closed.txt").write_text("Two of them were hurt.", encoding="utf-8")
    (open_folder / "closed.txt").chmod(0)
    with without_rights():
        after = collect_documents([open_folder])
    row = next(file for file in after.files if file.name == "closed.txt")
    assert (row.status, row.reason) == ("failed", "no permission to read it")
    assert after.documents == before.documents


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a file that opens and cannot be read")
def test_a_file_that_cannot_be_read_is_a_row() -> None:
    found = collect_documents(["/proc/self/mem"])
    assert [(row.name, row.status) for row in found.files] == [("mem", "failed")]
    assert [failure.name for failure in found.failures] == ["mem"]


def test_the_same_bytes_are_one_document_with_two_names(tmp_path: Path) -> None:
    for name in ("b/again.md", "a/first.txt", "c/other.pdf"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(ENGLISH, encoding="utf-8")
    found = collect_documents([tmp_path], tmp_path / "originals")
    (document,) = found.documents
    assert (document.name, document.names, document.format) == ("a/first.txt", ("a/first.txt", "b/again.md"), "text")
    assert [(row.name, row.status, row.documents) for row in found.files] == [
        ("a/first.txt", "read", 1),
        ("b/again.md", "read", 1),
        ("c/other.pdf", "skipped", 0),
    ]
    assert [each.name for each in (tmp_path / "originals").iterdir()] == [document.sha256]


def test_the_same_line_in_two_files_is_one_document(tmp_path: Path) -> None:
    line = json.dumps({"text": ENGLISH})
    (tmp_path / "b.jsonl").write_text(f"{line}\n", encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(f"\n{line}\n" + json.dumps({"text": ENGLISH + " No more is known."}), encoding="utf-8")
    found = collect_documents([tmp_path])
    assert [(document.name, document.names, document.part) for document in found.documents] == [
        ("a.jsonl", ("a.jsonl", "b.jsonl"), "line 2"),
        ("a.jsonl", ("a.jsonl",), "line 3"),
    ]


def test_order_of_paths_and_of_groups_does_not_matter(tmp_path: Path) -> None:
    _good(tmp_path)
    (tmp_path / "copy.txt").write_text(GOOD["plain.txt"], encoding="utf-8")
    paths = sorted(tmp_path.iterdir())
    whole = collect_documents(paths)
    assert collect_documents(list(reversed(paths))) == whole
    ended, same = keep_found(find_files(paths))
    parts = [ended, *(read_same(each) for each in same)]
    random.Random(1).shuffle(parts)
    assert join_collections(parts) == whole
    assert len(same) == len(GOOD)


def test_a_file_that_changes_while_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    _, (same,) = keep_found(find_files([tmp_path]))
    (tmp_path / "a.txt").write_text("Others.", encoding="utf-8")
    found = read_same(same)
    assert [(row.status, row.reason) for row in found.files] == [("failed", "it changed while it was read")]
    (tmp_path / "a.txt").unlink()
    assert read_same(same).files[0].status == "failed"


def test_groups_join_their_names() -> None:
    one, two = Same("0", 1, Path("x"), ("b",)), Same("0", 1, Path("y"), ("a",))
    assert group_same([one, two]) == group_same([two, one]) == [Same("0", 1, Path("y"), ("a", "b"))]


def test_an_empty_folder_is_an_empty_collection(tmp_path: Path) -> None:
    found = collect_documents([tmp_path])
    assert (found.files, found.documents, found.failures) == ((), (), ())


def test_a_path_that_does_not_exist_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        collect_documents([tmp_path / "nowhere"])


NAMES = st.sampled_from(["a.txt", "b.md", "c.html", "d.jsonl", "e", "f.xyz", ".g", "sub/a.txt", "sub/h.html", "sub/.i/j.txt"])
CONTENTS = st.one_of(st.sampled_from([*(text.encode() for text in GOOD.values()), b"", b"\0\0", JUNK]), st.binary(max_size=60))


@settings(max_examples=40, deadline=None)
@given(tree=st.dictionaries(NAMES, CONTENTS, max_size=8))
def test_found_is_read_and_partly_read_and_failed_and_skipped(tmp_path_factory: pytest.TempPathFactory, tree: dict[str, bytes]) -> None:
    folder = tmp_path_factory.mktemp("tree")
    for name, content in tree.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    found = collect_documents([folder])
    # A hidden folder is one entry, whatever it holds.
    assert [row.name for row in found.files] == sorted({"sub/.i" if name == "sub/.i/j.txt" else name for name in tree})
    assert sum([row.status for row in found.files].count(status) for status in STATUSES) == len(found.files)
    assert all(row.reason and row.remedy for row in found.files if row.status in ("failed", "skipped"))
    assert all(row.reason for row in found.files if row.status == "partly read")
    assert {name for document in found.documents for name in document.names} == {row.name for row in found.files if row.documents}
    assert len({document.sha256 for document in found.documents}) == len(found.documents)


def test_1500_files_take_a_few_seconds(tmp_path: Path) -> None:
    for number in range(1500):
        (tmp_path / f"{number}.txt").write_text(f"Report {number}\n\n" + f"{ENGLISH} " * 18, encoding="utf-8")
    began = time.process_time()
    found = collect_documents([tmp_path])
    assert time.process_time() - began < 6
    assert len(found.documents) == 1500


@pytest.mark.parametrize("folder", ["bench/reports", "cases/after-the-fall/report.txt"])
def test_real_reports(folder: str) -> None:
    path = Path(__file__).parents[3] / "shared" / folder
    if not path.exists():
        pytest.skip("the shared reports are not here")
    found = collect_documents([path])
    assert {row.status for row in found.files} == {"read"}
    assert {document.language for document in found.documents} == {"en"}
    assert all(document.published is None and document.author is None for document in found.documents)
    titled = sum(document.title is not None for document in found.documents)
    assert titled >= len(found.documents) - 1

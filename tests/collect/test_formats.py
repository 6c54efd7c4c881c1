"""The choice of reader: by extension, and by content where it contradicts."""

from __future__ import annotations

import pytest

from unaccounted.base.errors import ReadingError
from unaccounted.collect.formats import choose_format, why_no_reader


@pytest.mark.parametrize(
    ("name", "content", "chosen"),
    [
        ("a.txt", b"x", "text"),
        ("a.TXT", b"x", "text"),
        ("README", b"x", "text"),
        ("folder.d/a", b"x", "text"),
        ("by J. Smith", b"x", "text"),
        ("report.2014", b"x", "text"),
        ("a.log", b"x", "text"),
        ("a.md", b"x", "markdown"),
        ("a.htm", b"<p>x", "html"),
        ("a.xhtml", b"<p>x", "html"),
        ("a.ndjson", b"{}", "jsonl"),
        ("a.txt", b"\xef\xbb\xbf <!-- saved -->\n<!DOCTYPE html><p>x", "html"),
        ("a.txt", "<html><p>x".encode("utf-16"), "html"),
        ("a.md", b"<html lang=en>", "html"),
        ("a.md", b"<div>x</div>", "markdown"),
        ("a.html", b"plain words, 3 < 5\n\nmore", "text"),
        ("a.html", "<p>x".encode("utf-16-le"), "html"),
    ],
)
def test_choice(name: str, content: bytes, chosen: str) -> None:
    assert choose_format(name, content) == chosen


@pytest.mark.parametrize(
    ("name", "extension"), [("a.pdf", ".pdf"), ("a.DOCX", ".docx"), ("a.tar.gz", ".gz"), ("a.txt~", ".txt~"), ("a.xyz", ".xyz")]
)
def test_no_reader_is_said_with_its_remedy(name: str, extension: str) -> None:
    none = why_no_reader(name)
    assert none is not None
    assert none[0] == f"no reader for {extension} files yet"
    assert none[1]
    with pytest.raises(ReadingError, match="no reader"):
        choose_format(name, b"x")

"""One file's bytes: documents, failures, status, reason and remedy; never an exception."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unaccounted.base.vocabulary import STATUSES
from unaccounted.collect.content import read_content

ENGLISH = "Thirty people were killed when the river rose above its banks, and twelve have not come home, the mayor said."
FRENCH = "Trente personnes sont mortes quand le fleuve a débordé, et douze ne sont pas encore rentrées chez elles, a dit le maire."


def test_a_document_says_where_it_comes_from() -> None:
    content = f"The flood\n\n{ENGLISH}".encode()
    reading = read_content("b.txt", content, ["b.txt", "a/c.txt"])
    (document,) = reading.documents
    digest = hashlib.sha256(content).hexdigest()
    assert (document.sha256, document.original, document.part) == (digest, digest, None)
    assert (document.name, document.names) == ("a/c.txt", ("a/c.txt", "b.txt"))
    assert (document.format, document.encoding, document.language) == ("text", "utf-8 (checked)", "en")
    assert (document.title, document.metadata_from) == ("The flood", "title=first line; language=text")
    assert (reading.status, reading.reason, reading.remedy, reading.failures) == ("read", None, None, ())


def test_another_language_is_kept_and_said_to_be_not_read() -> None:
    reading = read_content("a.txt", FRENCH.encode())
    (document,) = reading.documents
    assert (reading.status, reading.reason) == ("skipped", "not read: French")
    assert (document.status, document.reason, document.language, document.text) == ("skipped", "not read: French", "fr", FRENCH)
    assert reading.remedy


def test_lines_end_together() -> None:
    lines = [json.dumps({"text": ENGLISH}), "no json", json.dumps({"text": FRENCH}), json.dumps({"text": ENGLISH})]
    reading = read_content("a.jsonl", "\n".join(lines).encode())
    assert [document.part for document in reading.documents] == ["line 1", "line 3"]
    assert [document.status for document in reading.documents] == ["read", "skipped"]
    assert reading.documents[0].original == hashlib.sha256("\n".join(lines).encode()).hexdigest()
    assert [(failure.where, failure.step) for failure in reading.failures] == [("line 2", "collect")]
    assert reading.status == "partly read"
    for words in ("1 line could not be read", "line 2", "not read: French", "1 line repeats another"):
        assert words in str(reading.reason)


@pytest.mark.parametrize(
    ("name", "content", "status", "reason"),
    [
        ("a.txt", b"", "skipped", "empty"),
        ("a.txt", b" \r\n", "skipped", "empty"),
        ("a.jsonl", b"\n\n", "skipped", "empty"),
        ("a.html", b"\xef\xbb\xbf", "skipped", "empty"),
        ("a.xyz", b"x", "skipped", "no reader for .xyz files yet"),
        ("a.jsonl", b"nope\n[]\n", "failed", "2 lines could not be read"),
        ("a.jsonl", json.dumps({"text": FRENCH}).encode(), "skipped", "not read: French"),
        ("a.html", b"<p></p>", "failed", "no words"),
        ("a.html", b"<p>Thirty</p><p hidden>secret words</p>", "partly read", "2 words in hidden parts"),
        ("a.txt", b"\0\0\0\0", "failed", "zero bytes"),
    ],
)
def test_ends(name: str, content: bytes, status: str, reason: str) -> None:
    reading = read_content(name, content)
    assert reading.status == status
    assert reason in str(reading.reason)
    assert reading.remedy
    assert (status == "failed") == bool(reading.failures)


def test_metadata_that_cannot_be_used_loses_no_words() -> None:
    reading = read_content("a.md", f"---\npublished: one day\n---\n{ENGLISH}".encode())
    assert reading.status == "read"
    assert "'published' (one day) could not be used" in str(reading.reason)
    assert reading.documents[0].published is None


def test_many_bad_lines_are_counted_and_not_all_listed() -> None:
    reading = read_content("a.jsonl", b"x\n" * 5000)
    assert len(reading.failures) == 1001
    assert "4,000 more lines" in reading.failures[-1].what
    assert "5,000 lines" in str(reading.reason)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["a.txt", "a.md", "a.html", "a.jsonl", "a"]),
    st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))),
)
def test_any_bytes_end_as_a_status_with_a_reason(name: str, content: bytes) -> None:
    reading = read_content(name, content)
    assert reading.status in STATUSES
    assert reading.status == "read" or (reading.reason and (reading.remedy or reading.status == "partly read"))
    assert "the reader failed" not in str(reading.reason)
    assert bool(reading.documents) == (reading.status in ("read", "partly read") or "not read" in str(reading.reason))
    for document in reading.documents:
        document.text.encode("utf-8")
        assert document.text.strip()
    assert reading == read_content(name, content)

"""Markdown: the front matter gives metadata and is not in the text; all else stands as it is."""

from __future__ import annotations

import pytest

from unaccounted.collect.markdown import read_markdown

FRONT = '---\ntitle: "The flood"\npublisher: Valley Herald\nauthor: Ann Bell\npublished: "1914"\nlanguage: en\nurl: https://example.org/a\n'
BODY = "\n# Another heading\n\nThirty people were **killed**.\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_front_matter(end: str, mark: bytes) -> None:
    layer = read_markdown(mark + (FRONT + "source: a book\n---\n" + BODY).replace("\n", end).encode())
    assert layer.text == BODY.replace("\n", end)
    assert {field: each.value for field, each in layer.metadata.items()} == {
        "title": "The flood",
        "publisher": "Valley Herald",
        "author": "Ann Bell",
        "published": "1914",
        "url": "https://example.org/a",
        "language": "en",
    }
    assert layer.notes == ()


def test_without_front_matter_the_heading_is_the_title() -> None:
    layer = read_markdown(b"# The flood #\n\nBy Ann Bell\n\nPORT HOPE, 4 March 2019 - Thirty people were killed.\n")
    assert layer.text.startswith("# The flood #\n")
    stated = {field: (each.value, each.where) for field, each in layer.metadata.items()}
    assert stated == {"title": ("The flood", "first heading"), "author": ("Ann Bell", "byline"), "published": ("2019-03-04", "dateline")}


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nThirty people were killed.\n\n---\nmore\n",
        "---\nThirty people were killed.\n",
        "---\n- a\n- b\n---\nThirty people were killed.\n",
        "text\n---\ntitle: no\n---\n",
    ],
)
def test_lines_of_hyphens_that_are_no_front_matter_stay(text: str) -> None:
    layer = read_markdown(text.encode())
    assert (layer.text, layer.notes) == (text, ())


@pytest.mark.parametrize(
    "yaml", ["title: [open", "a: b: c", "[" * 2000, "{" * 2000, "title: !!python/object:os.system x", "\t- x", "a: &a *a"]
)
def test_front_matter_that_cannot_be_read_costs_no_words(yaml: str) -> None:
    text = f"---\n{yaml}\n---\nThirty people were killed.\n"
    layer = read_markdown(text.encode())
    assert layer.text in (text, "Thirty people were killed.\n")
    assert layer.text == "Thirty people were killed.\n" or "front matter" in layer.notes[0].words


def test_dates_and_words_stay_as_written() -> None:
    layer = read_markdown(b"---\npublished: 2014-05-02\nlanguage: no\ntitle: 1812\n---\nx\n")
    assert {field: each.value for field, each in layer.metadata.items()} == {"published": "2014-05-02", "language": "no", "title": "1812"}


def test_a_date_that_is_none_is_said() -> None:
    layer = read_markdown(b"---\npublished: some day in May\n---\nx\n")
    assert "published" not in layer.metadata
    assert "'published' (some day in May) could not be used" in layer.notes[0].words

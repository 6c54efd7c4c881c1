"""Metadata: cleaned, the first to state a field wins, what cannot be used is said."""

from __future__ import annotations

import pytest

from unaccounted.collect.metadata import clean_value, metadata_names, state_keys, write_metadata_from


@pytest.mark.parametrize(
    ("field", "value", "clean"),
    [
        ("title", "  A\n title\x07 ", "A title"),
        ("title", "left\u202eright", "leftright"),
        ("title", "x" * 501, None),
        ("title", " \n", None),
        ("published", "2 May 2014", "2014-05-02"),
        ("language", "en-GB", "en"),
        ("language", "Arabic", "ar"),
        ("language", "klingon", None),
        ("url", "https://example.org/a", "https://example.org/a"),
        ("url", "javascript:alert(1)", None),
        ("author", "https://example.org/ann", None),
    ],
)
def test_clean(field: str, value: str, clean: str | None) -> None:
    assert clean_value(field, value) == clean


def test_keys_that_a_person_wrote() -> None:
    found, notes = state_keys(
        {
            "Title": "Flood",
            "published": 1914,
            "author": ["Ann", "Tom"],
            "url": None,
            "language": "klingon",
            "other": {},
            "publisher": {"a": 1},
        },
        "front matter",
    )
    assert {field: each.value for field, each in found.items()} == {"title": "Flood", "published": "1914", "author": "Ann, Tom"}
    assert [note.words for note in notes] == ["its 'publisher' (dict) could not be used", "its 'language' (klingon) could not be used"]
    assert not any(note.loss for note in notes)
    assert write_metadata_from(found) == "title=front matter; author=front matter; published=front matter"


def test_every_name_stands_for_a_field_of_a_document() -> None:
    for place in ("key", "meta"):
        names = metadata_names(place)
        assert names
        assert set(names.values()) <= {"title", "publisher", "author", "published", "url", "language"}
        assert all(name == name.lower().strip() for name in names)

"""What a document states about itself, field by field, cleaned, with where it stood; the first to state a field wins.

In: names and values as found by a reader. Out: `Stated` values for the fields of `Document`. A value that is not what
its field needs is left out, and a key that a person wrote on purpose is then named in a note. Nothing is guessed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache

from unaccounted.collect.languages import read_language_name
from unaccounted.collect.lists import read_list
from unaccounted.collect.published import read_published
from unaccounted.collect.reading import Note, Stated

FIELDS = ("title", "publisher", "author", "published", "url", "language")
_LONGEST = {"title": 500, "publisher": 200, "author": 300, "published": 80, "url": 2000, "language": 80}


@cache
def metadata_names(place: str) -> Mapping[str, str]:
    """Name, in lower case, to field, in order of preference; `place` is key or meta."""
    return {row["name"]: row["field"] for row in read_list("metadata_names") if row["place"] == place}


def clean_value(field: str, value: str) -> str | None:
    """The value as it goes into a record, or None where it is not one.

    Args:
        field: one of `FIELDS`.
        value: as it stands in the document.
    """
    plain = "".join(each for each in " ".join(value.split()) if unicodedata.category(each) not in ("Cc", "Cf", "Cs", "Cn"))
    plain = plain.strip()
    if not plain or len(plain) > _LONGEST[field]:
        return None
    if field == "published":
        return read_published(plain)
    if field == "language":
        return read_language_name(plain)
    if field == "url":
        return plain if plain.lower().startswith(("http://", "https://")) and " " not in plain else None
    if field in ("author", "publisher") and plain.lower().startswith(("http://", "https://")):
        return None
    return plain


def state(found: dict[str, Stated], field: str, value: str | None, where: str) -> None:
    """Add one statement to `found`, unless the field is stated already or the value is not one."""
    if field in found or value is None:
        return
    cleaned = clean_value(field, value)
    if cleaned is not None:
        found[field] = Stated(cleaned, where)


def state_keys(given: Mapping[object, object], where: str) -> tuple[dict[str, Stated], tuple[Note, ...]]:
    """The metadata of a mapping that a person wrote: front matter, or a JSON line.

    Args:
        given: keys in any case; keys that are no metadata are passed over.
        where: for `Stated.where`.

    Returns:
        What was stated, and a note for each value that could not be used.
    """
    found: dict[str, Stated] = {}
    notes: list[Note] = []
    lowered = {str(key).strip().lower(): value for key, value in given.items()}
    for name, field in metadata_names("key").items():
        value = lowered.get(name)
        if field in found or value is None or value == "":
            continue
        words = _as_text(value)
        state(found, field, words, where)
        if field not in found:
            shown = " ".join((words or type(value).__name__)[:60].split())
            notes.append(Note(f"its '{name}' ({shown}) could not be used", loss=False, remedy=_REMEDIES.get(field)))
    return found, tuple(notes)


_REMEDIES = {
    "published": "Write the date as 2014-05-02, 2014-05 or 2014",
    "url": "Write an address that begins with http:// or https://",
    "language": "Write a two-letter code, such as en",
}


def _as_text(value: object) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        return ", ".join(value)
    return None


def write_metadata_from(found: Mapping[str, Stated]) -> str | None:
    """Where each field was found: "published=front matter; title=first heading"; None where nothing was."""
    return "; ".join(f"{field}={found[field].where}" for field in FIELDS if field in found) or None

"""The word lists as data: every word a word, every list with a source, every form found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import unaccounted
from unaccounted.extract.lexicons import load_lexicon, verb_forms

LISTS = sorted((Path(unaccounted.__file__).parent / "languages" / "en").glob("*.yaml"))


def _leaves(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [leaf for key, each in value.items() for leaf in (key, *_leaves(each))]
    return [leaf for each in value for leaf in _leaves(each)] if isinstance(value, list) else [value]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_every_list_names_its_source_and_no_word_is_read_as_something_else(path: Path) -> None:
    lists = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert lists["source"].strip()
    # YAML takes a bare on, off, yes or no for a truth value, and the word is lost.
    assert not [leaf for leaf in _leaves(lists) if isinstance(leaf, bool)]


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("kill", {"kill", "kills", "killing", "killed"}),
        ("die/died/died", {"die", "dies", "dying", "died"}),
        ("kidnap/kidnapped/kidnapped", {"kidnap", "kidnaps", "kidnapping", "kidnapped"}),
        ("shoot dead/shot dead/shot dead", {"shoot dead", "shoots dead", "shooting dead", "shot dead"}),
        ("~free", {"frees", "freeing", "freed"}),
        ("=carrying", {"carrying"}),
    ],
)
def test_verb_forms_gives_every_form(entry: str, forms: set[str]) -> None:
    assert {words for words, _ in verb_forms(entry)} == forms


def test_a_phrase_is_found_longest_first() -> None:
    lexicon = load_lexicon("en")
    match = lexicon.fates.match(("shot", "dead", "by"), 0)
    assert match is not None and match[0] == 2 and match[1].fate == "killed"

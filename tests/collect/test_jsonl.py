"""JSON lines: a bad line costs only itself."""

from __future__ import annotations

import hashlib
import json

import pytest

from unaccounted.collect.jsonl import read_jsonl

GOOD = json.dumps({"text": "Three people were killed.", "title": "Flood", "published": "2019-03", "language": "en"})


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("not json", "not JSON: Expecting value at character 1"),
        ('{"text": "cut', "not JSON"),
        ("[1]", "not an object"),
        ("null", "not an object"),
        ("{}", "no 'text'"),
        ('{"text": 5}', "not a text"),
        ('{"text": " "}', "empty"),
        ('{"text": "' + "\\u0000" * 50 + '"}', "zero bytes"),
        ('{"text": "a' + "\\u0001" * 50 + '"}', "binary"),
        ("[" * 100_000, "too deep"),
        ('{"text": "a", "n": ' + "9" * 10_000 + "}", "too long"),
    ],
)
def test_a_bad_line_costs_only_itself(line: str, fault: str) -> None:
    first, bad, last = read_jsonl(f"{GOOD}\n{line}\n\n{GOOD}\r\n".encode())
    assert bad.layer is None
    assert fault in str(bad.fault)
    assert bad.remedy
    assert (first.number, bad.number, last.number) == (1, 2, 4)
    assert first.layer == last.layer or (first.layer and last.layer and first.layer.text == last.layer.text)
    assert first.sha256 == last.sha256 == hashlib.sha256(GOOD.encode()).hexdigest()


def test_metadata_and_its_place() -> None:
    (line,) = read_jsonl(GOOD.encode())
    assert line.layer is not None
    assert {field: (each.value, each.where) for field, each in line.layer.metadata.items()} == {
        "title": ("Flood", "line 1"),
        "published": ("2019-03", "line 1"),
        "language": ("en", "line 1"),
    }


def test_lone_surrogates_are_replaced_and_said() -> None:
    (line,) = read_jsonl(b'{"text": "Two \\ud800 were hurt \\ud83d\\ude00"}')
    assert line.layer is not None
    assert line.layer.text == "Two \ufffd were hurt \U0001f600"
    assert "1 half character" in line.layer.notes[0].words
    assert line.layer.notes[0].loss


def test_line_separators_inside_a_string_end_no_line() -> None:
    (line,) = read_jsonl('{"text": "one\u2028two\u0085three"}'.encode())
    assert line.layer is not None
    assert line.layer.text == "one\u2028two\u0085three"

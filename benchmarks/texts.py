"""The texts that speed is measured on: the test beds where they are present, else the reports that ship with the program.

In: the folder of the house. Out: named lists of documents. It measures nothing.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from unaccounted.base.records import Document
from unaccounted.collect import collect_documents

HOUSE = Path(__file__).resolve().parent.parent
BEDS = HOUSE.parent / "shared"
_LENGTH = 2000
"""Code points in a piece of general text: about a newswire report."""


def make_document(text: str, name: str) -> Document:
    """A text as collect would hand it on."""
    sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Document(sha256, name, (name,), sha256, None, "text", "utf-8", text, language="en")


def read_newswire(most: int) -> list[Document]:
    """Reports in which about a quarter of the sentences speak of people's fates; empty where the test bed is absent."""
    path = BEDS / "bench" / "muc4" / "dev.jsonl"
    if not path.is_file():
        return []
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    step = max(1, len(rows) // most)
    return [make_document(row["text"], row["id"]) for row in rows[::step]][:most]


def read_general(most: int) -> list[Document]:
    """General text, in which few sentences do, in pieces as long as a report; empty where the test bed is absent."""
    import spacy
    from spacy.tokens import DocBin

    sentences: list[str] = []
    for path in sorted((BEDS / "treebanks").glob("syntax-test-*.spacy")):
        sentences += [doc.text for doc in DocBin().from_disk(path).get_docs(spacy.blank("en").vocab)]
    text = "\n".join(sentences)
    pieces = [text[start : start + _LENGTH] for start in range(0, len(text), _LENGTH)]
    return [make_document(piece, f"general-{number}") for number, piece in enumerate(pieces[:most])]


def read_examples() -> list[Document]:
    """The reports that ship with the program."""
    return list(collect_documents([HOUSE / "examples" / "grande-armee"]).documents)

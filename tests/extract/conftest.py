"""Documents made of a text, for the tests of extract."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from unaccounted.base.records import Claim, Document
from unaccounted.extract import extract_claims

Read = Callable[[str], list[Claim]]


def make_document(text: str, published: str | None = None, author: str | None = None) -> Document:
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(sha256, "report.txt", ("report.txt",), sha256, None, "text", "utf-8", text, published=published, author=author)


@pytest.fixture(scope="session")
def read() -> Read:
    return lambda text: extract_claims(make_document(text))

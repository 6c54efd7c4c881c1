"""Document to claims: every statement about people's fates, with the sentence that it came from."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from unaccounted.extract.reader import Extraction as Extraction
    from unaccounted.extract.reader import Reader as Reader
    from unaccounted.extract.reader import extract_claims as extract_claims
    from unaccounted.extract.reader import read_document as read_document

__all__ = ["Extraction", "Reader", "extract_claims", "read_document"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module("unaccounted.extract.reader"), name)
    raise AttributeError(f"module 'unaccounted.extract' has no attribute '{name}'")

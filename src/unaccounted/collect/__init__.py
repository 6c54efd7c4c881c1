"""Files in, documents out: every file that is found ends as read, partly read, failed or skipped, with the reason.

Three steps that can be run apart, file by file: `find_files` looks, `keep_found` hashes and keeps the bytes,
`read_same` turns one hash's bytes into documents. `collect_documents` is all three. What a document says is not
this stage's matter.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from unaccounted.collect.collection import Collection as Collection
    from unaccounted.collect.collection import Same as Same
    from unaccounted.collect.collection import collect_documents as collect_documents
    from unaccounted.collect.collection import group_same as group_same
    from unaccounted.collect.collection import join_collections as join_collections
    from unaccounted.collect.collection import keep_found as keep_found
    from unaccounted.collect.collection import read_same as read_same
    from unaccounted.collect.content import EMPTY as EMPTY
    from unaccounted.collect.content import read_content as read_content
    from unaccounted.collect.files import HIDDEN as HIDDEN
    from unaccounted.collect.files import Found as Found
    from unaccounted.collect.files import find_files as find_files
    from unaccounted.collect.originals import keep_original as keep_original
    from unaccounted.collect.reading import Reading as Reading

_HOMES = {
    "Collection": "collection",
    "Same": "collection",
    "collect_documents": "collection",
    "group_same": "collection",
    "join_collections": "collection",
    "keep_found": "collection",
    "read_same": "collection",
    "read_content": "content",
    "EMPTY": "content",
    "HIDDEN": "files",
    "Found": "files",
    "find_files": "files",
    "keep_original": "originals",
    "Reading": "reading",
}
__all__ = [*_HOMES]  # noqa: PLE0604


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"unaccounted.collect.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'unaccounted.collect' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted(__all__)

"""The bytes of a file, hashed and kept as found: `originals/<sha256>`, read-only, whole or not at all, never rewritten.

In: a path. Out: the SHA-256 and the size. Bytes are streamed, so that size costs no memory. What they mean is not
looked at.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from unaccounted.base.errors import ProjectError, ReadingError

MAX_BYTES = 200_000_000
"""The largest file that is read; a report of this size is not a report."""

_CHUNK = 1 << 20


def keep_original(path: Path, originals: Path | None = None, limit: int = MAX_BYTES) -> tuple[str, int]:
    """Hash a file, and keep its bytes where a folder is given.

    Args:
        path: a file; one that turns out to be a FIFO or device is not read.
        originals: the folder of originals, made where absent; None to hash only.
        limit: bytes; a larger file is refused and nothing is kept.

    Returns:
        (SHA-256 in hexadecimal, size in bytes).

    Raises:
        ReadingError: the file cannot be read, is not a file, or is larger than `limit`.
        ProjectError: the folder of originals cannot be written.
    """
    if originals is None:
        digest, size = hashlib.sha256(), 0
        for chunk in stream_file(path, limit):
            digest.update(chunk)
            size += len(chunk)
        return digest.hexdigest(), size
    return _keep(path, originals, limit)


def stream_file(path: Path, limit: int = MAX_BYTES) -> Iterator[bytes]:
    """The bytes of a file in chunks; never waits on a FIFO or reads a device.

    Raises:
        ReadingError: it cannot be read, is not a file, or is larger than `limit`.
    """
    size = 0
    try:
        # Without O_NONBLOCK, a file that was exchanged for a FIFO after the walk would hang the run.
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(number, "rb", buffering=0) as file:
            mode = os.fstat(number)
            if not stat.S_ISREG(mode.st_mode):
                raise ReadingError("it is no longer a file", remedy="Run again")
            if mode.st_size > limit:
                raise _too_large(mode.st_size, limit)
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                if size > limit:
                    raise _too_large(size, limit)
                yield chunk
    except PermissionError as error:
        raise ReadingError("no permission to read it", remedy="Give yourself the right to read it, or ask its owner") from error
    except OSError as error:
        raise ReadingError(
            f"it cannot be opened: {error.strerror or 'unknown error'}", remedy="Check the disk, or copy the file elsewhere"
        ) from error


def _too_large(size: int, limit: int) -> ReadingError:
    return ReadingError(f"too large: more than {limit:,} bytes (it has {size:,} or more)", remedy="Split it into smaller files")


def _keep(path: Path, originals: Path, limit: int) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    unfinished: str | None = None
    try:
        originals.mkdir(parents=True, exist_ok=True)
        number, unfinished = tempfile.mkstemp(prefix=".", suffix=".unfinished", dir=originals)
        with os.fdopen(number, "wb") as copy:
            for chunk in stream_file(path, limit):
                digest.update(chunk)
                size += len(chunk)
                copy.write(chunk)
        kept = originals / digest.hexdigest()
        if not kept.exists():
            Path(unfinished).chmod(0o444)
            Path(unfinished).replace(kept)
    except OSError as error:
        raise ProjectError(
            f"the originals cannot be kept: {error.strerror or 'unknown error'}",
            str(originals),
            "Make room on the disk, or give --project a folder that you may write to",
        ) from error
    finally:
        if unfinished is not None:
            Path(unfinished).unlink(missing_ok=True)
    return digest.hexdigest(), size

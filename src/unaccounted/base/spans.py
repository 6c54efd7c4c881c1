"""Spans: where a quote stands in a text, in Unicode code points, end exclusive.

The grounding law of the whole program: `quote == text[start:end]`, to the letter. No fuzzy alignment, ever.
"""

from __future__ import annotations

from dataclasses import dataclass

from unaccounted.base.errors import GroundingError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text.

    Args:
        start: the first code point's index, from 0.
        end: one past the last code point's index; greater than `start`.

    Raises:
        GroundingError: the offsets do not make a stretch of at least one code point.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise GroundingError("a span must hold at least one character", f"{self.start}:{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def quote(self, text: str) -> str:
        """The words at this span.

        Raises:
            GroundingError: the span runs beyond the text.
        """
        if self.end > len(text):
            raise GroundingError("a span runs beyond its text", f"{self.start}:{self.end} of {len(text)}")
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def cover(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def shift(self, by: int) -> Span:
        """The same stretch, `by` code points later."""
        return Span(self.start + by, self.end + by)

    def trim(self, text: str, characters: str | None = None) -> Span:
        """The span without white space (or `characters`) at its ends; unchanged where nothing else is in it."""
        inside = text[self.start : self.end]
        left = len(inside) - len(inside.lstrip(characters))
        kept = inside.strip(characters)
        return Span(self.start + left, self.start + left + len(kept)) if kept else self


def check_grounding(text: str, start: int, end: int, quote: str) -> None:
    """Hold a quote to the grounding law.

    Raises:
        GroundingError: `quote` is not `text[start:end]`, or is empty.
    """
    if not quote or not 0 <= start < end <= len(text) or text[start:end] != quote:
        raise GroundingError(
            "a quote does not stand at its offsets", f"{start}:{end}", "Collect the document again, or delete the claims and read again"
        )

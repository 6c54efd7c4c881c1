"""What a page states about itself: its meta elements, title, canonical address, language, JSON-LD and times.

In: the same events as `page_text`. Out: metadata with where each stood. A time that stands in the page without a role is
taken only where it is the only one. Nothing is read from the address or from the clock.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from unaccounted.collect.metadata import clean_value, metadata_names, state
from unaccounted.collect.reading import Stated

_LONGEST = 300_000
_ARTICLES = frozenset({"Report", "BlogPosting", "SocialMediaPosting"})


class PageHead:
    """Gathers what one page states; `stated` gives it after the last event."""

    def __init__(self) -> None:
        self._meta: dict[str, str] = {}
        self._times: list[str] = []
        self._published_time: str | None = None
        self._language: str | None = None
        self._address: str | None = None
        self._listening: str | None = None
        self._heard: dict[str, list[str]] = {"title": [], "h1": []}
        self._headings = 0
        self._drawings = 0
        self._linked: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str], muted: bool) -> None:
        """An element begins; `muted` where its words are left out of the text."""
        if tag == "html":
            self._language = attributes.get("lang") or attributes.get("xml:lang") or self._language
        elif tag == "meta":
            self._start_meta(attributes)
        elif tag == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self._address = self._address or attributes.get("href")
        elif tag == "svg":
            self._drawings += 1
        elif tag == "title" and not self._heard["title"] and not self._drawings:
            self._listening = "title"
        elif tag == "h1":
            self._headings += 1
            self._listening = "h1" if self._headings == 1 else None
        elif tag == "script" and attributes.get("type", "").lower().split(";")[0].strip() == "application/ld+json":
            self._listening = "json"
            self._linked.append("")
        elif tag == "time" and attributes.get("datetime"):
            if "pubdate" in attributes or attributes.get("itemprop", "").lower() == "datepublished":
                self._published_time = self._published_time or attributes["datetime"]
            elif not muted and len(self._times) < 100:
                self._times.append(attributes["datetime"])

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in ("title", "h1", "script"):
            self._listening = None
        elif tag == "svg":
            self._drawings -= 1

    def words(self, words: str) -> None:
        """Words between elements."""
        if self._listening == "json":
            if len(self._linked[-1]) < _LONGEST:
                self._linked[-1] += words
        elif self._listening is not None and len(self._heard[self._listening]) < 200:
            self._heard[self._listening].append(words)

    def _start_meta(self, attributes: Mapping[str, str]) -> None:
        content = attributes.get("content", "")
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = attributes.get(key, "").lower().strip()
            if name in metadata_names("meta") and content.strip():
                self._meta.setdefault(name, content)

    def stated(self) -> dict[str, Stated]:
        """Field to what was stated, the most explicit place first."""
        found: dict[str, Stated] = {}
        if self._language:
            state(found, "language", self._language, "html lang")
        state(found, "url", self._address, "link canonical")
        for name, field in metadata_names("meta").items():
            state(found, field, self._meta.get(name), f"meta {name}")
        for article in self._articles():
            for field, value in _read_article(article):
                state(found, field, value, "JSON-LD")
        self._state_title(found)
        state(found, "published", self._published_time, "time element")
        days = {clean_value("published", each) for each in self._times}
        if len(days) == 1:
            state(found, "published", days.pop(), "the only time element")
        return found

    def _state_title(self, found: dict[str, Stated]) -> None:
        """Of "Headline | Site" and a heading that says "Headline", the heading is the title."""
        title, heading = (" ".join("".join(self._heard[each]).split()) for each in ("title", "h1"))
        if heading and self._headings == 1 and title.startswith(heading):
            state(found, "title", heading, "heading")
        state(found, "title", title, "title element")
        if self._headings == 1:
            state(found, "title", heading, "heading")

    def _articles(self) -> Iterator[dict[str, Any]]:
        for text in self._linked[:20]:
            try:
                given = json.loads(text)
            except (ValueError, RecursionError):
                continue
            listed = given if isinstance(given, list) else [given]
            for each in listed[:50]:
                graph = each.get("@graph") if isinstance(each, dict) else None
                for node in [each, *(graph[:200] if isinstance(graph, list) else [])]:
                    if isinstance(node, dict) and _is_article(node.get("@type")):
                        yield node


def _is_article(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(each, str) and (each.endswith("Article") or each in _ARTICLES) for each in kinds)


def _read_article(article: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    yield "title", _text(article.get("headline"))
    yield "publisher", _name(article.get("publisher"))
    yield "author", _name(article.get("author"))
    yield "published", _text(article.get("datePublished"))
    yield "url", _text(article.get("url"))
    yield "language", _text(article.get("inLanguage"))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _name(value: object) -> str | None:
    """The name, or the names joined, of a person or organisation in JSON-LD."""
    several = value if isinstance(value, list) else [value]
    names = [_text(each.get("name") if isinstance(each, dict) else each) for each in several[:20]]
    return ", ".join(name for name in names if name) or None

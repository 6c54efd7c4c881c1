"""What a page states about itself, and where; the more explicit place wins, and a lone time is taken only if alone."""

from __future__ import annotations

import pytest

from unaccounted.collect.html import read_html

LINKED = (
    '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"No"},{"@type":["NewsArticle"],'
    '"headline":"Flood takes thirty","author":[{"name":"Ann Bell"},{"name":"Tom Orr"}],"publisher":{"name":"Valley Herald"},'
    '"datePublished":"2019-03-04T10:00:00+01:00","inLanguage":"en"}]}</script>'
)


def _stated(page: str) -> dict[str, tuple[str, str]]:
    return {field: (each.value, each.where) for field, each in read_html(page.encode()).metadata.items()}


def test_meta_elements() -> None:
    page = (
        '<html lang="en-GB"><head><title>Flood | Valley Herald</title><meta property="og:title" content="Flood takes &quot;thirty&quot;">'
        '<meta property="og:site_name" content="Valley Herald"><meta name="Author" content="Ann Bell">'
        '<meta property="article:published_time" content="2019-03-04T10:00:00Z"><link rel="canonical" href="https://example.org/flood">'
        "</head><body><h1>Flood</h1><p>Thirty died.</p></body></html>"
    )
    assert _stated(page) == {
        "title": ('Flood takes "thirty"', "meta og:title"),
        "publisher": ("Valley Herald", "meta og:site_name"),
        "author": ("Ann Bell", "meta author"),
        "published": ("2019-03-04", "meta article:published_time"),
        "url": ("https://example.org/flood", "link canonical"),
        "language": ("en", "html lang"),
    }


def test_json_ld() -> None:
    stated = _stated(f"<head>{LINKED}</head><p>Thirty died.")
    assert stated["title"] == ("Flood takes thirty", "JSON-LD")
    assert stated["author"] == ("Ann Bell, Tom Orr", "JSON-LD")
    assert stated["publisher"] == ("Valley Herald", "JSON-LD")
    assert stated["published"] == ("2019-03-04", "JSON-LD")


@pytest.mark.parametrize(
    "linked",
    ["{", "[" * 100_000, '{"@type": 5}', '{"@graph": {"a": 1}}', '{"@type":"NewsArticle","author":[[[]]],"headline":{}}', "[1,null]"],
)
def test_json_ld_that_is_none(linked: str) -> None:
    assert _stated(f'<script type="application/ld+json">{linked}</script><p>Thirty died.') == {}


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>Flood takes thirty | Herald</title><h1>Flood takes thirty</h1>", ("Flood takes thirty", "heading")),
        ("<title>Herald</title><h1>Flood takes thirty</h1>", ("Herald", "title element")),
        ("<h1>Flood <i>takes</i> thirty</h1>", ("Flood takes thirty", "heading")),
        ("<h1>One</h1><h1>Two</h1>", None),
        ("<svg><title>icon</title></svg>", None),
    ],
)
def test_title(page: str, title: tuple[str, str] | None) -> None:
    assert _stated(page + "<p>Thirty died.").get("title") == title


@pytest.mark.parametrize(
    ("page", "published"),
    [
        ('<time datetime="2019-03-04">4 March</time>', "2019-03-04"),
        ('<time datetime="2019-03-04T10:00">x</time><time datetime="2019-03-04T12:00">y</time>', "2019-03-04"),
        ('<time datetime="2019-03-04">x</time><time datetime="2019-03-05">y</time>', None),
        ('<time datetime="2019-03-04">x</time><nav><time datetime="2019-03-05">y</time></nav>', "2019-03-04"),
        ('<time datetime="2019-03-04">x</time><time datetime="2019-03-05" itemprop="datePublished">y</time>', "2019-03-05"),
        ("<p>PORT HOPE, 4 March 2019 - Twelve are missing.</p>", "2019-03-04"),
        ('<meta name="date" content="soon"><meta name="dc.date" content="2019">', "2019"),
    ],
)
def test_published(page: str, published: str | None) -> None:
    stated = _stated(page + "<p>Thirty died.")
    assert stated.get("published", (None, ""))[0] == published

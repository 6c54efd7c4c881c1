"""Pages as text: Jinja templates, everything escaped, every string cleaned of characters that a page would obey.

In come evidence and what is asked for, out comes HTML. The templates stand in `templates/` with the one stylesheet that both
the app and the self-contained page use. It knows no web server.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from unaccounted.base.records import Document, Figure
from unaccounted.base.vocabulary import CONFLICTS, FATES
from unaccounted.show import wording
from unaccounted.show.addresses import document_address, figure_address, figure_slug
from unaccounted.show.certainty import LEGEND, judge_certainty
from unaccounted.show.evidence import Evidence
from unaccounted.show.ledger import Ledger, Place
from unaccounted.show.marks import mark_text
from unaccounted.show.picture import draw_ledger
from unaccounted.show.pictures import draw_pictures
from unaccounted.show.pulls import LISTED, gather_pulls
from unaccounted.show.terminal import say_coverage, say_effect
from unaccounted.show.testimony import Testimony, gather_left_out, gather_testimony
from unaccounted.show.twins import count_files
from unaccounted.show.views import FULL, draw_row_bar, explain_rest, find_ledger, read_claims, view_ledgers, view_notes

if TYPE_CHECKING:
    from jinja2 import Environment


def _finish(written: Any) -> Any:
    return wording.clean_text(written) if type(written) is str else "" if written is None else written


def link_outside(url: str | None) -> str:
    """An address that may be followed; "" for any that is not plain http or https."""
    return url if url and url.lower().startswith(("http://", "https://")) else ""


def group_origins(several: tuple[Testimony, ...]) -> list[list[Testimony]]:
    """Claims put together by their origin, in order."""
    grouped: dict[int, list[Testimony]] = {}
    for each in several:
        grouped.setdefault(each.origin, []).append(each)
    return list(grouped.values())


@cache
def make_environment() -> Environment:
    """The templates, with the words that they may use."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("unaccounted.show"),
        autoescape=True,
        finalize=_finish,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        count=wording.write_count,
        day=wording.write_date,
        name=wording.clean_name,
        phrase=wording.write_figure,
        origins=wording.write_origins,
        effect=say_effect,
        outside=link_outside,
        grouped=group_origins,
    )
    environment.globals.update(
        spread=wording.write_range,
        figure_address=figure_address,
        document_address=document_address,
        legend=LEGEND,
        Place=Place,
        picture=draw_page_picture,
        markup=mark_up,
        conflicts=CONFLICTS,
    )
    return environment


def draw_page_picture(ledger: Ledger, slug: str, linked: bool) -> Any:
    """A ledger's picture as mark-up, its rows linked to their figures where the page has such addresses."""
    return mark_up(draw_ledger(ledger, figure_address if linked else None, f"picture-{slug}"))


def mark_up(drawn: str) -> Any:
    """A picture as mark-up that templates write as it stands."""
    from markupsafe import Markup

    return Markup(drawn)  # noqa: S704 (escaped where drawn)


def read_style() -> str:
    """The one stylesheet."""
    return (files("unaccounted.show") / "templates" / "style.css").read_text(encoding="utf-8")


def _render(template: str, **given: Any) -> str:
    written = make_environment().get_template(template).render(**given)
    return written.encode("utf-8", "replace").decode("utf-8")


def render_account(evidence: Evidence) -> str:
    """The Account page: every cohort's ledger, each number a link to who says it."""
    ledgers = view_ledgers(evidence)
    everywhere, _ = view_notes(evidence, [note for note in evidence.account.diagnostics if not note.cohort])
    return _render(
        "account.html",
        evidence=evidence,
        ledgers=ledgers,
        full=FULL,
        everywhere=everywhere,
        coverage=say_coverage(evidence),
        twin="/account",
    )


def render_figure(evidence: Evidence, figure: Figure) -> str:
    """The Figure page: who says what, the sentences, and what was left out and why."""
    ledger = find_ledger(evidence, figure)
    contradictions = [each for each in evidence.account.contradictions if (each.cohort, each.fate) == (figure.cohort, figure.fate)]
    return _render(
        "figure.html",
        evidence=evidence,
        figure=figure,
        fate=FATES.get(figure.fate),
        bar=draw_row_bar(figure, ledger.top if ledger else figure.high or 0),
        top=ledger.top if ledger else figure.high,
        certainty=judge_certainty(figure),
        drawn=draw_pictures(evidence, figure),
        pulls=gather_pulls(evidence, figure),
        explained=evidence.alternatives is not None,
        listed=LISTED,
        slug=figure_slug(figure),
        claims=gather_testimony(evidence, figure),
        left_out=gather_left_out(evidence, figure),
        reckoning=explain_rest(ledger) if figure.fate == "unaccounted for" else None,
        contradictions=contradictions,
        twin=figure_address(figure),
    )


def render_document(evidence: Evidence, document: Document) -> str:
    """The Document page: the whole text, its claims marked, each with its reading beside it."""
    readings = {reading.claim.id: reading for reading in read_claims(evidence, document.sha256)}
    blocks = mark_text(document.text, [reading.claim for reading in readings.values()])
    return _render(
        "document.html",
        evidence=evidence,
        document=document,
        blocks=blocks,
        readings=readings,
        twin=document_address(document.sha256),
    )


def render_coverage(evidence: Evidence) -> str:
    """The Coverage page: how every file ended, and what could not be done."""
    of_file: dict[str, list[Document]] = {}
    for document in evidence.documents:
        of_file.setdefault(document.original, []).append(document)
    numbers = {document.sha256: len(evidence.claims_in(document.sha256)) for document in evidence.documents}
    return _render(
        "coverage.html",
        evidence=evidence,
        totals=count_files(evidence),
        coverage=say_coverage(evidence),
        of_file=of_file,
        numbers=numbers,
        twin="/coverage",
    )


def render_trouble(title: str, what: str, remedy: str = "") -> str:
    """A page for what is not there, or went wrong, with a way back."""
    return _render("trouble.html", title=title, what=what, remedy=remedy, twin="")

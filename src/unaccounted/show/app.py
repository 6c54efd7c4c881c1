"""The local web app: the account, every figure, every document and the coverage, on the researcher's own machine.

It is handed a callback that gives the evidence as it stands; it reads and never changes. Every page has a permanent address
and, at the same address, a twin that ends in `.csv` and one in `.json`. No page needs a script. Only this file knows FastAPI.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from fastapi import FastAPI
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException
from starlette.requests import Request

from unaccounted.base.errors import UnaccountedError
from unaccounted.base.records import Document, Figure
from unaccounted.show import pages, twins
from unaccounted.show.addresses import ledger_slug, look_up_figures
from unaccounted.show.evidence import Evidence
from unaccounted.show.guard import HEADERS, Guard
from unaccounted.show.ledger import Ledger, lay_out
from unaccounted.show.picture import draw_ledger
from unaccounted.show.pictures import KINDS, draw_cohort_flow, draw_picture

Thing = TypeVar("Thing")

_FORMS = ("csv", "json", "svg")


@dataclass(slots=True)
class Book:
    """The evidence at hand with the way from addresses to figures; made anew only when the evidence is another."""

    load: Callable[[], Evidence]
    _evidence: Evidence | None = None
    _figures: dict[str, Figure] = field(default_factory=dict)
    _ledgers: dict[str, Ledger] = field(default_factory=dict)

    def open(self) -> Evidence:
        """The evidence as it stands."""
        evidence = self.load()
        if evidence is not self._evidence:
            self._figures = look_up_figures(evidence.account.figures)
            self._ledgers = {ledger_slug(ledger): ledger for ledger in lay_out(evidence.account)}
            self._evidence = evidence
        return evidence

    def figure(self, slug: str) -> Figure:
        """The figure at an address."""
        return _found(self._figures.get(slug), "figure")

    @property
    def ledgers(self) -> tuple[Ledger, ...]:
        """All ledgers, in order."""
        return tuple(self._ledgers.values())

    def ledger(self, slug: str) -> Ledger:
        """The ledger at an address."""
        return _found(self._ledgers.get(slug), "picture")


def _found(thing: Thing | None, kind: str) -> Thing:
    if thing is None:
        raise HTTPException(404, f"There is no {kind} at this address. The account may have changed since the address was made.")
    return thing


def _split(name: str) -> tuple[str, str]:
    stem, _, form = name.rpartition(".")
    return (stem, form) if form in _FORMS and stem else (name, "")


def _answer_csv(rows: list[twins.Row], columns: tuple[str, ...], name: str) -> Response:
    body = twins.write_csv(rows, columns).encode("utf-8", "replace")
    return Response(body, media_type="text/csv; charset=utf-8", headers={"content-disposition": f'attachment; filename="{name}.csv"'})


def _answer_json(plain: Any) -> Response:
    return Response(twins.write_json(plain), media_type="application/json")


def create_app(load: Callable[[], Evidence]) -> FastAPI:
    """The app.

    Args:
        load: gives the evidence as it stands; asked once a request, so it should keep what it has.
    """
    app = FastAPI(title="unaccounted", docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(Guard)
    book = Book(load)
    _add_account(app, book)
    _add_figure(app, book)
    _add_document(app, book)
    _add_coverage(app, book)
    _add_trouble(app)
    return app


def _add_account(app: FastAPI, book: Book) -> None:
    @app.get("/")
    @app.get("/account")
    def show_account() -> HTMLResponse:
        return HTMLResponse(pages.render_account(book.open()))

    @app.get("/account.csv")
    def account_csv() -> Response:
        return _answer_csv(twins.account_rows(book.open()), twins.FIGURE_COLUMNS, "account")

    @app.get("/account.json")
    def account_json() -> Response:
        return _answer_json(twins.account_twin(book.open()))

    @app.get("/picture/{name}")
    def picture(name: str) -> Response:
        slug, form = _split(name)
        book.open()
        ledger = book.ledger(slug if form == "svg" else "")
        return Response(draw_ledger(ledger), media_type="image/svg+xml")

    @app.get("/flow/{name}")
    def flow(name: str) -> Response:
        slug, form = _split(name)
        book.open()
        drawn = draw_cohort_flow(book.ledgers, book.ledger(slug if form == "svg" else ""))
        return Response(_found(drawn or None, "picture"), media_type="image/svg+xml")

    @app.get("/style.css")
    def style() -> Response:
        return Response(pages.read_style(), media_type="text/css; charset=utf-8")


def _add_figure(app: FastAPI, book: Book) -> None:
    @app.get("/figure/{name}")
    def show_figure(name: str) -> Response:
        evidence, (slug, form) = book.open(), _split(name)
        slug, _, kind = slug.partition(".")
        figure = book.figure(slug)
        if form == "svg":
            drawn = draw_picture(evidence, figure, kind) if kind in KINDS else ""
            return Response(_found(drawn or None, "picture"), media_type="image/svg+xml")
        if kind:
            rows = twins.alternative_rows(evidence, figure) if (kind, form) == ("pulls", "csv") else None
            return _answer_csv(_found(rows, "page"), twins.ALTERNATIVE_COLUMNS, f"{slug}-pulls")
        if form == "csv":
            return _answer_csv(twins.figure_rows(evidence, figure), twins.CLAIM_COLUMNS, slug)
        if form == "json":
            return _answer_json(twins.figure_twin(evidence, figure))
        return HTMLResponse(pages.render_figure(evidence, figure))


def _add_document(app: FastAPI, book: Book) -> None:
    @app.get("/document/{name}")
    def show_document(name: str) -> Response:
        evidence, (sha256, form) = book.open(), _split(name)
        document: Document = _found(evidence.document(sha256), "document")
        if form == "csv":
            return _answer_csv(twins.document_rows(evidence, evidence.claims_in(sha256)), twins.MARK_COLUMNS, sha256[:12])
        if form == "json":
            return _answer_json(twins.document_twin(evidence, document))
        return HTMLResponse(pages.render_document(evidence, document))


def _add_coverage(app: FastAPI, book: Book) -> None:
    @app.get("/coverage")
    def show_coverage() -> HTMLResponse:
        return HTMLResponse(pages.render_coverage(book.open()))

    @app.get("/coverage.csv")
    def coverage_csv() -> Response:
        return _answer_csv(twins.coverage_rows(book.open()), twins.FILE_COLUMNS, "coverage")

    @app.get("/coverage.json")
    def coverage_json() -> Response:
        return _answer_json(twins.coverage_twin(book.open()))


def _answer_trouble(request: Request, title: str, what: str, remedy: str, status: int) -> Response:
    """What went wrong: as a page with a way back, or as an object at the address of a JSON twin, which a program reads."""
    _, form = _split(request.url.path)
    if form == "json":
        told = {"error": title, "what": what, "remedy": remedy or None, "status": status}
        return Response(twins.write_json(told), status, HEADERS, "application/json")
    return HTMLResponse(pages.render_trouble(title, what, remedy), status, HEADERS)


def _add_trouble(app: FastAPI) -> None:
    @app.exception_handler(HTTPException)
    def refuse(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        what = str(error.detail) if isinstance(error, HTTPException) and error.detail != "Not Found" else ""
        title = "Not here" if status == 404 else "That cannot be done here"
        said = what or "There is no page at this address."
        return _answer_trouble(request, title, said, "", status)

    @app.exception_handler(UnaccountedError)
    def explain(request: Request, error: Exception) -> Response:
        what, remedy = (error.what, error.remedy or "") if isinstance(error, UnaccountedError) else ("Something went wrong", "")
        return _answer_trouble(request, "The account cannot be shown", what, remedy, 500)

    # Starlette answers what nobody caught outside the guard, so the guard's headers are given here as well.
    @app.exception_handler(Exception)
    def own_up(request: Request, error: Exception) -> Response:
        what = f"The app made a mistake of its own ({type(error).__name__}). Nothing was changed."
        return _answer_trouble(request, "Something went wrong", what, "Go back and try another page", 500)

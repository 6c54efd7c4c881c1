"""The app's door: who may ask, and what every answer carries.

Only requests that name this machine as their host are answered, so that no page elsewhere can reach the app by a name of its
own. Every answer, errors too, carries a policy under which nothing is loaded or run but the app's own stylesheet and images.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = ("127.0.0.1", "localhost", "[::1]")
_OWN = re.compile(rf"(?:{'|'.join(re.escape(each) for each in HOSTS)})(?::[0-9]{{1,5}})?")
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
_REFUSAL = b"This address is not one of the app's own. Open it as http://127.0.0.1 with the port that it printed.\n"


def is_own_host(host: str) -> bool:
    """Whether a Host header names this machine: one of `HOSTS`, with or without a port."""
    return _OWN.fullmatch(host.strip().lower()) is not None


class Guard:
    """ASGI middleware that keeps the door."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse with 400."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        extra = [(name.encode(), words.encode()) for name, words in HEADERS.items()]
        hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = [pair for pair in message.get("headers", ()) if pair[0].lower().decode("latin-1") not in HEADERS]
                message = {**message, "headers": [*own, *extra]}
            await send(message)

        if len(hosts) != 1 or not is_own_host(hosts[0]):
            plain = (b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(_REFUSAL)).encode())
            await send_guarded({"type": "http.response.start", "status": 400, "headers": [*plain]})
            await send({"type": "http.response.body", "body": _REFUSAL})
            return
        await self.app(scope, receive, send_guarded)

"""Pages served on this machine alone, until Ctrl-C.

In: the web app, a port. Out: pages on 127.0.0.1. It opens no other address, and keeps no log of what was looked at.
"""

from __future__ import annotations

import socket
import sys
import webbrowser
from contextlib import suppress
from typing import TYPE_CHECKING

from unaccounted.base.errors import UsageError
from unaccounted.commands.screen import note

if TYPE_CHECKING:
    from fastapi import FastAPI

HOST = "127.0.0.1"


def serve_app(app: FastAPI, port: int = 0, browser: bool = True) -> None:
    """Serve an app until Ctrl-C, which is how it is meant to end.

    Args:
        app: the pages.
        port: 0 takes a free one.
        browser: open the first page in the person's browser, where a person is there.

    Raises:
        UsageError: the port cannot be used.
    """
    import uvicorn

    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen()  # from here on a browser waits, however long the server takes to start
    except OSError as error:
        listener.close()
        raise UsageError(f"port {port} cannot be used: {error.strerror}", HOST, "Give another --port, or none for a free one") from error
    address = f"http://{HOST}:{listener.getsockname()[1]}/"
    note(f"The account is at {address} on this machine alone. Stop with Ctrl-C.")
    if browser and sys.stderr.isatty():
        webbrowser.open(address)
    # The server hands a Ctrl-C on after it has closed; here it is no fault.
    with listener, suppress(KeyboardInterrupt):
        uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)).run(sockets=[listener])

"""Serving a built portal on this machine, to look at it."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HOST = "127.0.0.1"


class _Handler(SimpleHTTPRequestHandler):
    """Serves files, answers 404 with the portal's own page, and keeps quiet."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with `404.html` when there is one."""
        own = Path(self.directory) / "404.html"
        if code != 404 or not own.is_file():
            return super().send_error(code, message, explain)
        body = own.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return None

    def end_headers(self) -> None:
        """Ask the browser to look again each time: a preview must not show yesterday's page."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: who looked at what is nobody's business."""


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Return a server for a folder on 127.0.0.1, not yet started; port 0 takes a free one.

    `folder` may be a link: it is followed at each request, so that a new release shows at once.
    """
    return ThreadingHTTPServer((HOST, port), partial(_Handler, directory=str(folder)))

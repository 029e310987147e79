"""Serving a built portal on this machine, to look at it.

`server` serves a folder as it is, with the headers and the compressed copies that a server on the web
sends. `preview` also shows the report, and every page looks by itself
whether there is a newer release. The script for that is added on the way out: no file and no
release ever holds it.
"""

from __future__ import annotations

import io
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from dorpspomp.outputs.headers import CACHED, CODINGS, HEADERS, KINDS, SEARCH_FILE, SEARCH_KIND

HOST = "127.0.0.1"
REPORT, WORK = "/_verslag/", "/_werklijst/"
"""Where the report and the work list are shown, beside the website."""

_OWN_NAMES = frozenset({HOST, "localhost"})
_LIVE, _SCRIPT = "/_live", "/_live.js"
_HTML = "text/html; charset=utf-8"
_RELOADING = """\
// Reloads the page when there is a newer one; it shows nothing and asks no other computer.
(() => {
  const { version, of } = document.currentScript.dataset;
  const look = async () => {
    try {
      const answer = await fetch(`/_live?${of}`, { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== version) { location.reload(); return; }
    } catch { /* The server is away for a moment. */ }
    setTimeout(look, 1000);
  };
  setTimeout(look, 1000);
})();
"""
_WAITING = """\
<!doctype html>
<html lang="nl">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nog even geduld</title>
<style>body {{ max-width: 35em; margin: 4em auto; padding: 0 1em; font: 1.25rem/1.6 sans-serif }}</style>
<body>
<h1>Nog even geduld</h1>
<p>{}</p>
<p>Deze bladzijde ververst vanzelf.</p>
<p><a href="/">De website</a> · <a href="/_verslag/">Het verslag</a></p>
</body>
</html>
"""
_NO_PAGE = """\
<!doctype html>
<html lang="nl">
<title>Niet gevonden</title>
<h1>Deze bladzijde is er niet</h1>
<p><a href="/">Naar het begin</a></p>
"""
_NO_SITE = "De website is nog niet gemaakt. Duurt het lang? Kijk dan in het verslag."
_NO_REPORT = "Hier komt straks het verslag over uw bladen."


class _Handler(SimpleHTTPRequestHandler):
    """Serves files, answers 404 with the portal's own page, and keeps quiet."""

    error_content_type = _HTML
    error_message_format = _NO_PAGE
    extensions_map = SimpleHTTPRequestHandler.extensions_map | dict(KINDS)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Answer with the compressed copy of a file where there is one that the browser can read."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and urlsplit(self.path).path.endswith("/") else path
        for coding, end in CODINGS.items():
            copy = path.with_name(f"{path.name}{end}")
            if _is_read(coding, self.headers.get("Accept-Encoding", "")) and copy.is_file():
                return self._copy(copy, coding, self.guess_type(path))
        return super().send_head()

    def _copy(self, copy: Path, coding: str, kind: str) -> io.BytesIO:
        body = copy.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", coding)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def guess_type(self, path: Any) -> str:
        """Tell what a file is; one kind is known by its name only."""
        kind: str = super().guess_type(path)
        kind = SEARCH_KIND if Path(path).name == SEARCH_FILE else kind
        return _HTML if kind == "text/html" else kind

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with `404.html` when there is one."""
        own = Path(self.directory) / "404.html"
        if code != 404 or not own.is_file():
            return super().send_error(code, message, explain)
        body = self.dressed(own.read_bytes())
        self.send_html(404, len(body))
        if self.command != "HEAD":
            self.wfile.write(body)
        return None

    def send_html(self, code: int, length: int) -> None:
        """Send the head of an answer that is a page."""
        self.send_response(code)
        self.send_header("Content-Type", _HTML)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def dressed(self, page: bytes) -> bytes:
        """Return a page as it is sent: as it is."""
        return page

    def end_headers(self) -> None:
        """Send what every server sends; ask to look again each time, for a preview is never of yesterday."""
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", CACHED)
        self.send_header("Vary", "Accept-Encoding")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: who looked at what is nobody's business."""


def _is_read(coding: str, accepted: str) -> bool:
    """Tell whether a browser reads a coding: it names it, and does not say that it is worth nothing.

    >>> _is_read("br", "gzip, br;q=1.0"), _is_read("br", "br;q=0")
    (True, False)
    """
    wishes = (wish.replace(" ", "").casefold().split(";q=") for wish in accepted.split(","))
    return any(name == coding and worth[:1] not in (["0"], ["0.0"]) for name, *worth in wishes)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a preview shows: a part of the current release, and what stands beside the releases."""

    build: Path
    part: str = "site"

    def folder(self, path: str) -> tuple[str, Path]:
        """Return the beginning of an address, and the folder that is shown there."""
        for prefix in (REPORT, WORK):
            if f"{path}/".startswith(prefix):
                return prefix, self.build / prefix.strip("/_")
        return "/", self.build / "current" / self.part

    def version(self, prefix: str) -> str:
        """Return what changes when the pages below an address are made anew."""
        if prefix not in {REPORT, WORK}:
            current = self.build / "current"
            return current.resolve().name if current.exists() else ""
        try:
            return str((self.build / prefix.strip("/_") / "index.html").stat().st_mtime_ns)
        except OSError:
            return ""


class _Preview(_Handler):
    """Serves the current release, the report and the work list; pages reload when there are newer ones."""

    def __init__(self, *args: Any, shown: Shown) -> None:
        self.shown = shown
        self.prefix, self.version = "/", ""
        super().__init__(*args, directory=str(shown.build))

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Answer a page with the script that reloads it; any other file as it is."""
        address = urlsplit(self.path)
        if (self.headers.get("Host") or HOST).partition(":")[0] not in _OWN_NAMES:
            self.send_error(403)  # a page elsewhere that pretends to be this computer may read nothing
            return None
        if address.path == _LIVE:
            return self._text(self.shown.version(f"/{address.query}"), "text/plain; charset=utf-8")
        if address.path == _SCRIPT:
            return self._text(_RELOADING, "text/javascript; charset=utf-8")
        return self._file(address.path)

    def translate_path(self, path: str) -> str:
        """Find the file: below the website, or below what stands beside it."""
        below = "/" + path.removeprefix(self.prefix) if path.startswith(self.prefix) else "/"
        return super().translate_path(below)

    def dressed(self, page: bytes) -> bytes:
        """Return a page with the script, which knows which version this page is."""
        of = self.prefix.removeprefix("/")
        script = f'<script src="{_SCRIPT}" data-version="{self.version}" data-of="{of}"></script>'
        head, end, tail = page.rpartition(b"</body>")
        return (head + script.encode() + end + tail) if end else page + script.encode()

    def _file(self, path: str) -> io.BytesIO | BinaryIO | None:
        self.prefix, folder = self.shown.folder(path)
        self.directory = str(folder)
        # Asked before the page is read: a release that comes between is then seen as a newer one.
        self.version = self.shown.version(self.prefix)
        file = Path(self.translate_path(self.path))
        if path.endswith("/") and file.is_dir():
            file /= "index.html"
        if path.endswith("/") and not self.version:
            return self._page(_WAITING.format(_NO_SITE if self.prefix == "/" else _NO_REPORT).encode())
        try:
            if file.suffix not in {".html", ".htm"}:
                return super().send_head()
            return self._page(file.read_bytes())
        except (OSError, ValueError):  # a release that was swept just now; an address with a nul
            self.send_error(404)
            return None

    def _page(self, page: bytes) -> io.BytesIO:
        body = self.dressed(page)
        self.send_html(200, len(body))
        return io.BytesIO(body)

    def _text(self, text: str, kind: str) -> io.BytesIO:
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


class _Server(ThreadingHTTPServer):
    """A server that says nothing about a browser that went away in the middle."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep quiet about a connection that was broken off; show any other mistake."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Return a server for a folder on 127.0.0.1, not yet started; port 0 takes a free one.

    `folder` may be a link: it is followed at each request, so that a new release shows at once.
    """
    return _Server((HOST, port), partial(_Handler, directory=str(folder)))


@contextmanager
def preview(shown: Shown, port: int) -> Iterator[str]:
    """Serve a preview meanwhile and yield its address; an OSError tells that the port is taken."""
    with _Server((HOST, port), partial(_Preview, shown=shown)) as web:
        thread = threading.Thread(target=web.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://{HOST}:{web.server_port}/"
        finally:
            web.shutdown()
            thread.join()

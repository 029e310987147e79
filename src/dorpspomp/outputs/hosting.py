"""Configurations that are published with the website, for hosts that read them from its folder.

`.htaccess` is read by Apache, `_headers` by Netlify and Cloudflare Pages, and `.nojekyll` keeps GitHub
from leaving files out. Whoever has a server of their own finds the others in `docs/beheer/hosting`.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from dorpspomp.outputs.headers import (
    CACHED,
    CODINGS,
    HEADERS,
    KINDS,
    LASTING,
    SEARCH_FILE,
    SEARCH_KIND,
    SECURE,
    SHARED,
)

_COPIES = r"(\.br|\.gz)?$"
_MADE = "# Gemaakt door Dorpspomp; wat u hier verandert, is bij de volgende uitgave weg."


def files(url: str) -> dict[str, str]:
    """Return the configurations by name, for a website at this address ("" when it is not known)."""
    return {
        ".htaccess": "".join(f"{line}\n" for line in _htaccess(path_of(url))),
        "_headers": "".join(f"{line}\n" for line in _headers()),
        ".nojekyll": "",
    }


def path_of(url: str) -> str:
    """Return the path of a web address, with a slash at both ends.

    >>> path_of("https://dorp.example/portaal")
    '/portaal/'
    """
    path = urlsplit(url).path.strip("/")
    return f"/{quote(path, safe='/%')}/" if path else "/"


def _headers() -> Iterator[str]:
    """Yield the rules for a host that always speaks https, compresses by itself and caches well."""
    yield _MADE
    yield "/*"
    yield from (f"  {name}: {value}" for name, value in {**HEADERS, **SECURE}.items())
    yield f"/{SEARCH_FILE}"
    yield f"  Content-Type: {SEARCH_KIND}"


def _htaccess(path: str) -> Iterator[str]:
    yield _MADE
    yield f"ErrorDocument 404 {path}404.html"
    yield "AddDefaultCharset utf-8"
    yield from _within("mod_mime.c", _kinds())
    yield from _within("mod_headers.c", _sent())
    yield from _within("mod_rewrite.c", _compressed())


def _within(module: str, lines: Iterator[str]) -> Iterator[str]:
    """Say what is left out by an Apache without this module."""
    yield f"<IfModule {module}>"
    yield from lines
    yield "</IfModule>"


def _kinds() -> Iterator[str]:
    yield from (f"AddType {kind} {end}" for end, kind in KINDS.items())
    yield f'<FilesMatch "^{SEARCH_FILE.replace(".", "[.]")}{_COPIES}">'
    yield f"ForceType {SEARCH_KIND}"
    yield "</FilesMatch>"
    yield from (f"AddEncoding {coding} {end}" for coding, end in CODINGS.items())
    yield "RemoveType .gz"
    yield "RemoveLanguage .br"  # to Apache this is Breton


def _sent() -> Iterator[str]:
    yield from (f'Header always set {name} "{value}"' for name, value in HEADERS.items())
    yield from (
        f'Header always set {name} "{value}" "expr=%{{HTTPS}} == \'on\'"' for name, value in SECURE.items()
    )
    yield f'Header set Cache-Control "{CACHED}"'
    yield f'<FilesMatch "[.]({"|".join(SHARED)}){_COPIES}">'
    yield f'Header set Cache-Control "{LASTING}"'
    yield "</FilesMatch>"


def _compressed() -> Iterator[str]:
    yield "RewriteEngine On"
    for coding, end in CODINGS.items():
        yield rf"RewriteCond %{{HTTP:Accept-Encoding}} \b{coding}\b"
        yield f"RewriteCond %{{REQUEST_FILENAME}}{end} -f"
        yield f"RewriteRule ^ %{{REQUEST_URI}}{end} [L]"

"""What a server says beside the website's files: one source for pages, servers and ready configurations.

Every page carries its whole Content-Security-Policy in itself, so that the policy always belongs to
that page, also on a host that sends no headers. The header repeats what is the same for every page.
It leaves out scripts and styles: a server that still has yesterday's configuration would refuse what
stands in today's start page. Cross-Origin-Resource-Policy is left out, for other websites may show
our pictures.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from functools import cache

from markupsafe import Markup

_POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
_DIFFERS = frozenset({"default-src", "script-src", "style-src"})
"""What depends on the page: these say which texts may stand in it."""

_ONLY_IN_HEADER: Mapping[str, str] = {
    "script-src-attr": "'none'",
    "object-src": "'none'",
    "frame-src": "'none'",
    "frame-ancestors": "'none'",  # a page that says this about itself is not heard
}

_OFF = (
    *("accelerometer", "browsing-topics", "camera", "clipboard-read", "display-capture"),
    *("geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection", "keyboard-map"),
    *("local-fonts", "magnetometer", "microphone", "midi", "otp-credentials", "payment"),
    *("publickey-credentials-get", "serial", "storage-access", "usb", "window-management"),
    "xr-spatial-tracking",
)
"""What would ask, watch or recognise a reader. Sharing, copying and the whole screen stay possible."""


@cache
def policy(styles: Iterable[str] = (), scripts: Iterable[str] = ()) -> Markup:
    """Return the policy of a page in which these styles and scripts stand, for its `<meta>`.

    >>> policy().split(";")[:2]
    ["default-src 'none'", "script-src 'self'"]
    """
    added = {"style-src": styles, "script-src": scripts}
    return Markup(
        ";".join(
            " ".join((name, value, *(digest(text) for text in added.get(name, ()))))
            for name, value in _POLICY.items()
        )
    )


def digest(text: str) -> str:
    """Return what stands for an inline text in a policy.

    >>> digest("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "; ".join(
        f"{name} {value}" for name, value in {**_POLICY, **_ONLY_IN_HEADER}.items() if name not in _DIFFERS
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _OFF),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Every answer of every server has these."""

SECURE: Mapping[str, str] = {"Strict-Transport-Security": "max-age=31536000"}
"""Only over https: from then on a browser asks for nothing else."""

KINDS: Mapping[str, str] = {
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".mobileconfig": "application/x-apple-aspen-config",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}
"""What files are that not every server knows, by the end of their names."""

SEARCH_FILE, SEARCH_KIND = "opensearch.xml", "application/opensearchdescription+xml"

CODINGS: Mapping[str, str] = {"br": ".br", "gzip": ".gz"}
"""Each coding of a compressed copy and the end of its name; the best one first."""

CACHED, LASTING = "no-cache", "max-age=600"
"""How long a browser may keep a page (it asks again), and what pages share (ten minutes, one visit)."""

SHARED = ("css", "js", "svg", "png", "jpg", "jpeg", "webp", "ico", "woff2")
"""The ends of the names of what pages share. They stay the same for months, and hold no facts."""

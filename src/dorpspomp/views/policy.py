"""Policy files: what makes the portal the start page of every browser of a library or a service flat.

Each browser has its own form: a JSON file for Firefox and for Chrome on Linux, a registry file for
Chrome and Edge on Windows, a profile for iPad, iPhone and Mac. None of them locks anything that a
visitor may want to change in Firefox; what Chrome and Edge are told is fixed, as they have it.
"""

from __future__ import annotations

import json
import plistlib
import uuid
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from dorpspomp.model import Settings

FOLDER = "startpagina/beheer/"
"""Where the files are, with the page that explains them."""

FILES = ("policies.json", "chrome-en-edge.reg", "chrome.json", "edge.json", "startpagina.mobileconfig")
"""The names of the files."""

OPEN_PAGES = 4
"""Open the pages of a list at the start (Chrome and Edge, RestoreOnStartup)."""

Values = Mapping[str, object]

_KEYS = {"Google\\Chrome": "ManagedBookmarks", "Microsoft\\Edge": "ManagedFavorites"}
"""The registry keys of the browsers, each with its own word for fixed bookmarks."""

_BARS = {"ManagedBookmarks": "BookmarkBarEnabled", "ManagedFavorites": "FavoritesBarEnabled"}


def policies(settings: Settings) -> Mapping[str, bytes]:
    """Return the policy files of a portal with a web address, by name."""
    return {
        "policies.json": _json(_firefox(settings)),
        "chrome.json": _json(_chromium(settings, "ManagedBookmarks")),
        "edge.json": _json(_chromium(settings, "ManagedFavorites")),
        "chrome-en-edge.reg": _registry(settings),
    }


def web_clip(settings: Settings, icon: bytes) -> Mapping[str, bytes]:
    """Return a profile that puts the portal on the home screen of an iPad or iPhone, or in a Mac's Dock."""
    clip = {
        "PayloadType": "com.apple.webClip.managed",
        "PayloadDisplayName": settings.portal,
        "Label": settings.village or settings.portal,
        "URL": settings.url,
        "Icon": icon,
        "IsRemovable": True,
        "FullScreen": False,
        "Precomposed": True,
    }
    profile = {
        "PayloadType": "Configuration",
        "PayloadDisplayName": settings.portal,
        "PayloadDescription": "Zet de startpagina van het dorp op het beginscherm.",
        "PayloadRemovalDisallowed": False,
        "PayloadContent": [clip | _identity(settings, "knop")],
    }
    return {"startpagina.mobileconfig": plistlib.dumps(profile | _identity(settings, "profiel"))}


def _identity(settings: Settings, part: str) -> dict[str, object]:
    """Return what tells one profile from another: the same for the same address."""
    host = ".".join(reversed((urlsplit(settings.url).hostname or "dorp").split(".")))
    number = uuid.uuid5(uuid.NAMESPACE_URL, f"{settings.url}#{part}")
    return {
        "PayloadIdentifier": f"{host}.startpagina.{part}",
        "PayloadUUID": str(number).upper(),
        "PayloadVersion": 1,
    }


def _json(values: Values) -> bytes:
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()


def _firefox(settings: Settings) -> Values:
    root = settings.url.rstrip("/") + "/"
    return {
        "policies": {
            "Homepage": {"URL": settings.url, "Locked": False, "StartPage": "homepage"},
            "Bookmarks": [{"Title": settings.portal, "URL": settings.url, "Placement": "toolbar"}],
            "SearchEngines": {
                "Add": [
                    {
                        "Name": settings.portal,
                        "URLTemplate": f"{root}zoeken/?q={{searchTerms}}",
                        "Method": "GET",
                        "IconURL": f"{root}favicon.ico",
                        "Alias": "dorp",
                    }
                ]
            },
        }
    }


def _chromium(settings: Settings, bookmarks: str) -> Values:
    return {
        "HomepageIsNewTabPage": False,
        "HomepageLocation": settings.url,
        "RestoreOnStartup": OPEN_PAGES,
        "RestoreOnStartupURLs": [settings.url],
        "ShowHomeButton": True,
        _BARS[bookmarks]: True,
        bookmarks: [{"name": settings.portal, "url": settings.url}],
    }


def _registry(settings: Settings) -> bytes:
    """Return a registry file for Windows, in UTF-16 with a mark: the only form that holds every letter."""
    lines = ["Windows Registry Editor Version 5.00", ""]
    for key, bookmarks in _KEYS.items():
        lines += _section(f"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\{key}", _chromium(settings, bookmarks))
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode("utf-16-le")


def _section(key: str, values: Values) -> Iterator[str]:
    """Yield the lines of a key, and of a key below it for each list of addresses."""
    lists = {name: value for name, value in values.items() if isinstance(value, list) and _is_texts(value)}
    yield f"[{key}]"
    yield from (f'"{name}"={_value(value)}' for name, value in values.items() if name not in lists)
    yield ""
    for name, addresses in lists.items():
        yield from _section(f"{key}\\{name}", {str(n): address for n, address in enumerate(addresses, 1)})


def _is_texts(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def _value(value: object) -> str:
    """Write a value as a registry file has it: a number in eight digits, a text with its signs escaped."""
    if isinstance(value, int):
        return f"dword:{int(value):08x}"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

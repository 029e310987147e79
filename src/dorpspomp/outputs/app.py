"""The installable app and the files that fit a browser or a whole computer room with the portal.

Icons, web app manifest, OpenSearch description and policy files. All addresses in the manifest are
relative to it, so that it works under any address. It has no `id`: a browser takes the first page
for that, whereas a relative one would be the same for two portals under one host.
"""

from __future__ import annotations

import json
from pathlib import Path

from dorpspomp.outputs.emblem import Emblem
from dorpspomp.outputs.headers import SEARCH_FILE
from dorpspomp.views.app import manifest, search_description
from dorpspomp.views.policy import FOLDER, policies, web_clip
from dorpspomp.views.portal import Portal
from dorpspomp.views.style import house_style

TOUCH = 180
"""How many pixels wide the icon is on the home screen of an iPhone or iPad."""


def build(portal: Portal, site: Path) -> None:
    """Write the app's files into the site; those that name the portal only when it has a web address."""
    style = house_style(portal.settings)
    emblem = Emblem(style.sign, style.sign_ink)
    touch = emblem.png(TOUCH, full=True)
    files: dict[str, bytes] = {
        "favicon.svg": emblem.svg.encode(),
        "favicon.ico": emblem.ico(16, 32, 48),
        "apple-touch-icon.png": touch,
        "app/icoon-192.png": emblem.png(192),
        "app/icoon-512.png": emblem.png(512),
        "app/icoon-vol.png": emblem.png(512, full=True),
        "manifest.webmanifest": (json.dumps(manifest(portal), ensure_ascii=False, indent=1) + "\n").encode(),
    }
    if portal.settings.url:
        files[SEARCH_FILE] = search_description(portal.settings).encode()
        made = {**policies(portal.settings), **web_clip(portal.settings, touch)}
        files |= {f"{FOLDER}{name}": data for name, data in made.items()}
    for name, data in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)

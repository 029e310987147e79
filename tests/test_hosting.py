"""Real web servers with our configurations: each says the same as `dorpspomp serve`."""

from __future__ import annotations

import gzip
import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import brotli
import pytest

from dorpspomp.outputs.headers import CACHED, HEADERS, LASTING, SECURE, SHARED
from tests.conftest import REPOSITORY, build_quickly, serving

READY = REPOSITORY / "docs" / "beheer" / "hosting"
FOLDER = "/srv/lindedorp/build/current/site"
"""The website's folder in the ready configurations."""

PATHS = (
    "/",
    "/agenda/",
    "/stijl.css",
    "/favicon.svg",
    "/agenda.ics",
    "/zoeken/index.json",
    "/manifest.webmanifest",
    "/opensearch.xml",
    "/theme/zoeken.js",
    "/bestaat/niet/",
)


class Answer(NamedTuple):
    """What a server says: the code, the head in small letters, the body."""

    code: int
    head: Mapping[str, str]
    body: bytes


@pytest.fixture(scope="module")
def site() -> Iterator[Path]:
    """Return a website that any user of this machine may read, as a web server is another user."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "dorp"
        shutil.copytree(REPOSITORY / "tests" / "villages" / "klein", root)
        release = build_quickly(root, parts=("site",)).release
        assert release is not None
        Path(folder).chmod(0o755)
        yield release.folder / "site"


def ready(name: str, site: Path) -> str:
    """Return a ready configuration, made to show another folder."""
    text = (READY / name).read_text("utf-8")
    assert FOLDER in text
    return text.replace(FOLDER, str(site)).replace("/srv/lindedorp/build", str(site))


def nginx(site: Path, home: Path, port: int) -> list[str]:
    """Return how nginx is started with the ready configuration."""
    (home / "site.conf").write_text(
        ready("nginx.conf", site).replace("listen 80;", f"listen 127.0.0.1:{port};")
    )
    temporary = "".join(
        f"{kind}_temp_path {home};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.getuid() == 0 else ""
    (home / "nginx.conf").write_text(
        f"{user} daemon off; pid {home}/pid; error_log {home}/log; events {{}}"
        f" http {{ {temporary} include {home}/site.conf; }}"
    )
    return ["nginx", "-c", f"{home}/nginx.conf", "-e", f"{home}/log"]


def caddy(site: Path, home: Path, port: int) -> list[str]:
    """Return how Caddy is started with the ready configuration, without a certificate."""
    text = ready("Caddyfile", site).replace("lindedorp.example {", f"http://127.0.0.1:{port} {{")
    (home / "Caddyfile").write_text(f"{{\n\tadmin off\n\tauto_https off\n}}\n{text}")
    return ["caddy", "run", "--config", f"{home}/Caddyfile", "--adapter", "caddyfile"]


def apache(site: Path, home: Path, port: int) -> list[str]:
    """Return how Apache is started with the ready configuration and what Debian's Apache says itself."""
    modules = ("mpm_event", "authz_core", "mime", "dir", "alias", "rewrite", "headers")
    loaded = "".join(f"LoadModule {m}_module /usr/lib/apache2/modules/mod_{m}.so\n" for m in modules)
    text = ready("apache.conf", site).replace("*:80", f"127.0.0.1:{port}")
    text = text.replace("${APACHE_LOG_DIR}", str(home))
    (home / "apache.conf").write_text(
        f"ServerName localhost\nServerRoot {home}\nPidFile {home}/pid\nListen 127.0.0.1:{port}\n{loaded}"
        f"User www-data\nGroup www-data\nDefaultRuntimeDir {home}\nErrorLog {home}/log\n"
        "TypesConfig /etc/mime.types\nAddType application/x-gzip .gz\nAddLanguage br .br\n"
        f'<FilesMatch "^[.]ht">\nRequire all denied\n</FilesMatch>\n{text}'
    )
    return ["apache2", "-D", "FOREGROUND", "-f", f"{home}/apache.conf"]


Server = Callable[[Path, Path, int], list[str]]
SERVERS: Mapping[str, tuple[Server, tuple[str, ...]]] = {
    "nginx": (nginx, ("gzip",)),
    "caddy": (caddy, ("br", "gzip")),
    "apache2": (apache, ("br", "gzip")),
}
"""Each server: how it is started, and which compressed copies it sends as they are."""


@contextmanager
def running(name: str, site: Path, home: Path) -> Iterator[str]:
    """Start a server on a free port and yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = SERVERS[name][0](site, home, port)
    environment = os.environ | {"HOME": str(home), "PATH": f"{os.environ['PATH']}:/usr/sbin"}
    with (home / "out").open("w") as out:
        process = subprocess.Popen(command, env=environment, stdout=out, stderr=out)
    try:
        _wait(port, process, home)
        yield f"127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


def _wait(port: int, process: subprocess.Popen[bytes], home: Path) -> None:
    for _ in range(200):
        assert process.poll() is None, [path.read_text() for path in home.glob("[lo][ou][gt]")]
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the server does not answer")


@pytest.fixture(scope="module", params=sorted(SERVERS))
def server(request: pytest.FixtureRequest, site: Path) -> Iterator[tuple[str, str]]:
    """Return each server that is on this machine: its name and address."""
    name: str = request.param
    if shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin") is None:
        pytest.skip(f"{name} is not on this machine")
    with tempfile.TemporaryDirectory() as home:
        Path(home).chmod(0o755)
        with running(name, site, Path(home)) as address:
            yield name, address


@pytest.fixture(scope="module")
def own(site: Path) -> Iterator[str]:
    """Return the address of our own server for the same website."""
    with serving(site) as address:
        yield address.removeprefix("http://")


def ask(address: str, path: str, **head: str) -> Answer:
    """Ask one file of a server."""
    web = http.client.HTTPConnection(address, timeout=30)
    web.request("GET", path, headers={name.replace("_", "-"): value for name, value in head.items()})
    answer = web.getresponse()
    found = Answer(answer.status, {n.casefold(): v for n, v in answer.getheaders()}, answer.read())
    web.close()
    return found


def kind(answer: Answer) -> str:
    """Return what a file is; older servers give scripts their older name."""
    return answer.head["content-type"].partition(";")[0].replace("application/javascript", "text/javascript")


@pytest.mark.parametrize("path", PATHS)
def test_every_server_says_the_same_as_ours(server: tuple[str, str], own: str, path: str) -> None:
    """Code, kind and every header of the table are those of `dorpspomp serve`, also of a missing page."""
    theirs, ours = ask(server[1], path), ask(own, path)

    assert theirs.code == ours.code
    assert theirs.body == ours.body
    assert kind(theirs) == kind(ours)
    assert {name: theirs.head.get(name.casefold()) for name in HEADERS} == HEADERS
    assert {name: ours.head.get(name.casefold()) for name in HEADERS} == HEADERS


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_asked_after_and_what_pages_share_is_kept(server: tuple[str, str], path: str) -> None:
    """A browser asks for a page each time; style, script and picture stay for one visit."""
    shared = path.rpartition(".")[2] in SHARED

    assert ask(server[1], path).head["cache-control"] == (LASTING if shared else CACHED)


@pytest.mark.parametrize("path", ["/", "/stijl.css", "/agenda.ics"])
def test_a_compressed_copy_is_sent_as_it_is(server: tuple[str, str], own: str, path: str, site: Path) -> None:
    """Who reads a coding gets the copy that lies ready, with the file's own kind; others get the file."""
    file = site / (path.strip("/") or "index.html")
    plain = ask(server[1], path)
    assert "content-encoding" not in plain.head
    for coding, end, opened in (("br", ".br", brotli.decompress), ("gzip", ".gz", gzip.decompress)):
        for address in (own, *((server[1],) if coding in SERVERS[server[0]][1] else ())):
            answer = ask(address, path, Accept_Encoding=coding)
            assert answer.head["content-encoding"] == coding
            assert answer.body == Path(f"{file}{end}").read_bytes()
            assert opened(answer.body) == plain.body
            assert answer.head["content-type"] == ask(address, path).head["content-type"]
            assert "content-language" not in answer.head
            assert "accept-encoding" in answer.head["vary"].casefold()


def test_what_did_not_change_is_not_sent_again(server: tuple[str, str]) -> None:
    """A browser that asks again with what it has is told that nothing changed."""
    first = ask(server[1], "/agenda/")

    again = ask(server[1], "/agenda/", If_None_Match=first.head["etag"])

    assert (again.code, again.body) == (304, b"")


@pytest.mark.parametrize("path", ["/.htaccess", "/_headers"])
def test_configurations_are_not_shown(server: tuple[str, str], path: str) -> None:
    """What is meant for a host is nobody else's business."""
    if server[0] != "apache2" or path == "/.htaccess":
        assert ask(server[1], path).code in {403, 404}


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_a_ready_configuration_has_the_whole_table(name: str) -> None:
    """Also the header that is sent only over https stands ready."""
    text = (READY / name).read_text("utf-8")

    for header, value in {**HEADERS, **SECURE}.items():
        assert f'{header} "{value}"' in text


def test_hosts_that_read_it_get_the_whole_table(site: Path) -> None:
    """The file that Netlify and Cloudflare Pages read says the same, and GitHub leaves nothing out."""
    text = (site / "_headers").read_text("utf-8")

    assert [f"  {name}: {value}" for name, value in {**HEADERS, **SECURE}.items()] == text.splitlines()[2:-2]
    assert (site / ".nojekyll").read_bytes() == b""

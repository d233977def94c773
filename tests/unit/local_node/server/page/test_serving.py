"""The page's files over HTTP, as a browser gets them."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from local_node.embedded.local_chain import LocalChain
from local_node.server import page
from tests.wire import PATIENCE_S

FOLDER = Path(page.__file__).parent
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in (".html", ".css", ".js", ".svg"))
ROOT = Path(__file__).resolve().parents[5]


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    with LocalChain() as chain:
        yield chain.serve()


def ask(
    endpoint: str, path: str, method: str = "GET", host: str | None = None
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body."""
    place = urlsplit(endpoint).netloc
    connection = http.client.HTTPConnection(place, timeout=PATIENCE_S)
    try:
        connection.request(method, path, headers={} if host is None else {"Host": host})
        answer = connection.getresponse()
        headers = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, headers, answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_file_is_there_as_it_is(endpoint: str, path: Path) -> None:
    status, headers, body = ask(endpoint, f"/{path.name}")
    assert (status, body) == (200, path.read_bytes())
    assert headers["content-length"] == str(len(body))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/style.css", "text/css; charset=utf-8"),
        ("/explorer.js", "text/javascript; charset=utf-8"),
        ("/icon.svg", "image/svg+xml"),
    ],
)
def test_a_browser_may_not_be_fooled(endpoint: str, path: str, kind: str) -> None:
    _, headers, _ = ask(endpoint, path)
    assert headers["content-type"] == kind
    assert headers["x-content-type-options"] == "nosniff"
    policy = dict(
        part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == "'self'"
    assert {policy[name] for name in ("base-uri", "form-action", "frame-ancestors")} == {"'none'"}
    assert "unsafe" not in headers["content-security-policy"]


def test_its_head_alone(endpoint: str) -> None:
    whole, head = ask(endpoint, "/"), ask(endpoint, "/", "HEAD")
    assert head == (200, whole[1], b"")


@pytest.mark.parametrize(
    "path", ["/nothing", "/serving.py", "/../asgi.py", "//", "/page/style.css"]
)
def test_nothing_else_is_served(endpoint: str, path: str) -> None:
    assert ask(endpoint, path)[0] == 405


def test_a_name_that_was_rebound_gets_no_page(endpoint: str) -> None:
    assert ask(endpoint, "/", host="evil.example")[0] == 403
    assert ask(endpoint, "/", host="localhost:9944")[0] == 200


def test_every_file_is_in_the_wheel() -> None:
    declared = re.search(r"^local_node = \[(.*)\]$", (ROOT / "pyproject.toml").read_text(), re.M)
    assert declared is not None
    kinds = set(re.findall(r'"server/page/\*(\.\w+)"', declared[1]))
    assert {path.suffix for path in FILES} == kinds


def test_nothing_comes_from_elsewhere() -> None:
    for path in FILES:
        addresses = set(re.findall(r"https?://[^\s\"'<>]+", path.read_text()))
        assert addresses <= {"http://www.w3.org/2000/svg"}, path.name


def test_the_script_writes_text_alone() -> None:
    script = (FOLDER / "explorer.js").read_text()
    ways = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b|Function\("
    assert re.findall(ways, script) == []
    assert re.findall(r"<script(?! src)|\son\w+=|style=", (FOLDER / "index.html").read_text()) == []

"""A real browser with a foreign page open, while a node runs on the same machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from local_node.chain.modes import Manual
from local_node.embedded.local_chain import LocalChain
from local_node.server.access import Access, read_origins
from tests.page.browser import Browser

pytestmark = [pytest.mark.peer, pytest.mark.slow]

PAGE = "foreign_page.html"
SIMPLE = ("json without cors", "text", "text with cors", "no type", "metrics without cors")
EMBEDDED = ("script", "data as a script", "picture")


class Quiet(SimpleHTTPRequestHandler):
    """Serves this folder and says nothing of it."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    opened = Browser()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def site() -> Iterator[int]:
    """The port of somebody's web server, whatever name it is asked by."""
    handler = partial(Quiet, directory=str(Path(__file__).parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.fixture
def chain(site: int) -> Iterator[LocalChain]:
    with LocalChain(mode=Manual()) as opened:
        allowed = read_origins([f"http://app.example:{site}"])
        opened.serve(access=Access(allowed))
        yield opened


def port(chain: LocalChain) -> int:
    return int(chain.endpoint.rpartition(":")[2])


def tried(browser: Browser, site: int, host: str, chain: LocalChain) -> dict[str, Any]:
    """What a page of that host got in each of its ways, when all are through."""
    browser.open(f"http://{host}:{site}/{PAGE}?port={port(chain)}")
    browser.until(lambda page: page.js("!Object.values(results).includes('…')"))
    return dict(browser.js("results"))


@pytest.mark.parametrize("host", ["evil.example", "localhost.example", "127.0.0.1.example"])
def test_a_foreign_page_changes_nothing_and_reads_nothing(
    browser: Browser, site: int, chain: LocalChain, host: str
) -> None:
    head = chain.chain.best
    results = tried(browser, site, host, chain)
    inside = results.pop("sandboxed")
    assert results.pop("beacon") == "true"  # it is on its way, which is all that a page learns
    for way in (results, inside):
        assert {name: seen for name, seen in way.items() if str(seen).startswith("read")} == {}
        assert way["socket"].startswith("blocked")
        assert way["json"].startswith("blocked")
    for name in EMBEDDED:
        assert results[name].startswith("blocked"), name
    assert chain.chain.best == head


def test_a_name_that_was_rebound_to_the_node(browser: Browser, chain: LocalChain) -> None:
    browser.open(f"http://evil.example:{port(chain)}/")
    assert "Host" in browser.text("body")
    seen = browser.js("fetch('/health').then((answer) => answer.status)")
    assert seen == 403


@pytest.mark.parametrize("host", ["localhost", "app.example"])
def test_a_page_that_is_allowed_reaches_the_node(
    browser: Browser, site: int, chain: LocalChain, host: str
) -> None:
    """By requests that say what they are; and the same tries as above are seen to be real ones."""
    head = chain.chain.best.number
    results = tried(browser, site, host, chain)
    assert results["json"].startswith('read: 200 {"jsonrpc":"2.0","result"')
    assert results["socket"].startswith('read: {"jsonrpc":"2.0","result"')
    assert '"status": "ok"' in results["health"]
    assert results["text with cors"].startswith("read: 415")
    for name in SIMPLE:
        assert '"result"' not in results[name], name
    assert results["sandboxed"]["socket"].startswith("blocked")
    assert chain.chain.best.number == head + 2  # two that said what they are


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_the_nodes_own_page_works(browser: Browser, chain: LocalChain, name: str) -> None:
    browser.open(f"http://{name}:{port(chain)}/")
    browser.until(lambda page: page.text("#link") == "live")
    assert browser.until(lambda page: page.texts(".rows .number"))
    assert "Block building" in browser.text(".cards")
    assert browser.noise == []


def test_its_page_where_only_safe_methods_are_served(browser: Browser) -> None:
    with LocalChain() as opened:
        opened.serve(access=Access(methods="safe"))
        opened.advance(2)
        browser.open(f"http://127.0.0.1:{port(opened)}/")
        browser.until(lambda page: page.text("#link") == "live")
        assert browser.until(lambda page: page.texts(".rows .number"))
        opened.advance(2)
        wanted = f"#{opened.chain.best.number}"
        browser.until(lambda page: page.texts(".rows .number")[:1] == [wanted])
        assert browser.noise == []

"""Whom a port lets in, judged by `Host` and `Origin`; what it tells browsers."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_node.server.access import Access, read_origins
from local_node.server.gate import BAD_HOST, BAD_ORIGIN, Gate, is_json

LOCAL, EVERYWHERE = "127.0.0.1", "0.0.0.0"
Pairs = list[tuple[bytes, bytes]]


def gate(*origins: str, address: str = LOCAL, host: str | None = None) -> Gate:
    return Gate(Access(read_origins(origins)), address, host or address)


def headers(**given: str) -> Pairs:
    return [(name.replace("_", "-").encode(), value.encode()) for name, value in given.items()]


@pytest.mark.parametrize(
    "origin",
    [
        "http://localhost",
        "http://localhost:3000",
        "https://localhost:8443",
        "http://127.0.0.1:9944",
        "http://127.8.9.10",
        "http://[::1]:3000",
        "HTTP://LOCALHOST:3000",
    ],
)
def test_pages_of_this_machine_are_let_in(origin: str) -> None:
    assert gate().refusal(headers(host="localhost:9944", origin=origin)) is None


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "https://evil.example:9944",
        "null",
        "",
        "file://",
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example",
        "http://evil.example/http://localhost",
        "http://localhost@evil.example",
        "http://evil.example#localhost",
        "http://127.evil.example",
        "http://0.0.0.0:9944",
        "http://[::ffff:127.0.0.1]",
        "http://[::1].evil.example",
        "http://[localhost",
        "chrome-extension://localhost",
        "ftp://localhost",
        "localhost",
        "http://192.168.1.5:9944",
        "http://xn--localhost-9za",
        "http://localhost:3000, http://evil.example",
        "http://localhost http://evil.example",
    ],
)
@pytest.mark.parametrize("address", [LOCAL, EVERYWHERE])
def test_pages_of_others_are_not(origin: str, address: str) -> None:
    found = headers(host="localhost:9944", origin=origin)
    assert gate(address=address).refusal(found) == BAD_ORIGIN


def test_programs_that_are_no_browser_send_no_origin() -> None:
    assert gate().refusal(headers(host="127.0.0.1:9944")) is None
    assert gate().refusal([]) is None


def test_allowed_origins_are_exact() -> None:
    allowed = gate("https://app.example", "http://dev.example:3000")
    for origin in ("https://app.example", "http://dev.example:3000"):
        assert allowed.refusal(headers(host="localhost", origin=origin)) is None
    for origin in (
        "http://app.example",
        "https://app.example:8443",
        "https://sub.app.example",
        "https://app.example.evil.example",
        "http://dev.example:3001",
        "null",
    ):
        assert allowed.refusal(headers(host="localhost", origin=origin)) == BAD_ORIGIN


def test_every_page_where_it_is_told() -> None:
    for origin in ("http://evil.example", "null"):
        found = headers(host="localhost", origin=origin)
        assert gate("all").refusal(found) is None
        assert (b"access-control-allow-origin", b"*") in gate("all").headers(found)


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:9944",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "127.evil.example",
        "0.0.0.0:9944",
        "",
        "[::1",
        "localhost:9944:1",
    ],
)
def test_a_name_that_was_rebound_is_not_let_in(host: str) -> None:
    assert gate().refusal(headers(host=host)) == BAD_HOST
    assert gate("all").refusal(headers(host=host)) == BAD_HOST


@pytest.mark.parametrize("host", ["localhost", "LocalHost:1", "127.0.0.1:9944", "[::1]:9944"])
def test_the_names_of_loopback_are(host: str) -> None:
    assert gate().refusal(headers(host=host)) is None


def test_the_name_that_was_bound_is() -> None:
    assert gate(address="127.0.1.1", host="mybox").refusal(headers(host="mybox:9944")) is None
    assert gate(address="127.0.0.2").refusal(headers(host="127.0.0.2:9944")) is None


def test_two_of_a_header_are_none() -> None:
    twice = headers(host="localhost") + headers(host="localhost")
    assert gate().refusal(twice) == BAD_HOST
    twice = headers(host="localhost", origin="http://localhost")
    assert gate().refusal(twice + headers(origin="http://evil.example")) == BAD_ORIGIN


def test_the_nodes_own_page_seen_from_another_machine() -> None:
    """By its address or the name it was given; whoever owns another name could point it here."""
    wide = gate(address=EVERYWHERE)
    own = headers(host="192.168.1.5:9944", origin="http://192.168.1.5:9944")
    assert wide.refusal(own) is None
    other_port = headers(host="192.168.1.5:9944", origin="http://192.168.1.5:3000")
    assert wide.refusal(other_port) == BAD_ORIGIN
    rebound = headers(host="evil.example:9944", origin="http://evil.example:9944")
    assert wide.refusal(rebound) == BAD_ORIGIN
    named = gate(address="10.0.0.7", host="Node.example")
    own = headers(host="node.example:9944", origin="http://node.example:9944")
    assert named.refusal(own) is None
    assert wide.refusal(headers(host="node.example:9944")) is None


@given(name=st.text(alphabet="abc.:/[]@#?-1270localhst", max_size=30))
def test_no_origin_but_those_of_loopback_gets_in(name: str) -> None:
    """Whatever is made of the characters of `http://localhost` and `127.0.0.1`."""
    found = [(b"host", b"localhost"), (b"origin", f"http://{name}".encode())]
    loopback = r"(localhost|\[::1\]|127(\.\d{1,3}){3})(:\d{1,5})?"
    if re.fullmatch(loopback, name) is None:
        assert gate().refusal(found) == BAD_ORIGIN


def test_the_allowed_origin_is_echoed_and_no_other() -> None:
    found = dict(gate().headers(headers(host="localhost", origin="http://localhost:3000")))
    assert found[b"access-control-allow-origin"] == b"http://localhost:3000"
    assert found[b"vary"] == b"Origin"
    assert b"access-control-allow-origin" not in dict(gate().headers(headers(host="localhost")))


def test_preflights() -> None:
    plain = headers(host="localhost", origin="http://localhost:3000")
    found = dict(gate().preflight(plain))
    assert found[b"access-control-allow-headers"] == b"content-type"
    assert b"POST" in found[b"access-control-allow-methods"]
    assert b"access-control-allow-private-network" not in found
    private = headers(access_control_request_private_network="true")
    found = dict(gate().preflight(plain + private))
    assert found[b"access-control-allow-private-network"] == b"true"


@pytest.mark.parametrize(
    ("kind", "is_one"),
    [
        ("application/json", True),
        ("Application/JSON; charset=utf-8", True),
        ("application/json;charset=utf-8", True),
        ("text/plain", False),
        ("text/plain; application/json", False),
        ("application/x-www-form-urlencoded", False),
        ("multipart/form-data; boundary=application/json", False),
        ("application/jsonp", False),
        ("", False),
    ],
)
def test_what_is_json(kind: str, is_one: bool) -> None:
    assert is_json(headers(content_type=kind)) is is_one
    assert not is_json([])
    assert not is_json(headers(content_type=kind) * 2)

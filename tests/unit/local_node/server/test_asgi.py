"""HTTP on the node's port: what is answered, and what is refused with which status."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse

import pytest

from local_node.embedded.open_chain import OpenChain
from local_node.server.server import Server

JSON = {"Content-Type": "application/json"}
REQUEST = '{"jsonrpc":"2.0","id":1,"method":"system_chain","params":[]}'


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    opened = OpenChain(None)
    made = Server(opened.dispatcher)
    yield made
    made.stop()
    opened.close()


def ask(
    server: Server, method: str, path: str = "/", body: str = "", **headers: str
) -> tuple[HTTPResponse, bytes]:
    link = HTTPConnection("127.0.0.1", server.port, timeout=30)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    link.request(method, path, body, named)
    answer = link.getresponse()
    content = answer.read()
    link.close()
    return answer, content


def test_a_request_is_answered(server: Server) -> None:
    answer, content = ask(server, "POST", body=REQUEST, Content_Type="application/json")
    assert (answer.status, json.loads(content)["result"]) == (200, "Bittensor dev")
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    assert answer.headers["content-length"] == str(len(content))


def test_what_is_no_json_by_its_type_is_refused(server: Server) -> None:
    answer, content = ask(server, "POST", body=REQUEST, Content_Type="text/plain")
    assert answer.status == 415
    assert b"application/json is required" in content
    assert answer.headers["connection"] == "close"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_not_allowed(server: Server, method: str) -> None:
    answer, content = ask(server, method, body=REQUEST)
    assert (answer.status, content) == (405, b"Used HTTP Method is not allowed. POST is required")
    assert ask(server, "GET", "/no/such/page")[0].status == 405


def test_a_page_and_its_head(server: Server) -> None:
    shown, content = ask(server, "GET")
    head, nothing = ask(server, "HEAD")
    assert (shown.status, head.status, nothing) == (200, 200, b"")
    assert shown.headers["content-length"] == head.headers["content-length"] == str(len(content))
    health, content = ask(server, "GET", "/health")
    assert health.headers["cache-control"] == "no-store"
    assert json.loads(content)["height"] == 0


def test_a_page_of_another_origin_may_not_ask(server: Server) -> None:
    origin = {"Origin": "http://evil.example"}
    refused, _ = ask(server, "POST", body=REQUEST, **origin, Content_Type="application/json")
    assert refused.status == 403
    assert ask(server, "OPTIONS", Origin="http://localhost:3000")[0].status == 204


def test_a_body_above_the_limit_is_not_read_to_its_end(server: Server) -> None:
    large = "x" * (16 << 20)
    answer, content = ask(server, "POST", body=large, Content_Type="application/json")
    assert (answer.status, content) == (413, b"The request is too large.")

"""Foreign pages at the port of a running node: by `Origin`, by name, by what a form can send."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from local_node.embedded.local_chain import LocalChain
from local_node.server.access import Access
from tests.security.raw import JSON, ask, request, upgrade_status

EVIL = "http://evil.example"
OWN_FRONT_END = "http://localhost:3000"
ALLOWED = "https://app.example"
FAUCET = request("dev_faucet", "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY")


@pytest.fixture(scope="module")
def chain() -> Iterator[LocalChain]:
    with LocalChain() as opened:
        opened.serve(access=Access(frozenset((ALLOWED,))))
        yield opened


def faucet() -> bytes:
    return json.dumps(FAUCET).encode()


@pytest.mark.parametrize("origin", [EVIL, "null", "http://localhost.evil.example", "file://"])
def test_a_foreign_page_changes_and_reads_nothing(chain: LocalChain, origin: str) -> None:
    head = chain.chain.best
    asked = (("Origin", origin), ("Content-Type", JSON))
    answer = ask(chain.endpoint, body=faucet(), headers=asked)
    assert answer.status == 403
    assert "access-control-allow-origin" not in answer.headers
    for path in ("/health", "/metrics", "/"):
        assert ask(chain.endpoint, "GET", path=path, headers=(("Origin", origin),)).status == 403
    assert ask(chain.endpoint, "OPTIONS", headers=(("Origin", origin),)).status == 403
    assert upgrade_status(chain.endpoint, Origin=origin) == 403
    assert chain.chain.best == head


@pytest.mark.parametrize("origin", [OWN_FRONT_END, ALLOWED])
def test_a_page_that_is_allowed_does_both(chain: LocalChain, origin: str) -> None:
    head = chain.chain.best
    asked = (("Origin", origin), ("Content-Type", JSON))
    answer = ask(chain.endpoint, body=faucet(), headers=asked)
    assert (answer.status, answer.headers["access-control-allow-origin"]) == (200, origin)
    assert answer.headers["vary"] == "Origin"
    assert "result" in answer.json
    assert chain.chain.best.number == head.number + 1
    assert upgrade_status(chain.endpoint, Origin=origin) == 101


def test_what_a_form_can_send_is_no_request(chain: LocalChain) -> None:
    """Without a preflight a page can send these; an old browser would leave out the `Origin`."""
    head = chain.chain.best
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""):
        answer = ask(chain.endpoint, body=faucet(), headers=(("Content-Type", kind),))
        assert answer.status == 415
        assert b"application/json" in answer.body
    assert ask(chain.endpoint, body=faucet()).status == 415
    assert chain.chain.best == head


def test_a_preflight_of_an_allowed_page(chain: LocalChain) -> None:
    asked = (
        ("Origin", ALLOWED),
        ("Access-Control-Request-Method", "POST"),
        ("Access-Control-Request-Private-Network", "true"),
    )
    answer = ask(chain.endpoint, "OPTIONS", headers=asked)
    assert answer.status == 204
    assert answer.headers["access-control-allow-origin"] == ALLOWED
    assert answer.headers["access-control-allow-headers"] == "content-type"
    assert answer.headers["access-control-allow-private-network"] == "true"


def test_a_name_that_was_rebound(chain: LocalChain) -> None:
    asked = (("Host", "evil.example"), ("Origin", EVIL), ("Content-Type", JSON))
    assert ask(chain.endpoint, body=faucet(), headers=asked).status == 403
    no_origin = (("Host", "evil.example"),)
    assert ask(chain.endpoint, "GET", path="/health", headers=no_origin).status == 403
    assert upgrade_status(chain.endpoint, Host="evil.example") in (400, 403)


def test_nothing_can_be_embedded(chain: LocalChain) -> None:
    """A script or a picture is asked for without an `Origin`; the page would see what came."""
    for path in ("/", "/explorer.js", "/health", "/metrics", "/icon.svg"):
        answer = ask(chain.endpoint, "GET", path=path)
        assert answer.status == 200
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_chain_file_that_a_process_serves_by_itself(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """The port that the SDK opens for other processes has the same guard."""
    from local_node.embedded.transport import connect

    transport = connect(tmp_path_factory.mktemp("embedded") / "one.chain")
    try:
        endpoint = transport.serve()  # type: ignore[attr-defined]
        assert upgrade_status(endpoint, Origin=EVIL) == 403
        asked = (("Origin", EVIL), ("Content-Type", JSON))
        assert ask(endpoint, body=faucet(), headers=asked).status == 403
        assert upgrade_status(endpoint) == 101
    finally:
        transport.close()

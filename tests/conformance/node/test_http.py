"""The other half of the port: HTTP POST beside WebSocket, and what a browser may and may not do."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from btsdk.errors import ConnectError
from btsdk.keys import Keypair
from local_node.process.node import Node, NodeConfig
from tests.wire import Composer, Wire, eventually, post, wire

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob")
TAO = 1_000_000_000


def asked(node: Node, request: Any) -> Any:
    status, body = post(node.endpoint, json.dumps(request).encode())
    assert status == 200
    return json.loads(body) if body else None


def request(method: str, *params: Any, **more: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": 1, "method": method, "params": params, **more}


def test_both_ways_give_the_same_answer(node: Node, link: Wire) -> None:
    assert asked(node, request("system_chain"))["result"] == link.call("system_chain")
    batch = asked(node, [request("system_name", id=7), request("chain_getBlockHash", 0, id="x")])
    assert [answer["id"] for answer in batch] == [7, "x"]
    assert batch[1]["result"] == link.call("chain_getBlockHash", 0)
    assert asked(node, {"jsonrpc": "2.0", "method": "system_name"}) is None


def test_an_extrinsic_by_post(node: Node, composer: Composer) -> None:
    before = composer.free(BOB)
    extrinsic = composer.signed(ALICE, composer.transfer(BOB, TAO), 0)
    assert len(asked(node, request("author_submitExtrinsic", extrinsic))["result"]) == 66
    assert composer.free(BOB) == before + TAO
    refused = asked(node, request("author_submitExtrinsic", extrinsic))["error"]
    assert refused == {"code": 1012, "message": "Transaction is temporarily banned"}


def test_what_is_no_json_is_answered_as_json(node: Node) -> None:
    status, body = post(node.endpoint, b"{nonsense")
    assert (status, json.loads(body)["error"]["code"]) == (200, -32700)
    status, body = post(node.endpoint, b"")
    assert (status, json.loads(body)["error"]["code"]) == (200, -32700)


def test_other_verbs(node: Node) -> None:
    assert post(node.endpoint, b"", method="PUT")[0] == 405
    assert post(node.endpoint + "/nothing", b"", method="GET")[0] == 405
    status, page = post(node.endpoint, b"", method="GET")
    assert (status, page[:15]) == (200, b"<!doctype html>")
    assert post(node.endpoint, b"", method="OPTIONS")[0] == 204


def test_whether_the_node_is_well(node: Node, link: Wire) -> None:
    status, body = post(node.endpoint + "/health", b"", method="GET")
    found = json.loads(body)
    assert (status, found["status"], found["isSyncing"]) == (200, "ok", False)
    assert found["genesis"] == link.call("chain_getBlockHash", 0)
    assert post(node.endpoint + "/health", b"", method="HEAD") == (200, b"")
    assert post(node.endpoint + "/health", b"", method="GET", Host="evil.example")[0] == 403


def test_what_is_counted(node: Node, link: Wire) -> None:
    def counted() -> dict[str, float]:
        status, body = post(node.endpoint + "/metrics", b"", method="GET")
        assert status == 200
        lines = [line for line in body.decode().splitlines() if not line.startswith("#")]
        return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines}

    before = counted()
    connections = 'btsdk_rpc_connections{chain="bittensor_dev"}'
    subscriptions = 'btsdk_rpc_subscriptions{chain="bittensor_dev"}'
    with wire(node.endpoint) as other:
        other.call("chain_subscribeNewHeads")
        after = counted()
    assert after[connections] == before[connections] + 1
    assert after[subscriptions] == before[subscriptions] + 1
    eventually(lambda: counted()[connections] == before[connections])
    assert counted()[subscriptions] == before[subscriptions]
    link.call("dev_newBlock", 2)
    blocks = 'btsdk_blocks_total{chain="bittensor_dev"}'
    assert counted()[blocks] >= before[blocks] + 2


def test_a_page_from_elsewhere_gets_nothing(node: Node) -> None:
    """A name that was rebound to the loopback address must not reach the node."""
    body = json.dumps(request("system_chain")).encode()
    assert post(node.endpoint, body, Host="evil.example")[0] == 403
    assert post(node.endpoint, body, Host="localhost:9944")[0] == 200


def test_a_request_that_is_too_large(node: Node, link: Wire) -> None:
    status, _ = post(node.endpoint, b" " * (15 * 1024 * 1024 + 1))
    assert status == 413
    assert link.call("system_chain") == "Bittensor dev"


def test_a_message_that_is_not_text(link: Wire) -> None:
    answer = link.raw(b'{"jsonrpc":"2.0","id":1,"method":"system_chain"}')
    assert answer["result"] == "Bittensor dev"
    assert link.raw(b"\xff\xff")["error"]["code"] == -32700


def test_requests_of_one_connection_are_answered_in_order(link: Wire) -> None:
    for number in range(200):
        link.send(json.dumps(request("chain_getBlockHash", 0, id=number)))
    answers = [link.raw(json.dumps(request("system_name", id="last")))]
    while answers[-1]["id"] != "last":
        answers.append(link.raw('{"jsonrpc":"2.0","method":"nothing"}'))
    assert [answer["id"] for answer in answers] == [*range(200), "last"]


def test_many_clients_at_once(node: Node, composer: Composer) -> None:
    """Eight clients write and read at the same time; each transfer is there once."""
    before = composer.free(BOB)
    extrinsics = [composer.signed(ALICE, composer.transfer(BOB, TAO), n) for n in range(40)]

    def work(mine: list[str]) -> None:
        for extrinsic in mine:
            assert "result" in asked(node, request("author_submitExtrinsic", extrinsic))
            assert asked(node, request("state_getRuntimeVersion"))["result"]["specVersion"] > 0

    with ThreadPoolExecutor(8) as workers:
        list(workers.map(work, [extrinsics[at::8] for at in range(8)]))
    eventually(lambda: composer.free(BOB) == before + 40 * TAO)
    assert composer.nonce(ALICE) == 40


def test_a_port_that_is_taken(node: Node, tmp_path: Any) -> None:
    port = int(node.endpoint.rsplit(":", 1)[1])
    config = NodeConfig(chain="dev", chain_file=tmp_path / "other.chain", port=port)
    with pytest.raises(ConnectError) as error:
        Node.start(config)
    assert "--port" in str(error.value.hint)
    Node.start(NodeConfig(chain="dev", chain_file=tmp_path / "other.chain", port=0)).stop()

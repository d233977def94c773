"""A node that others can reach: they read the chain and submit extrinsics, and do nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from local_node.embedded.chain_file import holder_of
from local_node.embedded.local_chain import LocalChain
from local_node.embedded.transport import connect
from local_node.process.node import Node, NodeConfig
from local_node.server.access import Access, Methods
from tests.security.raw import JSON, ask, request
from tests.wire import Wire, WireError, wire

UNSAFE = (-32601, "RPC call is unsafe to be called externally")
ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"
SUBSTRATES = (
    "author_hasKey",
    "author_hasSessionKeys",
    "author_insertKey",
    "author_removeExtrinsic",
    "author_rotateKeys",
    "offchain_localStorageGet",
    "offchain_localStorageSet",
    "state_getPairs",
    "state_queryStorage",
    "state_traceBlock",
    "system_addReservedPeer",
    "system_dryRun",
    "system_dryRunAt",
    "system_peers",
    "system_removeReservedPeer",
)
"""What Substrate's node denies to strangers, of what is served here."""


def reached(endpoint: str) -> str:
    """The endpoint by an address that can be dialled."""
    return endpoint.replace("0.0.0.0", "127.0.0.1")  # what is replaced


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    path = tmp_path_factory.mktemp("wide") / "wide.chain"
    started = Node.start(NodeConfig(chain_file=path, host="0.0.0.0", port=0))  # meant
    yield started
    started.stop()


@pytest.fixture
def link(node: Node) -> Iterator[Wire]:
    with wire(reached(node.endpoint)) as opened:
        yield opened


def refused(link: Wire, method: str, *params: object) -> tuple[int, str]:
    with pytest.raises(WireError) as error:
        link.call(method, *params)
    return error.value.code, error.value.message


def served(access: Access) -> set[str]:
    """What a port on loopback lists under these rules."""
    with LocalChain() as chain, wire(chain.serve(access=access)) as opened:
        return set(opened.call("rpc_methods")["methods"])


def test_every_unsafe_method_is_refused_and_none_is_listed(node: Node, link: Wire) -> None:
    everything, safe = served(Access()), set(link.call("rpc_methods")["methods"])
    unsafe = everything - safe
    assert {name for name in everything if name.startswith("dev_")} <= unsafe
    assert set(SUBSTRATES) <= unsafe
    head = node.chain.best
    for method in sorted(unsafe):
        assert refused(link, method) == UNSAFE, method
        assert refused(link, method, ALICE, 1) == UNSAFE, method
    assert node.chain.best.number - head.number < 30  # the heartbeat's, and no more


def test_what_is_safe_is_served(link: Wire) -> None:
    assert link.call("system_chain") == "Bittensor dev"
    assert link.call("state_getKeysPaged", "0x", 2)
    assert link.call("explorer_blocks")
    assert link.call("chain_subscribeNewHeads")
    assert refused(link, "author_submitExtrinsic", "0x00")[0] != UNSAFE[0]


def test_every_change_of_the_state_is_for_its_owner(link: Wire) -> None:
    assert refused(link, "state_subscribeStorage") == UNSAFE
    assert link.call("state_subscribeStorage", ["0x00"])


def test_by_post_and_in_a_batch_as_well(node: Node) -> None:
    batch = [request("dev_newBlock", identifier=1), request("system_chain", identifier=2)]
    asked = (("Content-Type", JSON),)
    answer = ask(reached(node.endpoint), body=json.dumps(batch).encode(), headers=asked)
    assert answer.json[0]["error"] == {"code": UNSAFE[0], "message": UNSAFE[1]}
    assert answer.json[1]["result"] == "Bittensor dev"


def test_who_finds_the_node_by_its_file_may_do_everything(node: Node) -> None:
    """The user's own tools: they have a port on loopback to themselves."""
    holder = holder_of(node.path)
    assert holder is not None
    assert holder.endpoint == node.endpoint
    assert holder.door.startswith("ws://127.0.0.1:")
    transport = connect(node.path)
    transport.send(json.dumps(request("dev_nodeInfo")))
    assert "result" in json.loads(transport.receive(60))
    transport.close()


@pytest.mark.parametrize(
    ("host", "methods", "has_all"),
    [
        ("127.0.0.1", "auto", True),
        ("127.0.0.1", "safe", False),
        ("0.0.0.0", "auto", False),
        ("0.0.0.0", "unsafe", True),
    ],
)
def test_what_is_told_holds(tmp_path: Path, host: str, methods: Methods, has_all: bool) -> None:
    access = Access(methods=methods)
    config = NodeConfig(chain_file=tmp_path / "one.chain", host=host, port=0, access=access)
    started = Node.start(config)
    try:
        with wire(reached(started.endpoint)) as link:
            assert ("dev_newBlock" in link.call("rpc_methods")["methods"]) is has_all
            if has_all:
                assert link.call("dev_newBlock")
            else:
                assert refused(link, "dev_newBlock") == UNSAFE
    finally:
        started.stop()


def test_a_foreign_page_is_refused_there_too(node: Node) -> None:
    asked = (("Origin", "http://evil.example"), ("Content-Type", JSON))
    body = json.dumps(request("system_chain")).encode()
    assert ask(reached(node.endpoint), body=body, headers=asked).status == 403
    rebound = (("Host", "evil.example"), *asked)
    assert ask(reached(node.endpoint), body=body, headers=rebound).status == 403

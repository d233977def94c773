"""The main job by `@polkadot/api` on a compiled runtime: registrations, stake, a subnet, sudo."""

from __future__ import annotations

from pathlib import Path

from btsdk.keys.hashing import twox_128
from tests.clients.environment import NodeJs
from tests.peers.conftest import StartNode
from tests.runtimes import COMPILED, NEEDS_RAW_SPEC, PEOPLE
from tests.wire import wire

pytestmark = list(NEEDS_RAW_SPEC)

SCRIPT = Path(__file__).parent / "polkadot_js_main_job.mjs"


def test_registrations_stake_and_a_subnet(start_node: StartNode, node_js: NodeJs) -> None:
    node = COMPILED.ready(start_node(COMPILED.chain))
    alice, bob = PEOPLE
    with wire(node.endpoint) as link:
        key = twox_128(b"Sudo") + twox_128(b"Key")
        link.call("dev_setStorage", [["0x" + key.hex(), "0x" + alice.public_key.hex()]])
    assert node_js.run(SCRIPT, node.endpoint) == {
        "networks": 1,
        "owner": bob.ss58_address,
        "free": "1000000000",
    }

"""A node is killed in the middle of 200 transfers, and started again on what is left."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed

from btsdk.keys import Keypair
from tests.node_process import NodeProcess
from tests.unit.local_node.state import reference
from tests.wire import Composer, wire

ALICE = Keypair.from_uri("//Alice")
RECEIVERS = [Keypair.from_uri(f"//Receiver//{number}") for number in range(10)]
TRANSFERS = 200
TAO = 1_000_000_000


class Witness(threading.Thread):
    """Writes down each finalized header that the node tells of, until the node is gone."""

    def __init__(self, endpoint: str) -> None:
        super().__init__(daemon=True)
        self._endpoint = endpoint
        self.headers: list[dict[str, Any]] = []
        self.start()

    def run(self) -> None:
        with contextlib.suppress(ConnectionClosed, OSError), wire(self._endpoint) as link:
            subscription = link.call("chain_subscribeFinalizedHeads")
            while True:
                self.headers.append(link.next(subscription))


def receiver(nonce: int) -> Keypair:
    return RECEIVERS[nonce % len(RECEIVERS)]


def send_until_it_is_killed(node: NodeProcess, kill_after: int) -> list[int]:
    """Send transfers and kill the node while they go on; the nonces that were said to be final."""
    done: list[int] = []
    with contextlib.suppress(ConnectionClosed, OSError), wire(node.endpoint) as link:
        composer = Composer(link)
        first = composer.nonce(ALICE)
        extrinsics = [
            composer.signed(ALICE, composer.transfer(receiver(nonce), TAO), nonce)
            for nonce in range(first, first + TRANSFERS)
        ]
        for nonce, extrinsic in enumerate(extrinsics, first):
            if nonce - first == kill_after:
                threading.Timer(0.005, node.kill).start()
            subscription = link.call("author_submitAndWatchExtrinsic", extrinsic)
            while "finalized" not in link.next(subscription):
                pass
            done.append(nonce)
    return done


def pairs(composer: Composer, at: str) -> dict[bytes, bytes]:
    found = composer.node.call("state_getPairs", "0x", at)
    return {bytes.fromhex(key[2:]): bytes.fromhex(value[2:]) for key, value in found}


def issuance(composer: Composer, content: dict[bytes, bytes]) -> tuple[int, int]:
    """Balances.TotalIssuance, and the sum of what the accounts have."""
    total = composer.metadata.storage("Balances", "TotalIssuance")
    account = composer.metadata.storage("System", "Account")
    data = [
        account.decode(value)["data"]
        for key, value in content.items()
        if key.startswith(account.prefix)
    ]
    everything = sum(each["free"] + each["reserved"] for each in data)
    return int(total.decode(content[total.key()])), everything


def check_chain(composer: Composer, witnessed: list[dict[str, Any]]) -> None:
    """Headers chain, and what was reported as final is among them; the state has its root."""
    node = composer.node
    best = node.call("chain_getHeader")
    number = int(best["number"], 16)
    hashes = node.call("chain_getBlockHash", list(range(number + 1)))
    headers = [node.call("chain_getHeader", name) for name in hashes]
    for parent, header in zip(hashes, headers[1:], strict=False):
        assert header["parentHash"] == parent
    for header in witnessed:
        assert headers[int(header["number"], 16)] == header
    content = pairs(composer, hashes[-1])
    assert "0x" + reference.root(content).hex() == best["stateRoot"]
    assert_only_emission(composer, pairs(composer, hashes[0]), content, number)


def assert_only_emission(
    composer: Composer, genesis: dict[bytes, bytes], now: dict[bytes, bytes], blocks: int
) -> None:
    """Transfers make no TAO: one comes into being with a block, for the subnets, or none."""
    (before, held_before), (after, held) = issuance(composer, genesis), issuance(composer, now)
    assert (before, after) == (held_before, held)
    item = composer.metadata.storage("SubtensorModule", "TotalIssuance")
    emitted = item.decode(now.get(item.key())) - item.decode(genesis.get(item.key()))
    assert after - before == emitted
    emitting = -(-emitted // TAO)
    assert emitting in range(blocks + 1)
    # What is injected into the pool and what buys alpha is each cut to whole rao.
    assert emitting * TAO - emitted <= 2 * emitting


@pytest.mark.slow
@pytest.mark.parametrize("kills", [(60,), (1, 37, 120, 170)], ids=["once", "often"])
def test_nothing_that_was_finalized_is_lost(tmp_path: Path, kills: tuple[int, ...]) -> None:
    path = tmp_path / "dev.chain"
    witnessed: list[dict[str, Any]] = []
    sent = 0
    for kill_after in kills:
        node = NodeProcess("dev", path)
        witness = Witness(node.endpoint)
        done = send_until_it_is_killed(node, kill_after)
        witness.join(60)
        witnessed += witness.headers
        assert kill_after <= len(done) < TRANSFERS
        sent = done[-1] + 1

        node = NodeProcess("dev", path)
        with wire(node.endpoint) as link:
            composer = Composer(link)
            check_chain(composer, witnessed)
            nonce = composer.nonce(ALICE)
            assert sent <= nonce <= sent + 1  # the last may be in a block that nobody told of
            for index, keypair in enumerate(RECEIVERS):
                assert composer.free(keypair) == TAO * len(range(index, nonce, len(RECEIVERS)))
            heads = link.call("chain_subscribeNewHeads")  # the chain goes on by itself
            first, second = (int(link.next(heads)["number"], 16) for _ in range(2))
            assert second == first + 1
        node.stop()

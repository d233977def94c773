"""When subnets have their epochs, and when committed weights are revealed."""

from __future__ import annotations

import pytest

from btsdk import RawCall, SetWeights
from btsdk.keys import Keypair
from local_node.chain.modes import Manual
from local_node.dev.scaffold import read_scaffold
from local_node.embedded.local_chain import LocalChain
from tests.unit.local_node.rpc.explored import NETUID, SCAFFOLD
from tests.wire import Wire, wire

TEMPO = 20
COMMITTING = f"""
[subnets.settings]
CommitRevealWeightsEnabled = true
Tempo = {TEMPO}
WeightsSetRateLimit = 0
"""
COMMITTED = SCAFFOLD.replace("weights = { 0 = 1, 2 = 3 }", COMMITTING)


def test_the_root_network_has_no_epochs(chain: LocalChain, node: Wire) -> None:
    chain.advance(3)
    root, *others = node.call("explorer_subnets")
    assert root["epoch"] is None
    assert node.call("explorer_subnet", 0)["epoch"] is None
    for subnet in others:
        epoch = subnet["epoch"]
        assert node.call("explorer_subnet", subnet["netuid"])["epoch"] == epoch
        assert 0 <= epoch["since"] <= epoch["tempo"]
        assert epoch["next"] - chain.chain.best.number == epoch["tempo"] - epoch["since"]


@pytest.mark.parametrize("beacon", [True, False])
def test_commitments_say_when_they_are_revealed(beacon: bool) -> None:
    scaffold = read_scaffold(COMMITTED)
    with LocalChain(scaffold=scaffold, beacon=beacon) as chain, wire(chain.serve()) as node:
        hotkey = Keypair.from_uri("//Miner1//hot")
        chain.client.execute(SetWeights(NETUID, [0, 1], [1, 1]), hotkey)
        chain.chain.mode = Manual()
        chain.advance(1)  # the beacon writes its first pulse
        pending = node.call("explorer_weights", NETUID)["pending"]
        (commit,) = pending["commits"]
        assert (commit["hotkey"], commit["sealed"]) == (hotkey.ss58_address, True)
        assert pending["pulsesCome"] is beacon
        assert commit["block"] > chain.chain.best.number
        chain.advance(commit["block"] - chain.chain.best.number - 1)
        assert node.call("explorer_weights", NETUID)["pending"]["commits"] == [commit]
        for _ in range(TEMPO - 1):  # the beacon's round is at the start of the epoch, or soon after
            chain.advance(1)
            after = node.call("explorer_weights", NETUID)
            if not after["pending"]["commits"]:
                break
        assert bool(after["rows"]) is beacon
        assert len(after["pending"]["commits"]) == (0 if beacon else 1)


def test_a_hashed_commitment_is_its_hotkeys_to_reveal() -> None:
    with LocalChain(scaffold=read_scaffold(COMMITTED)) as chain, wire(chain.serve()) as node:
        hotkey = Keypair.from_uri("//Miner1//hot")
        commit = {"netuid": NETUID, "commit_hash": bytes(32)}
        chain.client.execute(RawCall("SubtensorModule", "commit_weights", commit), hotkey)
        (pending,) = node.call("explorer_weights", NETUID)["pending"]["commits"]
        assert (pending["sealed"], pending["round"]) == (False, None)
        chain.advance(pending["block"] - chain.chain.best.number + 2 * TEMPO)
        assert node.call("explorer_weights", NETUID)["pending"]["commits"] == []

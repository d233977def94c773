"""The mission on the runtime itself: signed extrinsics in blocks, from the faucet to a neuron."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.keys import Keypair
from chain_spec.chains import load
from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.subtensor.subnets.registration.proof_of_work import (
    classic_seal,
    meets_difficulty,
    registration_seal,
)
from tests.unit.local_node.runtime.support import ALICE, TAO, Node, default_genesis

NEWCOMER, HOTKEY = Keypair.from_uri("//Newcomer"), Keypair.from_uri("//Newcomer//hot")
EASY = 200


def call(name: str, **args: Any) -> Any:
    return ("SubtensorModule", (name, args))


@pytest.fixture
def node() -> Node:
    """`dev` with proofs that take no time."""
    genesis = dict(load("dev").genesis["subtensorModule"])
    first = dict(genesis["subnets"]["1"])
    first["storage"] = {**first["storage"], "Difficulty": EASY, "MinDifficulty": EASY}
    module = {**genesis, "subnets": {"1": first}}
    return Node("dev", {**default_genesis(), "subtensorModule": module})


def proof(node: Node, netuid: int = 1) -> dict[str, Any]:
    """A proof on the newest block: valid in the next four."""
    number, block_hash = node.best
    nonce = 0
    while True:
        seal = registration_seal(netuid, block_hash, HOTKEY.public_key, NEWCOMER.public_key, nonce)
        if meets_difficulty(seal, EASY):
            return {"netuid": netuid, "work_block": number, "nonce": nonce, "work": seal}
        nonce += 1


def test_a_proof_of_work_registers_whom_nobody_has_funded(node: Node) -> None:
    node.block()
    extrinsic = node.sign(
        NEWCOMER, call("pow_register", hotkey=HOTKEY.public_key, **proof(node)), nonce=0
    )
    assert node.validate(extrinsic)[0] == "Ok"
    assert node.block(extrinsic) == [("Ok", ("Ok", ()))]
    assert node.context().contains(storage.Uids, (1, HOTKEY.public_key))
    assert node.free(NEWCOMER) == 0


def test_the_pool_refuses_a_proof_that_does_not_hold(node: Node) -> None:
    node.block()
    work = {**proof(node), "work": bytes(32)}
    extrinsic = node.sign(NEWCOMER, call("pow_register", hotkey=HOTKEY.public_key, **work), nonce=0)
    assert node.validate(extrinsic) == ("Err", ("Invalid", ("Custom", 255)))


def test_from_the_faucet_to_a_started_subnet_and_a_stake(node: Node) -> None:
    node.block()
    number, block_hash = node.best
    nonce = 0
    while not meets_difficulty(classic_seal(block_hash, NEWCOMER.public_key, nonce), 10_000):
        nonce += 1
    work = classic_seal(block_hash, NEWCOMER.public_key, nonce)
    faucet = call("faucet", block_number=number, nonce=nonce, work=work)
    assert node.block(node.sign(NEWCOMER, faucet, nonce=0)) == [("Ok", ("Ok", ()))]
    assert node.free(NEWCOMER) == 1_000 * TAO

    hotkey = HOTKEY.public_key
    steps = [
        call("register_network", hotkey=hotkey),
        call("start_call", netuid=2),
        call("burned_register", netuid=1, hotkey=hotkey),
        call("add_stake", hotkey=hotkey, netuid=2, amount_staked=50 * TAO),
    ]
    for step in steps:
        assert node.block(node.sign(NEWCOMER, step)) == [("Ok", ("Ok", ()))], step
    ctx = node.context()
    assert ctx.get(storage.SubnetOwner, 2) == NEWCOMER.public_key
    assert ctx.get(storage.SubtokenEnabled, 2) is True
    assert ctx.get(storage.TotalHotkeyAlpha, (hotkey, 2)) > 0
    assert node.free(NEWCOMER) < 850 * TAO


def test_a_guard_refuses_in_the_pool_with_its_code(node: Node) -> None:
    serve = call("serve_prometheus", netuid=1, version=1, ip=1, port=1, ip_type=4)
    answer = node.validate(node.sign(ALICE, serve))
    assert answer == ("Err", ("Invalid", ("Custom", 10)))

"""Neurons: registered, with children and takes."""

from __future__ import annotations

from btsdk.pow import DomainSeparatedForm
from chain_spec.pallets.subtensor import storage
from tests.simulation.actions.choices import Choices, Signed
from tests.simulation.world import HOTKEYS, TAO, call


def register(on: Choices) -> Signed:
    netuid = on.netuid()
    hotkey = on.chance.choice(HOTKEYS)
    owner = on.owner(hotkey.public_key) or on.coldkey()
    args = {"netuid": netuid, "hotkey": hotkey.public_key}
    if on.chance.random() < 0.5:
        return owner, call("SubtensorModule", "burned_register", **args)
    limit = on.chance.choice((1, TAO, 1000 * TAO))
    return owner, call("SubtensorModule", "register_limit", **args, limit_price=limit)


def register_on_root(on: Choices) -> Signed | None:
    pair = on.owned_pair()
    return pair and (pair[0], call("SubtensorModule", "root_register", hotkey=pair[1]))


def prove_work(on: Choices) -> Signed | None:
    netuid, hotkey = on.netuid(), on.chance.choice(HOTKEYS)
    owner = on.owner(hotkey.public_key) or on.coldkey()
    difficulty = on.ctx.get(storage.Difficulty, netuid)
    if on.chance.random() < 0.5:
        proof = on.classic_proof(hotkey.public_key, difficulty)
        if proof is None:
            return None
        keys = {"hotkey": hotkey.public_key, "coldkey": owner.public_key}
        return hotkey, call("SubtensorModule", "register", netuid=netuid, **proof, **keys)
    form = DomainSeparatedForm(netuid, hotkey.public_key, owner.public_key)
    proof = on.proof(form, difficulty)
    return proof and (
        owner,
        call(
            "SubtensorModule",
            "pow_register",
            netuid=netuid,
            work_block=proof["block_number"],
            nonce=proof["nonce"],
            work=proof["work"],
            hotkey=hotkey.public_key,
        ),
    )


def children(on: Choices) -> Signed | None:
    pair = on.owned_pair()
    if pair is None:
        return None
    others = {on.hotkey() for _ in range(on.chance.randrange(4))} - {pair[1]}
    share = (1 << 64) // 5
    made = [(on.chance.randrange(1, share), child) for child in sorted(others)]
    return pair[0], call(
        "SubtensorModule",
        "set_children",
        hotkey=pair[1],
        netuid=on.netuid(),
        children=made,
    )


def take(on: Choices) -> Signed | None:
    pair = on.owned_pair()
    if pair is None:
        return None
    take = on.chance.randrange(0, 11_797)
    if on.chance.random() < 0.4:
        netuid = on.netuid()
        return pair[0], call(
            "SubtensorModule", "set_childkey_take", hotkey=pair[1], netuid=netuid, take=take
        )
    name = on.chance.choice(("increase_take", "decrease_take"))
    return pair[0], call("SubtensorModule", name, hotkey=pair[1], take=take)


def auto_stake(on: Choices) -> Signed:
    return on.coldkey(), call(
        "SubtensorModule",
        "set_coldkey_auto_stake_hotkey",
        netuid=on.netuid(),
        hotkey=on.hotkey(),
    )

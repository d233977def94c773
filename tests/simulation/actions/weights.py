"""Weights in all their schemes: set, committed and revealed, sealed to a round of the beacon.

What is committed to is drawn from a few secrets that anybody can work out again from the hotkey and
the subnet, so that a reveal needs no memory.
"""

from __future__ import annotations

from random import Random
from typing import Any

from btsdk.keys import Keypair
from btsdk.scale.primitives import compact_encode
from btsdk.timelock.encryption import encrypt
from chain_spec.pallets import timestamp
from chain_spec.pallets.subtensor import storage
from local_node.embedded.drand_beacon import DevelopmentBeacon, round_at
from local_node.runtime.pallets.subtensor.subnets.mechanism import storage_index
from local_node.runtime.pallets.subtensor.subnets.weights.commits import Reveal, commit_hash
from tests.simulation.actions.choices import Choices, Signed
from tests.simulation.world import call

_SECRETS = 4
_VERSION = 4


def weights(on: Choices) -> Signed | None:
    """Set them, or commit to some where a subnet asks for that."""
    netuid = on.netuid()
    if on.ctx.get(storage.CommitRevealWeightsEnabled, netuid):
        return commit(on, netuid)
    hotkey = on.neuron(netuid)
    if hotkey is None:
        return None
    uids, values = _row(on, netuid)
    kind = on.chance.randrange(4)
    if kind == 0:
        rows = [list(zip(uids, values, strict=True))]
        args = {"netuids": [netuid], "weights": rows, "version_keys": [0]}
        return hotkey, call("SubtensorModule", "batch_set_weights", **args)
    row = {"netuid": netuid, "dests": uids, "weights": values, "version_key": 0}
    if kind == 1:
        row["mecid"] = _mechanism(on, netuid)
        return hotkey, call("SubtensorModule", "set_mechanism_weights", **row)
    return hotkey, call("SubtensorModule", "set_weights", **row)


def commit(on: Choices, netuid: int) -> Signed | None:
    """By a salted hash, alone or as a batch of one, or sealed to the beacon."""
    hotkey = on.neuron(netuid)
    if hotkey is None:
        return None
    kind, mechanism = on.chance.randrange(4), _mechanism(on, netuid)
    reveal = on.chance.choice(_secrets(hotkey, netuid))
    if kind == 0:
        return _timelocked(on, hotkey, netuid, mechanism, reveal)
    index = 0 if kind < 3 else mechanism
    hashed = commit_hash(hotkey.public_key, storage_index(netuid, index), reveal)
    if kind == 1:
        args: dict[str, Any] = {"netuids": [netuid], "commit_hashes": [hashed]}
        return hotkey, call("SubtensorModule", "batch_commit_weights", **args)
    args = {"netuid": netuid, "commit_hash": hashed}
    if kind == 2:
        return hotkey, call("SubtensorModule", "commit_weights", **args)
    return hotkey, call("SubtensorModule", "commit_mechanism_weights", **args, mecid=index)


def reveal(on: Choices) -> Signed | None:
    """One that is committed to, whether its time has come or not."""
    found = list(on.ctx.iter(storage.WeightCommits))
    if not found:
        return None
    (index, account), commits = on.chance.choice(found)
    hotkey, netuid, mechanism = on.signer(account), index % 4096, index // 4096
    committed = {entry[0] for entry in commits}
    secrets = [] if hotkey is None else _secrets(hotkey, netuid)
    known = [each for each in secrets if commit_hash(account, index, each) in committed]
    if hotkey is None or not known:
        return None
    chosen = on.chance.choice(known)
    args: dict[str, Any] = {"netuid": netuid, **_fields(chosen)}
    if mechanism or on.chance.random() < 0.3:
        args["mecid"] = mechanism
        return hotkey, call("SubtensorModule", "reveal_mechanism_weights", **args)
    if on.chance.random() < 0.3:
        lists = {"uids": "uids_list", "values": "values_list", "salt": "salts_list"}
        batch = {name: [args[field]] for field, name in lists.items()}
        batch["version_keys"] = [0]
        return hotkey, call("SubtensorModule", "batch_reveal_weights", netuid=netuid, **batch)
    return hotkey, call("SubtensorModule", "reveal_weights", **args)


def _timelocked(
    on: Choices, hotkey: Keypair, netuid: int, mechanism: int, reveal: Reveal
) -> Signed:
    key = DevelopmentBeacon().public_key
    current = round_at(on.ctx.get(timestamp.storage.Now))
    number = current + on.chance.randrange(1, 3)
    message = compact_encode(32) + hotkey.public_key + _numbers(reveal.uids)
    message += _numbers(reveal.values) + reveal.version_key.to_bytes(8, "little")
    args: dict[str, Any] = {
        "netuid": netuid,
        "commit": encrypt(message, number, key),
        "reveal_round": number,
    }
    name = on.chance.choice(("timelocked", "timelocked_mechanism", "crv3_mechanism"))
    if name != "timelocked":
        args["mecid"] = mechanism
    if name != "crv3_mechanism":
        args["commit_reveal_version"] = _VERSION
    return hotkey, call("SubtensorModule", f"commit_{name}_weights", **args)


def _row(on: Choices, netuid: int) -> tuple[list[int], list[int]]:
    count = on.ctx.get(storage.SubnetworkN, netuid)
    uids = sorted(on.chance.sample(range(count), on.chance.randrange(1, count + 1)))
    return uids, [on.chance.randrange(1, 65536) for _ in uids]


def _mechanism(on: Choices, netuid: int) -> int:
    return on.chance.randrange(on.ctx.get(storage.MechanismCountCurrent, netuid))


def _secrets(hotkey: Keypair, netuid: int) -> list[Reveal]:
    """What a hotkey may have committed to on a subnet: weights on the first uid or two."""
    found = []
    for number in range(_SECRETS):
        chance = Random(f"{hotkey.public_key.hex()}/{netuid}/{number}")
        uids = [0, 1][: chance.randrange(1, 3)]
        salt = [chance.randrange(65536) for _ in range(4)]
        found.append(Reveal(uids, [chance.randrange(1, 65536) for _ in uids], salt, 0))
    return found


def _fields(reveal: Reveal) -> dict[str, Any]:
    return {name: getattr(reveal, name) for name in ("uids", "values", "salt", "version_key")}


def _numbers(values: Any) -> bytes:
    return compact_encode(len(values)) + b"".join(n.to_bytes(2, "little") for n in values)

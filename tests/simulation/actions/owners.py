"""What subnets' owners and neurons' keys do to their subnets, beside what `subnets` has."""

from __future__ import annotations

from typing import Any

from btsdk.keys.hashing import keccak_256
from btsdk.keys.secp256k1 import recover
from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.subtensor.subnets.identity.associate_evm_key import (
    evm_address,
    hash_eip191,
)
from local_node.runtime.pallets.subtensor.subnets.identity.symbol_table import SYMBOLS
from tests.simulation.actions.choices import Choices, Signed, as_root
from tests.simulation.world import call

_ANY_SIGNATURE = (1).to_bytes(32, "big") * 2 + b"\x1b"
"""Some key made it, and with the message it is known which one."""
_OWN_SETTERS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("sudo_set_serving_rate_limit", {"serving_rate_limit": 0}),
    ("sudo_set_max_allowed_uids", {"max_allowed_uids": 256}),
    ("sudo_set_min_allowed_uids", {"min_allowed_uids": 1}),
    ("sudo_trim_to_max_allowed_uids", {"max_n": 64}),
    ("sudo_set_burn_increase_mult", {"burn_increase_mult": 3 << 64}),
    ("sudo_set_alpha_values", {"alpha_low": 10_000, "alpha_high": 60_000}),
    ("sudo_set_liquid_alpha_enabled", {"enabled": True}),
    ("sudo_set_min_non_immune_uids", {"min": 1}),
)
_ROOTS_SETTERS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("sudo_set_tao_flow_normalization_exponent", {"exponent": 3 << 63}),
    ("sudo_set_stake_threshold", {"min_stake": 0}),
    ("sudo_set_tx_rate_limit", {"tx_rate_limit": 0}),
    ("sudo_set_owner_hparam_rate_limit", {"epochs": 0}),
)


def own_setting(on: Choices) -> Signed | None:
    """A hyperparameter, by the owner where that may, else by root."""
    netuid = on.netuid()
    name, args = on.chance.choice(_OWN_SETTERS)
    made = call("AdminUtils", name, netuid=netuid, **args)
    owner = on.signer(on.ctx.get(storage.SubnetOwner, netuid))
    return (owner, made) if owner is not None and on.chance.random() < 0.5 else as_root(made)


def chain_setting(on: Choices) -> Signed:
    """One that is of the whole chain."""
    name, args = on.chance.choice(_ROOTS_SETTERS)
    return as_root(call("AdminUtils", name, **args))


def own_call(on: Choices) -> Signed | None:
    """A call of SubtensorModule that is the owner's."""
    netuid = on.netuid()
    owner = on.signer(on.ctx.get(storage.SubnetOwner, netuid))
    taken = set(on.ctx.values(storage.TokenSymbol))
    symbols = [symbol for symbol in SYMBOLS[200:] if symbol not in taken]
    calls: list[tuple[str, dict[str, Any]]] = [
        ("set_tempo", {"tempo": on.chance.choice((360, 400, 720))}),
        ("set_activity_cutoff_factor", {"factor_milli": on.chance.choice((1000, 5000, 50_000))}),
        ("trigger_epoch", {}),
        ("enable_voting_power_tracking", {}),
        ("disable_voting_power_tracking", {}),
        *(("update_symbol", {"symbol": symbol}) for symbol in symbols[:1]),
    ]
    name, args = on.chance.choice(calls)
    return owner and (owner, call("SubtensorModule", name, netuid=netuid, **args))


def evm_key(on: Choices) -> Signed | None:
    """Whichever key it was that made a signature."""
    netuid = on.netuid()
    hotkey = on.neuron(netuid)
    if hotkey is None:
        return None
    block = on.chance.randrange(on.ctx.block_number + 1)
    message = hotkey.public_key + keccak_256(block.to_bytes(8, "little"))
    found = recover(_ANY_SIGNATURE, hash_eip191(message))
    return found and (
        hotkey,
        call(
            "SubtensorModule",
            "associate_evm_key",
            netuid=netuid,
            evm_key=evm_address(found),
            block_number=block,
            signature=_ANY_SIGNATURE,
        ),
    )


def parents(on: Choices) -> Signed | None:
    """Whether a hotkey's coldkey wants it to be a child of the owner's."""
    pair = on.owned_pair()
    enabled = on.chance.random() < 0.5
    return pair and (
        pair[0],
        call(
            "SubtensorModule",
            "set_auto_parent_delegation_enabled",
            hotkey=pair[1],
            enabled=enabled,
        ),
    )

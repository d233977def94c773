"""The whole chain's concerns: the beacon's pulses, safe mode and sudo."""

from __future__ import annotations

from typing import Any

from btsdk.keys import Keypair
from chain_spec.pallets import drand, safe_mode, timestamp
from chain_spec.types.subtensor import BeaconConfigurationPayload, PulsesPayload
from local_node.embedded.drand_beacon import DevelopmentBeacon, round_at
from local_node.runtime.frame import Context
from tests.simulation.actions.choices import Choices, Signed, as_root
from tests.simulation.world import call, key

_REMARK = call("System", "remark", remark=b"root")


def pulse(on: Choices) -> Any:
    """The call, which nobody signs, that posts the next round."""
    ctx = on.ctx
    current = round_at(ctx.get(timestamp.storage.Now))
    number = (ctx.get(drand.storage.LastStoredRound) or current - 1) + 1
    pulses = [DevelopmentBeacon().pulse(number)]
    args = _payload(ctx, PulsesPayload, pulses=pulses)
    return call("Drand", "write_pulse", pulses_payload=args[0], signature=args[1])


def beacon(on: Choices) -> Signed:
    """Root keeps the beacon that there is."""
    config = on.ctx.get(drand.storage.BeaconConfig)
    payload, proof = _payload(on.ctx, BeaconConfigurationPayload, config=config)
    return as_root(call("Drand", "set_beacon_config", config_payload=payload, signature=proof))


def leave_safe_mode(on: Choices) -> Signed | None:
    """Root does, where somebody entered it."""
    if on.ctx.get(safe_mode.storage.EnteredUntil) is None:
        return None
    return as_root(call("SafeMode", "force_exit"))


def unweighed_sudo(on: Choices) -> Signed:
    """Root, with a weight of its own choice."""
    weight = {"ref_time": on.chance.randrange(10**9), "proof_size": 0}
    return key("Alice"), call("Sudo", "sudo_unchecked_weight", call=_REMARK, weight=weight)


def _payload(ctx: Context, kind: Any, **content: Any) -> tuple[dict[str, Any], tuple[str, bytes]]:
    signer = Keypair.from_uri("//Drand")
    payload = {
        "block_number": ctx.block_number,
        **content,
        "public": ("Sr25519", signer.public_key),
    }
    encoded = ctx.schema.interface.codec(kind).encode(payload)
    return payload, ("Sr25519", signer.sign(encoded))

"""The validation of unsigned Drand calls, whose payload a node operator has signed.

The payload contains a public key, and the call its signature; any sr25519 key is accepted. The
block must not be in the future, and a pulse must be newer than the last one.
"""

from __future__ import annotations

from typing import Any

from btsdk.keys.hashing import blake2_256
from btsdk.scale.primitives import compact_encode
from chain_spec.pallets import drand
from chain_spec.types.expression import Type
from chain_spec.types.substrate import MultiSigner
from chain_spec.types.subtensor import BeaconConfigurationPayload, PulsesPayload
from local_node.runtime.frame import Context
from local_node.runtime.frame.validity import U64_MAX, ValidTransaction, invalid

PREFIX = b"DrandOffchainWorker"

_PAYLOADS: dict[str, tuple[str, Type[Any]]] = {
    "write_pulse": ("pulses_payload", PulsesPayload),
    "set_beacon_config": ("config_payload", BeaconConfigurationPayload),
}


def validate_unsigned(
    ctx: Context, source: str, call: str, args: dict[str, Any]
) -> ValidTransaction:
    """Raises `Refusal`: `Call`, `BadSigner`, `BadProof`, `Future` or `Stale`."""
    if call not in _PAYLOADS:
        raise invalid("Call")
    name, shape = _PAYLOADS[call]
    payload, signature = args[name], args["signature"]
    if signature is None:
        raise invalid("BadSigner")
    if not _is_signed(ctx, shape, payload, signature):
        raise invalid("BadProof")
    if ctx.block_number < payload["block_number"]:
        raise invalid("Future")
    if call == "write_pulse":
        return _pulse(ctx, [pulse["round"] for pulse in payload["pulses"]])
    return _config(ctx, payload)


def _is_signed(
    ctx: Context, shape: Type[Any], payload: dict[str, Any], signature: tuple[str, bytes]
) -> bool:
    (signer, public_key), (scheme, proof) = payload["public"], signature
    if signer != "Sr25519" or scheme != "Sr25519":
        return False
    message = ctx.schema.interface.codec(shape).encode(payload)
    return ctx.ext.verify(proof, message, public_key, "sr25519")


def _pulse(ctx: Context, rounds: list[int]) -> ValidTransaction:
    """Require one pulse per extrinsic; lower rounds have priority."""
    if len(rounds) != 1:
        raise invalid("Call")
    number = rounds[0]
    early = ctx.get(drand.storage.NextUnsignedAt) > ctx.block_number
    if early or number <= ctx.get(drand.storage.LastStoredRound):
        raise invalid("Stale")
    base = ctx.constant(drand.constants.UnsignedPriority)
    return ValidTransaction(
        priority=min(base + U64_MAX - number, U64_MAX),
        provides=(_tag(b"drand" + number.to_bytes(8, "little")),),
        longevity=3,
        propagate=False,
    )


def _config(ctx: Context, payload: dict[str, Any]) -> ValidTransaction:
    next_at = ctx.get(drand.storage.NextUnsignedAt)
    if next_at > payload["block_number"]:
        raise invalid("Stale")
    public = ctx.schema.interface.codec(MultiSigner).encode(payload["public"])
    return ValidTransaction(
        priority=ctx.constant(drand.constants.UnsignedPriority),
        provides=(_tag(next_at.to_bytes(4, "little") + compact_encode(len(public)) + public),),
        longevity=1,
    )


def _tag(content: bytes) -> bytes:
    return compact_encode(len(PREFIX)) + PREFIX + blake2_256(content)

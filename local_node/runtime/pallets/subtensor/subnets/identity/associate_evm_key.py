"""`associate_evm_key`: associate an EVM address with a neuron, by the address's signature.

The EVM key signs the hotkey followed by the keccak hash of a SCALE-encoded block number, in the
message format of Ethereum wallets (EIP-191).
"""

from __future__ import annotations

from btsdk.keys.hashing import keccak_256
from btsdk.keys.secp256k1 import recover
from chain_spec.pallets.subtensor import errors, events, storage
from chain_spec.profile import ByProfile, at, prod_or_fast
from local_node.runtime.frame import Context, Origin, ensure, ensure_signed, fail
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import uid_of

RATE_LIMIT: int | ByProfile[int] = prod_or_fast(7_200, 1)

# The prime of secp256k1's field.
_FIELD = 2**256 - 2**32 - 977
_EIP191_PREFIX = b"\x19Ethereum Signed Message:\n"


def associate_evm_key(
    ctx: Context, origin: Origin, netuid: int, evm_key: bytes, block_number: int, signature: bytes
) -> None:
    """Signed by the hotkey; `evm_key` is the 20-byte address, `signature` r, s and recovery id."""
    hotkey = ensure_signed(origin)
    ensure(ctx.get(storage.Owner, hotkey) != bytes(32), errors.NonAssociatedColdKey)
    uid = uid_of(ctx, netuid, hotkey)
    ensure_association_rate_limit(ctx, netuid, uid)
    message = hotkey + keccak_256(block_number.to_bytes(8, "little"))
    public_key = recover(signature, hash_eip191(message))
    if public_key is None:
        raise fail(errors.InvalidIdentity)
    ensure(evm_address(public_key) == evm_key, errors.InvalidRecoveredPublicKey)

    now = ctx.block_number
    ctx.put(storage.AssociatedEvmAddress, (netuid, uid), (evm_key, now))
    ctx.emit(
        events.EvmKeyAssociated,
        netuid=netuid,
        hotkey=hotkey,
        evm_key=evm_key,
        block_associated=now,
    )


def ensure_association_rate_limit(ctx: Context, netuid: int, uid: int) -> None:
    """Fail within the rate limit; a missing association counts as block 0, also on a young
    chain."""
    association = ctx.get(storage.AssociatedEvmAddress, (netuid, uid))
    last = association[1] if association is not None else 0
    since = max(ctx.block_number - last, 0)
    ensure(since >= _rate_limit(ctx), errors.EvmKeyAssociateRateLimitExceeded)


def _rate_limit(ctx: Context) -> int:
    return at(RATE_LIMIT, ctx.profile)


def evm_address(public_key: bytes) -> bytes:
    """The 20-byte address of a compressed secp256k1 key."""
    x = int.from_bytes(public_key[1:], "big")
    y = pow(x**3 + 7, (_FIELD + 1) // 4, _FIELD)
    if y % 2 != public_key[0] % 2:
        y = _FIELD - y
    return keccak_256(x.to_bytes(32, "big") + y.to_bytes(32, "big"))[12:]


def hash_eip191(message: bytes) -> bytes:
    return keccak_256(_EIP191_PREFIX + str(len(message)).encode() + message)

"""`MevShield.submit_encrypted`: an extrinsic sealed to the author after next.

The call itself only notes it; the author who holds the key opens it and puts what was inside into
the block behind it.
"""

from __future__ import annotations

from btsdk.keys.hashing import blake2_256
from btsdk.scale.primitives import compact_encode
from chain_spec.pallets import mev_shield
from local_node.runtime.frame import Context, Origin, ensure_signed


def submit_encrypted(ctx: Context, origin: Origin, ciphertext: bytes) -> None:
    """The id is the hash of the signer and the sealed bytes."""
    who = ensure_signed(origin)
    digest = blake2_256(who + compact_encode(len(ciphertext)) + ciphertext)
    ctx.emit(mev_shield.events.EncryptedSubmitted, digest, who)

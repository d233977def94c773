"""`MevShield.submit_encrypted`: an extrinsic encrypted to the author after next.

The call only emits an event. The author with the key decrypts it and puts the inner extrinsic into
the block after it.
"""

from __future__ import annotations

from btsdk.keys.hashing import blake2_256
from btsdk.scale.primitives import compact_encode
from chain_spec.pallets import mev_shield
from local_node.runtime.frame import Context, Origin, ensure_signed


def submit_encrypted(ctx: Context, origin: Origin, ciphertext: bytes) -> None:
    """Emit the id, which is the hash of the signer and the ciphertext."""
    who = ensure_signed(origin)
    digest = blake2_256(who + compact_encode(len(ciphertext)) + ciphertext)
    ctx.emit(mev_shield.events.EncryptedSubmitted, digest, who)

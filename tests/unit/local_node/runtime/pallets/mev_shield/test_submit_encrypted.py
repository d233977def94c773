from __future__ import annotations

from btsdk.keys.hashing import blake2_256
from local_node.runtime.frame import BAD_ORIGIN, Context
from local_node.runtime.frame.origin import none
from tests.unit.local_node.runtime.pallets.calling import events_of, key, refused
from tests.unit.local_node.runtime.pallets.mev_shield.shield_calls import shielding


def test_a_sealed_extrinsic_is_noted(ctx: Context) -> None:
    who = key(5)
    with refused(ctx, BAD_ORIGIN):
        shielding(ctx, none, "submit_encrypted", ciphertext=b"sealed")
    shielding(ctx, who, "submit_encrypted", ciphertext=b"sealed")
    digest = blake2_256(who + b"\x18sealed")
    assert events_of(ctx, "MevShield") == [("EncryptedSubmitted", {"id": digest, "who": who})]

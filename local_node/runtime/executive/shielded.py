"""`ShieldApi`: the recognition and decryption of shielded extrinsics by an author."""

from __future__ import annotations

from typing import Any

from btsdk.errors import DecodeError
from btsdk.keys.hashing import twox_128
from btsdk.scale.primitives import compact_read
from btsdk.shield import Shielded, ShieldError, parse
from chain_spec.pallets import mev_shield
from local_node.runtime.executive.blocks import Blocks
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.validity import Refusal
from local_node.runtime.shield import open_sealed


class Shielding:
    """The API's three methods; they return None if the input does not qualify."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks

    def try_decode_shielded_tx(self, ctx: Context, uxt: bytes) -> dict[str, Any] | None:
        """The parts of the submitted ciphertext, if the call submits one and its signature is
        valid."""
        try:
            extrinsic = self._blocks.extrinsics.decode(uxt)
            self._blocks.check(ctx, extrinsic, self._blocks.weigh(extrinsic))
        except (DecodeError, Refusal):
            return None
        if extrinsic.call_name != "MevShield.submit_encrypted":
            return None
        found = parse(extrinsic.call[1][1]["ciphertext"])
        return None if found is None else found._asdict()

    def is_shielded_using_current_key(self, ctx: Context, key_hash: bytes) -> bool:
        """Whether the key belongs to the author of the next block."""
        key = ctx.get(mev_shield.storage.PendingKey)
        return key is not None and twox_128(key) == key_hash

    def try_unshield_tx(
        self, ctx: Context, dec_key_bytes: bytes, shielded_tx: dict[str, Any]
    ) -> bytes | None:
        """The decrypted extrinsic, if the key fits and the content decodes."""
        try:
            whole = open_sealed(Shielded(**shielded_tx), dec_key_bytes)
            length, start = compact_read(whole, 0)
            content = whole[start : start + length]
            self._blocks.extrinsics.decode(content)
        except (ShieldError, DecodeError):
            return None
        return content

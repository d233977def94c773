"""Extrinsics of one chain: signed or bare, whole with their length."""

from __future__ import annotations

from typing import Any

from btsdk.keys import Keypair
from btsdk.keys.hashing import blake2_256
from btsdk.scale.primitives import compact_encode
from chain_spec.runtime import OUTER_CALL, SIGNED_EXTRA, Interface
from local_node.chain.block import BlockRef

_PERIOD = 64
SHORT_PERIOD = 8
"""The longest era that an extrinsic with something sealed in it may have, in blocks."""


class Signing:
    """What every signature of a chain covers beside the call."""

    def __init__(self, interface: Interface, genesis_hash: bytes) -> None:
        self._call = interface.codec(OUTER_CALL)
        self._extra = interface.codec(SIGNED_EXTRA)
        self._genesis_hash = genesis_hash
        self._versions = interface.spec_version.to_bytes(4, "little") + (1).to_bytes(4, "little")

    def signed(
        self,
        signer: Keypair,
        call: Any,
        nonce: int,
        tip: int = 0,
        born: BlockRef | None = None,
        period: int = _PERIOD,
    ) -> bytes:
        """`call` is decoded, or bytes; `born` is the first block of a mortal era of `period`."""
        data = call if isinstance(call, bytes) else self._call.encode(call)
        era = "Immortal" if born is None else ("Mortal", (period, born.number % period))
        extra = self._extra.encode(
            ((), (), (), (), era, nonce, (), tip, (), (), (), (), {"mode": "Disabled"})
        )
        birth = self._genesis_hash if born is None else born.hash
        payload = data + extra + self._versions + self._genesis_hash + birth + b"\x00"
        signature = signer.sign(blake2_256(payload) if len(payload) > 256 else payload)
        head = b"\x84\x00" + signer.public_key + b"\x01" + signature
        return with_length(head + extra + data)

    def bare(self, call: Any) -> bytes:
        """One that nobody signs."""
        return with_length(b"\x04" + (call if isinstance(call, bytes) else self._call.encode(call)))


def with_length(content: bytes) -> bytes:
    return compact_encode(len(content)) + content

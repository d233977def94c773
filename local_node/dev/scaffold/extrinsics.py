"""Real extrinsics of a scaffold: signed, put into blocks, and checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from btsdk.errors import BtError
from btsdk.extrinsic import (
    Era,
    Signing,
    address_value,
    encode_signed,
    signature_value,
    signing_payload,
)
from btsdk.metadata import EventRecord, Metadata
from local_node.chain.block import BlockRef
from local_node.chain.chain import Chain
from local_node.chain.errors import PoolError
from local_node.dev.impersonation import nonce_of
from local_node.dev.scaffold.plan import Account

_IN_ONE_BLOCK: Final = 128


class ScaffoldError(BtError):
    """An extrinsic of a scaffold failed; nothing of the scaffold is kept."""


class Sender:
    """Makes blocks of signed calls on one chain."""

    def __init__(self, chain: Chain, metadata: Metadata) -> None:
        self.chain = chain
        self.metadata = metadata
        self._nonces: dict[bytes, int] = {}
        version = chain.version()
        self._facts: dict[str, Any] = {
            "spec_version": version.spec_version,
            "transaction_version": version.transaction_version,
            "genesis_hash": chain.genesis_hash,
            "era_block_hash": chain.genesis_hash,
            "era": Era.immortal(),
        }

    def send(
        self,
        step: str,
        calls: Iterable[tuple[Account, bytes]],
        patch: Mapping[bytes, bytes | None] | None = None,
    ) -> list[EventRecord]:
        """Put calls into as few blocks as possible, in order; returns the events.

        `patch` is written over the last block's state. Raises `ScaffoldError`, naming the step.
        """
        waiting = [self._signed(who, call) for who, call in calls]
        events: list[EventRecord] = []
        size = _IN_ONE_BLOCK
        while waiting:
            part, rest = waiting[:size], waiting[size:]
            try:
                block = self.chain.author_block(part, only=True, patch=None if rest else patch)
            except PoolError as error:
                if size == 1:
                    raise ScaffoldError(f"{step}: {error}") from error
                size = max(size // 2, 1)
                continue
            waiting = rest
            events += self._checked(step, block)
        return events

    def _signed(self, who: Account, call: bytes) -> bytes:
        nonce = self._nonces.get(who.account)
        if nonce is None:
            nonce = nonce_of(self.chain, who.account)
        self._nonces[who.account] = nonce + 1
        metadata, signing = self.metadata, Signing(nonce=nonce, **self._facts)
        extra = signing.extra(metadata)
        payload = signing_payload(metadata, call, extra, signing.additional(metadata))
        signature = signature_value(metadata, who.signer.crypto, who.signer.sign(payload))
        return encode_signed(metadata, call, address_value(metadata, who.account), signature, extra)

    def _checked(self, step: str, block: BlockRef) -> list[EventRecord]:
        item = self.metadata.storage("System", "Events")
        raw = self.chain.state(block.hash).get(item.key())
        events = self.metadata.decode_events(raw or b"\x00")
        for record in events:
            if (record.pallet, record.name) == ("System", "ExtrinsicFailed"):
                raise ScaffoldError(f"{step}: {self._reason(record)}")
        return events

    def _reason(self, record: EventRecord) -> str:
        match record.fields["dispatch_error"]:
            case ("Module", {"index": int(pallet), "error": bytes(code)}):
                found = self.metadata.error(pallet, code)
                return f"{found.pallet}.{found.name} {found.docs}".rstrip()
            case error:
                return str(error)

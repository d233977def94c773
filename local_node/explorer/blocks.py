"""Blocks in the explorer: as a one-line summary, or whole, with decoded extrinsics and events.

A block's content is decoded by the runtime that executed it: that of its parent's state, or the
newest if that state was pruned. Events are read from the block's own state; if it was pruned, the
answer is null instead of a list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from btsdk.errors import BtError, DecodeError
from btsdk.extrinsic import Extrinsic, extrinsic_hash
from btsdk.keys import ss58
from btsdk.metadata import Metadata
from btsdk.metadata.model import EventRecord
from btsdk.scale.primitives import compact_read
from local_node.chain.block import Block, Header
from local_node.chain.errors import StateDiscarded, UnknownBlock
from local_node.explorer.reader import Reader
from local_node.explorer.rendering import Rendering
from local_node.state.cache import Cache

SUMMED = 32
"""Extrinsics of a block that its summary examines."""

_KEPT_SUMMARIES = 512
_KEPT_BLOCKS = 16

Json = dict[str, Any]


@dataclass(frozen=True)
class _Opened:
    """A block with its decoder, and its events by phase (None: pruned)."""

    block: Block
    metadata: Metadata
    events: dict[Any, list[EventRecord]] | None


class BlockViews:
    """The blocks of one chain; also those off the best chain, as long as they are on disk."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._chain = reader.chain
        self._summaries: Cache[bytes, Json] = Cache(_KEPT_SUMMARIES)
        self._opened: Cache[bytes, _Opened] = Cache(_KEPT_BLOCKS)

    def back_from(self, block_hash: bytes | None = None) -> Iterator[Header]:
        """Headers from a block (by default the best) down to the genesis."""
        header = self._chain.header(block_hash or self._chain.best.hash)
        while header is not None:
            yield header
            header = self._chain.header(header.parent_hash) if header.number else None

    def summary(self, block_hash: bytes) -> Json:
        """A block in one line; raises `UnknownBlock`."""
        known = self._summaries.get(block_hash)
        if known is None:
            known = self._summarised(self._block(block_hash))
            self._summaries.put(block_hash, known)
        return known

    def detail(self, block_hash: bytes, start: int, count: int) -> Json:
        """A block with `count` of its extrinsics from number `start` on; raises `UnknownBlock`."""
        opened = self._open(block_hash)
        header, events = opened.block.header, opened.events
        canonical = self._chain.hash_at(header.number) == block_hash
        shown = range(start, min(start + count, len(opened.block.extrinsics)))
        return self.summary(block_hash) | {
            "stateRoot": _hex(header.state_root),
            "extrinsicsRoot": _hex(header.extrinsics_root),
            "slot": header.slot,
            "canonical": canonical,
            "finalized": canonical and header.number <= self._chain.finalized.number,
            "transactions": [self.extrinsic(block_hash, index) for index in shown],
            "ownEvents": None if events is None else _around(opened),
        }

    def extrinsic(self, block_hash: bytes, index: int) -> Json:
        """One extrinsic of a block, decoded, with its outcome and its events."""
        opened = self._open(block_hash)
        data = opened.block.extrinsics[index]
        answer: Json = {"index": index, "hash": _hex(extrinsic_hash(data)), "length": len(data)}
        try:
            extrinsic = Extrinsic.decode(data, opened.metadata)
        except DecodeError as error:
            return answer | {"undecodable": str(error)}
        answer["automatic"] = ".".join(extrinsic.call[:2]) in _AUTOMATIC
        answer |= _said(extrinsic) | Rendering(opened.metadata).call(*extrinsic.call)
        if opened.events is None:
            return answer | {"success": None, "error": None, "fee": None, "events": None}
        return answer | _outcome(opened, index)

    def _summarised(self, block: Block) -> Json:
        calls = self._calls(block)
        moment = next((args for pallet, name, args, _ in calls if (pallet, name) == _MOMENT), {})
        counted = Counter(
            (f"{pallet}.{name}", signed)
            for pallet, name, _, signed in calls
            if (pallet, name) != _MOMENT
        )
        return {
            "number": block.number,
            "hash": _hex(block.hash),
            "parentHash": _hex(block.header.parent_hash),
            "timestampMs": moment.get("now"),
            "patched": self._chain.is_patched(block.hash),
            "extrinsics": len(block.extrinsics),
            "events": self._event_count(block.hash),
            "calls": [
                {"call": call, "signed": signed, "automatic": call in _AUTOMATIC, "count": count}
                for (call, signed), count in counted.most_common()
            ],
            "automatic": sum(f"{pallet}.{name}" in _AUTOMATIC for pallet, name, *_ in calls),
        }

    def _calls(self, block: Block) -> list[tuple[str, str, dict[str, Any], bool]]:
        metadata, calls = self._metadata(block.header), []
        for data in block.extrinsics[:SUMMED]:
            try:
                extrinsic = Extrinsic.decode(data, metadata)
            except DecodeError:
                continue
            calls.append((*extrinsic.call, extrinsic.signed))
        return calls

    def _event_count(self, block_hash: bytes) -> int | None:
        raw = self._raw_events(block_hash)
        return None if raw is None else compact_read(raw, 0)[0]

    def _raw_events(self, block_hash: bytes) -> bytes | None:
        try:
            state = self._chain.state(block_hash)
            key = self._reader.metadata(state).storage("System", "Events").key()
        except BtError:  # the state is gone, or the runtime keeps no events
            return None
        return state.get(key) or b"\x00"

    def _open(self, block_hash: bytes) -> _Opened:
        known = self._opened.get(block_hash)
        if known is None:
            block = self._block(block_hash)
            metadata, raw = self._metadata(block.header), self._raw_events(block_hash)
            events = None if raw is None else _by_phase(metadata.decode_events(raw))
            known = _Opened(block, metadata, events)
            self._opened.put(block_hash, known)
        return known

    def _block(self, block_hash: bytes) -> Block:
        block = self._chain.block(block_hash)
        if block is None:
            raise UnknownBlock(block_hash)
        return block

    def _metadata(self, header: Header) -> Metadata:
        try:
            state = self._chain.state(header.parent_hash)
        except (UnknownBlock, StateDiscarded):
            state = self._chain.state()
        return self._reader.metadata(state)


_MOMENT = ("Timestamp", "set")
"""In every block, and only its time is of interest."""

_AUTOMATIC = frozenset({"Timestamp.set", "MevShield.announce_next_key", "Drand.write_pulse"})
"""What a node puts into blocks by itself: the inherents, and the beacon's pulses."""


def _said(extrinsic: Extrinsic) -> Json:
    """The parts around the call: the signer, and the extensions that users look for."""
    extra, signer = extrinsic.extra, extrinsic.signer
    tip = extra.get("ChargeTransactionPayment")
    return {
        "signed": extrinsic.signed,
        "signer": None if signer is None else ss58.encode(signer),
        "nonce": extra.get("CheckNonce"),
        "tip": str(tip) if isinstance(tip, int) else None,
    }


def _outcome(opened: _Opened, index: int) -> Json:
    """The outcome of an extrinsic, from its events."""
    rendering = Rendering(opened.metadata)
    records = (opened.events or {}).get(("ApplyExtrinsic", index), [])
    answer: Json = {"success": None, "error": None, "fee": None}
    for record in records:
        match record.pallet, record.name:
            case "System", "ExtrinsicSuccess":
                answer["success"] = True
            case "System", "ExtrinsicFailed":
                error = rendering.error(record.fields["dispatch_error"])
                answer |= {"success": False, "error": error}
            case "TransactionPayment", "TransactionFeePaid":
                answer["fee"] = str(record.fields["actual_fee"])
    events = [rendering.event(record.pallet, record.name, record.fields) for record in records]
    return answer | {"events": events}


def _around(opened: _Opened) -> list[Json]:
    """The events of the block itself: before and after its extrinsics."""
    rendering = Rendering(opened.metadata)
    return [
        {"phase": phase, **rendering.event(record.pallet, record.name, record.fields)}
        for phase in ("Initialization", "Finalization")
        for record in (opened.events or {}).get(phase, [])
    ]


def _by_phase(records: list[EventRecord]) -> dict[Any, list[EventRecord]]:
    grouped: dict[Any, list[EventRecord]] = {}
    for record in records:
        grouped.setdefault(record.phase, []).append(record)
    return grouped


def _hex(data: bytes) -> str:
    return "0x" + data.hex()

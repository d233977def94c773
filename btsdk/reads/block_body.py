"""A whole block: header, time, author, extrinsics with their results, and events.

Bodies and events are decoded with the metadata of the runtime that executed the block, however old
it is (`btsdk.state.executed`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from functools import lru_cache
from typing import Any, TypeVar, overload

from btsdk.descriptors import TypedEvent
from btsdk.descriptors.inputs import Account, account_of
from btsdk.descriptors.outputs import readable_call
from btsdk.errors import DispatchError, IncompatibleItem
from btsdk.extrinsic import Era, Extrinsic, extrinsic_hash
from btsdk.keys import ss58
from btsdk.metadata import EventRecord, Metadata
from btsdk.metadata.model import Call
from btsdk.reads.blocks import Header, header
from btsdk.rpc.effects import Json, Program, RpcCall, ask
from btsdk.state.block_context import BlockContext, unhex
from btsdk.state.executed import executed
from btsdk.state.runtimes import Runtimes
from btsdk.tx.events import Event, readable_events
from btsdk.tx.receipt import body, event_records, events_call, may_fail, paid, receipt_at
from btsdk.units import Tao

E = TypeVar("E", bound=TypedEvent)

_NO_TIP = Tao.from_rao(0)
_SLOT_DIGEST = bytes((6,)) + b"aura"
"""A pre-runtime digest of Aura; its content is the slot."""


@dataclass(frozen=True)
class BlockExtrinsic:
    """One extrinsic of a block. Its call has readable arguments (`btsdk.descriptors.outputs`).

    `encoded` are its bytes in the block. An inherent has no `signer`, `nonce`, `era` and `fee`.
    `error` is the error that it failed with, None if it succeeded; also an inner call's, such as
    that of a proxy.
    """

    index: int
    hash: str
    call: Call
    signer: str | None
    nonce: int | None
    era: Era | None
    tip: Tao
    fee: Tao | None
    error: DispatchError | None
    events: tuple[Event, ...]
    length: int
    encoded: bytes = field(repr=False)

    @property
    def success(self) -> bool:
        """Whether it succeeded."""
        return self.error is None


@dataclass(frozen=True)
class Block:
    """A block. `timestamp` is None at genesis; `author` is the account of the authority that made
    it, None if the chain does not say. `digest` is the header's, in hex."""

    header: Header
    timestamp: datetime | None
    author: str | None
    digest: tuple[str, ...]
    extrinsics: tuple[BlockExtrinsic, ...]
    events: tuple[Event, ...]
    _at: BlockContext = field(repr=False, compare=False)
    _records: tuple[EventRecord, ...] = field(repr=False, compare=False)

    @property
    def number(self) -> int:
        """The block's height."""
        return self.header.number

    @property
    def hash(self) -> str:
        """The block's hash."""
        return self.header.hash

    @property
    def metadata(self) -> Metadata:
        """The metadata of the runtime that executed the block."""
        return self._at.metadata

    @property
    def records(self) -> tuple[EventRecord, ...]:
        """The events with fields in the codec's shapes, in the order of `events`."""
        return self._records

    def find(self, kind: type[E]) -> Iterator[E]:
        """The typed events of one kind, such as `events.balances.Transfer`."""
        for record in self._records:
            if kind.matches(record):
                yield kind.read(record, self._at.metadata)


def block(runtimes: Runtimes, at: BlockContext) -> Program[Block]:
    """The whole block."""
    now, authorities = _key(at, "Timestamp", "Now"), _key(at, "Aura", "Authorities")
    calls = (_body_call(at), events_call(at), *(call for call in (now, authorities) if call))
    before, answers = yield from executed(runtimes, at, *calls)
    found, raw = answers[:2]
    rest = iter(answers[2:])
    records = event_records(before, raw)
    events = readable_events(records, before.metadata)
    extrinsics = _extrinsics(before, body(found), records, events)
    return Block(
        header=header(at.hash, found["block"]["header"]),
        timestamp=_time(at, next(rest) if now else None),
        author=_author(at, _digest(found), next(rest) if authorities else None),
        digest=_digest(found),
        extrinsics=tuple(extrinsics),
        events=tuple(events),
        _at=before,
        _records=tuple(records),
    )


def extrinsics(runtimes: Runtimes, at: BlockContext) -> Program[list[BlockExtrinsic]]:
    """The extrinsics of the block, with their results."""
    before, (found, raw) = yield from executed(runtimes, at, _body_call(at), events_call(at))
    records = event_records(before, raw)
    events = readable_events(records, before.metadata)
    return _extrinsics(before, body(found), records, events)


@overload
def events(
    runtimes: Runtimes, at: BlockContext, kind: None = None, account: Account | None = None
) -> Program[list[Event]]: ...
@overload
def events(
    runtimes: Runtimes, at: BlockContext, kind: type[E], account: Account | None = None
) -> Program[list[E]]: ...
def events(
    runtimes: Runtimes,
    at: BlockContext,
    kind: type[E] | None = None,
    account: Account | None = None,
) -> Program[Any]:
    """The events of the block; of one kind they are typed. With an account, those that name it."""
    before, (raw,) = yield from executed(runtimes, at, events_call(at))
    records = event_records(before, raw)
    if kind is not None:
        records = [record for record in records if kind.matches(record)]
    pairs = list(zip(records, readable_events(records, before.metadata), strict=True))
    if account is not None:
        address = _address(account)
        pairs = [(record, event) for record, event in pairs if event.mentions(address)]
    if kind is None:
        return [event for _, event in pairs]
    return [kind.read(record, before.metadata) for record, _ in pairs]


def timestamp(at: BlockContext) -> Program[datetime]:
    """The time of the block, in UTC; of genesis, which has none, the beginning of 1970."""
    item = at.metadata.storage("Timestamp", "Now")
    raw = yield from ask(RpcCall("state_getStorage", ("0x" + item.key().hex(), at.hash)))
    moment = _time(at, raw)
    return datetime.fromtimestamp(0, timezone.utc) if moment is None else moment


def _body_call(at: BlockContext) -> RpcCall:
    return RpcCall("chain_getBlock", (at.hash,))


def _extrinsics(
    at: BlockContext,
    encoded: Sequence[bytes],
    records: Sequence[EventRecord],
    events: Sequence[Event],
) -> list[BlockExtrinsic]:
    records_of: list[list[EventRecord]] = [[] for _ in encoded]
    events_of: list[list[Event]] = [[] for _ in encoded]
    for record, event in zip(records, events, strict=True):
        index = event.extrinsic
        if index is not None and index < len(encoded):
            records_of[index].append(record)
            events_of[index].append(event)
    parts = zip(encoded, records_of, events_of, strict=True)
    return [_extrinsic(at, index, *part) for index, part in enumerate(parts)]


def _extrinsic(
    at: BlockContext, index: int, data: bytes, records: list[EventRecord], told: list[Event]
) -> BlockExtrinsic:
    decoded = Extrinsic.decode(data, at.metadata)
    signer = decoded.signer
    name = "0x" + extrinsic_hash(data).hex()
    events = tuple(told)
    fee, tip = paid(events)
    error = None
    if may_fail(records):
        error = receipt_at(at, index, name, records, events, finalized=False).error
    era = decoded.extra.get("CheckMortality", decoded.extra.get("CheckEra"))
    return BlockExtrinsic(
        index=index,
        hash=name,
        call=readable_call(at.metadata, decoded.call),
        signer=None if signer is None else ss58.encode(signer),
        nonce=decoded.extra.get("CheckNonce"),
        era=None if era is None else _era(era),
        tip=tip or _tip(decoded),
        fee=fee,
        error=error,
        events=events,
        length=len(data),
        encoded=data,
    )


@lru_cache(maxsize=1024)
def _era(value: Any) -> Era:
    return Era.from_scale(value)


def _tip(decoded: Extrinsic) -> Tao:
    """The tip that was signed; the event names the one that was paid."""
    for name, value in decoded.extra.items():
        if name.startswith("Charge"):
            tip = value.get("tip", 0) if isinstance(value, dict) else value
            return Tao.from_rao(tip) if isinstance(tip, int) and tip else _NO_TIP
    return _NO_TIP


def _key(at: BlockContext, pallet: str, item: str) -> RpcCall | None:
    """The request for a plain value, if the chain has it."""
    try:
        key = at.metadata.storage(pallet, item).key()
    except IncompatibleItem:
        return None
    return RpcCall("state_getStorage", ("0x" + key.hex(), at.hash))


def _time(at: BlockContext, raw: Json) -> datetime | None:
    if raw is None:
        return None
    millis = at.metadata.storage("Timestamp", "Now").decode(unhex(raw))
    return datetime.fromtimestamp(millis / 1000, timezone.utc) if millis else None


def _digest(found: Json) -> tuple[str, ...]:
    return tuple(found["block"]["header"].get("digest", {}).get("logs", ()))


def _author(at: BlockContext, digest: Sequence[str], raw: Json) -> str | None:
    """The authority whose turn the slot in the digest was."""
    if raw is None:
        return None
    authorities = at.metadata.storage("Aura", "Authorities").decode(unhex(raw))
    for log in map(unhex, digest):
        if log.startswith(_SLOT_DIGEST) and authorities:
            slot = int.from_bytes(log[-8:], "little")
            return ss58.encode(authorities[slot % len(authorities)])
    return None


def _address(account: Any) -> str:
    found = account_of(account)
    return ss58.encode(found) if isinstance(found, bytes) else str(found)

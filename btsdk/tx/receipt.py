"""The receipt of an extrinsic: its block, events and fee, or the error it failed with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from btsdk.descriptors import TypedEvent
from btsdk.errors import DispatchError, ProtocolError, UnexpectedOutcome
from btsdk.extrinsic import extrinsic_hash
from btsdk.metadata import EventRecord, Metadata
from btsdk.rpc.effects import Json, Program, RpcCall, ask
from btsdk.state.block_context import BlockContext, pin, unhex
from btsdk.state.executed import executed
from btsdk.state.runtimes import Runtimes
from btsdk.tx.dispatch import dispatch_error
from btsdk.tx.events import Event, extrinsic_of, readable_event, readable_events
from btsdk.tx.outcome import PART_ENDS, Expectation, missing
from btsdk.units import Tao

E = TypeVar("E", bound=TypedEvent)

_INNER = (
    ("Sudo", "Sudid", "sudo_result"),
    ("Sudo", "SudoAsDone", "sudo_result"),
    ("Proxy", "ProxyExecuted", "result"),
    ("Multisig", "MultisigExecuted", "result"),
    ("Utility", "DispatchedAs", "result"),
)
"""The events that report the failure of an inner call in a successful extrinsic."""
_REPORTS = {
    ("System", "ExtrinsicFailed"),
    ("Utility", "BatchInterrupted"),
    *((pallet, name) for pallet, name, _ in _INNER),
}
_NOTHING = Tao.from_rao(0)


@dataclass(frozen=True)
class Part:
    """One call of a batch; `error` is None if it succeeded.

    The events of the first part include the payment of the fee.
    """

    events: tuple[Event, ...]
    error: DispatchError | None


@dataclass(frozen=True)
class Receipt:
    """An extrinsic in a block. `fee` is the total that was paid, including `tip`."""

    extrinsic_hash: str
    block_hash: str
    block_number: int
    index: int
    fee: Tao | None
    tip: Tao
    events: tuple[Event, ...]
    finalized: bool
    _records: tuple[EventRecord, ...] = field(repr=False, compare=False)
    _metadata: Metadata = field(repr=False, compare=False)

    def find(self, kind: type[E]) -> Iterator[E]:
        """The typed events of one kind, such as `events.balances.Transfer`."""
        for record in self._records:
            if kind.matches(record):
                yield kind.read(record, self._metadata)

    @property
    def error(self) -> DispatchError | None:
        """The error that it failed with; None if it succeeded."""
        values = (_failure(record) for record in self._records if not _is_part(record))
        return self._error(next((value for value in values if value is not None), None))

    @property
    def parts(self) -> tuple[Part, ...]:
        """The result of each call of a batch, in order; empty if it is not a batch.

        Calls after the one at which a batch stopped are missing.
        """
        found: list[Part] = []
        since: list[EventRecord] = []
        for record in self._records:
            if record.pallet == "Utility" and record.name in PART_ENDS:
                values = (_failure(one) for one in (*since, record))
                value = next((value for value in values if value is not None), None)
                found.append(
                    Part(
                        tuple(readable_event(one, self._metadata) for one in since),
                        self._error(value),
                    )
                )
                since = []
            else:
                since.append(record)
        return tuple(found)

    def check(self, expects: Sequence[Expectation]) -> None:
        """Raise `UnexpectedOutcome` if expected events are missing."""
        unmet = missing(expects, self._records, self._metadata)
        if unmet:
            told = dict.fromkeys(f"{event.pallet}.{event.name}" for event in self.events)
            raise UnexpectedOutcome(self, unmet, tuple(told))

    def _error(self, value: Any) -> DispatchError | None:
        if value is None:
            return None
        return dispatch_error(self._metadata, value, block_hash=self.block_hash, receipt=self)


def find_in_block(block_hash: str, wanted: str) -> Program[int | None]:
    """The index of the extrinsic with this hash in a block, or None."""
    answer = yield from ask(RpcCall("chain_getBlock", (block_hash,)))
    return None if answer is None else index_in(answer, wanted)


def index_in(answer: Json, wanted: str) -> int | None:
    """The index of the extrinsic with this hash in the answer of `chain_getBlock`, or None."""
    for index, data in enumerate(body(answer)):
        if "0x" + extrinsic_hash(data).hex() == wanted:
            return index
    return None


def body(answer: Json) -> list[bytes]:
    """The extrinsics in the answer of `chain_getBlock`."""
    try:
        return [unhex(text) for text in answer["block"]["extrinsics"]]
    except (KeyError, TypeError) as error:
        raise ProtocolError("chain_getBlock answered no block") from error


def receipt(
    runtimes: Runtimes, block_hash: str, wanted: str, *, finalized: bool
) -> Program[Receipt | None]:
    """The receipt of the extrinsic with this hash in a block; None if it is not there."""
    index = yield from find_in_block(block_hash, wanted)
    if index is None:
        return None
    at = yield from pin(runtimes, block_hash)
    at, (raw,) = yield from executed(runtimes, at, events_call(at))
    mine = [record for record in event_records(at, raw) if extrinsic_of(record) == index]
    events = readable_events(mine, at.metadata)
    return receipt_at(at, index, wanted, mine, events, finalized=finalized)


def receipt_at(
    at: BlockContext,
    index: int,
    extrinsic_hash: str,
    records: Iterable[EventRecord],
    events: Iterable[Event],
    *,
    finalized: bool,
) -> Receipt:
    """The receipt of the extrinsic at this index, from its events as decoded and as read."""
    events = tuple(events)
    fee, tip = paid(events)
    return Receipt(
        extrinsic_hash=extrinsic_hash,
        block_hash=at.hash,
        block_number=at.number,
        index=index,
        fee=fee,
        tip=tip,
        events=events,
        finalized=finalized,
        _records=tuple(records),
        _metadata=at.metadata,
    )


def events_call(at: BlockContext) -> RpcCall:
    """The request for the events of a block."""
    key = at.metadata.storage("System", "Events").key()
    return RpcCall("state_getStorage", ("0x" + key.hex(), at.hash))


def event_records(at: BlockContext, answer: Json) -> list[EventRecord]:
    """The events in its answer, decoded by the runtime that executed the block."""
    return [] if answer is None else at.metadata.decode_events(unhex(answer))


def paid(events: Sequence[Event]) -> tuple[Tao | None, Tao]:
    """The fee that an extrinsic paid, tip included, and the tip."""
    for event in reversed(events):  # it is the last but one
        if event.name == "TransactionFeePaid" and event.pallet == "TransactionPayment":
            fee, tip = event.fields.get("actual_fee"), event.fields.get("tip")
            if isinstance(fee, Tao) and isinstance(tip, Tao):
                return fee, tip
    return None, _NOTHING


def may_fail(records: Iterable[EventRecord]) -> bool:
    """Whether an event among these can report a failure."""
    return not _REPORTS.isdisjoint([record[1:3] for record in records])  # pallet and name


def _is_part(record: EventRecord) -> bool:
    """Whether the event reports the failure of one call of a batch that continues after it."""
    return (record.pallet, record.name) == ("Utility", "ItemFailed")


def _failure(record: EventRecord) -> Any:
    """The dispatch error that an event reports, or None."""
    fields = record.fields
    if (record.pallet, record.name) == ("System", "ExtrinsicFailed"):
        return fields["dispatch_error"]
    if (record.pallet, record.name) == ("Utility", "BatchInterrupted"):
        return fields["error"]
    if _is_part(record):
        return fields["error"] if isinstance(fields, dict) else fields
    for pallet, name, key in _INNER:
        if (record.pallet, record.name) == (pallet, name):
            result = fields[key] if isinstance(fields, dict) else fields
            return result[1] if isinstance(result, tuple) and result[0] == "Err" else None
    return None

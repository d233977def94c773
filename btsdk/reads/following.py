"""Streams that follow the chain block by block: events, transfers, storage.

Each follows heads (`btsdk.reads.blocks`): a block that a lost connection hid is fetched, and after
a reorg the blocks of the new branch are told. A stream ends when its iterator is closed, which
releases the node's subscription.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from btsdk.descriptors import StorageItem, TypedEvent
from btsdk.descriptors.inputs import Account, account_of
from btsdk.errors import UsageError
from btsdk.events.balances import Transfer
from btsdk.integers import whole
from btsdk.keys import ss58
from btsdk.reads import block_body
from btsdk.reads.blocks import STALE_AFTER, Header, headers, watch
from btsdk.rpc.effects import Emit, Program, RpcCall, ask
from btsdk.rpc.streams import each
from btsdk.state.block_context import head, pin, unhex
from btsdk.state.runtimes import Runtimes
from btsdk.tx.events import Event
from btsdk.units import Tao

_CHUNK = 64
"""Headers that are fetched at once."""


@dataclass(frozen=True)
class BlockEvents:
    """Events of one block, as `View.events` gives them."""

    header: Header
    events: tuple[Any, ...]


@dataclass(frozen=True)
class AccountTransfer:
    """TAO that moved between two accounts. `extrinsic` is the index of the extrinsic that moved it,
    None if the chain itself did."""

    block_number: int
    block_hash: str
    extrinsic: int | None
    from_: str
    to: str
    amount: Tao


def block_events(
    runtimes: Runtimes,
    kind: type[TypedEvent] | None = None,
    account: Account | None = None,
    *,
    finalized: bool = False,
    stale_after: float | None = STALE_AFTER,
) -> Program[None]:
    """Emit the `BlockEvents` of each new block that has events of this kind, naming this
    account."""

    def action(header: Header) -> Program[None]:
        at = yield from pin(runtimes, header.hash)
        found = yield from block_body.events(runtimes, at, kind, account)
        if found:
            yield from ask(Emit(BlockEvents(header, tuple(found))))

    return each(watch(finalized, stale_after), action)


def history(
    runtimes: Runtimes,
    account: Account,
    first: int,
    last: int | None = None,
    kind: type[TypedEvent] | None = None,
) -> Program[None]:
    """Emit the `BlockEvents` of each past block from `first` to `last`, by default the best one,
    that has events naming this account.

    Every block is read: the chain keeps no index by account.
    """
    begin = whole(first, "first", 0)
    end = (yield from head(runtimes)).number if last is None else whole(last, "last", begin)
    for start in range(begin, end + 1, _CHUNK):
        for header in (yield from headers(range(start, min(start + _CHUNK, end + 1)))):
            at = yield from pin(runtimes, header.hash)
            found = yield from block_body.events(runtimes, at, kind, account)
            if found:
                yield from ask(Emit(BlockEvents(header, tuple(found))))


def transfers(
    runtimes: Runtimes,
    address: Account,
    *,
    finalized: bool = False,
    stale_after: float | None = STALE_AFTER,
) -> Program[None]:
    """Emit an `AccountTransfer` for each transfer of TAO from or to an account."""
    account = account_of(address)
    if not isinstance(account, bytes) or len(account) != 32:
        raise UsageError(f"{address!r} is not an account")
    name = ss58.encode(account)

    def action(found: BlockEvents) -> Program[None]:
        for event in found.events:
            if _is_transfer(event) and name in (event.fields["from"], event.fields["to"]):
                yield from ask(Emit(_transfer(found.header, event)))

    return each(
        block_events(runtimes, None, account, finalized=finalized, stale_after=stale_after), action
    )


def _is_transfer(event: Event) -> bool:
    return event.pallet == Transfer.pallet and event.name == Transfer.name


def _transfer(header: Header, event: Event) -> AccountTransfer:
    fields = event.fields
    return AccountTransfer(
        header.number, header.hash, event.extrinsic, fields["from"], fields["to"], fields["amount"]
    )


def watch_storage(
    runtimes: Runtimes,
    item: StorageItem[..., Any, Any],
    keys: tuple[Any, ...],
    *,
    finalized: bool = False,
    stale_after: float | None = STALE_AFTER,
) -> Program[None]:
    """Emit the present value of a storage item, and then each value that differs from the last."""
    last: list[Any] = []

    def action(header: Header) -> Program[None]:
        at = yield from pin(runtimes, header.hash)
        key = "0x" + item.key(at.metadata, *keys).hex()
        raw = yield from ask(RpcCall("state_getStorage", (key, at.hash)))
        if not last or last[0] != raw:
            last[:] = [raw]
            value = item.decode(at.metadata, None if raw is None else unhex(raw))
            yield from ask(Emit(value))

    return each(watch(finalized, stale_after), action)

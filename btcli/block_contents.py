"""The contents of blocks: extrinsics and events, as JSON and as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypedDict

from btcli.context import Context
from btcli.render.blocks import Table
from btcli.render.calls import Names
from btcli.render.values import value_text
from btsdk.descriptors.json_writing import call_to_json, fields_to_json
from btsdk.descriptors.outputs import labels
from btsdk.errors import UsageError
from btsdk.extrinsic import Extrinsic
from btsdk.tx.events import Event, extrinsic_of
from btsdk.units import Alpha, Tao

if TYPE_CHECKING:
    from btsdk.client import Client, View
    from btsdk.metadata import EventRecord, Metadata
    from btsdk.reads.block_body import Block, BlockExtrinsic

_MOST_BLOCKS = 10_000


class ExtrinsicInBlockDocument(TypedDict):
    """An extrinsic of a block."""

    block: int
    index: int
    extrinsic_hash: str
    call: Annotated[Any, "`call` and `args`; calls inside it in the same form"]
    signer: Annotated[str | None, "null for an inherent"]
    nonce: int | None
    tip_tao: str
    fee_tao: Annotated[str | None, "null if none was paid"]
    success: bool
    error: Annotated[str | None, "the chain's name of it"]
    events: int
    length: Annotated[int, "in bytes"]


class EventDocument(TypedDict):
    """An event of a block."""

    block: int
    extrinsic: Annotated[int | None, "the index; null for the block's own work"]
    name: str
    fields: dict[str, Any]


class ExtrinsicsData(TypedDict):
    """The result of `extrinsics`."""

    block: Annotated[int, "the newest of the blocks"]
    extrinsics: list[ExtrinsicInBlockDocument]
    events: Annotated[list[EventDocument] | None, "with `--index` or `--hash`"]


class BlockEvent(NamedTuple):
    """An event as JSON, and as people read it."""

    document: EventDocument
    event: Event


def blocks(context: Context, client: Client, last: View, count: int) -> Iterator[Block]:
    """The `count` newest blocks up to one, oldest first; the genesis block has no contents."""
    if not 1 <= count <= _MOST_BLOCKS:
        raise UsageError(f"--blocks is between 1 and {_MOST_BLOCKS}")
    first = max(last.number - count + 1, 0)
    for number in range(first, last.number):
        context.output.progress(f"reading block {number} of {last.number}")
        yield client.at(number).block()
    yield last.block()
    if count > 1:
        context.output.progress("")


def extrinsic_document(block: Block, found: BlockExtrinsic) -> ExtrinsicInBlockDocument:
    """One extrinsic."""
    call = Extrinsic.decode(found.encoded, block.metadata).call
    return {
        "block": block.number,
        "index": found.index,
        "extrinsic_hash": found.hash,
        "call": call_to_json(block.metadata, call),
        "signer": found.signer,
        "nonce": found.nonce,
        "tip_tao": found.tip.decimal(),
        "fee_tao": None if found.fee is None else found.fee.decimal(),
        "success": found.success,
        "error": None if found.error is None else found.error.code,
        "events": len(found.events),
        "length": found.length,
    }


def events(block: Block) -> list[BlockEvent]:
    """The events of a block, as JSON and as people read them."""
    documents: list[EventDocument] = [
        {
            "block": block.number,
            "extrinsic": extrinsic_of(record),
            "name": f"{record.pallet}.{record.name}",
            "fields": _fields(block.metadata, record),
        }
        for record in block.records
    ]
    return list(map(BlockEvent, documents, block.events))


def _fields(metadata: Metadata, record: EventRecord) -> dict[str, Any]:
    case = metadata.pallet(record.pallet).events[record.name]
    names = labels(metadata, record.pallet, case)
    return fields_to_json(metadata, case.fields, names, record.fields)


def extrinsics_table(found: list[ExtrinsicInBlockDocument], names: Names) -> Table:
    """A row for each extrinsic."""
    rows = [
        (
            f"{one['block']}-{one['index']}",
            one["call"]["call"],
            _named(one["signer"], names),
            one["fee_tao"] or "",
            one["error"] or "done",
            one["extrinsic_hash"],
        )
        for one in found
    ]
    columns = ("extrinsic", "call", "signer", "fee τ", "result", "hash")
    right = frozenset(("extrinsic", "fee τ"))
    spare = ("fee τ", "signer", "hash")
    return Table(columns, rows, right=right, spare=spare, empty="no extrinsics")


def extrinsic_rows(found: ExtrinsicInBlockDocument, names: Names) -> Iterator[tuple[str, str]]:
    """What an extrinsic has beside its call."""
    signer = found["signer"]
    yield "signer", "none: it is an inherent" if signer is None else _with_name(signer, names)
    if found["nonce"] is not None:
        yield "nonce", str(found["nonce"])
    if found["fee_tao"] is not None:
        yield "fee", f"τ{found['fee_tao']}"
        yield "tip", f"τ{found['tip_tao']}"
    yield "block", f"{found['block']}, extrinsic {found['index']}"
    yield "extrinsic", found["extrinsic_hash"]
    yield "result", found["error"] or "done"


def events_table(found: Sequence[BlockEvent]) -> Table:
    """A row for each event."""
    rows = [
        (
            str(one.document["block"]),
            "" if one.event.extrinsic is None else str(one.event.extrinsic),
            one.document["name"],
            ", ".join(_field_texts(one)),
        )
        for one in found
    ]
    columns = ("block", "extrinsic", "event", "fields")
    return Table(columns, rows, right=frozenset(columns[:2]), empty="no events")


def _field_texts(found: BlockEvent) -> Iterator[str]:
    """The fields; amounts with their unit."""
    for name, value in found.document["fields"].items():
        read = found.event.fields[name]
        text = f"{read:,}" if isinstance(read, (Tao, Alpha)) else value_text(value)
        yield f"{name}={text}"


def _with_name(address: str, names: Names) -> str:
    name = names.get(address)
    return f"{address} ({name})" if name else address


def _named(address: str | None, names: Names) -> str:
    if address is None:
        return ""
    return names.get(address, address)

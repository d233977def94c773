"""The takes of a child hotkey on subnets: read, in JSON, and as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any, TypedDict

from btcli.commands.stake.child import on_subnets
from btcli.commands.stake.child.kin import decimal_share
from btcli.context import Context
from btcli.documents import AnnouncementDocument, PreviewDocument, ReceiptDocument, SentDocument
from btcli.output import Result
from btcli.render.blocks import Table
from btsdk.ops.shares import percent

if TYPE_CHECKING:
    from btsdk.client import Client, View
    from btsdk.tx.operation import Operation


class ChildTakeDocument(TypedDict):
    """The take of a child hotkey on one subnet, and its bounds: from 0 to 1."""

    netuid: int
    take: Annotated[str, "of its parents' dividends"]
    min_take: str
    max_take: str


class _TakeFields(TypedDict):
    hotkey: str
    takes: Annotated[list[ChildTakeDocument], "after the transaction, if there is one"]


class ChildTakeData(_TakeFields, total=False):
    """The result of `stake child take`. What follows `takes` is there only with `--take`."""

    parts: list[on_subnets.SubnetPartDocument]
    submitted: bool
    preview: PreviewDocument
    receipt: ReceiptDocument | SentDocument | None
    announcement: Annotated[AnnouncementDocument, "only with `--announce-only`"]


@dataclass(frozen=True)
class ChildTake:
    """A take, and the least and the greatest one."""

    netuid: int
    take: Fraction
    bounds: tuple[Fraction, Fraction]


def takes(view: View, hotkey: str, netuids: Sequence[int]) -> list[ChildTake]:
    """The takes of a hotkey."""
    found = view.gather(*(view.ask.childkey_take(hotkey, netuid) for netuid in netuids))
    bounds = view.gather(*(view.ask.childkey_take_bounds(netuid) for netuid in netuids))
    return [ChildTake(*one) for one in zip(netuids, found, bounds, strict=True)]


def shown(hotkey: str, found: Sequence[ChildTake]) -> Result:
    """The takes alone."""
    return Result(_fields(hotkey, found), (_table(hotkey, found),))


def carry_out(
    context: Context, client: Client, hotkey: str, operations: Mapping[int, Operation]
) -> Result:
    """Submit the operations, by netuid, and report the takes afterwards."""
    outcome, parts = on_subnets.submit(context, client, operations)
    view = client.head() if outcome.done is None else client.at(outcome.done.block_hash)
    found = takes(view, hotkey, list(operations))
    blocks = () if outcome.done is None else (_table(hotkey, found),)
    documents = [part.document() for part in parts]
    result = outcome.result(*blocks, **_fields(hotkey, found), parts=documents)
    return on_subnets.with_failure(result, outcome, parts)


def _fields(hotkey: str, found: Sequence[ChildTake]) -> dict[str, Any]:
    return {"hotkey": hotkey, "takes": [_document(one) for one in found]}


def _document(one: ChildTake) -> ChildTakeDocument:
    least, most = one.bounds
    return {
        "netuid": one.netuid,
        "take": decimal_share(one.take),
        "min_take": decimal_share(least),
        "max_take": decimal_share(most),
    }


def _table(hotkey: str, found: Sequence[ChildTake]) -> Table:
    return Table(
        ("subnet", "take", "least", "greatest"),
        [(str(one.netuid), percent(one.take), *map(percent, one.bounds)) for one in found],
        title=f"Takes of {hotkey} as a child",
        right=frozenset({"subnet", "take", "least", "greatest"}),
        empty="This chain has no subnets.",
    )

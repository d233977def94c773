"""Changes of the children of a hotkey, on one or several subnets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

from btcli.commands.stake.child import kin, on_subnets
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.render.blocks import Table
from btcli.terminal.block import Block

if TYPE_CHECKING:
    from btsdk.client import Client
    from btsdk.tx.operation import Operation


class ChildrenPartDocument(on_subnets.SubnetPartDocument):
    """The change on one subnet."""

    family: Annotated[
        kin.SubnetChildrenDocument | None,
        "the children afterwards; null if nothing was sent, or without waiting for the block",
    ]


class ChildrenChangeData(TransactionData):
    """The result of `stake child set` and `stake child revoke`."""

    hotkey: str
    parts: list[ChildrenPartDocument]


def carry_out(
    context: Context, client: Client, hotkey: str, operations: Mapping[int, Operation]
) -> Result:
    """Submit the operations, by netuid, and report the children afterwards."""
    outcome, parts = on_subnets.submit(context, client, operations)
    after: dict[int, kin.Family] = {}
    blocks: tuple[Block, ...] = ()
    if outcome.done is not None:
        view = client.at(outcome.done.block_hash)
        found = kin.families(view, hotkey, [part.netuid for part in parts])
        after = {family.netuid: family for family in found}
        blocks = (kin.family_table(hotkey, found),)
        if len(parts) > 1:
            rows = [(str(part.netuid), part.word) for part in parts]
            blocks = (Table(("subnet", "outcome"), rows, right=frozenset({"subnet"})), *blocks)
    documents = [
        {
            **part.document(),
            "family": kin.family_document(after[part.netuid]) if after else None,
        }
        for part in parts
    ]
    result = outcome.result(*blocks, hotkey=hotkey, parts=documents)
    return on_subnets.with_failure(result, outcome, parts)

"""The result of `wallet swap-hotkey`: the subnets of both hotkeys afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from typer import Option

from btcli.documents import TransactionData
from btcli.output import Result
from btcli.render.blocks import Facts
from btcli.transaction import Outcome

if TYPE_CHECKING:
    from btsdk.client import Client
    from btsdk.ops import SwapHotkey

NewHotkeyOption = Annotated[
    str | None,
    Option(
        "--new-hotkey", "--new-hotkey-ss58", metavar="NAME|SS58", help="The same as NEW_HOTKEY."
    ),
]
NetuidOption = Annotated[
    int | None,
    Option("--netuid", min=0, max=65_535, help="Swap on this subnet only."),
]


class HotkeySwapData(TransactionData):
    """The result of `wallet swap-hotkey`."""

    hotkey: str
    new_hotkey: str
    netuid: Annotated[int | None, "null for all subnets"]
    netuids: Annotated[list[int] | None, "where the new hotkey is registered afterwards"]
    left_netuids: Annotated[list[int] | None, "where the old hotkey is registered afterwards"]


def result(client: Client, outcome: Outcome, operation: SwapHotkey) -> Result:
    """The result, with the subnets of both hotkeys if the swap was executed."""
    moved = left = None
    facts = []
    if outcome.done is not None:
        view = client.at(outcome.done.block_hash)
        moved, left = view.gather(
            view.ask.netuids_for_hotkey(operation.new_hotkey),
            view.ask.netuids_for_hotkey(operation.hotkey),
        )
        facts = [
            (operation.new_hotkey, _registered(moved)),
            (operation.hotkey, _registered(left)),
        ]
    return outcome.result(
        *([Facts(facts)] if facts else []),
        hotkey=operation.hotkey,
        new_hotkey=operation.new_hotkey,
        netuid=operation.netuid,
        netuids=moved,
        left_netuids=left,
    )


def _registered(netuids: list[int]) -> str:
    if not netuids:
        return "registered on no subnet"
    plural = "s" * (len(netuids) > 1)
    return f"registered on subnet{plural} {', '.join(map(str, netuids))}"

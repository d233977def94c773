"""Announced coldkey swaps: documents, tables, and the operation of each action."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal, TypedDict

from typer import Option

from btcli.accounts import proxy_account, selection
from btcli.commands.wallet.asking import asked
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.render.blocks import Facts, Line, Table
from btcli.terminal.block import Block
from btcli.transaction import transact
from btsdk.errors import UsageError
from btsdk.ops import AnnounceColdkeySwap, ClearColdkeySwap, DisputeColdkeySwap, SwapColdkey

if TYPE_CHECKING:
    from btsdk.client import View
    from btsdk.reads.coldkey_swaps import ColdkeySwap

ACTIONS = ("announce", "execute", "dispute", "clear", "check")
Status = Literal["waiting", "executable", "disputed"]
Operation = AnnounceColdkeySwap | SwapColdkey | DisputeColdkeySwap | ClearColdkeySwap

_BLOCK_SECONDS = 12

NewColdkeyOption = Annotated[
    str | None,
    Option(
        "--new-coldkey",
        "--new-coldkey-ss58",
        "--new-wallet",
        "--new",
        metavar="NAME|SS58",
        help="New coldkey, to announce and to execute: a wallet name or an address.",
    ),
]


class ColdkeySwapDocument(TypedDict):
    """An announced coldkey swap."""

    coldkey: str
    new_coldkey_hash: str
    status: Annotated[Status, "`waiting`, `executable` or `disputed`"]
    executable_at: Annotated[int, "a block number"]
    clearable_at: Annotated[int, "a block number"]
    disputed_at: Annotated[int | None, "a block number"]


class ColdkeySwapsData(TypedDict):
    """The result of `wallet swap-check`."""

    block: int
    swaps: list[ColdkeySwapDocument]


class ColdkeySwapData(TransactionData):
    """The result of `wallet swap-coldkey`; of its action `check`, that of `wallet swap-check`."""

    action: str
    coldkey: str
    swap: Annotated[ColdkeySwapDocument | None, "the announced swap afterwards"]


def operation_of(context: Context, action: str, new_coldkey: str | None) -> Operation:
    """The operation of an action other than `check`."""
    if action in ("announce", "execute"):
        question = "Wallet name or address of the new coldkey"
        named = asked(context, new_coldkey, "--new-coldkey", question)
        address = selection.account(context, named)
        return AnnounceColdkeySwap(address) if action == "announce" else SwapColdkey(address)
    if new_coldkey is not None:
        raise UsageError(f"--new-coldkey has no effect with {action}")
    return DisputeColdkeySwap() if action == "dispute" else ClearColdkeySwap()


def action_of(context: Context, given: str | None) -> str:
    """The action; raises `UsageError` for an unknown one."""
    named = ", ".join(ACTIONS)
    action = asked(context, given, "ACTION", f"Action ({named})").lower()
    if action not in ACTIONS:
        raise UsageError(f"unknown action {action!r}", hint=f"One of: {named}.")
    return action


def swap_document(swap: ColdkeySwap, block: int) -> ColdkeySwapDocument:
    """An announced swap as of a block."""
    return {
        "coldkey": swap.coldkey,
        "new_coldkey_hash": "0x" + swap.new_coldkey_hash.hex(),
        "status": _status(swap, block),
        "executable_at": swap.executable_at,
        "clearable_at": swap.clearable_at,
        "disputed_at": swap.disputed_at,
    }


def swap_facts(swap: ColdkeySwap, block: int) -> Facts:
    """One announced swap as of a block."""
    rows = [
        ("coldkey", swap.coldkey),
        ("new coldkey", f"blake2-256 hash 0x{swap.new_coldkey_hash.hex()}"),
        ("status", _status(swap, block)),
        ("executable", _when(swap.executable_at, block) + _about(swap.executable_at, block)),
        ("clearable", _when(swap.clearable_at, block) + _about(swap.clearable_at, block)),
    ]
    if swap.disputed_at is not None:
        rows.append(("disputed", f"in block {swap.disputed_at:,}; only root can end that"))
    return Facts(rows, title="Announced coldkey swap")


def carry_out(context: Context, action: str, new_coldkey: str | None) -> Result:
    """Submit the operation of an action, and report the announced swap afterwards."""
    coldkey = proxy_account.coldkey(context)
    operation = operation_of(context, action, new_coldkey)
    with context.client() as client:
        outcome = transact(context, client, operation)
        shown: tuple[Block, ...] = ()
        document = None
        if outcome.done is not None:
            view = client.at(outcome.done.block_hash)
            shown, document = _afterwards(view, action, coldkey)
    return outcome.result(*shown, action=action, coldkey=coldkey, swap=document)


def of_coldkey(view: View, coldkey: str) -> Result:
    """The announced swap of one coldkey."""
    swap = view.coldkey_swap(coldkey)
    block: Block = Line(f"{coldkey} has announced no swap.")
    if swap is not None:
        block = swap_facts(swap, view.number)
    return _result(view, [] if swap is None else [swap], block)


def of_all(view: View) -> Result:
    """All announced swaps."""
    found = view.coldkey_swaps()
    rows = [
        (
            swap.coldkey,
            _status(swap, view.number),
            _when(swap.executable_at, view.number),
            _when(swap.clearable_at, view.number),
        )
        for swap in found
    ]
    columns = ("coldkey", "status", "executable", "clearable")
    empty = "No coldkey swap is announced."
    return _result(view, found, Table(columns, rows, spare=("clearable",), empty=empty))


def _afterwards(
    view: View, action: str, coldkey: str
) -> tuple[tuple[Block, ...], ColdkeySwapDocument | None]:
    """The announced swap after an action; a line if there is none any more."""
    swap = view.coldkey_swap(coldkey)
    if swap is not None:
        return (swap_facts(swap, view.number),), swap_document(swap, view.number)
    line = f"The announced swap of {coldkey} was cleared."
    if action == "execute":
        line = f"Everything of {coldkey} was moved to the new coldkey."
    return (Line(line),), None


def _result(view: View, swaps: Sequence[ColdkeySwap], block: Block) -> Result:
    documents = [swap_document(swap, view.number) for swap in swaps]
    return Result({"block": view.number, "swaps": documents}, (block,))


def _status(swap: ColdkeySwap, block: int) -> Status:
    if swap.disputed_at is not None:
        return "disputed"
    # The next block is the first that can execute it.
    return "executable" if block + 1 >= swap.executable_at else "waiting"


def _when(block: int, now: int) -> str:
    left = block - now - 1
    if left <= 0:
        return f"now (from block {block:,})"
    return f"from block {block:,}, in {left:,} blocks"


def _about(block: int, now: int) -> str:
    """The time until a block, in words; empty if there is none left."""
    hours = (block - now - 1) * _BLOCK_SECONDS / 3600
    if hours <= 0:
        return ""
    about = f"{hours / 24:.1f} days" if hours >= 48 else f"{hours:.1f} hours"
    return f" (about {about} at {_BLOCK_SECONDS} s a block)"

"""`explorer_*`: the chain decoded, for the explorer page and for clients without a codec.

Amounts are rao as digits in a string, accounts ss58 addresses, times milliseconds since 1970.
Missing values are null; `at` is the hash of a block, by default the best one.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from btsdk.errors import AddressError
from btsdk.keys import ss58
from local_node.chain.errors import UnknownBlock
from local_node.rpc.context import Rpc
from local_node.rpc.dev import whole
from local_node.rpc.errors import RUNTIME_ERROR, RpcFailure, invalid_params
from local_node.rpc.methods import Namespace
from local_node.rpc.wire import read_bytes, read_hash, read_number, read_optional_hash, read_text
from local_node.runtime.boundary import RuntimePanic, UnknownEntry

if TYPE_CHECKING:
    from btsdk.state.block_context import BlockContext

T = TypeVar("T")

METHODS = Namespace()

MOST_SUMMARIES = 100
MOST_EXTRINSICS = 100
MOST_ACTIVITY = 50
LONGEST_SEARCH = 200
"""The longest search text, in characters."""

_ACCOUNT_BYTES = 32


@METHODS.method("explorer_blocks")
def blocks(rpc: Rpc, before: Any = None, count: Any = None) -> list[dict[str, Any]]:
    """Summaries of blocks, newest first: from the best one down, or those below `before`."""
    wanted = _count(count, 25, MOST_SUMMARIES)
    start = read_optional_hash(before, "before")
    known = rpc.explorer.blocks
    skipped = 0 if start is None else 1
    headers = islice(known.back_from(start), skipped, skipped + wanted)
    return [known.summary(header.hash) for header in headers]


@METHODS.method("explorer_block")
def block(rpc: Rpc, block: Any, start: Any = None, count: Any = None) -> dict[str, Any] | None:
    """A block by number or hash with its extrinsics decoded, `count` from the number `start` on;
    null for an unknown block."""
    first = 0 if start is None else start
    if not whole(first, 0):
        raise invalid_params("start must be the number of an extrinsic")
    wanted = _count(count, 25, MOST_EXTRINSICS)
    found = _block_hash(rpc, block)
    try:
        return None if found is None else rpc.explorer.blocks.detail(found, first, wanted)
    except UnknownBlock:
        return None


@METHODS.method("explorer_account")
def account(rpc: Rpc, account: Any, at: Any = None) -> dict[str, Any]:
    """Balance, stakes, hotkeys, registrations and identity of an account."""
    who = _account(account)
    return _answer(rpc, at, lambda pinned: rpc.explorer.accounts.one(pinned, who))


@METHODS.method("explorer_activity")
def activity(rpc: Rpc, account: Any, before: Any = None, count: Any = None) -> dict[str, Any]:
    """The extrinsics that contain an account, newest first, in 256 blocks from the best one (or
    `before`) down; `next` is the `before` of the next page, null at the end."""
    who, start = _account(account), read_optional_hash(before, "before")
    return rpc.explorer.accounts.activity(who, start, _count(count, 25, MOST_ACTIVITY))


@METHODS.method("explorer_subnets")
def subnets(rpc: Rpc, at: Any = None) -> list[dict[str, Any]]:
    """All subnets."""
    return _answer(rpc, at, rpc.explorer.subnets.all)


@METHODS.method("explorer_subnet")
def subnet(rpc: Rpc, netuid: Any, at: Any = None) -> dict[str, Any] | None:
    """A subnet with its hyperparameters; null if there is none."""
    number = _netuid(netuid)
    return _answer(rpc, at, lambda pinned: rpc.explorer.subnets.one(pinned, number))


@METHODS.method("explorer_metagraph")
def metagraph(rpc: Rpc, netuid: Any, at: Any = None) -> dict[str, Any] | None:
    """The neurons of a subnet; null if there is none."""
    number = _netuid(netuid)
    return _answer(rpc, at, lambda pinned: rpc.explorer.subnets.metagraph(pinned, number))


@METHODS.method("explorer_weights")
def weights(rpc: Rpc, netuid: Any, mechanism: Any = None, at: Any = None) -> dict[str, Any] | None:
    """The weights on a subnet as sparse rows, `[uid, [[uid, weight], …]]`, and the commitments that
    are pending; null if there is no such subnet or mechanism."""
    number, which = _netuid(netuid), 0 if mechanism is None else mechanism
    if not whole(which, 0, 255):
        raise invalid_params("mechanism must be a whole number below 256")
    return _answer(rpc, at, lambda pinned: rpc.explorer.subnets.weights(pinned, number, which))


@METHODS.method("explorer_search")
def search(rpc: Rpc, text: Any) -> list[dict[str, Any]]:
    """The matches of a text: a block's number or hash, an extrinsic's hash, an account, a
    subnet."""
    wanted = read_text(text, "text")
    if len(wanted) > LONGEST_SEARCH:
        raise invalid_params(f"text: expected at most {LONGEST_SEARCH} characters")
    return _run(lambda: rpc.explorer.search.find(wanted))


def _answer(rpc: Rpc, at: Any, ask: Callable[[BlockContext], T]) -> T:
    """The result of a query of a state; raises the errors of `state_*` if the state is not
    available."""
    state = rpc.state(read_optional_hash(at, "at"))
    return _run(lambda: ask(rpc.explorer.reader.at(state.block.hash)))


def _run(ask: Callable[[], T]) -> T:
    """The result of a query; raises the error of `state_call` if the runtime fails."""
    try:
        return ask()
    except (UnknownEntry, RuntimePanic) as error:
        raise RpcFailure(RUNTIME_ERROR, "Client error: Execution failed", str(error)) from error


def _block_hash(rpc: Rpc, block: Any) -> bytes | None:
    """A block by hash, or by number as a number or its digits."""
    if isinstance(block, str) and not (block.isascii() and block.isdigit()):
        return read_hash(block, "block")
    return rpc.chain.hash_at(read_number(block, "block"))


def _account(value: Any) -> bytes:
    """An account by its address on any network, or as 32 bytes in hex."""
    text = read_text(value, "account")
    if text.startswith("0x"):
        data = read_bytes(text, "account")
        if len(data) == _ACCOUNT_BYTES:
            return data
        raise invalid_params(f"an account must have 32 bytes, not {len(data)}")
    try:
        return ss58.decode(text, None)
    except AddressError as error:
        raise invalid_params(" ".join(filter(None, (f"{error}.", error.hint)))) from None


def _netuid(value: Any) -> int:
    if not whole(value, 0, 2**16 - 1):
        raise invalid_params("netuid must be a whole number below 65536")
    return int(value)


def _count(value: Any, default: int, most: int) -> int:
    if value is None:
        return default
    if not whole(value, 1, most):
        raise invalid_params(f"count must be a whole number from 1 to {most}")
    return int(value)

"""Answers about a block's body and events, with the runtime that executed it.

A block is executed by the runtime of its parent's state. The runtime in its own state differs from
that in a block that upgrades it: then only the parent's metadata decodes its extrinsics and events.
"""

from __future__ import annotations

from dataclasses import replace

from btsdk.errors import RpcError
from btsdk.rpc.effects import Json, Program, RpcBatch, RpcCall, ask
from btsdk.state.block_context import CODE_KEY, BlockContext, pin
from btsdk.state.runtimes import Runtimes


def executed(
    runtimes: Runtimes, at: BlockContext, *calls: RpcCall
) -> Program[tuple[BlockContext, list[Json]]]:
    """The block with the runtime that executed it, and the answers to some calls, in one round
    trip unless the block upgraded the runtime."""
    if at.parent_hash is None or at.number == 0:
        return at, (yield from ask(RpcBatch(calls)))
    code = RpcCall("state_getStorageHash", (CODE_KEY, at.parent_hash))
    try:
        found, *answers = yield from ask(RpcBatch((code, *calls)))
    except RpcError:  # the state of the parent was discarded, that of the block is the oldest
        return at, (yield from ask(RpcBatch(calls)))
    if found != at.runtime.code_hash:
        before = yield from pin(runtimes, at.parent_hash)
        at = replace(at, runtime=before.runtime)
    return at, answers

"""A pinned block, and the runtime whose metadata decodes its state."""

from __future__ import annotations

import re
from dataclasses import dataclass

from btsdk.errors import ProtocolError, RpcError, UsageError
from btsdk.hexadecimal import from_hex
from btsdk.integers import whole
from btsdk.metadata import Metadata
from btsdk.rpc.effects import Json, Program, RpcBatch, RpcCall, ask
from btsdk.state.runtimes import Known, Runtime, Runtimes
from btsdk.well_known_keys import CODE

CODE_KEY = "0x" + CODE.hex()
_METADATA_VERSION = (15).to_bytes(4, "little")


@dataclass(frozen=True)
class BlockContext:
    """A pinned block: reads through it see the state after it."""

    hash: str
    number: int
    runtime: Runtime
    parent_hash: str | None = None

    @property
    def metadata(self) -> Metadata:
        """The metadata of the runtime at this block."""
        return self.runtime.metadata


def head(runtimes: Runtimes) -> Program[BlockContext]:
    """The best block."""
    block_hash = yield from ask(RpcCall("chain_getBlockHash"))
    return (yield from pin(runtimes, block_hash))


def finalized(runtimes: Runtimes) -> Program[BlockContext]:
    """The last finalized block."""
    block_hash = yield from ask(RpcCall("chain_getFinalizedHead"))
    return (yield from pin(runtimes, block_hash))


_HASH = re.compile("0x[0-9a-fA-F]{64}")


def at(runtimes: Runtimes, block: int | str) -> Program[BlockContext]:
    """The block of a height or a hash (`0x…`)."""
    if isinstance(block, str):
        if _HASH.fullmatch(block) is None:
            raise UsageError(
                f"{block!r} is not the hash of a block",
                hint="A hash is 0x and 64 hex digits; a height is a number, such as at(18).",
            )
        return (yield from pin(runtimes, block))
    block = whole(block, "block", 0)
    block_hash = yield from ask(RpcCall("chain_getBlockHash", (block,)))
    if block_hash is None:
        raise UsageError(f"the chain has no block {block} (yet)")
    return (yield from pin(runtimes, block_hash))


def pin(runtimes: Runtimes, block_hash: str, *, fresh: bool = False) -> Program[BlockContext]:
    """The block with this hash and its runtime; with `fresh`, metadata does not come from a
    cache."""
    header, version, code_hash = yield from _about(block_hash)
    if header is None:
        raise _no_block(block_hash)
    known = None if fresh else runtimes.find(str(code_hash))
    fresh = known is None
    if known is None:
        asked = runtimes.origin()
        known = runtimes.add(str(code_hash), (yield from _fetch(block_hash)), asked)
    runtime = _runtime(known, str(code_hash), version, fresh=fresh)
    return BlockContext(block_hash, height(header), runtime, header.get("parentHash"))


def _about(block_hash: str) -> Program[list[Json]]:
    questions = (
        RpcCall("chain_getHeader", (block_hash,)),
        RpcCall("state_getRuntimeVersion", (block_hash,)),
        RpcCall("state_getStorageHash", (CODE_KEY, block_hash)),
    )
    try:
        return (yield from ask(RpcBatch(questions)))
    except RpcError:
        # Nodes answer reads of an unknown block's state with an error.
        if (yield from ask(questions[0])) is None:
            raise _no_block(block_hash) from None
        raise


def _no_block(block_hash: str) -> UsageError:
    return UsageError(f"the chain has no block {block_hash}")


def _fetch(block_hash: str) -> Program[bytes]:
    """Metadata of version 15, which has the runtime APIs; older runtimes have only version 14."""
    try:
        call = ("Metadata_metadata_at_version", "0x" + _METADATA_VERSION.hex(), block_hash)
        answer = yield from ask(RpcCall("state_call", call))
        if answer != "0x00":
            return unhex(answer)
    except RpcError:
        pass  # a runtime before `metadata_at_version`
    return unhex((yield from ask(RpcCall("state_getMetadata", (block_hash,)))))


def _runtime(known: Known, code_hash: str, version: Json, *, fresh: bool) -> Runtime:
    match version:
        case {"specName": str(name), "specVersion": spec, "transactionVersion": transactions} if (
            _is_u32(spec) and _is_u32(transactions)
        ):
            return Runtime(
                known.metadata, code_hash, name, spec, transactions, known.content, fresh
            )
    raise ProtocolError(f"state_getRuntimeVersion answered {str(version)[:200]}")


def _is_u32(value: Json) -> bool:
    return type(value) is int and 0 <= value < 1 << 32


def height(header: Json) -> int:
    """The number of a header, a u32; `ProtocolError` for anything else."""
    try:
        if 0 <= (number := int(header["number"], 16)) < 1 << 32:
            return number
    except (KeyError, TypeError, ValueError) as error:
        raise ProtocolError(f"chain_getHeader answered {str(header)[:80]}") from error
    raise ProtocolError(f"chain_getHeader answered block {str(header['number'])[:80]}")


def unhex(text: Json) -> bytes:
    """The bytes of a `0x…` text; `ProtocolError` for anything else."""
    try:
        if text[:2] != "0x":
            raise ValueError("no 0x")
        return from_hex(text)
    except (TypeError, ValueError) as error:
        raise ProtocolError(f"the node's answer is not hex: {str(text)[:40]}") from error

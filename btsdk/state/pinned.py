"""A pinned block, and the runtime whose metadata decodes its state.

A runtime is known by the hash of its code (`state_getStorageHash(":code")`), never by a spec
version alone: two builds of one version may differ. What was decoded once is kept in memory for the
process, and as bytes in the cache folder for the next one.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Protocol

from btsdk.errors import ProtocolError, RpcError, UsageError
from btsdk.metadata import Metadata, decode_metadata
from btsdk.rpc.effects import Batch, Call, Json, Program, ask

CODE_KEY = "0x" + b":code".hex()
_METADATA_VERSION = (15).to_bytes(4, "little")
_KEPT = 8


class Cache(Protocol):
    """Where metadata outlives the process (`btsdk.metadata.cache.MetadataCache`)."""

    def load(self, code_hash: bytes) -> Metadata | None:
        """The metadata of the runtime with this code, if it is kept."""

    def save(self, code_hash: bytes, data: bytes) -> object:
        """Keep the bytes that the chain answered."""


@dataclass(frozen=True)
class Runtime:
    """One runtime: what decodes its state, and what its signatures commit to."""

    metadata: Metadata
    code_hash: str
    spec_name: str
    spec_version: int
    transaction_version: int


@dataclass
class Runtimes:
    """The metadata seen so far: the newest few in memory, all in the cache folder."""

    cache: Cache | None = None
    recent: OrderedDict[str, Metadata] = field(default_factory=OrderedDict)

    def find(self, code_hash: str) -> Metadata | None:
        """Metadata that needs no asking."""
        known = self.recent.get(code_hash)
        if known is None and self.cache is not None:
            known = self.cache.load(unhex(code_hash))
        if known is not None:
            self._remember(code_hash, known)
        return known

    def add(self, code_hash: str, data: bytes) -> Metadata:
        """Decode what the chain answered, and keep it."""
        metadata = decode_metadata(data)
        if self.cache is not None:
            self.cache.save(unhex(code_hash), data)
        self._remember(code_hash, metadata)
        return metadata

    def _remember(self, code_hash: str, metadata: Metadata) -> None:
        self.recent[code_hash] = metadata
        self.recent.move_to_end(code_hash)
        while len(self.recent) > _KEPT:
            self.recent.popitem(last=False)


@dataclass(frozen=True)
class At:
    """A block: everything that is read through it is read at its end."""

    hash: str
    number: int
    runtime: Runtime

    @property
    def metadata(self) -> Metadata:
        """The metadata of the runtime at this block."""
        return self.runtime.metadata


def head(runtimes: Runtimes) -> Program[At]:
    """The best block."""
    block_hash = yield from ask(Call("chain_getBlockHash"))
    return (yield from pin(runtimes, block_hash))


def finalized(runtimes: Runtimes) -> Program[At]:
    """The last finalized block."""
    block_hash = yield from ask(Call("chain_getFinalizedHead"))
    return (yield from pin(runtimes, block_hash))


def at(runtimes: Runtimes, block: int | str) -> Program[At]:
    """The block of a height or a hash (`0x…`)."""
    if isinstance(block, str):
        return (yield from pin(runtimes, block))
    block_hash = yield from ask(Call("chain_getBlockHash", (block,)))
    if block_hash is None:
        raise UsageError(f"the chain has no block {block} (yet)")
    return (yield from pin(runtimes, block_hash))


def pin(runtimes: Runtimes, block_hash: str) -> Program[At]:
    """The block with this hash, with its runtime."""
    header, version, code_hash = yield from _about(block_hash)
    if header is None:
        raise _no_block(block_hash)
    metadata = runtimes.find(code_hash)
    if metadata is None:
        metadata = runtimes.add(code_hash, (yield from _fetch(block_hash)))
    return At(block_hash, int(header["number"], 16), _runtime(metadata, code_hash, version))


def _about(block_hash: str) -> Program[list[Json]]:
    questions = (
        Call("chain_getHeader", (block_hash,)),
        Call("state_getRuntimeVersion", (block_hash,)),
        Call("state_getStorageHash", (CODE_KEY, block_hash)),
    )
    try:
        return (yield from ask(Batch(questions)))
    except RpcError:
        # Nodes answer questions about the state of an unknown block with an error.
        if (yield from ask(questions[0])) is None:
            raise _no_block(block_hash) from None
        raise


def _no_block(block_hash: str) -> UsageError:
    return UsageError(f"the chain has no block {block_hash}")


def _fetch(block_hash: str) -> Program[bytes]:
    """Version 15, which has the runtime APIs; what an older runtime has where it lacks that."""
    try:
        call = ("Metadata_metadata_at_version", "0x" + _METADATA_VERSION.hex(), block_hash)
        answer = yield from ask(Call("state_call", call))
        if answer != "0x00":
            return unhex(answer)
    except RpcError:
        pass  # a runtime before `metadata_at_version`
    return unhex((yield from ask(Call("state_getMetadata", (block_hash,)))))


def _runtime(metadata: Metadata, code_hash: str, version: Json) -> Runtime:
    try:
        return Runtime(
            metadata,
            code_hash,
            str(version["specName"]),
            int(version["specVersion"]),
            int(version["transactionVersion"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ProtocolError(f"state_getRuntimeVersion answered {version!r}") from error


def unhex(text: Json) -> bytes:
    """The bytes of a `0x…` text; `ProtocolError` for anything else."""
    try:
        if text[:2] != "0x":
            raise ValueError("no 0x")
        return bytes.fromhex(text[2:])
    except (TypeError, ValueError) as error:
        raise ProtocolError(f"the node answered what is not hex: {str(text)[:40]}") from error

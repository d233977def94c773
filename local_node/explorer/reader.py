"""The SDK's reads on a chain of this process: the same programs, without a client.

A read asks for storage, keys or a runtime call at one block. It is answered from that block's state
as by a node.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from btsdk.errors import UsageError
from btsdk.hexadecimal import from_hex
from btsdk.keys.hashing import blake2_256
from btsdk.metadata import Metadata, decode_metadata
from btsdk.rpc.effects import Json, Program, RpcBatch, RpcCall
from btsdk.state.block_context import BlockContext
from btsdk.state.runtimes import Runtime
from btsdk.well_known_keys import CODE
from local_node.chain.chain import Chain
from local_node.chain.view import StateView
from local_node.runtime.boundary import RuntimePanic, UnknownEntry

T = TypeVar("T")
P = ParamSpec("P")

_VERSION_15 = (15).to_bytes(4, "little")
"""The first metadata version with runtime APIs."""


class Reader:
    """Reads at any block whose state is kept; raises `UnknownBlock` or `StateDiscarded` for
    others."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self._metadata: dict[bytes, Metadata] = {}

    def at(self, block_hash: bytes | None = None) -> BlockContext:
        """The context of a block, by default the best, with the runtime of its state."""
        state = self.chain.state(block_hash)
        block, version = state.block, self.chain.version(state.block.hash)
        runtime = Runtime(
            self.metadata(state),
            _hex(_code_hash(state)),
            version.spec_name,
            version.spec_version,
            version.transaction_version,
        )
        return BlockContext(_hex(block.hash), block.number, runtime)

    def metadata(self, state: StateView) -> Metadata:
        """The metadata of the runtime in a state; cached, since decoding is slow."""
        code_hash = _code_hash(state)
        if code_hash not in self._metadata:
            self._metadata[code_hash] = decode_metadata(self._metadata_of(state.block.hash))
        return self._metadata[code_hash]

    def read(
        self, program: Callable[Concatenate[BlockContext, P], Program[T]], at: BlockContext,
        *args: P.args, **named: P.kwargs,
    ) -> T:  # fmt: skip
        """The result of a read at a block."""
        state = self.chain.state(from_hex(at.hash))
        steps = program(at, *args, **named)
        answer: Json = None
        while True:
            try:
                request = steps.send(answer)
            except StopIteration as stop:
                value: T = stop.value
                return value
            match request:
                case RpcCall():
                    answer = self._answer(state, request)
                case RpcBatch(calls):
                    answer = [self._answer(state, call) for call in calls]
                case _:
                    raise UsageError(f"{type(request).__name__} is not a read of a state")

    def _answer(self, state: StateView, question: RpcCall) -> Json:
        match question.method, *question.params:
            case "state_getStorage", str(key), _:
                return _optional_hex(state.get(from_hex(key)))
            case "state_queryStorageAt", list(keys), at:
                changes = [[key, _optional_hex(state.get(from_hex(key)))] for key in keys]
                return [{"block": at, "changes": changes}]
            case "state_getKeysPaged", str(prefix), int(count), start, _:
                after = None if start is None else from_hex(start)
                return [_hex(key) for key in state.keys(from_hex(prefix), after, count)]
            case "state_call", str(entry), str(data), _:
                return _hex(self.chain.call(entry, from_hex(data), state.block.hash))
        raise UsageError(f"{question.method} is no question about a state")

    def _metadata_of(self, block_hash: bytes) -> bytes:
        try:
            answer = self.chain.call("Metadata_metadata_at_version", _VERSION_15, block_hash)
        except (UnknownEntry, RuntimePanic):
            answer = b"\x00"  # an older runtime has no version 15
        return self.chain.metadata(block_hash) if answer == b"\x00" else answer


def _code_hash(state: StateView) -> bytes:
    return blake2_256(state.get(CODE) or b"")


def _hex(data: bytes) -> str:
    return "0x" + data.hex()


def _optional_hex(data: bytes | None) -> str | None:
    return None if data is None else _hex(data)

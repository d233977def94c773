"""A runtime compiled to WebAssembly behind the boundary: a fresh instance for each call.

The code is the one that lies under `:code` in the state on which a call begins, so an upgrade takes
effect with the next block. An instance cannot outlive its call, grow beyond its heap, or run longer
than its fuel lasts; when it traps, the caller drops what it wrote.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from wasmtime import Store

from btsdk.errors import BtError, ScaleError
from local_node.runtime.boundary import RuntimePanic, UnknownEntry, WasmExternalities
from local_node.runtime.wasm.allocator import AllocationFailed
from local_node.runtime.wasm.binding import OutOfBounds, Trapped
from local_node.runtime.wasm.call import LOG, Call
from local_node.runtime.wasm.code import BadCode, embedded_version, wasm_of
from local_node.runtime.wasm.host.function import HostError, Span
from local_node.runtime.wasm.host.keystore import KeyStore
from local_node.runtime.wasm.host.offchain import OffchainDatabase
from local_node.runtime.wasm.linking import Program
from local_node.runtime.wasm.modules import Modules, engine
from local_node.runtime.wasm.nowhere import Nowhere

HEAP_PAGES_KEY: Final = b":heappages"
"""Under which a chain says how large its runtime's heap may be."""

_SPENT: Final = "all fuel consumed"
_MOST_PAGES: Final = 65536


@dataclass(frozen=True)
class Limits:
    """What one call may use. `heap_pages` are those (64 KiB each) beyond what the code declares,
    where the chain does not say; `fuel` counts instructions, some billions of them a second."""

    heap_pages: int = 2048
    fuel: int = 200_000_000_000


class WasmRuntime:
    """Runs the code of the state it is called on; `code` is taken where a state has none yet."""

    def __init__(
        self,
        code: bytes | None = None,
        *,
        limits: Limits | None = None,
        folder: Path | None = None,
    ) -> None:
        self._code = code
        self._limits = limits or Limits()
        self._modules = Modules(folder)
        self._programs: dict[int, Program] = {}
        self._lock = threading.RLock()
        self._call: Call | None = None
        self.keystore = KeyStore()
        self.offchain = OffchainDatabase()

    def call(self, entry: str, args: bytes, ext: WasmExternalities) -> bytes:
        """Run one entry point; raises `UnknownEntry`, `RuntimePanic` or `BadCode`."""
        code = ext.code or self._code
        if code is None:
            raise BadCode("the state has no runtime: there is nothing under :code")
        with self._lock:
            return self._run(self._program(code), entry, args, ext)

    def version_of(self, code: bytes) -> bytes | None:
        """The encoded version of a runtime, None where the code is none."""
        try:
            found = embedded_version(wasm_of(code))
            return found or self.call("Core_version", b"", Nowhere(code))
        except BtError:
            return None

    def _program(self, code: bytes) -> Program:
        module = self._modules.of(code)
        program = self._programs.get(id(module))
        if program is None:
            program = self._programs[id(module)] = Program(module, self._current, self._failed)
        return program

    def _run(self, program: Program, entry: str, args: bytes, ext: WasmExternalities) -> bytes:
        if entry not in program.entries:
            raise UnknownEntry(entry)
        store = Store(engine())
        store.set_fuel(self._limits.fuel)
        linked = program.instantiate(store, self._heap_pages(ext))
        call = Call(self, ext, linked.memory, linked.scratch)
        with self._now(call):
            try:
                answer = Span.of(linked.function(entry)(linked.allocate(args), len(args)))
                return linked.memory.read(*answer)
            except (Trapped, OutOfBounds) as trap:
                raise self._reason(call, entry, trap) from call.failure
            finally:
                self._close(call)

    def _reason(self, call: Call, entry: str, trap: BtError) -> BaseException:
        """Why a call ended: the runtime's own words, where it had some."""
        failure = call.failure
        ours = (HostError, OutOfBounds, AllocationFailed, ScaleError)
        if failure is not None and not isinstance(failure, ours):
            return failure  # nothing of the runtime's: a disk, a remote, Ctrl-C
        if _SPENT in str(trap):
            return RuntimePanic(entry, f"it ran for more than {self._limits.fuel} instructions")
        return RuntimePanic(entry, call.panic or str(failure or trap))

    def _close(self, call: Call) -> None:
        if call.transactions:
            LOG.warning("%d storage transactions were left open", call.transactions)
        while call.transactions:
            call.ext.rollback()
            call.transactions -= 1

    def _heap_pages(self, ext: WasmExternalities) -> int:
        said = ext.get(HEAP_PAGES_KEY)
        if said is None or len(said) != 8:
            return self._limits.heap_pages
        return min(int.from_bytes(said, "little"), _MOST_PAGES)

    @contextmanager
    def _now(self, call: Call) -> Iterator[None]:
        """Host functions work on `call` meanwhile; a runtime may ask for another's version."""
        before, self._call = self._call, call
        try:
            yield
        finally:
            self._call = before

    def _current(self) -> Call:
        if self._call is None:
            raise HostError("a host function was called outside of a call")
        return self._call

    def _failed(self, error: BaseException) -> None:
        if self._call is not None and self._call.failure is None:
            self._call.failure = error

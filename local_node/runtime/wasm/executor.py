"""The executor of runtimes compiled to WebAssembly: a fresh instance for each call.

The code is that under `:code` in the state at the start of the call, so an upgrade takes effect
with the next block. Heap and fuel of an instance are limited, and it ends with its call. When it
traps, the caller drops its writes.
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
from btsdk.well_known_keys import HEAP_PAGES
from local_node.runtime.boundary import RuntimePanic, UnknownEntry, WasmExternalities
from local_node.runtime.wasm.allocator import AllocationFailed
from local_node.runtime.wasm.binding import PAGE_BYTES, OutOfBounds, Trapped
from local_node.runtime.wasm.call import LOG, Call
from local_node.runtime.wasm.code import BadCode, embedded_version, wasm_of
from local_node.runtime.wasm.engine import engine
from local_node.runtime.wasm.guard import Guard
from local_node.runtime.wasm.host.function import HostError, Span
from local_node.runtime.wasm.host.keystore import KeyStore
from local_node.runtime.wasm.host.offchain import OffchainDatabase
from local_node.runtime.wasm.linking import Linked, Program
from local_node.runtime.wasm.modules import Modules
from local_node.runtime.wasm.null_externalities import NullExternalities

_SPENT: Final = "all fuel consumed"
_MOST_HEAP_PAGES: Final = 16384
"""The largest heap, 1 GiB, for any setting of the chain."""
_MOST_TABLE: Final = 1_000_000
_INSTANCES, _MEMORIES, _TABLES = 2, 3, 16
"""The instances, memories and tables of one call: the runtime and `environment.py`, with heap,
scratch and the allocator's lists as memories."""

_VERSION_S: Final = 2.0

_LONG: Final = frozenset(
    {"Core_initialize_block", "Core_execute_block", "GenesisBuilder_build_state"}
)
"""Entry points that may walk through a whole state, as migrations do."""


@dataclass(frozen=True)
class ExecutionLimits:
    """The limits of one call.

    `heap_pages` are pages of 64 KiB beyond the code's own memory, unless the chain sets a number.
    `fuel` counts instructions, some billions per second. `seconds` are processor time,
    `long_seconds` those of calls that may migrate a state.
    """

    heap_pages: int = 2048
    fuel: int = 200_000_000_000
    seconds: float = 20
    long_seconds: float = 60


class WasmRuntime:
    """Runs the code of the given state; `code` is used while a state has none."""

    def __init__(
        self,
        code: bytes | None = None,
        *,
        limits: ExecutionLimits | None = None,
        folder: Path | None = None,
    ) -> None:
        self._code = code
        self._limits = limits or ExecutionLimits()
        self._modules = Modules(folder)
        self._programs: dict[int, Program] = {}
        self._lock = threading.RLock()
        self._call: Call | None = None
        self.keystore = KeyStore()
        self.offchain = OffchainDatabase()

    def call(self, entry: str, args: bytes, ext: WasmExternalities) -> bytes:
        """Run one entry point; raise `UnknownEntry`, `RuntimePanic` or `BadCode`."""
        code = ext.code or self._code
        if code is None:
            raise BadCode("the state has no runtime: there is nothing under :code")
        with self._lock:
            return self._run(self._program(code), entry, args, ext)

    def version_of(self, code: bytes) -> bytes | None:
        """The encoded version of a runtime, or None if the code is not one."""
        try:
            found = embedded_version(wasm_of(code))
            return found or self._version_by_asking(code)
        except BtError:
            return None

    def _version_by_asking(self, code: bytes) -> bytes:
        """Run `Core_version` of foreign code, with little time as another call may be running."""
        seconds = min(self._limits.seconds, _VERSION_S)
        limits = ExecutionLimits(self._limits.heap_pages, self._limits.fuel, seconds, seconds)
        asked = WasmRuntime(code, limits=limits)
        asked._modules = self._modules
        return asked.call("Core_version", b"", NullExternalities(code))

    def _program(self, code: bytes) -> Program:
        module = self._modules.of(code)
        program = self._programs.get(id(module))
        if program is None:
            program = self._programs[id(module)] = Program(module, self._current, self._failed)
        return program

    def _run(self, program: Program, entry: str, args: bytes, ext: WasmExternalities) -> bytes:
        if entry not in program.entries:
            raise UnknownEntry(entry)
        pages = self._heap_pages(ext)
        most = program.most_pages(pages)
        store = Store(engine())
        store.set_fuel(self._limits.fuel)
        store.set_limits(most * PAGE_BYTES, _MOST_TABLE, _INSTANCES, _TABLES, _MEMORIES)
        seconds = self._limits.long_seconds if entry in _LONG else self._limits.seconds
        with Guard(store, seconds, lambda: ext.is_stopped) as guard:
            try:
                linked = program.instantiate(store, most)
            except (Trapped, OutOfBounds) as trap:
                raise self._ended(guard, None, entry, trap) from trap
            return self._answer(guard, linked, entry, args, ext)

    def _answer(
        self, guard: Guard, linked: Linked, entry: str, args: bytes, ext: WasmExternalities
    ) -> bytes:
        call = Call(self, ext, linked.memory, linked.scratch)
        with self._now(call):
            try:
                answer = Span.of(linked.function(entry)(linked.allocate(args), len(args)))
                return linked.memory.read(*answer)
            except (Trapped, OutOfBounds) as trap:
                raise self._ended(guard, call, entry, trap) from call.failure
            finally:
                self._close(call)

    def _ended(self, guard: Guard, call: Call | None, entry: str, trap: BtError) -> BaseException:
        """The error of an ended call: the runtime's own message, if it has one."""
        if guard.error is not None:
            return guard.error  # Ctrl-C
        if guard.reason is not None:
            return RuntimePanic(entry, guard.reason)
        failure = None if call is None else call.failure
        ours = (HostError, OutOfBounds, AllocationFailed, ScaleError, Trapped)
        if failure is not None and not isinstance(failure, ours):
            return failure  # not the runtime's failure: a disk, a remote, Ctrl-C
        if _SPENT in str(trap):
            return RuntimePanic(entry, f"it ran for more than {self._limits.fuel} instructions")
        said = "" if call is None else call.panic
        return RuntimePanic(entry, said or str(failure or trap))

    def _close(self, call: Call) -> None:
        if call.transactions:
            LOG.warning("%d storage transactions were left open", call.transactions)
        while call.transactions:
            call.ext.rollback()
            call.transactions -= 1

    def _heap_pages(self, ext: WasmExternalities) -> int:
        said = ext.get(HEAP_PAGES)
        if said is None or len(said) != 8:
            return self._limits.heap_pages
        return min(int.from_bytes(said, "little"), _MOST_HEAP_PAGES)

    @contextmanager
    def _now(self, call: Call) -> Iterator[None]:
        """Set the call of the host functions; a runtime may request another's version meanwhile."""
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

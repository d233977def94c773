"""The state of one entry point call, for its host functions."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from btsdk.errors import BtError
from local_node.runtime.boundary import WasmExternalities
from local_node.runtime.wasm.binding import Memory

if TYPE_CHECKING:
    from local_node.runtime.wasm.executor import WasmRuntime

LOG: Final = logging.getLogger("local_node.runtime.wasm")
"""The log of messages from runtimes; each target is a child logger."""

MOST_HELD: Final = 1024**3
"""The bytes that one call may write; half of it if nothing is overwritten."""
MOST_LINES: Final = 10_000
MOST_TRANSACTIONS: Final = 1_000
_ENTRY_BYTES: Final = 100


class HostError(BtError):
    """Raised by a host function that refuses a request; the runtime then traps."""


@dataclass
class Call:
    """The state of one call.

    `panic` is the runtime's message before it trapped, `failure` the exception of a host function,
    and `transactions` the number of transactions that the call opened.
    """

    runtime: WasmRuntime
    ext: WasmExternalities
    memory: Memory
    scratch: Memory
    panic: str = ""
    failure: BaseException | None = None
    transactions: int = 0
    batch_is_good: bool | None = field(default=None)
    _written: int = 0
    _lines: int = 0

    def keep(self, size: int) -> None:
        """Count `size` bytes that the host stores for the call; raise `HostError` over the
        limit."""
        self._written += size + _ENTRY_BYTES
        if self._written > MOST_HELD:
            self._written = self.ext.held_bytes  # much may have been written over
            if self._written > MOST_HELD // 2:
                raise HostError(f"the runtime has written {self._written >> 20} MiB in one call")

    def say(self) -> bool:
        """Whether the call may write one more line to the log."""
        self._lines += 1
        return self._lines <= MOST_LINES

    def leave(self, data: bytes) -> int:
        """Store a result in the scratch memory; return its length."""
        length = len(data)
        self.scratch.reserve(length)
        self.scratch.write(0, data)
        return length

"""`ext_logging_*` and `ext_panic_handler_*`: what the runtime says goes to the node's log.

A runtime that panics says why, at the level of errors, and traps: that is kept as the call's
reason.
"""

from __future__ import annotations

import logging
from typing import Final

from local_node.runtime.wasm.call import LOG, Call
from local_node.runtime.wasm.host.function import DATA, U32, Family, HostError

LOGGING: Final = Family("logging")
PANIC_HANDLER: Final = Family("panic_handler")

TRACE: Final = 5
_LEVELS: Final = (logging.ERROR, logging.WARNING, logging.INFO, logging.DEBUG, TRACE)
"""Python's level for each of the runtime's, which count from 0; trace lies below debug."""
_RUNTIME: Final = "runtime"


@LOGGING.function(1, U32, DATA, DATA)
def log(call: Call, level: int, target: bytes, message: bytes) -> None:
    """Write a line to the log."""
    name, text = target.decode(errors="replace"), message.decode(errors="replace")
    if level == 0 and name == _RUNTIME:
        call.panic = text
    LOG.getChild(name.replace("::", ".")).log(_LEVELS[min(level, len(_LEVELS) - 1)], "%s", text)


@LOGGING.function(1, returns=U32)
def max_level(_call: Call) -> int:
    """Down to which level anybody listens: 0 for nothing, 1 for errors, up to 5 for trace."""
    wanted = LOG.getEffectiveLevel()
    return sum(wanted <= level for level in _LEVELS)


@PANIC_HANDLER.function(1, DATA)
def abort_on_panic(call: Call, message: bytes) -> None:
    """The runtime panicked."""
    call.panic = message.decode(errors="replace")
    raise HostError(call.panic)

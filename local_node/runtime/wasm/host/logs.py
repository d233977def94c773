"""`ext_logging_*` and `ext_panic_handler_*`: the runtime's messages in the node's log.

A runtime that panics logs its message as an error and traps; the message becomes the call's error.
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
"""Python's level for each runtime level, counted from 0; trace is below debug."""
_RUNTIME: Final = "runtime"
_LONGEST: Final = 16 * 1024
_LONGEST_NAME: Final = 100
_MOST_TARGETS: Final = 1000
_LOGGERS: Final[dict[str, logging.Logger]] = {}


@LOGGING.function(1, U32, DATA, DATA)
def log(call: Call, level: int, target: bytes, message: bytes) -> None:
    """Write a line to the log."""
    name, text = _text(target), _text(message)
    if level == 0 and name == _RUNTIME:
        call.panic = text
    if not call.say():
        return
    _logger(name.replace("::", ".")).log(_LEVELS[min(level, len(_LEVELS) - 1)], "%s", text)


@LOGGING.function(1, returns=U32)
def max_level(_call: Call) -> int:
    """The highest level that is logged: 0 for none, 1 for errors, up to 5 for trace."""
    wanted = LOG.getEffectiveLevel()
    return sum(wanted <= level for level in _LEVELS)


@PANIC_HANDLER.function(1, DATA)
def abort_on_panic(call: Call, message: bytes) -> None:
    """Record the runtime's panic message."""
    call.panic = _text(message)
    raise HostError(call.panic)


def _logger(name: str) -> logging.Logger:
    """The logger of a target. Their number is limited, as Python never frees one."""
    found = _LOGGERS.get(name)
    if found is None:
        if len(_LOGGERS) == _MOST_TARGETS or len(name) > _LONGEST_NAME:
            return LOG
        found = _LOGGERS[name] = LOG.getChild(name)
    return found


def _text(data: bytes) -> str:
    text = data[:_LONGEST].decode(errors="replace")
    return text if len(data) <= _LONGEST else f"{text}… ({len(data)} bytes)"
